"""The gRPC door: every command and question of surveys."""

from services.surveys.service import SERVICE
from shared.hosting.doors import door_of

DOOR = door_of(SERVICE)
