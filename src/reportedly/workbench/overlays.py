"""What reviewers judged about allegations, laid over what was gathered: claims that belong elsewhere, and
chains
that have one origin or have not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.gather.allegations import Allegation, Gathered
from reportedly.ledger.decisions import Decision
from reportedly.trace.origins import Origin, origins
from reportedly.trace.statements import Statement
from reportedly.workbench.snapshot import Entry, Snapshot


def laid_over(every: Gathered, snapshot: Snapshot) -> list[Allegation]:
    """The allegations with the standing judgements; one that lost all its claims is left out."""
    moves = {entry.id: target for entry in snapshot.entries if (target := moved_to(entry))}
    found = _moved(every, moves)
    judged = snapshot.origins
    return [_rejoined(allegation, judged) for allegation in found] if judged else found


def moved_to(entry: Entry) -> str:
    """The allegation that a reviewer moved a claim to, by the last word on it; empty where it was left or put
    back."""
    told = [d.content.get("allegation", "") for d in entry.history if d.verdict == "move"]
    return str(told[-1]) if told else ""


def _moved(every: Gathered, moves: Mapping[str, str]) -> list[Allegation]:
    if not moves:
        return list(every.allegations)
    known = {a.id for a in every.allegations}
    leaving: dict[str, list[Statement]] = {}
    for allegation in every.allegations:
        for s in allegation.statements:
            if moves.get(s.id, allegation.id) != allegation.id and moves[s.id] in known:
                leaving.setdefault(moves[s.id], []).append(s)
    gone = {s.id for arriving in leaving.values() for s in arriving}
    found = []
    for allegation in every.allegations:
        arriving = leaving.get(allegation.id, [])
        told = [s for s in allegation.statements if s.id not in gone] + arriving
        if not told:
            continue
        if len(told) == len(allegation.statements) and not arriving:
            found.append(allegation)
            continue
        again = tuple(origins(told, every.tellings))
        admitted = tuple(s for s in allegation.admissions if s.id not in gone)
        found.append(replace(allegation, statements=tuple(told), origins=again, admissions=admitted))
    return found


def _rejoined(allegation: Allegation, judged: Iterable[tuple[str, str, Decision]]) -> Allegation:
    held = {s.id for s in allegation.statements}
    found = list(allegation.origins)
    for one, other, decision in judged:
        if one in held and other in held:
            if decision.verdict == "positive":
                found = _joined(found, one, other)
            elif decision.verdict == "negative":
                found = _parted(found, one, other)
    return replace(allegation, origins=tuple(found))


def _joined(found: list[Origin], one: str, other: str) -> list[Origin]:
    """One origin in place of the two that hold the claims."""
    both = [o for o in found if {s.id for s in o.statements} & {one, other}]
    if len(both) < 2:
        return found
    together = Origin(
        tuple(s for o in both for s in o.statements), tuple(tie for o in both for tie in o.ties)
    )
    return [together if o is both[0] else o for o in found if o is both[0] or o not in both]


def _parted(found: list[Origin], one: str, other: str) -> list[Origin]:
    """The one told later is taken out of the origin that holds both, as one of its own."""
    out = []
    for origin in found:
        ids = [s.id for s in origin.statements]
        if one not in ids or other not in ids:
            out.append(origin)
            continue
        later = max((one, other), key=ids.index)
        for keep in (False, True):
            statements = tuple(s for s in origin.statements if (s.id == later) is keep)
            out.append(Origin(statements, tuple(t for t in origin.ties if (t.statement == later) is keep)))
    return out
