"""The families of the open corpus, from their gold claims: every allegation and origin as coded."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.claims import ROLES
from reportedly.gather.allegations import gather
from reportedly.trace.families import Families
from reportedly.trace.kinship import profile
from reportedly.trace.naming import Naming
from reportedly.trace.statements import Report, statement

CORPUS = Path(__file__).parents[2] / "corpus"
SPEAKERS = ("actor/", "state/", "outlet/")


def resolved(lexicon, name: str, kinds: tuple[str, ...]) -> str | None:
    for match in lexicon.scan(name):
        if match.end - match.start == len(name):
            return next((n.entity for kind in kinds for n in match.names if n.entity.startswith(kind)), None)
    return None


def said(lexicon, gold: dict[str, Any]) -> dict[str, Any]:
    """A gold claim as the software would write it."""
    out = {**gold, "attribution": []}
    for role in ROLES:
        if role == "materiel" and role in gold:
            out[role] = [
                {
                    "name": m["names"][0],
                    "id": resolved(lexicon, m["names"][0], ("materiel/",)),
                    "quantity": m["quantity"],
                }
                for m in gold[role]
            ]
        elif role in gold:
            kinds = (
                ("place/", "state/")
                if role in ("origin", "via", "destination", "place")
                else ("actor/", "state/")
            )
            out[role] = [{"name": n[0], "id": resolved(lexicon, n[0], kinds)} for n in gold[role]]
    for link in gold["attribution"]:
        kinds = ("outlet/",) if link["role"] == "outlet" else SPEAKERS
        name = link["names"][0]
        out["attribution"].append({"name": name, "id": resolved(lexicon, name, kinds), "role": link["role"]})
    return out


@pytest.fixture(scope="module")
def view(lexicon):
    """All allegations of the families."""
    groups = json.loads((CORPUS / "groups.json").read_text())
    files = {file for group in groups for file, _ in group["members"]}
    naming, families, told, statements = Naming(lexicon), Families(), [], []
    for path in sorted(CORPUS.glob("*/gold/*.json")):
        gold = json.loads(path.read_text())
        if gold["file"] not in files:
            continue
        text = (path.parents[1] / "docs" / gold["file"]).read_bytes().decode()
        digest = hashlib.sha256(text.encode()).hexdigest()
        families.add(digest, profile(text, [(0, len(text))], lexicon, gold["language"]))
        told.append((digest, gold))
        for i, item in enumerate(gold["claims"]):
            statements.append(statement(said(lexicon, item), id_=f"{gold['file']}:{i}", document=digest))
    reports = [
        Report(
            digest,
            gold["file"],
            naming.publisher(gold["publisher"]),
            gold["publisher"],
            gold["published"],
            gold["language"],
            frozenset({families.family[digest]}),
        )
        for digest, gold in told
    ]
    return groups, gather(statements, reports, lexicon).allegations


def test_claims_are_gathered_as_coded(view):
    """No allegation holds claims of two facts; no fact is in two."""
    groups, found = view
    fact = {f"{f}:{i}": g["label"] for g in groups for f, i in g["members"]}
    held = [{fact[s.id] for s in a.statements if s.id in fact} for a in found]
    assert [labels for labels in held if len(labels) > 1] == []
    assert sum(len(labels) for labels in held) == len(groups)


def test_origins_are_never_too_many_and_mostly_right(view):
    groups, found = view
    right = 0
    for group in groups:
        first = "{}:{}".format(*group["members"][0])
        count = next(len(a.origins) for a in found if first in {s.id for s in a.statements})
        assert count <= group["independent_origins"], group["label"]
        right += count == group["independent_origins"]
    assert right >= len(groups) - 1


def test_denials_answer_what_they_deny(view):
    groups, found = view
    for group in groups:
        first = "{}:{}".format(*group["members"][0])
        denials = next({s.id for s in a.denials} for a in found if first in {s.id for s in a.statements})
        assert denials == {f"{f}:{i}" for f, i in group["denied_by"]}, group["label"]
