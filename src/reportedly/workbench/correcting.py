"""Reads a correction from the form: words picked in the document, entities, and values of the closed lists.

Every filler keeps the rule of the ledger: its mention is the document's words at its offsets, to the letter.
"""

from __future__ import annotations

import re
from typing import Any

from starlette.datastructures import FormData

from reportedly.claims import ROLES, STAGED_KINDS
from reportedly.workbench.choices import CHOICES

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class BadCorrectionError(Exception):
    """The form cannot be taken as it is; the words say what to change."""


def read_correction(form: FormData, body: dict[str, Any], text: str) -> dict[str, Any]:
    """The claim as the form has it. Raises BadCorrectionError."""
    out: dict[str, Any] = dict(body)
    for name in ("kind", "polarity", "certainty", "stage", "means"):
        given = _text(form, name)
        if given and given not in CHOICES[name]:
            raise BadCorrectionError(f"“{given}” is no {name}.")
        if given:
            out[name] = given
    if out["kind"] not in STAGED_KINDS:
        out |= {name: body.get(name) for name in ("stage", "means")}
    out["when"] = {"start": _date(form, "when_start"), "end": _date(form, "when_end")}
    for role in ROLES:
        out[role] = _fillers(form, role, body.get(role, []), text)
    out["attribution"] = _chain(form, body["attribution"], text)
    return out


def draft_of(form: FormData, body: dict[str, Any], text: str) -> dict[str, Any]:
    """What was typed, as far as it goes: shown again where it could not be taken."""
    out = {**body, **{n: _text(form, n) for n in ("kind", "polarity", "certainty", "stage", "means")}}
    out["when"] = {"start": _text(form, "when_start"), "end": _text(form, "when_end")}
    for role in (*ROLES, "source"):
        rows = [
            {
                **row,
                "role": row["kind"],
                "mention": text[row["start"] or 0 : row["end"] or 0],
                "antecedent": False,
            }
            for row in _rows(form, role)
        ]
        out["attribution" if role == "source" else role] = rows
    return out


def _fillers(form: FormData, role: str, before: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    found = []
    for row in _rows(form, role):
        old = before[row["old"]] if row["old"] is not None and row["old"] < len(before) else None
        filler = _thing(row, old, text, role)
        if role == "materiel":
            filler["quantity"] = old.get("quantity") if old else None
        found.append({**(old or {}), **filler})
    return found


def _chain(form: FormData, before: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    found = []
    for row in _rows(form, "source"):
        old = before[row["old"]] if row["old"] is not None and row["old"] < len(before) else None
        kind = row["kind"] or (old["role"] if old else "speaker")
        if kind not in CHOICES["source_role"]:
            raise BadCorrectionError(f"“{kind}” is no kind of source.")
        found.append({"cue": None, **(old or {}), **_thing(row, old, text, "source"), "role": kind})
    return found


def _thing(row: dict[str, Any], old: dict[str, Any] | None, text: str, role: str) -> dict[str, Any]:
    start, end = row["start"], row["end"]
    if start is None or end is None:
        raise BadCorrectionError(f"Pick the words for the {role} “{row['name']}” in the document.")
    if not 0 <= start < end <= len(text):
        raise BadCorrectionError(f"The document has no words at {start} to {end} ({role}).")
    mention = text[start:end]
    name = row["name"] or (old["name"] if old else mention)
    return {"name": name, "id": row["id"] or None, "mention": mention, "start": start, "end": end}


def _rows(form: FormData, role: str) -> list[dict[str, Any]]:
    """The rows of a role in their order: `role.n.name`, `.id`, `.start`, `.end`, `.old`; one that is struck
    out or
    empty is no row."""
    numbers = sorted({int(m[1]) for key in form if (m := re.fullmatch(rf"{role}\.(\d{{1,3}})\.name", key))})
    rows = []
    for n in numbers:
        row: dict[str, Any] = {f: _text(form, f"{role}.{n}.{f}") for f in ("name", "id", "kind")}
        row |= {f: _number(form, f"{role}.{n}.{f}") for f in ("start", "end", "old")}
        if _text(form, f"{role}.{n}.remove") or (not row["name"] and row["start"] is None):
            continue
        rows.append(row)
    return rows


def _text(form: FormData, name: str) -> str:
    return str(form.get(name, "")).strip()


def _number(form: FormData, name: str) -> int | None:
    given = _text(form, name)
    return int(given) if given.isdecimal() and len(given) < 10 else None


def _date(form: FormData, name: str) -> str | None:
    given = _text(form, name)
    if given and not _DATE.fullmatch(given):
        raise BadCorrectionError(f"“{given}” is no date: write 2016, 2016-01 or 2016-01-29.")
    return given or None
