"""A real workbench on loopback, a visitor that speaks HTTP to it, and a browser where there is one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import reports
from visiting import CHROMIUM, FLAGS, Visitor, Workbench, open_workbench

from reportedly.ledger import Ledger
from reportedly.ledger.search import index


@pytest.fixture
def ledger_file(tmp_path: Path) -> str:
    place = str(tmp_path / "case.db")
    with Ledger.open(place, create=True) as ledger:
        reports.add_all(ledger)
        index(ledger)
    return place


@pytest.fixture
def workbench(ledger_file: str) -> Iterator[Workbench]:
    with Ledger.open(ledger_file) as ledger:
        yield from open_workbench(ledger, ledger_file)


@pytest.fixture
def visitor(workbench: Workbench) -> Visitor:
    return workbench.visitor()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt install chromium, or set REPORTEDLY_CHROMIUM)")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, workbench: Workbench) -> Iterator[Any]:
    """A signed-in page that fails its test where a script fails, a policy is broken or another host is
    asked."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, color_scheme="light")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    # A refusal that the workbench means (409, 422) is no error of the page.
    page.on(
        "console",
        lambda m: wrong.append(m.text) if m.type == "error" and "status of 4" not in m.text else None,
    )
    page.on(
        "request", lambda r: None if r.url.startswith(workbench.url) else wrong.append(f"asked for {r.url}")
    )
    page.goto(workbench.link())
    yield page
    context.close()
    assert wrong == []
