"""The compiled lexicon: its data file, and the questions that can be asked of it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate
from typing import Any

import orjson

from reportedly.errors import LexiconError
from reportedly.lexicon.entities import Entity, Match, Name
from reportedly.lexicon.folding import fold
from reportedly.lexicon.scanning import Scanner, case_fits
from reportedly.lexicon.spelling import MIXED

FORMAT = 1
DATA_FILE = "lexicon.json"

Data = Mapping[str, Any]


class Marks:
    """What a text names, in one number for each name found: for a quick look. See `Lexicon.marks`."""

    def __init__(self, lexicon: Lexicon, mark: Callable[[Name, Entity], int]) -> None:
        self._lexicon = lexicon
        self._mark = mark
        self._known: dict[int, int] = {}

    def found(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Start, end and mark of the names in `text`, in order: those of `Lexicon.scan`."""
        known = self._known
        for index, start, end in self._lexicon.scanner.hits(text):
            mark = known.get(index)
            yield start, end, self._learn(index) if mark is None else mark

    def _learn(self, index: int) -> int:
        bits = 0
        for name in self._lexicon.bearers(index):
            bits |= self._mark(name, self._lexicon.entities[name.entity])
        self._known[index] = bits
        return bits


class Lexicon:
    """Entities and their names, and the scan of a text for them.

    `data` is what the compiler writes: `entities` (id to fields), `names` (rows of text, entity, type,
    language, weak, from,
    to), `forms` (folded, one per line, the `latin` first ones in Latin letters only), `rules` and `refs`
    beside them (case
    rule; row or rows of `names`), and `spellings` of those forms whose rule needs more than a number.
    """

    def __init__(self, data: Data, version: str) -> None:
        if data.get("format") != FORMAT:
            raise LexiconError(
                f"the lexicon's data has format {data.get('format')}, not {FORMAT}: run `make lexicon`"
            )
        self.version = version
        self.entities: Mapping[str, Entity] = {
            key: _entity(key, row) for key, row in data["entities"].items()
        }
        self._ids = list(self.entities)
        self._types: list[str] = data["types"]
        self._rows: list[list[Any]] = data["names"]
        self._refs: list[int | list[int]] = data["refs"]
        self._forms: list[str] = data["forms"].split("\n") if data["forms"] else []
        self._rules: list[int] = data["rules"]
        self._spellings: dict[int, list[tuple[int, str, list[int]]]] = {
            int(key): [(rule, name, refs) for rule, name, refs in rows]
            for key, rows in data["spellings"].items()
        }
        spellings = {
            index: [(rule, name) for rule, name, _ in rows] for index, rows in self._spellings.items()
        }
        self.scanner = Scanner(self._forms, self._rules, data["latin"], spellings)
        self._names: dict[int, Name] = {}
        self._bearers: dict[int, tuple[Name, ...]] = {}

    def scan(self, text: str, languages: frozenset[str] | None = None) -> list[Match]:
        """The names in `text`, leftmost-longest, none overlapping, in order.

        With `languages`, only names of those languages, English names, and names of no language count. A
        match whose names
        are all weak is returned as well: `Match.weak` says so.
        """
        if "\r\n" in text:
            return self._scan_crlf(text, languages)
        matches = []
        for index, start, end in self.scanner.hits(text):
            if self._rules[index] == MIXED:
                names = self._written_so(index, text, start, end)
            else:
                names = self._bearers.get(index) or self.bearers(index)
            if languages is not None:
                names = tuple(
                    n for n in names if n.language is None or n.language == "en" or n.language in languages
                )
            if names:
                matches.append(Match(start, end, names))
        return matches

    def marks(self, mark: Callable[[Name, Entity], int]) -> Marks:
        """A quick look at texts: `mark` says in bits what a name speaks for; names of the same words are
        joined."""
        return Marks(self, mark)

    def _scan_crlf(self, text: str, languages: frozenset[str] | None) -> list[Match]:
        """Scans with each CR LF taken as one break, so that names go on over the end of a line; offsets are
        the text's own.
        """
        lines = text.split("\r\n")
        breaks = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))[1:]
        return [
            Match(m.start + bisect_right(breaks, m.start), m.end + bisect_right(breaks, m.end - 1), m.names)
            for m in self.scan("\n".join(lines), languages)
        ]

    def bearers(self, index: int) -> tuple[Name, ...]:
        """The names that have the form, in any spelling."""
        refs = self._refs[index]
        names = tuple(self._name(ref) for ref in ((refs,) if isinstance(refs, int) else refs))
        self._bearers[index] = names
        return names

    def _written_so(self, index: int, text: str, start: int, end: int) -> tuple[Name, ...]:
        refs = sorted(
            {
                ref
                for rule, name, refs in self._spellings[index]
                if case_fits(rule, name, text, start, end)
                for ref in refs
            }
        )
        return tuple(self._name(ref) for ref in refs)

    def _name(self, ref: int) -> Name:
        name = self._names.get(ref)
        if name is None:
            text, entity, kind, language, weak, since, until = self._rows[ref]
            name = Name(text, self._ids[entity], self._types[kind], language, bool(weak), since, until)
            self._names[ref] = name
        return name

    def names_of(self, entity_id: str) -> list[Name]:
        """Every name of the entity as listed, the canonical one first; without the forms that the compiler
        makes.
        """
        return [self._name(ref) for ref in self._rows_of.get(entity_id, ())]

    @cached_property
    def _rows_of(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for ref, row in enumerate(self._rows):
            rows.setdefault(self._ids[row[1]], []).append(ref)
        return rows

    def ancestors(self, entity_id: str) -> tuple[str, ...]:
        """The ids above the entity, nearest first, each once."""
        found: list[str] = []
        level: Sequence[str] = self.entities[entity_id].parents if entity_id in self.entities else ()
        while level:
            fresh = [parent for parent in dict.fromkeys(level) if parent not in found]
            found += fresh
            level = [above for parent in fresh for above in self.entities[parent].parents]
        return tuple(found)

    def search(self, words: str | Iterable[str]) -> list[Entity]:
        """The entities that bear `words` as a name, then those with a name that begins so; each group by id.
        For people.
        """
        wanted = fold(words if isinstance(words, str) else " ".join(words)).strip()
        if not wanted:
            return []
        exact: set[str] = set()
        begun: set[str] = set()
        for form, refs in zip(self._forms, self._refs, strict=True):
            if form.startswith(wanted):
                ids = {self._ids[self._rows[ref][1]] for ref in ([refs] if isinstance(refs, int) else refs)}
                (exact if form == wanted else begun).update(ids)
        return [self.entities[key] for key in (*sorted(exact), *sorted(begun - exact))]


def _entity(key: str, row: Mapping[str, Any]) -> Entity:
    lists = {
        field: tuple(row[field]) for field in ("parents", "languages", "domains", "sources") if field in row
    }
    return Entity(**{"id": key, "kind": key.partition("/")[0], **row, **lists})


def parse(raw: bytes) -> Lexicon:
    """The lexicon of a compiled data file; raises `LexiconError` where it is not one."""
    try:
        data = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise LexiconError(f"the lexicon's data is damaged ({error}): run `make lexicon`") from error
    return Lexicon(data, hashlib.sha256(raw).hexdigest()[:12])


@cache
def load() -> Lexicon:
    """The lexicon that comes with the package, read on first use and kept."""
    return parse((files("reportedly.lexicon") / "data" / DATA_FILE).read_bytes())
