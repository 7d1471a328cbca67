"""Parser processes: kept, bounded, replaced; one bad document costs one line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest import Limits, close, read_raw, sandbox

FINE = b"<html><body><p>The ministry denied that the launchers were delivered to the port.</p></body></html>"


def page(word: str) -> RawInput:
    return RawInput(
        "a.html", f"<html><body><p>This {word} page speaks of a port in the north.</p></body></html>".encode()
    )


def outcome(raw: RawInput, limits: Limits) -> str:
    (item,) = read_raw(raw, limits)
    return item.code if isinstance(item, Failure) else "ok"


@pytest.mark.parametrize(
    ("function", "word", "code"),
    [
        ("sleep", "hang", "timeout"),
        ("spin", "hang", "timeout"),
        ("die", "crash", "crashed"),
        ("eat", "bomb", "crashed"),
    ],
)
def test_a_bad_document_costs_itself_only(poison: str, function: str, word: str, code: str) -> None:
    """A hang, a busy loop, a segmentation fault, 8 GiB asked for: one failure, and the next page is read."""
    limits = Limits(seconds=0.5, prefilter=f"{poison}:{function}")
    assert [outcome(page(w), limits) for w in ("good", word, "good")] == ["ok", code, "ok"]


def test_what_an_earlier_document_left_behind_is_not_the_next_ones_fault(poison: str) -> None:
    """A process that dies on its second job gives the document another chance in a fresh one."""
    limits = Limits(prefilter=f"{poison}:wear")
    assert [outcome(page("good"), limits) for _ in range(3)] == ["ok", "ok", "ok"]


def test_a_library_that_prints_does_not_break_the_line(poison: str) -> None:
    assert outcome(page("good"), Limits(prefilter=f"{poison}:shout")) == "ok"


def test_a_process_is_kept_between_documents() -> None:
    close()
    for _ in range(3):
        outcome(RawInput("a.html", FINE), Limits())
    assert [process.jobs for process in sandbox._idle] == [3]


def test_a_process_killed_while_idle_is_replaced() -> None:
    outcome(RawInput("a.html", FINE), Limits())
    sandbox._idle[-1]._process.kill()
    sandbox._idle[-1]._process.wait()
    assert outcome(RawInput("a.html", FINE), Limits()) == "ok"


@pytest.mark.parametrize(
    "data", [b"<html>" + b"<div>" * 200_000 + b"deep", b"<html><body>" + b"<p>x</p>" * 20_000]
)
def test_monstrous_pages_come_back(data: bytes) -> None:
    """Nested past any parser's patience, or simply long: an answer in time, and the process goes on."""
    assert outcome(RawInput("a.html", data), Limits(seconds=5)) in {"ok", "no_body", "timeout", "crashed"}
    assert outcome(RawInput("a.html", FINE), Limits()) == "ok"


def _text_in_worker(data: bytes) -> str:
    (item,) = read_raw(RawInput("a.html", data))
    return item.text if isinstance(item, Document) else item.code


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_it_works_inside_pool_workers(method: str) -> None:
    """A forked worker inherits the list of idle processes and must not talk to its parent's."""
    expected = _text_in_worker(FINE)
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert list(pool.map(_text_in_worker, [FINE] * 6)) == [expected] * 6
    assert _text_in_worker(FINE) == expected


def test_modules_of_the_working_directory_are_not_loaded(tmp_path: Path) -> None:
    """A folder of reports may hold a file called trafilatura.py."""
    for name in ("trafilatura.py", "lxml.py", "json.py"):
        (tmp_path / name).write_text("raise SystemExit(99)")
    script = tmp_path.parent / "ask.py"
    script.write_text(
        "from reportedly.ingest import read_raw\nfrom reportedly.documents import RawInput\n"
        f"print(read_raw(RawInput('a.html', {FINE!r}))[0].text)"
    )
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("The ministry denied")


def test_the_parent_stays_light() -> None:
    """Parsers are loaded in the parser process only."""
    ask = (
        "import sys, reportedly.ingest\n"
        "print([m for m in ('trafilatura', 'lxml', 'docx', 'pypdfium2', 'warcio') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout.strip() == "[]"


def test_the_process_ends_with_its_parent() -> None:
    """Also when the parent is killed and can say no goodbye."""
    script = (
        "import os, signal\nfrom reportedly.ingest import read_raw, sandbox\n"
        "from reportedly.documents import RawInput\n"
        f"read_raw(RawInput('a.html', {FINE!r}))\n"
        "print(sandbox._idle[0]._process.pid, flush=True)\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    for _ in range(100):
        if not _runs(int(done.stdout)):
            break
        time.sleep(0.05)
    assert not _runs(int(done.stdout))


def _runs(process: int) -> bool:
    """Whether the process still runs; one that has ended may wait for init to take note of it."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True)
    return bool(done.stdout.strip()) and not done.stdout.startswith("Z")


def test_threads_share_the_idle_processes() -> None:
    """Each document has a process to itself; answers do not get mixed up."""
    words = [f"word{number}" for number in range(12)]
    with ThreadPoolExecutor(3) as pool:
        texts = list(pool.map(lambda word: _text_in_worker(page(word).data), words))
    assert [word in text for word, text in zip(words, texts, strict=True)] == [True] * 12
    assert 1 <= len(sandbox._idle) <= 3 + 1
