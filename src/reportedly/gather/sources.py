"""Sources: who says what, who passes it on, how often on nobody else's word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportedly.gather.allegations import Gathered
from reportedly.trace.chains import SourceType, innermost_outlet, root_speaker, source_type
from reportedly.trace.origins import Origin
from reportedly.trace.statements import UNRESOLVED


@dataclass(slots=True)
class Source:
    """A source of the ledger. `cited_by` counts documents for each publisher that names it; `only_origin` the
    allegations that rest on it alone."""

    key: str
    name: str
    type: SourceType
    published: int = 0
    claims: int = 0
    cited_by: dict[str, int] = field(default_factory=dict)
    allegations: int = 0
    only_origin: int = 0

    @property
    def cited(self) -> int:
        """Documents that name it."""
        return sum(self.cited_by.values())

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.key.removeprefix(UNRESOLVED),
            "id": None if self.key.startswith(UNRESOLVED) else self.key,
            "name": self.name,
            "type": self.type,
            "documents": self.published,
            "claims": self.claims,
            "cited": self.cited,
            "cited_by": dict(sorted(self.cited_by.items(), key=lambda c: (-c[1], c[0]))),
            "allegations": self.allegations,
            "only_origin": self.only_origin,
        }


def sources(gathered: Gathered) -> list[Source]:
    """Those named most often first."""
    found: dict[str, Source] = {}
    named: dict[str, set[str]] = {}
    reports = gathered.tellings.reports
    for digest in sorted(reports):
        report = reports[digest]
        if report.publisher_name:
            own = found.setdefault(
                report.publisher, Source(report.publisher, report.publisher_name, "publisher")
            )
            own.published += 1
        for s in gathered.tellings.told(digest):
            for link in s.chain:
                kind = source_type(link, gathered.naming)
                source = found.setdefault(link.key, Source(link.key, link.name, kind))
                source.claims += 1
                if digest not in named.setdefault(link.key, set()):
                    named[link.key].add(digest)
                    publisher = report.publisher_name or report.file
                    source.cited_by[publisher] = source.cited_by.get(publisher, 0) + 1
    _count_origins(gathered, found)
    return sorted(found.values(), key=lambda s: (-s.cited, -s.published, s.key))


def _count_origins(gathered: Gathered, found: dict[str, Source]) -> None:
    for allegation in gathered.allegations:
        behind = {key for origin in allegation.origins for key in _behind(origin, gathered)}
        for key in sorted(behind & found.keys()):
            found[key].allegations += 1
            found[key].only_origin += len(allegation.origins) == 1


def _behind(origin: Origin, gathered: Gathered) -> Iterator[str]:
    """The sources that an origin is: its speakers, and the outlets or publishers whose story it is."""
    for s in origin.statements:
        speaker, outlet = root_speaker(s), innermost_outlet(s.chain)
        if speaker is not None:
            yield speaker.key
        if outlet is not None:
            yield outlet.key
        elif any(t.statement == s.id and t.reason == "same_publisher" for t in origin.ties):
            yield gathered.tellings.reports[s.document].publisher
