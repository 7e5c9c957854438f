"""The gRPC door: every command and question of intake."""

from services.intake.service import SERVICE
from shared.hosting.doors import door_of

DOOR = door_of(SERVICE)
