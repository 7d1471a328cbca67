"""Attribution chains: who says it, through whom, out of which interest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from reportedly.trace.naming import Naming
from reportedly.trace.statements import Link, Report, Statement

SourceType = Literal["anonymous", "person", "organ", "outlet", "agency", "report", "publisher"]
Interest = Literal["party", "opponent", "third", "unknown"]

PARTY_ROLES = (
    "supplier", "recipient", "holder", "user", "producer", "authority", "subject", "intermediary",
    "financier",
)  # fmt: skip
_OUTLET_AGENCY = frozenset({"agency", "news_agency"})


@dataclass(frozen=True, slots=True)
class Hop:
    """One source of a chain, with its type, its interest in the fact and the words that bring it in."""

    key: str
    name: str
    type: SourceType
    interest: Interest
    words: str
    start: int | None
    end: int | None

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "id": self.key if "/" in self.key and not self.key.startswith("~") else None,
            "type": self.type,
            "interest": self.interest,
            "words": self.words,
            "start": self.start,
            "end": self.end,
        }


def innermost_outlet(chain: Iterable[Link]) -> Link | None:
    """The outlet nearest the fact: the one whose story it is."""
    return next((link for link in chain if link.role == "outlet"), None)


def root_speaker(statement: Statement) -> Link | None:
    """Who is nearest the fact and is no outlet; None where the chain begins with one, or is empty."""
    first = statement.chain[0] if statement.chain else None
    return None if first is None or first.role == "outlet" else first


def source_type(link: Link, naming: Naming) -> SourceType:
    """What kind of source a link is. A speaker that the lexicon does not know counts as a person where the
    name has two capitalised words and no party in it, else as anonymous."""
    entity = naming.lexicon.entities.get(link.key)
    if link.role == "document":
        return "report"
    if link.role == "outlet":
        return "agency" if entity is not None and entity.category in _OUTLET_AGENCY else "outlet"
    if entity is not None:
        return "person" if entity.category == "person" else "organ"
    return "person" if _looks_named(link.name) and not naming.speaks_for(link) else "anonymous"


def _looks_named(name: str) -> bool:
    words = name.split()
    return len(words) >= 2 and all(word[:1].isupper() for word in words)


def parties(statements: Iterable[Statement]) -> frozenset[str]:
    """The actors that the statements are about."""
    return frozenset(key for s in statements for role in PARTY_ROLES for key in s.keys(role))


def interest_of(
    link: Link, involved: frozenset[str], naming: Naming, foes: Mapping[str, frozenset[str]]
) -> Interest:
    """A source's interest in a fact about `involved`: it speaks for one of them, for one of their foes (those
    that they are said to use arms against), for a third, or for nobody that is known."""
    speaks = naming.speaks_for(link)
    if speaks & involved:
        return "party"
    if any(speaks & foes.get(party, frozenset()) for party in involved):
        return "opponent"
    return "third" if speaks else "unknown"


def foes_of(statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """Who is said to use arms against whom, both ways round."""
    found: dict[str, set[str]] = {}
    for s in statements:
        if s.kind == "use" and not s.denied:
            for user in s.keys("user"):
                for target in s.keys("target"):
                    found.setdefault(user, set()).add(target)
                    found.setdefault(target, set()).add(user)
    return {key: frozenset(others) for key, others in found.items()}


def chain_of(
    statement: Statement,
    report: Report,
    involved: frozenset[str],
    naming: Naming,
    foes: Mapping[str, frozenset[str]],
) -> list[Hop]:
    """The whole chain, nearest the fact first, the publisher last."""
    hops = [
        Hop(
            link.key,
            link.name,
            source_type(link, naming),
            interest_of(link, involved, naming, foes),
            link.words,
            link.start,
            link.end,
        )
        for link in statement.chain
    ]
    own = Link(report.publisher, report.publisher_name or report.file, "publisher", 0, 0)
    hops.append(Hop(own.key, own.name, "publisher", interest_of(own, involved, naming, foes), "", None, None))
    return hops
