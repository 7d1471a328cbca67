"""Who is let in, and what a page may do."""

from __future__ import annotations

import subprocess
import sys

import pytest
from visiting import Visitor


def test_a_stranger_sees_nothing(workbench):
    """Pages, twins and originals alike; only the style of the page that says so is open."""
    stranger = Visitor(workbench.port)
    digest = next(iter(workbench.bench.snapshot().documents))
    for path in ("/", "/claims", "/claims.json", "/claims.csv", f"/documents/{digest}/original", "/nowhere"):
        status, _, text = stranger.get(path)
        assert (status, "Karsk" in text) == (401, False), path
    assert stranger.get("/static/base.css")[0] == 200


def test_the_link_lets_one_browser_in_once(workbench):
    """Its token is worth nothing afterwards, and does not stay in the address."""
    link = workbench.link().removeprefix(workbench.url)
    status, headers, _ = Visitor(workbench.port).get(link)
    assert (status, headers["location"]) == (303, "/")
    cookie = headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert Visitor(workbench.port, cookie.split(";")[0]).get("/claims")[0] == 200
    assert Visitor(workbench.port).get(link)[0] == 401


def test_a_link_leads_nowhere_else(workbench):
    """Even where its path looks like another host."""
    token = workbench.link().partition("?")[2]
    _, headers, _ = Visitor(workbench.port).get(f"//elsewhere.example/?{token}")
    assert headers["location"].startswith("/e")


def test_another_host_name_is_refused(workbench, visitor):
    """A page elsewhere whose name was turned to this machine gets no answer."""
    assert visitor.get("/claims", Host=f"rebound.example:{workbench.port}")[0] == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec_Fetch_Site": "cross-site"},
    ],
)
def test_a_form_of_another_site_changes_nothing(workbench, visitor, headers):
    """Whatever it says of where it comes from, or leaves out."""
    claim = workbench.claim("karsk.txt")
    sent = {**headers, "Origin": headers.get("Origin", f"http://127.0.0.1:{workbench.port}")}
    assert visitor.post(f"/claims/{claim}/decide", {"verdict": "accept", "seen": "0"}, **sent)[0] == 403
    assert workbench.bench.snapshot().decisions == []


def test_another_site_cannot_read_by_script(visitor):
    """It may link to a page, which then opens without the cookie; it may not fetch one."""
    assert visitor.get("/claims.json", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors")[0] == 403


def test_pages_may_load_nothing_from_elsewhere(visitor):
    """No inline script or style, no other host, no frame, nothing kept on disk."""
    _, headers, _ = visitor.get("/claims")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_an_original_is_only_ever_saved(workbench, visitor):
    """The bytes as they came, as a download of no type that a browser would open."""
    document = next(d for d in workbench.bench.snapshot().documents.values() if d.file == "karsk.txt")
    status, headers, text = visitor.get(f"/documents/{document.digest}/original")
    assert (status, headers["content-type"]) == (200, "application/octet-stream")
    assert headers["content-disposition"].startswith("attachment")
    assert text.startswith("A northern brief")


def test_a_reader_looks_and_changes_nothing(workbench):
    """Not by a form they wrote themselves either."""
    reader = workbench.visitor("rae", "reader")
    claim = workbench.claim("karsk.txt")
    assert reader.get(f"/claims/{claim}")[0] == 200
    assert reader.post(f"/claims/{claim}/decide", {"verdict": "accept"})[0] == 403
    assert workbench.bench.snapshot().decisions == []


def test_answering_elsewhere_needs_passwords_and_tls(ledger_file):
    """The command says all that is missing, in one line."""
    command = [sys.executable, "-m", "reportedly.cli.main", "serve", "-l", ledger_file, "--host", "0.0.0.0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "TLS files" in done.stderr
    assert "users with passwords" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_told(workbench, ledger_file):
    """Not a traceback."""
    command = [
        sys.executable,
        "-m",
        "reportedly.cli.main",
        "serve",
        "-l",
        ledger_file,
        "--port",
        str(workbench.port),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "choose another" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    "path", ["/claims/none", "/documents/none", "/allegations/none", "/entities/none", "/add/9"]
)
def test_what_is_not_there_is_said_in_words(visitor, path):
    """With a way back."""
    status, _, text = visitor.get(path)
    assert status == 404
    assert "Back to the overview" in text
