"""Texts made from one another: copies, cuts, translations; and look-alikes that are not."""

from __future__ import annotations

import random

import pytest

from reportedly.trace.families import Families
from reportedly.trace.kinship import profile, relation
from reportedly.trace.reuse import shared_passages
from reportedly.trace.sketch import tokens

STORY = (
    "Serbia shipped 4,260 mortar shells to Benghazi on 19 February. They went aboard in 71 crates at "
    "Bar, a crane driver said, and the papers called them pump parts. The coaster cleared for "
    "Alexandria with a crew of 14, turned west off Crete and was unloaded by night between 22 and 23 "
    "February. He had never seen so many soldiers on a quay that had been closed for repairs since "
    "the winter."
)
CUT = (
    "Serbia shipped 4,260 mortar shells to Benghazi on 19 February. They went aboard in 71 crates at "
    "Bar, and the papers called them pump parts. The coaster cleared for Alexandria with a crew of "
    "14."
)
JAPANESE = (
    "セルビアは2月19日、ベンガジに迫撃砲弾4260発を送った。71個の木箱に詰められ、バールで積み込まれた。"
    "船は乗組員14人でアレクサンドリアに向けて出港し、クレタ島沖で西に転じ、2月22日から23日の夜に荷を降ろした。"
)
LOOK_ALIKE = (
    "Serbia shipped 880 mortar shells to Mombasa on 3 June. They went aboard in 16 crates at Split, a"
    " crane driver said, and the papers called them pump parts. The coaster cleared for Beirut with a"
    " crew of 21, turned west off Crete and was unloaded by night between 28 and 29 June. He had "
    "never seen so many soldiers on a quay that had been closed for repairs since the winter."
)
OTHER = (
    "The council of Split voted on Tuesday to repair the quay before winter; 31 of 45 members were "
    "present, and the mayor said that 260 tonnes of stone had been ordered from Bar and would come by"
    " rail."
)


def made(lexicon, text, language="en"):
    return profile(text, [(0, len(text))], lexicon, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [(CUT, "en", "wording"), (JAPANESE, "ja", "details"), (LOOK_ALIKE, "en", None), (OTHER, "en", None)],
)
def test_kin_and_strangers(lexicon, text, language, expected):
    """A cut copy by its wording, a translation by names and numbers in their order; the same form filled with
    other facts is no kin."""
    one, other = made(lexicon, STORY), made(lexicon, text, language)
    assert relation(one, other) == relation(other, one) == expected


def test_two_reports_in_one_language_with_the_same_details_are_two_hands(lexicon):
    """Another reporter counts the same crates."""
    retold = (
        "By the crane log, 71 crates left Bar on 19 February; Benghazi took them in on the night of 22 to 23 "
        "February. Inside, says a docker, lay 4,260 rounds for mortars. Alexandria never saw the 14 men."
    )
    assert relation(made(lexicon, STORY), made(lexicon, retold)) is None


def test_shared_passages_stand_on_both_sides():
    """Letter for letter."""
    for passage in shared_passages(tokens(CUT), tokens(STORY)):
        assert CUT[passage.start : passage.end] == STORY[passage.other_start : passage.other_end]
    assert "4,260 mortar shells" in CUT[: shared_passages(tokens(CUT), tokens(STORY))[0].end]


def test_families_are_the_same_in_whatever_order(lexicon):
    """Of adding."""
    texts = {
        "a": (STORY, "en"),
        "b": (CUT, "en"),
        "c": (JAPANESE, "ja"),
        "d": (LOOK_ALIKE, "en"),
        "e": (OTHER, "en"),
    }
    seen = set()
    for seed in range(6):
        order = sorted(texts)
        random.Random(seed).shuffle(order)
        families = Families()
        for name in order:
            families.add(name, made(lexicon, *texts[name]))
        seen.add(tuple(sorted(families.family.items())))
    assert seen == {(("a", "a"), ("b", "a"), ("c", "a"), ("d", "d"), ("e", "e"))}
