"""What the words of page furniture say of a line: which kinds of zone its cues speak for, and how
strongly."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from reportedly.documents import ZoneKind
from reportedly.layout.lines import Unit
from reportedly.layout.words import words

_BULLETS: Final = ' \t\u00a0\u3000[](){}<>|｜·•*#!.,;:：、。»›>→▼■▶…?–—-+&/=【】\ufeff_"'
_EDGE_JUNK: Final = _BULLETS + "0123456789"
_ROW_WORDS: Final = 30
"""Prose of more words is no row of furniture."""
_CREDIT_LEAD: Final = re.compile(r"[(/\[|,:—–\-=（]\s*(?:[^()/\[\]]{0,40}[ /,])?$")


class Signs:
    """The cues of one unit. `whole` is a kind where the line, or the first part of it, is nothing but
    furniture."""

    __slots__ = ("counted", "credit", "start", "whole", "within")

    def __init__(self) -> None:
        self.start: list[ZoneKind] = []
        self.whole: list[tuple[ZoneKind, int]] = []
        """Parts of the line that are furniture by themselves: kind and length."""
        self.within: dict[ZoneKind, int] = {}
        self.credit = False
        self.counted = False


def _is_letter(character: str) -> bool:
    return character.isalpha() and not "\u3041" <= character <= "\u9fff"


def _ends(low: str, end: int, open_end: bool) -> bool:
    """True where no word goes on past `end`."""
    return open_end or end >= len(low) or not (_is_letter(low[end - 1]) and _is_letter(low[end]))


def _is_credit(unit: Unit, start: int, end: int) -> bool:
    """An agency's name is a credit at the very end of a line, in brackets or after a slash: "(AP Photo/X)",
    "/ Reuters"."""
    local_end, local_start = end - unit.start, start - unit.start
    rest = unit.text[local_end:]
    if len(rest) > 45:
        return False
    before = unit.text[max(0, local_start - 60) : local_start]
    if not unit.cjk and not _CREDIT_LEAD.search(before):
        return False
    opened = max(before.rfind("("), before.rfind("["), before.rfind("（"))
    closing = rest.rstrip(" .。")
    if opened >= 0:
        return closing.endswith((")", "]", "）"))
    return before.rstrip().endswith("/") and len(rest) <= 3 and not rest.strip(" .)")


class _Reader:
    """Sorts the scanner's hits to the units they stand in."""

    def __init__(self, low: str, units: list[Unit]) -> None:
        self.low = low
        self.units = units
        self.starts = [unit.start for unit in units]
        self.signs: list[Signs] = [Signs() for _ in units]
        self.bounds: dict[int, set[int]] = {}

    def heads(self, unit: Unit) -> int:
        """Where the unit's first word begins: after bullets, brackets and arrows."""
        text = unit.text
        return unit.start + len(text) - len(text.lstrip(_BULLETS))

    def parts(self, index: int) -> dict[int, int]:
        """Begin -> end of each part of a row, without the signs and figures at its edges."""
        unit = self.units[index]
        out: dict[int, int] = {}
        at = 0
        for part in unit.parts():
            begin = unit.text.find(part, at)
            at = begin + len(part)
            core = part.strip(_EDGE_JUNK)
            if core:
                inner = begin + part.find(core)
                out[unit.start + inner] = unit.start + inner + len(core)
        return out

    def read(self) -> list[Signs]:
        table = words().cues
        low = self.low
        parts_of: dict[int, dict[int, int]] = {}
        head_of: dict[int, int] = {}
        last = -1
        for pattern, start, end in words().scanner.find_matches_as_indexes(self.low, overlapping=True):
            if start and low[start - 1].isalpha() and low[start] < "\u3041" > low[start - 1]:
                continue
            index = bisect_right(self.starts, start) - 1
            if index < 0 or end > self.units[index].end:
                continue
            unit = self.units[index]
            if index != last:
                last = index
                if index not in head_of:
                    head_of[index] = self.heads(unit)
                    parts_of[index] = {} if unit.prose and unit.size > _ROW_WORDS else self.parts(index)
            for cue in table[pattern]:
                place: str = cue.place
                if place == "start":
                    if start not in (head_of[index], unit.start):
                        if cue.kind != "caption" or not self._late_credit(unit, start):
                            continue
                        place = "credit_line"
                elif place == "line" and start not in parts_of[index]:
                    continue
                if not _ends(low, end, cue.open_end):
                    continue
                self._note(
                    self.signs[index], unit, cue.kind, place, cue.weight, (start, end), parts_of[index]
                )
        return self.signs

    def _late_credit(self, unit: Unit, start: int) -> bool:
        """A caption's credit after its sentence: "... in the hills. Photo: A. Name/Agency"."""
        before = self.low[max(unit.start, start - 2) : start]
        return unit.end - start <= 60 and before.endswith(
            (". ", "! ", "? ", "(", "。", "/ ", "| ", "– ", "— ")
        )

    def _note(
        self,
        signs: Signs,
        unit: Unit,
        kind: ZoneKind,
        place: str,
        weight: int,
        at: tuple[int, int],
        parts: dict[int, int],
    ) -> None:
        start, end = at
        if place == "within":
            signs.within[kind] = signs.within.get(kind, 0) + weight
        elif place == "start":
            signs.start.append(kind)
        elif place == "line":
            if parts[start] == end:
                signs.whole.append((kind, end - start))
        elif place == "credit_line":
            signs.credit = True
        elif place == "credit":
            signs.credit = signs.credit or _is_credit(unit, start, end)
        elif place == "counted":
            head = unit.text[: start - unit.start].strip(" (")
            signs.counted = signs.counted or head.replace(" ", "").isdigit()


def read_signs(low: str, units: list[Unit]) -> list[Signs]:
    """The signs of each unit of the folded text `low`, by one pass of the scanner."""
    return _Reader(low, units).read()
