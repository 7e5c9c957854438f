"""The gRPC door: every command and question of committee."""

from services.committee.service import SERVICE
from shared.hosting.doors import door_of

DOOR = door_of(SERVICE)
