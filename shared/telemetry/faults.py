"""A fault in the log: its number, its kind and where it arose, never its words."""

from __future__ import annotations

import traceback

import structlog


def noted(event: str, error: Exception, *, incident: str, asked: str) -> None:
    """Log an error nobody foresaw. An exception's text may quote what was sent, so it is left out.

    incident: the number the caller is given; asked: what was asked for, in words of ours.
    """
    where = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-5:]]
    structlog.get_logger().error(event, incident=incident, asked=asked, error=type(error).__qualname__, where=where)
