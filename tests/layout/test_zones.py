"""Zones: nothing of the report is lost, nothing of the site's furniture passes for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.pages import ALL, JAPANESE, RUSSIAN, WEEKLY, document, kinds
from reportedly.documents import CLAIM_ZONES, DocumentWarning, Zone
from reportedly.layout import lay_out


def claim_text(text: str) -> str:
    return "\n".join(text[z.start : z.end] for z in lay_out(document(text)).zones if z.kind in CLAIM_ZONES)


def test_each_kind_of_line_of_an_english_page():
    """Masthead and navigation, headline, byline, caption, body, crosshead, list, comment, rights."""
    assert kinds(WEEKLY) == {
        "BALTIC DEFENCE COURIER": "menu",
        "Land  |  Sea  |  Air  | ": "menu",
        "Estonia hands over howit": "title",
        "Our correspondent in Tal": "byline",
        "Published: 03.05.2019 17": "byline",
        "A gun crew trains near T": "caption",
        "TALLINN — Estonia has ha": "body",
        "The guns were made in Ea": "body",
        "What comes next": "title",
        "Moldova has asked for am": "body",
        "- 1,200 high-explosive s": "body",
        "- 800 smoke shells": "body",
        "BDC COMMENT: Who pays ha": "body",
        "Sign up for our Friday n": "menu",
        "Read more: Latvia buys n": "menu",
        "Comments (3)": "comment",
        "gunner_41: my uncle drov": "comment",
        "Maria K. says they were ": "comment",
        "© 2014–2019 Baltic Defen": "notice",
        "При копировании материал": "notice",
    }


def test_a_japanese_page():
    """Without spaces between words the same parts are told."""
    assert list(kinds(JAPANESE).values()) == [
        "menu", "menu", "title", "byline", "byline", "body", "body",
        "caption", "menu", "menu", "menu", "notice",
    ]  # fmt: skip


def test_a_russian_page():
    """A list under "read also" and a reader's words are not the report's."""
    assert list(kinds(RUSSIAN).values()) == [
        "menu", "menu", "title", "byline", "body", "body",
        "caption", "menu", "menu", "menu", "comment", "comment", "notice",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["es", "fr", "de", "ar"])
def test_a_plain_page_of_the_further_languages(language):
    """Only headline and prose may carry claims."""
    text = ALL[language]
    report = [line for line in text.splitlines() if line and kinds(text)[line[:24]] in CLAIM_ZONES]
    assert len(report) == 2
    assert report[1].endswith(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "The group lives on donations from three Gulf states, the panel found.",
        "The trawler entered Somali waters without permission, its master admitted.",
        "By 2016, Gabon had received four of the boats from Spain.",
        "Photographs from the depot show rows of mortar tubes.",
        "Terms of the contract were not disclosed.",
        "Published records show that the rifles left Varna on 4 May 2016.",
        "More about the second cargo is not known.",
        "Copies were shared on Facebook by the sailors who had unloaded the crates.",
        "Share prices of the maker rose.",
    ],
)
def test_a_sentence_is_body_whatever_words_it_uses(sentence):
    """Words that furniture uses too do not make furniture of prose."""
    text = f"Boats for Gabon\n\nSpain has sold boats to Gabon, a minister said.\n\n{sentence}\n\nHe left.\n"
    assert kinds(text)[sentence[:24]] == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Follow all the latest KRD news and alerts here.", "menu"),
        ("Font size: + -", "menu"),
        ("READ THIS LIST: 9 Bridges You Must See", "menu"),
        ("Topics: Gabon / Spain / navies", "menu"),
        ("We use cookies to improve your visit.", "notice"),
        ("Reproduction prohibited without permission.", "notice"),
        ("Before you go: readers’ contributions pay for this page. Give from £2.", "notice"),
        ("Please disable your ad blocker, then make a donation.", "notice"),
        ("Reuse this content", "footer"),
        ("This magazine is printed on recycled paper.", "footer"),
        ("Leave a reply. Your email address will not be published.", "comment"),
        ('1 comment: BoatFan9 says: "they sold six to Togo as well"', "comment"),
        ("FILE - In this file photo a patrol boat leaves Cádiz. (AP Photo/A. Nobody)", "caption"),
        ("Patrol boats at the quay in Libreville. Photo: A. Nobody/Reuters", "caption"),
        ("Getty Images", "caption"),
    ],
)
def test_furniture_between_paragraphs(line, kind):
    """A line of the site's own between two paragraphs is told by its words."""
    text = (
        f"Boats for Gabon\n\nSpain has sold boats to Gabon, a minister said.\n\n{line}\n\nHe left the room.\n"
    )
    assert kinds(text)[line[:24]] == kind


def test_a_text_of_one_sentence_is_body():
    """A one-line lead is all there is."""
    assert kinds("Libya received 12 drones from Turkey in May, a UN official said.").popitem()[1] == "body"


def test_a_line_without_full_stop_still_carries_claims():
    """A message of one line is its own headline."""
    assert "Сомали получило" in claim_text(
        'Сомали получило от ОАЭ три бронемашины "Рысь"\n\nПодписаться: @obzor_test\n'
    )


def test_short_last_sentence_is_body():
    """Four words with a full stop are a sentence."""
    assert "The rebels say otherwise." in claim_text(
        "No tanks\n\nMoscow sent no tanks, it said.\n\nThe rebels say otherwise.\n"
    )


def test_a_comments_link_above_the_article_does_not_swallow_it():
    """Where most of the prose stands below the word, the word is a link and no heading."""
    prose = "Spain has sold boats to Gabon, a minister said on Friday, and more will follow in the spring."
    text = f"Boats for Gabon\n\nA deal is done.\n\nComments\n\n{prose}\n\n{prose}\n"
    assert claim_text(text).count("Spain has sold") == 2


def test_hard_wrapped_lines_are_one_paragraph():
    """E-mail breaks lines at a column; a paragraph goes on over them."""
    text = (
        "The convoy that left Port Sudan on Sunday carried crates of mortar\n"
        "shells and rifles for the garrison at Kassala, three drivers said. They\n"
        "asked not to be named because they had been told to keep quiet about\n"
        "what was under the tarpaulins.\n\n"
        "The army denied it. \"We have our own factories and need nobody's\n"
        'shells," a spokesman said, and hung up before he could be asked about\n'
        "the trucks that the drivers had photographed at the depot on Monday.\n"
    )
    assert list(kinds(text).values()) == ["body", "body"]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    """The zones hold the same words."""
    plain, windows = document(WEEKLY), document("\ufeff" + WEEKLY.replace("\n", "\r\n"))
    a = [(z.kind, plain.text[z.start : z.end]) for z in lay_out(plain).zones]
    b = [
        (z.kind, windows.text[z.start : z.end].replace("\r\n", "\n").lstrip("\ufeff"))
        for z in lay_out(windows).zones
    ]
    assert a == b


@pytest.mark.parametrize("language", sorted(ALL))
def test_every_line_is_in_exactly_one_zone(language):
    """Zones are whole lines, in order, and leave no line with words out."""
    assert_partition(ALL[language], lay_out(document(ALL[language])).zones)


def assert_partition(text: str, zones: tuple[Zone, ...]) -> None:
    covered = set()
    end = -1
    for zone in zones:
        assert end < zone.start < zone.end
        assert zone.start == 0 or text[zone.start - 1] in "\r\n"
        assert zone.end == len(text) or text[zone.end] in "\r\n"
        end = zone.end
        covered.update(range(zone.start, zone.end))
    assert all(i in covered for i, c in enumerate(text) if not c.isspace() and c != "\ufeff")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*WEEKLY.splitlines(), *JAPANESE.splitlines(), "", "  ", "İ|İ|İ", "()", "1"]),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_any_order_of_lines_is_laid_out(lines, end):
    """No page is too odd: zones always cover the text, and again the same."""
    text = end.join(lines)
    first = lay_out(document(text))
    assert_partition(text, first.zones)
    assert lay_out(first) == first


def test_an_empty_text_has_no_zones():
    """Nothing is made of nothing."""
    assert lay_out(document(" \n\n")).zones == ()


def test_metadata_is_kept():
    """What the container said of title, publisher and date is not replaced by what the text says."""
    known = {"title": "T", "publisher": "P", "published": "2001"}
    out = lay_out(document(WEEKLY, **known))
    assert (out.title, out.publisher, out.published) == ("T", "P", "2001")


def test_the_title_the_metadata_names_is_the_headline():
    """A line that repeats the known title is the headline wherever it stands in the head."""
    text = "Gabon\nBoats\n\nSpain has sold boats to Gabon, a minister said on Friday.\n"
    zones = lay_out(document(text, title="Boats")).zones
    assert any(z.kind == "title" and "Boats" in text[z.start : z.end] for z in zones)


def test_body_in_two_languages_is_warned_of():
    """Mixed body text is a warning; a foreign footer is none."""
    english = (
        "The freighter carried rifles to Mombasa, the harbour master said, and he showed the papers to us."
    )
    russian = "Судно вышло из порта в пятницу с грузом автоматов, сообщил диспетчер. Он показал документы."
    mixed = lay_out(document(f"Two reports\n\n{english}\n\n{russian}\n\n{english}\n"))
    assert DocumentWarning("mixed_language", "en, ru") in mixed.warnings
    assert lay_out(document(WEEKLY)).warnings == ()
