"""The gRPC door: every command and question of governance."""

from services.governance.service import SERVICE
from shared.hosting.doors import door_of

DOOR = door_of(SERVICE)
