"""The gRPC door: every command and question of notifications."""

from services.notifications.service import SERVICE
from shared.hosting.doors import door_of

DOOR = door_of(SERVICE)
