"""Who may use a shared workbench: names, roles, and salted scrypt hashes of passwords."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from sqlalchemy import Connection, delete, insert, select, update

from reportedly.errors import LedgerError
from reportedly.ledger.schema import users
from reportedly.ledger.writing import Pen

ROLES = ("reader", "reviewer", "admin")
SHORTEST = 10
_N, _R, _P = 2**14, 8, 1


def put(pen: Pen, name: str, role: str, password: str | None, *, by: str) -> None:
    """Adds a user, or changes the role and (where given) the password. Codes: `bad_user`."""
    if role not in ROLES:
        raise LedgerError(f"{role}: a role is one of {', '.join(ROLES)}", code="bad_user")
    if not name.strip() or len(name) > 64 or not name.isprintable():
        raise LedgerError("A user's name has 1 to 64 printable characters", code="bad_user")
    if password is not None and len(password) < SHORTEST:
        raise LedgerError(f"A password has at least {SHORTEST} characters", code="bad_user")
    known = pen.connection.execute(select(users.c.name).where(users.c.name == name)).first()
    if known is None and password is None:
        raise LedgerError(f"{name}: a new user needs a password", code="bad_user")
    row = {"role": role} | ({"password": hashed(password)} if password is not None else {})
    if known is None:
        pen.connection.execute(insert(users), {"name": name, **row})
    else:
        pen.connection.execute(update(users).where(users.c.name == name).values(**row))
    pen.log("user_changed" if known else "user_added", {"user": name, "role": role, "by": by})


def remove(pen: Pen, name: str, *, by: str) -> None:
    """Takes a user's access; their decisions stay theirs. Codes: `not_found`."""
    if pen.connection.execute(delete(users).where(users.c.name == name)).rowcount == 0:
        raise LedgerError(f"{name}: there is no such user", code="not_found")
    pen.log("user_removed", {"user": name, "by": by})


def listed(connection: Connection) -> list[tuple[str, str]]:
    """Names and roles."""
    return [
        (r.name, r.role)
        for r in connection.execute(select(users.c.name, users.c.role).order_by(users.c.name))
    ]


def any_users(connection: Connection) -> bool:
    return connection.execute(select(users.c.name).limit(1)).first() is not None


def role_of(connection: Connection, name: str, password: str) -> str | None:
    """The role of the user with this password. Takes as long for names that nobody has."""
    row = connection.execute(select(users.c.role, users.c.password).where(users.c.name == name)).one_or_none()
    fits = verified(password, row.password if row else _NOBODY)
    return str(row.role) if row is not None and fits else None


def hashed(password: str) -> str:
    """`scrypt$salt$hash`, base64."""
    salt = secrets.token_bytes(16)
    return "$".join(
        ["scrypt", base64.b64encode(salt).decode(), base64.b64encode(_scrypt(password, salt)).decode()]
    )


def verified(password: str, kept: str) -> bool:
    _, salt, digest = kept.split("$")
    return hmac.compare_digest(_scrypt(password, base64.b64decode(salt)), base64.b64decode(digest))


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=32)


_NOBODY = "scrypt$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
