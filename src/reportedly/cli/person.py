"""Who is at the keyboard."""

from __future__ import annotations

import getpass


def login() -> str:
    """The login name, for decisions and removals."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "local"
