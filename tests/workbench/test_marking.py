"""Pieces of a text: every code point is shown once, at its place, whatever is marked over it."""

from __future__ import annotations

import reports
from hypothesis import given
from hypothesis import strategies as st

from reportedly.documents import Span, Zone
from reportedly.workbench.marking import Highlight, lines
from reportedly.workbench.visible import shown


def rebuilt(told, text):
    """What the pieces show, each hidden character by the one at its place."""
    return "\n".join("".join(text[p.start] if p.hidden else p.text for p in line.pieces) for line in told)


@given(st.data())
def test_whatever_is_marked_nothing_of_the_text_is_lost(data):
    """Overlapping marks, marks over line ends, characters of every kind."""
    text = data.draw(st.text(alphabet=st.sampled_from("ab \n\u202e\u200bям本ا"), max_size=40))
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place), max_size=5))
    marks = [Highlight(a, b, f"claim{n}") for n, (a, b) in enumerate(spans) if a < b]
    told = list(lines(text, (), marks))
    assert rebuilt(told, text) == text
    for line in told:
        for piece in line.pieces:
            for mark in marks:
                over = mark.start <= piece.start < mark.end
                assert (mark.what in piece.claims) == over


def test_a_part_of_a_long_text_keeps_its_offsets():
    """The desk shows the part around the claim."""
    text = "\n".join(f"line {n}" for n in range(100))
    start = text.index("line 50")
    (first, *_) = lines(text, (), [Highlight(start, start + 4, "claim")], Span(start, start + 15))
    assert (first.start, first.pieces[0].start, first.pieces[0].text) == (start, start, "line")


def test_lines_that_carry_no_claims_say_what_they_are():
    """Menus, captions and the like."""
    zones = (Zone(0, 5, "body", "en"), Zone(6, 10, "menu", "en"))
    assert [line.aside for line in lines("words\nmenu", zones, ())] == ["", "menu"]


def test_joiners_are_spelling_in_scripts_that_join_and_marks_elsewhere():
    """A Persian word keeps its shape; a Latin one does not hide a character."""
    assert shown("می\u200cروم") == "می\u200cروم"
    assert shown("S\u200c-300") == "S‹U+200C›-300"
    assert shown(reports.HOSTILE).count("‹U+202E›") == 1
