"""The gRPC door: every command and question of complaints."""

from services.complaints.service import SERVICE
from shared.hosting.doors import door_of

DOOR = door_of(SERVICE)
