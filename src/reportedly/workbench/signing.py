"""Signing in by name and password, for a shared workbench."""

from __future__ import annotations

import time
from collections import deque
from threading import Lock
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from reportedly.ledger.users import role_of
from reportedly.workbench.bench import bench_of
from reportedly.workbench.rendering import page
from reportedly.workbench.sessions import Role, User

TRIES, SECONDS = 10, 60.0
"""Failed tries of everybody together in a stretch of time; more must wait."""

_failed: deque[float] = deque(maxlen=TRIES)
_lock = Lock()


def sign_in_page(request: Request) -> Response:  # noqa: ARG001
    return page("sign-in.html", {"problem": ""})


async def sign_in(request: Request) -> Response:
    form = await request.form(max_files=0, max_fields=5)
    return await run_in_threadpool(
        _sign_in, request, str(form.get("name", "")), str(form.get("password", ""))
    )


def _sign_in(request: Request, name: str, password: str) -> Response:
    bench = bench_of(request)
    if _too_many():
        return page("sign-in.html", {"problem": "Too many tries; wait a minute."}, 429)
    with bench.ledger.reading() as connection:
        role = role_of(connection, name[:64], password[:1000])
    if role is None:
        with _lock:
            _failed.append(time.monotonic())
        return page("sign-in.html", {"problem": "This name and password do not fit."}, 401)
    response = RedirectResponse("/", 303)
    bench.address.admit(response, bench.sessions.start(User(name, cast("Role", role))))
    return response


def sign_out(request: Request) -> Response:
    bench = bench_of(request)
    bench.sessions.end(request.cookies.get(bench.address.cookie, ""))
    return RedirectResponse("/sign-in" if bench.shared else "/", 303)


def _too_many() -> bool:
    with _lock:
        return len(_failed) == TRIES and time.monotonic() - _failed[0] < SECONDS
