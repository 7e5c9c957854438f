"""Followers: readers of a service's log that remember how far they have come."""

from shared.followers.engine import engine_for
from shared.followers.filling import ViewFollower, filling
from shared.followers.follower import Follower
from shared.followers.rows import Rows
from shared.followers.runner import FollowerRunner, Lag
from shared.followers.views import View, ViewStore
from shared.followers.wake import Wake

__all__ = [
    "Follower",
    "FollowerRunner",
    "Lag",
    "Rows",
    "View",
    "ViewFollower",
    "ViewStore",
    "Wake",
    "engine_for",
    "filling",
]
