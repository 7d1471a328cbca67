"""Adding reports from the browser: files or a folder, read one after the other, told as they are done."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from reportedly.ingest import Found, printable
from reportedly.workbench.bench import NotFoundError, bench_of, user_of
from reportedly.workbench.jobs import Job
from reportedly.workbench.rendering import render

MOST_FILES = 5000


def add_page(request: Request) -> Response:
    bench = bench_of(request)
    return render(request, "add.html", jobs=bench.jobs.known[::-1], failures=list(bench.ledger.failures()))


def job_page(request: Request) -> Response:
    return render(request, "job.html", job=_job(request))


def job_json(request: Request) -> Response:
    since = request.query_params.get("since", "0")
    return JSONResponse(_job(request).to_json(int(since) if since.isdecimal() else 0))


def _job(request: Request) -> Job:
    number, known = request.path_params["job"], bench_of(request).jobs.known
    if not 1 <= number <= len(known):
        raise NotFoundError(
            "There is no such run since the workbench was opened; the ledger has what was read."
        )
    found: Job = known[number - 1]
    return found


async def upload(request: Request) -> Response:
    """Takes files, keeps them in a folder of their own, and starts to read them."""
    folder = Path(tempfile.mkdtemp(prefix="reportedly-"))
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=20)
        inputs = await run_in_threadpool(_kept, form.getlist("files"), folder)
        await form.close()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if not inputs:
        shutil.rmtree(folder, ignore_errors=True)
        return RedirectResponse("/add", 303)
    job = bench_of(request).jobs.start(
        bench_of(request).ledger, bench_of(request).place, user_of(request).name, inputs, folder
    )
    return RedirectResponse(f"/add/{job.number}", 303)


def _kept(uploads: Sequence[UploadFile | str], folder: Path) -> list[Found]:
    """Each upload under a name of our own: theirs is for people, and no path of this machine."""
    inputs = []
    for number, upload in enumerate(uploads):
        if isinstance(upload, str) or not upload.filename:
            continue
        ending = re.search(r"(\.[A-Za-z0-9]{1,8}){1,2}$", upload.filename)
        place = folder / f"{number:05d}{ending[0] if ending else ''}"
        with place.open("wb") as file:
            shutil.copyfileobj(upload.file, file)
        inputs.append(Found(str(place), printable(upload.filename[:400])))
    return inputs


def retry(request: Request) -> Response:
    """Reads again what failed before and is still where it was."""
    bench = bench_of(request)
    inputs = {
        f.path: Found(f.path, f.file)
        for f in bench.ledger.failures()
        if f.path and Path(f.path).is_file() and "#" not in f.file
    }
    if not inputs:
        return RedirectResponse("/add", 303)
    job = bench.jobs.start(bench.ledger, bench.place, user_of(request).name, list(inputs.values()), None)
    return RedirectResponse(f"/add/{job.number}", 303)
