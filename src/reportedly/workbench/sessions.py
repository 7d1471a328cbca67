"""Who is at the browser: a one-time token, then a session known by a random cookie."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")


@dataclass(frozen=True, slots=True)
class User:
    """A person at the workbench. Readers look, reviewers decide and add, admins also remove and manage
    users."""

    name: str
    role: Role

    @property
    def may_review(self) -> bool:
        return self.role in ("reviewer", "admin")

    @property
    def may_administer(self) -> bool:
        return self.role == "admin"


@dataclass(slots=True)
class Sessions:
    """Open sessions, in memory only: when the workbench stops, everybody is signed out."""

    _tokens: dict[str, User] = field(default_factory=dict)
    _open: dict[str, User] = field(default_factory=dict)

    def token(self, user: User) -> str:
        """A token that lets one browser in, once."""
        value = secrets.token_urlsafe(32)
        self._tokens[value] = user
        return value

    def redeem(self, token: str) -> str | None:
        """The cookie value for a token that was not used yet."""
        known = next((t for t in self._tokens if hmac.compare_digest(t.encode(), token.encode())), None)
        return None if known is None else self.start(self._tokens.pop(known))

    def start(self, user: User) -> str:
        value = secrets.token_urlsafe(32)
        self._open[value] = user
        return value

    def user(self, cookie: str) -> User | None:
        return self._open.get(cookie)

    def end(self, cookie: str) -> None:
        self._open.pop(cookie, None)
