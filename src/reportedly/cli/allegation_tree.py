"""An allegation on the terminal: every origin with the way its story took, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from reportedly.cli.allegations import kind_of, row_json, title
from reportedly.cli.terminal import one_line, visible
from reportedly.gather.allegations import Allegation, Gathered
from reportedly.gather.record import hops
from reportedly.ledger import Ledger
from reportedly.ledger.columns import when
from reportedly.ledger.grading import CREDIBILITY, Grade, all_grades
from reportedly.ledger.tracing import shared
from reportedly.trace.chains import Hop
from reportedly.trace.statements import Statement

_QUOTE = 160
_SHOWN = 40
"""Documents of one origin that are drawn; the rest are counted."""
_COMPARED = 20


def show_allegation(screen: Console, allegation: Allegation, every: Gathered, ledger: Ledger) -> None:
    """The tree: origins, the documents of each with its chain and words, denials, admissions, conflicts."""
    graded = all_grades(ledger, "allegation")
    row = row_json(allegation, every, graded)
    said = {s.id: s for s in (*allegation.statements, *allegation.denials)}
    tree = Tree(_head(row), guide_style="dim")
    for number, origin in enumerate(row["origins"], 1):
        _origin(tree, number, origin, said, every)
    for heading, key in (
        ("denied by", "denied_by"),
        ("admitted by", "admitted_by"),
        ("taken back by", "corrected_by"),
    ):
        if row[key]:
            branch = tree.add(Text(f"{heading} ({len(row[key])})", style="bold"))
            for id_ in row[key][:_SHOWN]:
                _statement(branch, said[id_], every)
            _rest(branch, len(row[key]))
    _conflicts(tree, row["conflicts"])
    for note in row["notes"]:
        tree.add(Text(visible(f"note: {note['file']}: {note['note']}"), style="yellow"))
    _grades(tree, allegation, graded, row["credibility"])
    screen.print(tree)


def allegation_json(allegation: Allegation, every: Gathered, ledger: Ledger) -> dict[str, Any]:
    """The allegation in full: with grades, and the passages that documents of one origin share."""
    graded = all_grades(ledger, "allegation")
    held = {s.id for s in allegation.statements}
    row = row_json(allegation, every, graded)
    for origin, told in zip(row["origins"], allegation.origins, strict=True):
        documents = [step["document"] for step in origin["path"]]
        families = [every.tellings.reports[d].families for d in documents]
        kin = [d for d, f in zip(documents, families, strict=True) if f & families[0]][1:_COMPARED]
        origin["shared_passages"] = shared(ledger, documents[0], kin) if told.ties else []
    row["grades"] = [grade.to_json() for grade in graded if grade.target in held]
    return row


def _head(row: dict[str, Any]) -> Text:
    who, whom, what = title(row)
    parts = [f"{who or '?'} → {whom or '?'}" if who or whom else "", what, when(row["when"])]
    head = Text(visible(f"{row['id']}  {kind_of(row)}: {' · '.join(p for p in parts if p)}"), style="bold")
    origins, documents = row["independent_origins"], row["document_count"]
    head.append(
        f"\n{documents} document{'s' * (documents != 1)}, {origins} independent origin{'s' * (origins != 1)}"
    )
    return head


def _origin(
    tree: Tree, number: int, origin: dict[str, Any], said: dict[str, Statement], every: Gathered
) -> None:
    marks = [mark for mark in (origin["source"], origin["interest"]) if mark not in ("named", "unknown")]
    aside = f" ({', '.join(marks)})" if marks else ""
    branch = tree.add(Text(visible(f"origin {number}: {origin['name']}{aside}"), style="bold"))
    by_document: dict[str, list[Statement]] = {}
    for id_ in origin["claims"]:
        by_document.setdefault(said[id_].document, []).append(said[id_])
    for step in origin["path"][:_SHOWN]:
        report = every.tellings.reports[step["document"]]
        evidence = (
            f" ({one_line(step['evidence'], 60)})" if step["signal"] in ("credits", "same source") else ""
        )
        words = f"{step['published'] or 'no date'}  {report.publisher_name or '?'}  {step['file']}"
        leaf = branch.add(Text(visible(words) + "  "))
        assert isinstance(leaf.label, Text)
        leaf.label.append(visible(step["signal"] + evidence), "cyan")
        for s in by_document[step["document"]]:
            _statement(leaf, s, every)
    _rest(branch, len(origin["path"]))


def _rest(branch: Tree, count: int) -> None:
    if count > _SHOWN:
        branch.add(Text(f"and {count - _SHOWN} more", style="dim"))


def _statement(branch: Tree, s: Statement, every: Gathered) -> None:
    quote = s.body["evidence"][0]["text"] if s.body.get("evidence") else ""
    leaf = branch.add(
        Text(f"{s.id[:10]}  ", style="dim") + Text(f"“{one_line(quote, _QUOTE)}”", style="default")
    )
    chain = hops(s, every)
    leaf.add(Text(" < ".join(_hops(chain)), style="dim"))


def _hops(chain: list[Hop]) -> Iterator[str]:
    for hop in chain:
        marks = [hop.type] + ([hop.interest] if hop.interest not in ("unknown", "third") else [])
        words = f", “{one_line(hop.words, 30)}”" if hop.words else ""
        yield visible(f"{hop.name} [{', '.join(marks)}{words}]")


def _conflicts(tree: Tree, conflicts: list[dict[str, Any]]) -> None:
    if not conflicts:
        return
    branch = tree.add(Text("conflicts", style="bold"))
    for conflict in conflicts:
        values = []
        for value in conflict["values"]:
            told = [str(v) for k, v in value.items() if k != "claims" and v is not None]
            values.append(f"{'–'.join(dict.fromkeys(told))} ({len(value['claims'])})")
        of = f" of {conflict['of']}" if "of" in conflict else ""
        branch.add(Text(visible(f"{conflict['field']}{of}: {' / '.join(values)}")))


def _grades(tree: Tree, allegation: Allegation, graded: list[Grade], standing: str) -> None:
    held = {s.id for s in allegation.statements}
    branch = tree.add(Text(f"credibility {standing}: {CREDIBILITY[standing]}"))
    for grade in graded:
        if grade.target in held:
            said = f"{grade.at}  {grade.grade} by {grade.author}"
            said += f", “{grade.likelihood}”" if grade.likelihood else ""
            branch.add(Text(visible(said + (f": {grade.note}" if grade.note else ""))))
