"""Who tells what in which order: the view of all documents from which passing on is recognised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from reportedly.trace.naming import Naming
from reportedly.trace.statements import Report, Statement
from reportedly.trace.voices import cited, publisher_voice


class Tellings:
    """Every document's statements in the order of its text, and the allegation that each belongs to."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        statements: Iterable[Statement],
        allegation: Mapping[str, str],
        naming: Naming,
    ) -> None:
        self.reports, self.naming, self.allegation = reports, naming, allegation
        self._told: dict[str, list[Statement]] = {}
        for s in sorted(statements, key=lambda s: (s.document, s.evidence, s.id)):
            self._told.setdefault(s.document, []).append(s)
        self._publishers = frozenset(publisher_voice(report, naming) for report in reports.values())
        self.cites = lru_cache(maxsize=None)(self._cites)
        self.publisher = lru_cache(maxsize=None)(self._publisher)
        self.topics = lru_cache(maxsize=None)(self._topics)

    def told(self, document: str) -> list[Statement]:
        return self._told.get(document, [])

    def _cites(self, document: str) -> frozenset[str]:
        """The outlets that a document credits, and speakers that published reports of their own."""
        outlets, speakers = cited(self.told(document), self.naming)
        return (outlets | (speakers & self._publishers)) - {self.publisher(document)}

    def _publisher(self, document: str) -> str:
        return publisher_voice(self.reports[document], self.naming)

    def _topics(self, document: str) -> tuple[str, ...]:
        """The allegations that it speaks of, in the order of its text; a repeat at once counts once."""
        order: list[str] = []
        for s in self.told(document):
            topic = self.allegation.get(s.id)
            if topic is not None and (not order or order[-1] != topic):
                order.append(topic)
        return tuple(order)

    def sentence_mates(self, statement: Statement) -> list[Statement]:
        """Other statements of the document whose evidence overlaps."""
        return [
            s
            for s in self.told(statement.document)
            if s.id != statement.id
            and any(a < d and c < b for a, b in statement.evidence for c, d in s.evidence)
        ]

    def in_step(self, statement: Statement, other: str) -> bool:
        """Whether the document `other` tells the statement's allegation and a near one in the same order: a
        stretch of the story, passed on."""
        topic = self.allegation.get(statement.id)
        if topic is None:
            return False
        theirs = _steps(self.topics(other))
        return any(topic in step and step in theirs for step in _steps(self.topics(statement.document)))

    def tells(self, document: str, topic: str | None) -> bool:
        """Whether the document speaks of an allegation."""
        return topic is not None and topic in self.topics(document)


def _steps(topics: tuple[str, ...]) -> set[tuple[str, str]]:
    """Pairs of topics of which the second comes right after the first, or but one."""
    return {*pairwise(topics), *zip(topics, topics[2:], strict=False)}
