"""Custody: the log's head to be kept, what was removed, and removal by an admin."""

from __future__ import annotations

from contextlib import closing

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from reportedly.errors import LedgerError
from reportedly.ledger.custody import all_tombstones, checkpoint, compare, read_checkpoint, remove
from reportedly.workbench.bench import bench_of, digest_of, user_of
from reportedly.workbench.rendering import render


def custody_page(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, status: int = 200, problem: str = "", well: str = "") -> Response:
    ledger = bench_of(request).ledger
    with ledger.reading() as connection:
        stones = all_tombstones(connection)
    return render(
        request,
        "custody.html",
        status,
        note=checkpoint(ledger.head()),
        stones=stones,
        problem=problem,
        well=well,
    )


def checkpoint_file(request: Request) -> Response:
    ledger = bench_of(request).ledger
    headers = {"content-disposition": 'attachment; filename="checkpoint.txt"'}
    return PlainTextResponse(checkpoint(ledger.head()), headers=headers)


async def act(request: Request) -> Response:
    """Checks a kept checkpoint, verifies the whole ledger, or removes a document."""
    form = await request.form(max_files=0, max_fields=20)
    return await run_in_threadpool(_act, request, form)


def _act(request: Request, form: FormData) -> Response:
    deed = str(form.get("deed", ""))
    try:
        if deed == "check":
            compare(bench_of(request).ledger, read_checkpoint(str(form.get("note", "")).replace("\r", "")))
            return _shown(request, well="The log begins with what the checkpoint is of.")
        if deed == "verify":
            return _verified(request)
        if deed == "remove":
            return _removed(request, str(form.get("document", "")), str(form.get("reason", "")))
    except LedgerError as error:
        return _shown(request, 422, problem=str(error))
    return _shown(request, 422, problem="Choose what to do.")


def _verified(request: Request) -> Response:
    with closing(bench_of(request).ledger.verify()) as problems:
        first = next(problems, None)
    if first is None:
        return _shown(request, well="Every byte, quote and log entry fits.")
    return _shown(
        request, problem=f"The first thing that does not fit: {first.where} {first.what} [{first.code}]"
    )


def _removed(request: Request, name: str, reason: str) -> Response:
    user, bench = user_of(request), bench_of(request)
    if not user.may_administer:
        return _shown(request, 403, problem="Only an admin removes documents.")
    remove(bench.ledger, digest_of(bench.snapshot(), name), by=user.name, reason=reason)
    return RedirectResponse("/custody", 303)
