"""Clauses: which phrase stands in which function of which verb."""

from __future__ import annotations

import pytest

from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.detail import find_dates, find_quantities
from reportedly.extract.linking import analyse
from reportedly.extract.things import Reader
from reportedly.extract.tokens import tokenise
from reportedly.languages.pack import load_pack
from reportedly.lexicon import load


def read(sentence: str) -> Analysis:
    """An English sentence analysed."""
    pack, lexicon = load_pack("en"), load()
    assert pack is not None
    dates = find_dates(sentence, language="en", published="2021-06-15")
    quantities = find_quantities(sentence, language="en")
    return analyse(
        tokenise(sentence, 0, len(sentence), lexicon.scan(sentence), dates, quantities), Reader(pack, lexicon)
    )


def clause(sentence: str, lemma: str) -> Clause:
    """The first clause of the verb `lemma`."""
    return next(c for c in read(sentence).clauses if c.lemma == lemma and c.form != "nominal")


def words(of: Clause, function: str) -> list[str]:
    """The phrases in one function, as written."""
    return [" ".join(t.text for t in np.words) for np in of.get(function)]


@pytest.mark.parametrize(
    ("sentence", "lemma", "function", "expected"),
    [
        ("The rifles were given to Mali by Russia.", "give", "by", ["Russia"]),
        ("The rifles were given to Mali by Russia.", "give", "obj", ["The rifles"]),
        ("Armed by Libya, the rebels crossed into Chad.", "arm", "obj", ["the rebels"]),
        ("It was from Belarus that Ghana obtained the jets.", "obtain", "from", ["Belarus"]),
        ("What Moscow delivered to Hanoi was six submarines.", "deliver", "subj", ["Moscow"]),
        ("It is the spokesman in Riyadh who says that Iran supplied them.", "say", "subj", ["the spokesman"]),
        (
            "The embargo that the Security Council imposed on Libya is ineffective.",
            "impose",
            "subj",
            ["the Security Council"],
        ),
        ("Turkish F-16s shot down an Armenian Su-25.", "shoot", "subj", ["Turkish F-16s"]),
        ("Cluster bombs made in Brazil were dropped on Saada.", "drop", "in", []),
        ("It supplies Hamas, a Palestinian group, with guns.", "supply", "with", ["guns"]),
    ],
)
def test_phrases_stand_in_their_functions(
    sentence: str, lemma: str, function: str, expected: list[str]
) -> None:
    """Whatever the order of the words."""
    assert words(clause(sentence, lemma), function) == expected


def test_a_verb_said_once_makes_a_clause_for_each_pair() -> None:
    """ "jets from France and tanks from Russia"."""
    both = [
        c
        for c in read("Egypt received jets from France and tanks from Russia.").clauses
        if c.lemma == "receive"
    ]
    assert [(words(c, "obj"), words(c, "from")) for c in both] == [
        (["jets"], ["France"]),
        (["tanks"], ["Russia"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It has never, it repeats, handed arms to Hamas.",
        "Liberia had at no time handed arms to Hamas.",
        "Iran neither sold nor handed arms to Hamas.",
    ],
)
def test_negation_reaches_its_verb(sentence: str) -> None:
    """Across an aside, as an adverbial, after "nor"."""
    assert clause(sentence, "hand").negated


def test_an_inverted_condition_is_one() -> None:
    """ "Had Russia delivered ..., ..." is an "if"."""
    condition = clause("Had Russia delivered the missiles, Israel would have bombed Syria.", "deliver")
    assert (condition.relation, condition.marker) == ("adverbial", "if")


def test_what_is_reported_citing_others_completes_the_report() -> None:
    """ "reported, citing two officials, that ..."."""
    armed = clause("Reuters reported, citing two officials, that Iran had armed Hamas.", "arm")
    assert armed.parent is not None
    assert armed.parent.lemma == "report"


@pytest.mark.parametrize(
    ("sentence", "kind", "source"),
    [
        ("According to the BBC, Iran armed Hamas.", "according", "the BBC"),
        ("Iran armed Hamas, the minister said.", "say", "the minister"),
        ("Iran armed Hamas, said the minister.", "say", "the minister"),
    ],
)
def test_who_says_it_is_a_cue_wherever_it_stands(sentence: str, kind: str, source: str) -> None:
    """Before, after, and turned round."""
    (cue,) = read(sentence).cues
    assert (cue.kind, " ".join(t.text for t in cue.sources[0].words)) == (kind, source)


def test_a_denial_with_an_object_is_a_clause_and_no_cue() -> None:
    """ "; Ankara denied it" says what it denies."""
    assert [c.kind for c in read("Turkey shot down a jet, Yerevan said; Ankara denied it.").cues] == ["say"]


def test_who_is_cited_by_a_source_stands_nearer_the_fact() -> None:
    """ "according to Haaretz, which cited officials"."""
    (cue,) = read(
        "According to Haaretz, which cited American officials, Israel sold missiles to Azerbaijan."
    ).cues
    assert [" ".join(t.text for t in np.words) for np in (*cue.sources, *cue.places)] == [
        "American officials",
        "Haaretz",
    ]
