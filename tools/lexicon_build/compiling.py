"""From checked entries to the data file: rows of names, folded forms, the rule of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from lexicon_build.cldr import add_cldr_names
from lexicon_build.entries import Complaints, Entry, Label, read_folder
from lexicon_build.tree import ancestors, check_ids, check_shared_names
from lexicon_build.variants import forms_of
from reportedly.lexicon.folding import LATIN_HIGH_BYTES, fold, high_bytes
from reportedly.lexicon.spelling import MIXED, case_rule
from reportedly.lexicon.store import FORMAT

_KEPT = (
    "name", "category", "parents", "country", "unroca", "att", "sipri", "languages", "domains", "latitude",
    "longitude",
    "sources",
)  # fmt: skip

Spelling = tuple[int, str]
"""A case rule and, where it is `EXACT`, the name as written."""


def compile_folder(folder: Path) -> tuple[bytes, Complaints]:
    """The data file of the YAML under `folder`, and what is wrong with it; the bytes are of use only where
    nothing is.
    """
    complaints = Complaints()
    by_id = check_ids(read_folder(folder, complaints), complaints)
    add_cldr_names(by_id)
    above = {key: ancestors(by_id, entry, complaints) for key, entry in by_id.items()}
    check_shared_names(by_id, above, complaints)
    return (b"" if complaints else encode(compile_entries(by_id))), complaints


def encode(data: dict[str, Any]) -> bytes:
    return orjson.dumps(data) + b"\n"


def compile_entries(by_id: dict[str, Entry]) -> dict[str, Any]:
    """The data that `reportedly.lexicon.store.Lexicon` reads."""
    ids = sorted(by_id)
    types: dict[str, int] = {}
    rows: list[list[Any]] = []
    listed: dict[str, dict[Spelling, set[int]]] = {}
    derived: dict[str, dict[Spelling, set[int]]] = {}
    for number, key in enumerate(ids):
        entry = by_id[key]
        for label in entry.labels:
            ref = len(rows)
            rows.append(_row(label, number, types.setdefault(label.type, len(types))))
            for i, form in enumerate(forms_of(label, kind=entry.kind, category=entry.fields["category"])):
                table = derived if i else listed
                table.setdefault(fold(form), {}).setdefault(_spelling(form), set()).add(ref)
    # A listed name wins over what was derived from another: "Mali" listed is not a case form of "Мала".
    forms = derived | listed
    return {
        "format": FORMAT,
        "entities": {
            key: {f: v for f in _KEPT if (v := by_id[key].fields.get(f)) not in (None, [], "")} for key in ids
        },
        "types": list(types),
        "names": rows,
        **_tables(forms),
    }


def _row(label: Label, entity: int, kind: int) -> list[Any]:
    return [label.text, entity, kind, label.language, int(label.weak), label.since, label.until]


def _spelling(form: str) -> Spelling:
    rule = case_rule(form)
    return (rule, form if rule < -1 else "")


def _tables(forms: dict[str, dict[Spelling, set[int]]]) -> dict[str, Any]:
    latin = [form for form in sorted(forms) if not high_bytes(form).translate(None, LATIN_HIGH_BYTES)]
    other = sorted(forms.keys() - set(latin))
    rules: list[int] = []
    refs: list[int | list[int]] = []
    spellings: dict[str, list[list[Any]]] = {}
    for index, form in enumerate(latin + other):
        ways = forms[form]
        borne = sorted(set().union(*ways.values()))
        only = next(iter(ways))
        rules.append(only[0] if len(ways) == 1 else MIXED)
        refs.append(borne[0] if len(borne) == 1 else borne)
        if len(ways) > 1 or only[1]:
            spellings[str(index)] = [
                [rule, name or form, sorted(r)] for (rule, name), r in sorted(ways.items())
            ]
    return {
        "latin": len(latin),
        "forms": "\n".join(latin + other),
        "rules": rules,
        "refs": refs,
        "spellings": spellings,
    }
