"""What the entries say of each other: parents that exist, no circles, no strong name with two unrelated
bearers.
"""

from __future__ import annotations

from collections.abc import Iterable

from lexicon_build.entries import Complaints, Entry
from reportedly.lexicon.folding import fold
from reportedly.lexicon.spelling import is_acronym


def check_ids(entries: Iterable[Entry], complaints: Complaints) -> dict[str, Entry]:
    """The entries by id; a second entry of the same id is complained of and left out."""
    by_id: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in by_id:
            complaints.add(entry.where, f"the id is taken: {by_id[entry.id].where}")
        else:
            by_id[entry.id] = entry
    return by_id


def ancestors(by_id: dict[str, Entry], entry: Entry, complaints: Complaints) -> frozenset[str]:
    """The ids above the entry; complains of parents that do not exist and of circles."""
    found: set[str] = set()
    pending = [(entry, parent) for parent in entry.fields.get("parents", [])]
    while pending:
        child, parent = pending.pop()
        if parent not in by_id:
            if child is entry:
                complaints.add(entry.where, f"parent `{parent}` does not exist")
            continue
        if parent == entry.id:
            complaints.add(entry.where, "is its own ancestor")
        if parent not in found:
            found.add(parent)
            pending += [(by_id[parent], above) for above in by_id[parent].fields.get("parents", [])]
    return frozenset(found)


def check_shared_names(
    by_id: dict[str, Entry], above: dict[str, frozenset[str]], complaints: Complaints
) -> None:
    """Complains of strong names that two entities bear, unless one is above the other or an entry says
    `shared: true`.

    The capital of a state, used for its government, is the place's name too, by design.
    """
    bearers: dict[tuple[str, str], list[tuple[Entry, str]]] = {}
    for key in sorted(by_id):
        entry = by_id[key]
        for label in entry.labels:
            if not label.weak:
                written = label.text if is_acronym(label.text) else ""
                bearers.setdefault((fold(label.text), written), []).append((entry, label.type))
    for (name, _), held in sorted(bearers.items()):
        for i, (one, type_one) in enumerate(held):
            for other, type_other in held[:i]:
                if _unrelated(one, other, above) and "capital" not in (type_one, type_other):
                    complaints.add(
                        one.where, f"strong name `{name}` is borne by {other.id} too ({other.where})"
                    )


def _unrelated(one: Entry, other: Entry, above: dict[str, frozenset[str]]) -> bool:
    if one.id == other.id or one.shared or other.shared:
        return False
    return other.id not in above[one.id] and one.id not in above[other.id]
