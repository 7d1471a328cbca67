"""Finding names in a text: one pass of an Aho-Corasick automaton, then a look at what surrounds each hit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from reportedly.lexicon.folding import fold_and_look
from reportedly.lexicon.spelling import ANY_CASE, EXACT, is_cjk, is_katakana

Hit = tuple[int, int, int]
"""Index of the form, start, end."""

_SHORT_ACRONYM = 4
_FIRST_CJK = "\u2e80"
_WORD_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ")
_ENDS_WORD = frozenset(' .,;:!?)]"|、。」')
_STARTS_WORD = frozenset(' .,;:(["|、。「')
"""Characters beside which every name stands free, whatever its script."""
_has_digit = re.compile("[0-9]").search


class Automaton:
    """Forms searched leftmost-longest, at any character: for scripts that do not part words."""

    def __init__(self, forms: Sequence[str]) -> None:
        self.size = len(forms)
        self.search: Callable[[str], list[Hit]] = AhoCorasick(
            forms,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        ).find_matches_as_indexes


_MARK = "?"
"""Stands for letters beyond ASCII in what the automaton of words sees."""
_SIGHT = bytes(
    ord(char) if char.isalnum() or char in f"_\n{_MARK}" else ord(" ") for char in map(chr, range(0x80))
) + bytes(0x80)
"""Marks between words all look like a space, so that a form is tried only where a word begins; whether the
marks are those of the form is looked at in the text itself."""
_ASCII = bytes(range(0x80))


def _seen(folded: str) -> bytes:
    """`folded` as the automaton of words sees it: one byte for each character."""
    if not folded.isascii():
        rest = folded.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        for char in sorted(set(rest.decode("utf-8", "surrogatepass"))):
            if not char.isalnum():
                folded = folded.replace(char, " ")
    return folded.replace(_MARK, " ").encode("ascii", "replace").translate(_SIGHT)


class WordAutomaton:
    """Forms searched leftmost-longest where words begin: for scripts that part words. Letters in the middle
    of words, most of what a bare automaton reports, are never looked at twice."""

    def __init__(self, forms: Sequence[str]) -> None:
        self.size = len(forms)
        self._index = {form: i for i, form in enumerate(forms)}
        seen = _seen("\n".join(forms)).split(b"\n") if forms else []
        keys = {b" " + key: i for i, key in enumerate(seen)}
        self._words = [i if forms[i].isascii() and forms[i].isalnum() else -1 for i in keys.values()]
        """The form of a key that holds no marks, and so needs no second look; -1 of others."""
        self._find: Callable[[bytes], list[Hit]] = BytesAhoCorasick(
            list(keys), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        ).find_matches_as_indexes

    def search(self, folded: str) -> list[Hit]:
        """The hits in a folded text; -1 for the index where the marks are not those of any form."""
        index, words = self._index.get, self._words
        # The space in front parts the first word and shifts all by one: the keys' own spaces drop out.
        return [
            (words[key] if words[key] >= 0 else index(folded[start : end - 1], -1), start, end - 1)
            for key, start, end in self._find(b" " + _seen(folded))
        ]


def blocked_before(folded: str, start: int, first: str, *, designation: bool) -> bool:
    """True where the character before `start` makes the words part of a longer one."""
    if not start:
        return False
    before = folded[start - 1]
    if is_cjk(first):
        return is_katakana(first) and is_katakana(before)
    if before == "-":
        return designation and start > 1 and folded[start - 2].isalnum()
    return before == "_" or (before.isalnum() and not is_cjk(before))


def blocked_after(folded: str, end: int, last: str, *, designation: bool) -> bool:
    """True where what follows `end` goes on with the word: a letter, a digit, an apostrophe within a word,
    M1-2 after M1.
    """
    if end >= len(folded):
        return False
    after = folded[end]
    if is_cjk(last):
        return is_katakana(last) and is_katakana(after)
    if after == "'":
        follow = folded[end + 1 : end + 3]
        return (
            follow[:1].isalpha()
            and not (follow[0] == "s" and not follow[1:].isalpha())
            and not is_cjk(follow[0])
        )
    if after == "-":
        return designation and folded[end + 1 : end + 2].isdigit()
    return after == "_" or (after.isalnum() and not is_cjk(after))


def line_is_all_capitals(text: str, start: int, end: int) -> bool:
    """True where the line around the words has other letters, and all of them are capitals: a headline that
    shouts.
    """
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    around = text[begin:start] + text[end : stop if stop >= 0 else len(text)]
    return around.isupper()


def case_fits(rule: int, name: str, text: str, start: int, end: int) -> bool:
    """True where the capitals of `text[start:end]` are those that the rule of the form `name` asks for."""
    if rule == ANY_CASE:
        return True
    if rule >= 0:
        return not text[start + rule].islower()
    words = text[start:end]
    if words != name and (words.isascii() or not (words.isupper() and name.isupper())):
        return False
    short = sum(map(str.isalpha, name)) < _SHORT_ACRONYM
    return not (short and line_is_all_capitals(text, start, end))


class Scanner:
    """Scans texts for forms. Forms are folded strings; `rules[i]` says how form `i` may be written, see
    `spelling`.

    `latin` is the number of forms, from the first, that hold nothing but Latin letters: texts without other
    scripts need
    only those, and the automaton of all forms is built when the first text comes that needs it.
    `spellings[i]` are the
    ways to write form `i`, where its rule is `EXACT` or `MIXED`: pairs of a rule and the name as written.
    """

    def __init__(
        self,
        forms: list[str],
        rules: Sequence[int],
        latin: int,
        spellings: Mapping[int, Sequence[tuple[int, str]]],
    ) -> None:
        self._forms = forms
        self._rules = rules
        self._latin = latin
        self._spellings = spellings
        self._index: dict[str, int] = {}
        self._lengths: dict[str, list[int]] = {}
        self._narrow = WordAutomaton(forms[:latin])
        self._wide: Automaton | None = None
        # The text last searched is kept with its hits: a report is screened, then read.
        self._last: tuple[str, list[Hit]] = ("", [])

    def hits(self, text: str) -> Sequence[Hit]:
        """The forms found in `text`, leftmost-longest, none overlapping, in order; the case and the
        neighbours are right.
        """
        last = self._last
        if text is not last[0]:
            # One assignment, so that threads never see one text with the hits of another.
            self._last = last = (text, self._search(text))
        return last[1]

    def _search(self, text: str) -> list[Hit]:
        folded, latin = fold_and_look(text)
        automaton = self._narrow if latin else self._widened()
        # The space at the end answers for what stands after the last word and, by index -1, before the first.
        folded += " "
        found: list[Hit] = []
        rules, forms, word_letters = self._rules, self._forms, _WORD_LETTERS
        position = 0
        for hit in automaton.search(folded):
            index, start, end = hit
            if index >= 0 and start >= position:
                after, before, rule = folded[end], folded[start - 1], rules[index]
                # The commonest answers are given here, without a call: letters of a longer word, an acronym's
                # letters in
                # an ordinary word, a name with spaces or stops on both sides.
                if (
                    after in word_letters
                    or before in word_letters
                    or (rule == EXACT and text[start].islower())
                ):
                    form = forms[index]
                    if form[0] < _FIRST_CJK and form.isalnum():
                        continue
                    stands = self._stands(index, text, folded, start, end)
                elif after in _ENDS_WORD and before in _STARTS_WORD:
                    if rule >= 0:
                        stands = not text[start + rule].islower()
                    else:
                        stands = rule == ANY_CASE or self._written_right(index, text, start, end)
                else:
                    stands = self._stands(index, text, folded, start, end)
                if stands:
                    found.append(hit)
                    position = end
                    continue
                if (form := forms[index]).isalnum() and form[0] < _FIRST_CJK:
                    continue
            elif end <= position:
                continue
            position = self._repair(found, automaton, text, folded, max(start, position), end)
        return found

    def _widened(self) -> Automaton:
        if self._wide is None:
            self._wide = Automaton(self._forms)
        return self._wide

    def _written_right(self, index: int, text: str, start: int, end: int) -> bool:
        return any(case_fits(rule, name, text, start, end) for rule, name in self._spellings[index])

    def _stands(self, index: int, text: str, folded: str, start: int, end: int) -> bool:
        form, rule = self._forms[index], self._rules[index]
        after = folded[end]
        if after in _WORD_LETTERS and form[-1] < _FIRST_CJK:
            return False
        designation = rule == EXACT or _has_digit(form) is not None
        if blocked_after(folded, end, form[-1], designation=designation):
            return False
        if blocked_before(folded, start, form[0], designation=designation):
            return False
        if rule >= ANY_CASE:
            return rule == ANY_CASE or not text[start + rule].islower()
        return self._written_right(index, text, start, end)

    def _repair(
        self,
        found: list[Hit],
        automaton: Automaton | WordAutomaton,
        text: str,
        folded: str,
        start: int,
        end: int,
    ) -> int:
        """Looks for what a refused hit hides: a shorter form at its start, or forms that start within it.

        Adds what it finds and returns where the search stands.
        """
        position = start
        for begin in _word_starts(folded, start, end):
            if begin < position:
                continue
            for length in self._lengths_at(folded, begin):
                stop = begin + length
                if stop > len(folded):
                    continue
                index = self._lookup(folded[begin:stop], automaton)
                if index is not None and self._stands(index, text, folded, begin, stop):
                    found.append((index, begin, stop))
                    position = stop
                    break
        return position

    def _lengths_at(self, folded: str, begin: int) -> Sequence[int]:
        """Lengths of the forms that begin with the two characters at `begin`, longest first."""
        if not self._lengths:
            lengths: dict[str, set[int]] = {}
            for form in self._forms:
                lengths.setdefault(form[:2], set()).add(len(form))
            self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}
        two = self._lengths.get(folded[begin : begin + 2], ())
        one = self._lengths.get(folded[begin], ())
        return (*two, *one) if one else two

    def _lookup(self, words: str, automaton: Automaton | WordAutomaton) -> int | None:
        if not self._index:
            self._index = {form: i for i, form in enumerate(self._forms)}
        index = self._index.get(words)
        return index if index is not None and index < automaton.size else None


def _word_starts(folded: str, start: int, end: int) -> Iterator[int]:
    for i in range(start, end):
        char = folded[i]
        before = folded[i - 1] if i else " "
        if is_cjk(char):
            if not (is_katakana(char) and is_katakana(before)):
                yield i
        elif char.isalnum() and (not before.isalnum() or is_cjk(before)):
            yield i
