"""Says by its exit code whether a process of this platform is healthy: `healthy.py PORT`.

It runs every few seconds beside each process, so it loads nothing but the standard library.
"""

from __future__ import annotations

import sys
from http.client import HTTPConnection, HTTPException


def answers(port: int) -> bool:
    """Ask `/health` on this machine and expect a success."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if answers(int(sys.argv[1])) else 1)
