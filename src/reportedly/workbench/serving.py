"""Starts the workbench: on this machine for one person, or for a newsroom where everything needed is
given."""

from __future__ import annotations

import ipaddress
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from reportedly.errors import ReportedlyError
from reportedly.ledger import Ledger
from reportedly.ledger.search import index
from reportedly.ledger.users import any_users
from reportedly.workbench.app import build
from reportedly.workbench.bench import Bench
from reportedly.workbench.cataloguing import catalogue
from reportedly.workbench.gate import Address
from reportedly.workbench.sessions import User


class ServeError(ReportedlyError):
    """The workbench may not, or cannot, answer where it was told to."""

    code = "cannot_serve"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to answer: a host and port, and TLS files where people sign in from elsewhere."""

    host: str = "127.0.0.1"
    port: int = 8765
    certificate: Path | None = None
    key: Path | None = None
    names: tuple[str, ...] = ()
    """Further host names under which people reach it."""

    @property
    def local(self) -> bool:
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def check(place: Place, ledger: Ledger) -> None:
    """Raises ServeError, which names everything that is missing, where others could reach the workbench
    unguarded."""
    missing = []
    if place.certificate is None or place.key is None:
        missing.append("TLS files (--tls-cert and --tls-key)")
    with ledger.reading() as connection:
        if not any_users(connection):
            missing.append("users with passwords (`reportedly users add NAME --role admin`)")
    if missing:
        raise ServeError(
            f"To answer at {place.host}, others being able to reach it, there must be {' and '.join(missing)}"
        )
    for file in (place.certificate, place.key):
        if file is not None and not file.is_file():
            raise ServeError(f"{file}: there is no such TLS file")
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(
            str(place.certificate), str(place.key)
        )
    except (ssl.SSLError, OSError) as why:
        raise ServeError(f"The TLS files do not fit each other: {why}") from why


def address_of(place: Place, port: int) -> Address:
    names = {"127.0.0.1", "localhost", "[::1]"} if place.local else {place.host, *place.names}
    standard = {443} if place.certificate else {80}
    hosts = {f"{name}:{port}" for name in names} | ({*names} if port in standard else set())
    return Address(frozenset(h.lower() for h in hosts), port, secure=place.certificate is not None)


def serve(ledger: Ledger, where: str, place: Place, user: User, say: Callable[[str], None]) -> None:
    """Answers until it is stopped. `say` gets the address, with the one-time token, once it can be opened."""
    shared = not place.local or place.certificate is not None
    if shared:
        check(place, ledger)
    bench = Bench(ledger, where, address_of(place, place.port), shared=shared)
    config = uvicorn.Config(
        build(bench),
        host=place.host,
        port=place.port,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        ws="none",
        ssl_certfile=place.certificate,
        ssl_keyfile=place.key,
        timeout_graceful_shutdown=2,
    )

    def listening() -> None:
        # Only now: a thread left behind when the port is taken would abort the interpreter as it ends.
        say(_link(bench, place, user))
        threading.Thread(target=_warm, args=(bench,), daemon=True).start()

    server = _Server(config, listening)
    catalogue(bench.snapshot())  # so that the first page is there when the link is opened
    server.run()
    if not server.started:
        raise ServeError(f"Port {place.port} of {place.host} is taken; choose another with --port")


class _Server(uvicorn.Server):
    """Says so once the socket listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        try:
            await super().startup(sockets)  # type: ignore[arg-type]
        except SystemExit:  # the socket could not be bound; `serve` says so in words
            self.should_exit = True
            return
        if self.started:
            self._ready()


def _link(bench: Bench, place: Place, user: User) -> str:
    named = place.names[0] if place.names else place.host
    host = f"[{named}]" if ":" in named else named
    base = f"{'https' if bench.address.secure else 'http'}://{host}:{place.port}/"
    return base if bench.shared else f"{base}?token={bench.sessions.token(user)}"


def _warm(bench: Bench) -> None:
    """Brings the search index up to date and gathers allegations beside the first pages."""
    try:
        index(bench.ledger)
        bench.views.wait(bench.snapshot())
    except ReportedlyError:
        return
