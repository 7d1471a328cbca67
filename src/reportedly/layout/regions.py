"""What a line is by its place: headline and lead at the head, crossheads in the middle, teasers and
readers' comments at the tail."""

from __future__ import annotations

import re
from typing import Final

from reportedly.layout.cues import Signs
from reportedly.layout.kinds import WORDS_PER_CUE
from reportedly.layout.lines import Unit
from reportedly.layout.words import SURE_WEIGHT, folded, words

_JUNK: Final = " \t\u00a0\u3000[](){}<>|・·•*#!.,;:：»›>→▼■▶◆●…?–—-+/=【】_0123456789"
_BULLETS: Final = ("・", "•", "- ", "– ", "* ", "► ", "▶", "● ", "■", "» ", "> ")
# "QUAY & TIDE MONITOR – free news from the docks"
_MASTHEAD: Final = re.compile(r"(?:[^\W\da-zа-яёіїєґß-öø-ÿ]+[ &]+)+[—–|-]\s+.*[a-zа-яёіїєґ]{3}")
_TITLE_MAX: Final = 260
_SUBHEAD_WORDS: Final = 14


def _core(unit: Unit) -> str:
    return unit.low.strip(_JUNK)


def _is_body(unit: Unit) -> bool:
    return unit.kind is None and unit.prose


def _first_body(units: list[Unit]) -> int | None:
    strong = (i for i, u in enumerate(units) if _is_body(u) and (u.size >= 16 or u.sentences >= 2))
    found = next(strong, None)
    return found if found is not None else next((i for i, u in enumerate(units) if _is_body(u)), None)


def _capitals(text: str) -> bool:
    return text.isupper() and len(text) > 3


def _named_as_outlet(unit: Unit) -> bool:
    """True of "Harbour Weekly": few words, all capitalised, an outlet's word at the end."""
    tokens = unit.text.split()
    named = all(token[:1].isupper() or len(token) <= 3 for token in tokens)
    return 1 < len(tokens) <= 5 and named and tokens[-1].lower() in words().publisher_types


def _title_score(units: list[Unit], index: int, masthead: bool) -> int:
    unit = units[index]
    following = units[index + 1] if index + 1 < len(units) else None
    score = min(unit.size, 12) + 4 * (unit.gap and index > 0)
    if following is not None:
        score += 5 if following.kind == "byline" else 3 if following.gap else 0
        score -= 6 if following.kind == "menu" and not following.gap else 0
    if unit.text.endswith((".", "。")) and unit.size >= 3:
        score -= 8
    if index == 0 and (_named_as_outlet(unit) or _MASTHEAD.match(unit.text)):
        score -= 9
    return score - 9 * (masthead and unit.block == 0)


def _candidates(units: list[Unit], end: int) -> list[int]:
    never = words().never_names
    return [
        i
        for i, u in enumerate(units[:end])
        if u.kind is None and u.size >= 2 and len(u.text) <= _TITLE_MAX and _core(u) not in never
        and not u.text.endswith((":", "："))
    ]  # fmt: skip


def find_title(units: list[Unit], known: str | None) -> int | None:
    """The unit that is the headline: the one the metadata names, else the best line before the first prose,
    else None."""
    best = _best_title(units)
    wanted = folded(known or "").strip()
    if not wanted or (best is not None and units[best].low == wanted):
        return best
    for index, unit in enumerate(units[:60]):
        if unit.low == wanted or (len(unit.low) > 15 and wanted.startswith(unit.low)):
            return index
    return best


def _best_title(units: list[Unit]) -> int | None:
    first = _first_body(units)
    candidates = _candidates(units, len(units) if first is None else first)
    if not candidates:
        return None
    later = any(units[i].block > 0 for i in candidates)
    furniture = any(u.kind == "menu" for u in units if u.block == 0) or _capitals(units[0].text)
    scores = {i: _title_score(units, i, later and furniture) for i in candidates}
    unstopped = [i for i in candidates if not (units[i].prose and units[i].stopped)]
    good = [i for i in unstopped if scores[i] >= 9]
    return good[0] if good else max(unstopped, key=lambda i: (scores[i], -i)) if unstopped else None


def _settle_head(units: list[Unit], title: int | None, first: int) -> None:
    for index, unit in enumerate(units[:first]):
        if unit.kind is not None:
            continue
        if unit.stopped and (unit.prose or (title is not None and index > title)):
            unit.kind = "body"
        elif title is not None and index < title:
            unit.kind = "menu"
        else:
            unit.kind = "title" if unit.size >= 5 else "byline" if title is not None else "menu"


def _settle_related(units: list[Unit], first: int) -> None:
    """A heading such as "Related stories" and the list under it."""
    heads = words().related_heads
    inside = False
    for index, unit in enumerate(units):
        bullet = unit.text.startswith(_BULLETS)
        if unit.size <= 8 and _core(unit) in heads:
            unit.kind = "menu"
            inside = True
        elif (
            inside
            and unit.kind in (None, "byline", "title")
            and unit.size <= 24
            and (bullet or index > first)
        ):
            if unit.prose and unit.stopped and not bullet and unit.size > 8:
                inside = False
            else:
                unit.kind = "menu"
        elif unit.kind != "menu":
            inside = False


def _settle_comments(units: list[Unit], first: int) -> None:
    """After the heading of the readers' part everything that is no other furniture is comment, unless most
    of the prose would be lost."""
    heads = words().comment_heads
    for index, unit in enumerate(units):
        if index <= first or not (unit.size <= 8 and (_core(unit) in heads or unit.kind == "comment")):
            continue
        before = sum(len(u.text) for u in units[:index] if _is_body(u))
        after = sum(len(u.text) for u in units[index:] if _is_body(u))
        if _core(unit) in heads and after <= before:
            unit.kind = "comment"
            for follower in units[index:]:
                if follower.kind in (None, "byline", "title", "caption"):
                    follower.kind = "comment"
            return


def _settle_captions(units: list[Unit], title: int | None) -> None:
    """The line above a bare credit, in a block with nothing else, is its caption."""
    blocks: dict[int, list[int]] = {}
    for index, unit in enumerate(units):
        blocks.setdefault(unit.block, []).append(index)
    if len(blocks) < 4:
        return
    for members in blocks.values():
        if len(members) != 2 or title in members:
            continue
        line, credit = (units[i] for i in members)
        bare = credit.kind == "caption" and credit.size <= 3
        if bare and line.kind is None and line.size <= 40 and line.sentences == 1:
            line.kind = "caption"


def _list_end(units: list[Unit], last: int) -> int:
    """The last item of a list that ends the body: "The load was made up of:" and what follows with bullets
    or numbers."""
    if not units[last].text.endswith((":", "：")):
        following = units[last + 1 : last + 2]
        if not following or following[0].kind is not None or not _is_item(following[0]):
            return last
    while last + 1 < len(units) and units[last + 1].kind is None and _is_item(units[last + 1]):
        last += 1
    return last


def _is_item(unit: Unit) -> bool:
    return unit.text.startswith(_BULLETS) or unit.text[:1].isdigit()


def _settle_middle(units: list[Unit], first: int, last: int) -> None:
    for index in range(first, last + 1):
        unit = units[index]
        if unit.kind is not None:
            continue
        listed = _is_item(unit) or units[index - 1].text.endswith((":", "："))
        heading = (
            unit.gap and unit.size <= _SUBHEAD_WORDS and not unit.stopped and not listed and index > first
        )
        unit.kind = "title" if heading else "body"


def _settle_tail(units: list[Unit], last: int) -> None:
    for unit in units[last + 1 :]:
        if unit.kind is None:
            unit.kind = "body" if unit.size >= 20 else "menu" if unit.size >= 4 else "footer"
        elif unit.kind == "byline" and unit.size <= 1:
            unit.kind = "footer"


def _settle_after_rights(units: list[Unit], signs: list[Signs]) -> None:
    """What stands under the copyright line is the site's, as long as it is little beside what stands
    above."""
    for index, unit in enumerate(units):
        if unit.kind != "notice" or signs[index].within.get("notice", 0) < SURE_WEIGHT:
            continue
        above = sum(len(u.text) for u in units[:index] if _is_body(u))
        below = [u for u in units[index:] if _is_body(u)]
        if (
            above
            and sum(len(u.text) for u in below) * 6 <= above
            and all(u.size <= 2 * WORDS_PER_CUE for u in below)
        ):
            for u in below:
                u.kind = "footer"
            return


def settle(units: list[Unit], signs: list[Signs], known_title: str | None) -> int | None:
    """Give every unit that has no kind yet one by its place; returns the index of the headline."""
    first = _first_body(units)
    _settle_related(units, len(units) if first is None else first)
    if first is not None:
        _settle_comments(units, first)
        _settle_after_rights(units, signs)
        first = _first_body(units)
    title = find_title(units, known_title)
    _settle_captions(units, title)
    if title is not None:
        units[title].kind = "title"
    if first is not None and units[first].kind is not None:
        first = _first_body(units)
    _settle_head(units, title, len(units) if first is None else first)
    if first is not None:
        last = max(i for i, u in enumerate(units) if i == first or _is_body(u))
        last = _list_end(units, last)
        _settle_middle(units, first, last)
        _settle_tail(units, last)
    return title
