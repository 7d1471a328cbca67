"""An open workbench, somebody who speaks HTTP to it, and pictures of its pages."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn

from reportedly.ledger import Ledger
from reportedly.workbench.app import build
from reportedly.workbench.bench import Bench
from reportedly.workbench.serving import Place, address_of
from reportedly.workbench.sessions import User

CHROMIUM = (
    os.environ.get("REPORTEDLY_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ARTEFACTS = Path(__file__).parents[2] / "artefacts" / "workbench"


@dataclass
class Visitor:
    """Somebody who sends requests: what they get is status, headers and text."""

    port: int
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, Any, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {"Cookie": self.cookie, **self.headers, **{k.replace("_", "-"): v for k, v in headers.items()}}
        try:
            connection.request(method, path, body, {k: v for k, v in sent.items() if v})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> tuple[int, Any, str]:
        return self.ask("GET", path, **headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> tuple[int, Any, str]:
        """A form as the workbench's own pages send it."""
        own = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(fields), **{**own, **headers})


@dataclass
class Workbench:
    """An open workbench and the ledger under it."""

    bench: Bench
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def link(self, name: str = "ana", role: Any = "admin") -> str:
        return f"{self.url}/?token={self.bench.sessions.token(User(name, role))}"

    def visitor(self, name: str = "ana", role: Any = "admin") -> Visitor:
        cookie = self.bench.sessions.start(User(name, role))
        return Visitor(self.port, f"{self.bench.address.cookie}={cookie}")

    def claim(self, file: str, number: int = 0) -> str:
        """The id of a claim of the document."""
        return [e.id for e in self.bench.snapshot().entries if e.claim.file == file][number]


def open_workbench(ledger: Ledger, place: str, *, shared: bool = False) -> Iterator[Workbench]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    port = listening.getsockname()[1]
    bench = Bench(ledger, place, address_of(Place(port=port), port), shared=shared)
    config = uvicorn.Config(build(bench), log_level="critical", access_log=False, ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    bench.views.wait(bench.snapshot())
    yield Workbench(bench, port)
    server.should_exit = True
    thread.join(timeout=10)
    listening.close()


def picture(page: Any, name: str) -> None:
    """Keeps a picture of the page among the build's artefacts."""
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(ARTEFACTS / f"{name}.png"))
