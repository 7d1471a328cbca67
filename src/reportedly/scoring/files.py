"""Reading claims, gold files and document texts for scoring, with one clear error where a file is not what
it should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reportedly.claims import CORE_ROLES
from reportedly.errors import ReportedlyError
from reportedly.scoring.alignment import SCORED_ROLES, ClaimJson
from reportedly.scoring.figures import GoldJson

GROUPS_FILE = "groups.json"
"""Lies beside gold files and tells which claims speak of one fact; it is not gold of a document."""


class ScoringError(ReportedlyError):
    """A claims file, a gold file or a folder of them cannot be used: names the file, and the line or
    field."""

    code = "bad_scoring_input"


def read_text(path: Path, what: str) -> str:
    """The file as UTF-8. Raises ScoringError."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as why:
        raise ScoringError(f"{what} {path} cannot be read: {why.strerror}", code="unreadable") from None
    except UnicodeDecodeError as why:
        raise ScoringError(f"{what} {path} is not UTF-8 (byte {why.start})", code="not_utf8") from None


def parse(text: str, where: str) -> Any:
    """JSON, or a ScoringError that says where it breaks off."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as why:
        line = f"line {why.lineno}, " if why.lineno > 1 else ""
        place = f"{line}column {why.colno}"
        raise ScoringError(f"{where} is not JSON: {why.msg} ({place})", code="not_json") from None


def check_filler(filler: Any, where: str, *, gold: bool) -> None:
    """A gold filler is a list of names or an object that has one; a said filler a string or an object."""
    names = filler.get("names") if gold and isinstance(filler, dict) else filler
    if gold:
        fine = isinstance(names, list) and bool(names) and all(isinstance(n, str) for n in names)
    else:
        fine = isinstance(names, (str, dict))
    if not fine:
        raise ScoringError(f"{where}: {filler!r} is not a {'gold ' if gold else ''}filler", code="bad_claim")


def check_evidence(claim: ClaimJson, where: str) -> None:
    """Each stretch has whole-number offsets and its words."""
    for e in claim.get("evidence") or []:
        if not (
            isinstance(e, dict)
            and isinstance(e.get("start"), int)
            and isinstance(e.get("end"), int)
            and isinstance(e.get("text"), str)
        ):
            raise ScoringError(f"{where}: evidence needs start, end and text", code="bad_claim")


def check_claim(claim: Any, where: str, *, gold: bool) -> None:
    """Raise ScoringError unless `claim` has the shape that scoring relies on."""
    if not isinstance(claim, dict):
        raise ScoringError(f"{where} is not a claim: a JSON object is wanted", code="bad_claim")
    if claim.get("kind") not in CORE_ROLES:
        raise ScoringError(
            f"{where}: kind is {claim.get('kind')!r}, not one of {', '.join(CORE_ROLES)}", code="bad_claim"
        )
    for role in (*SCORED_ROLES, "attribution"):
        value = claim.get(role) or []
        for filler in value if isinstance(value, list) else [value]:
            check_filler(filler, f"{where}, {role}", gold=gold)
    if not isinstance(claim.get("when") or {}, dict):
        raise ScoringError(f"{where}: when is not an object with start and end", code="bad_claim")
    check_evidence(claim, where)


def read_claims(path: Path) -> list[ClaimJson]:
    """Claims from a JSON-lines file, blank lines skipped. Raises ScoringError with the line's number."""
    claims = []
    for number, line in enumerate(read_text(path, "claims file").split("\n"), start=1):
        if line.strip():
            where = f"{path}:{number}"
            claim = parse(line, where)
            check_claim(claim, where, gold=False)
            claims.append(claim)
    return claims


def read_gold_file(path: Path) -> GoldJson:
    """One gold file. Raises ScoringError."""
    gold = parse(read_text(path, "gold file"), f"gold file {path}")
    if not isinstance(gold, dict) or not isinstance(gold.get("file"), str):
        raise ScoringError(f"gold file {path} does not name its document in `file`", code="bad_gold")
    if not isinstance(gold.get("claims"), list):
        raise ScoringError(f"gold file {path} has no list `claims`", code="bad_gold")
    for i, claim in enumerate(gold["claims"]):
        check_claim(claim, f"gold file {path}, claim {i}", gold=True)
    return gold


def read_gold(folder: Path, language: str | None = None) -> list[GoldJson]:
    """Every gold file of `folder`, by name, `groups.json` passed over; only those of `language` where given.

    Raises ScoringError, also where there is none.
    """
    golds = [read_gold_file(p) for p in sorted(folder.glob("*.json")) if p.name != GROUPS_FILE]
    if language is not None:
        golds = [g for g in golds if g.get("language") == language]
    if not golds:
        wanted = f" in language {language}" if language else ""
        raise ScoringError(f"no gold files{wanted} in {folder}", code="no_gold")
    return golds


def read_documents(folder: Path) -> dict[str, str]:
    """File name to text of every `.txt` in `folder`, the bytes decoded as UTF-8 and nothing changed. Raises
    ScoringError."""
    return {p.name: read_text(p, "document") for p in sorted(folder.glob("*.txt")) if p.is_file()}
