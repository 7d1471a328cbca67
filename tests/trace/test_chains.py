"""Chains: typed sources and their interest, the publisher last."""

from __future__ import annotations

from accounts import claim, report

from reportedly.trace.chains import chain_of, foes_of, parties
from reportedly.trace.naming import Naming


def hops(lexicon, s, others=()):
    made = report(s.document, "Kurier")
    return chain_of(s, made, parties([s]), Naming(lexicon), foes_of(others))


def test_each_source_has_its_type_and_the_publisher_is_last(lexicon):
    """Anonymous person, organ, agency."""
    s = claim(
        "a", by="speaker:an officer > speaker:Turkish Foreign Ministry > outlet:Reuters", supplier="Iran"
    )
    assert [hop.type for hop in hops(lexicon, s)] == ["anonymous", "anonymous", "agency", "publisher"]
    named = claim("a", by="speaker:Jane Roe > document:annual report", supplier="Iran")
    assert [hop.type for hop in hops(lexicon, named)] == ["person", "report", "publisher"]


def test_interest_is_that_of_whom_the_source_speaks_for(lexicon):
    """A party's ministry is a party; who is at war with a party is its opponent; others are third."""
    war = claim("b", "use", user="Iran", target="Turkey", materiel="weapons")
    s = claim(
        "a",
        by="speaker:Iranian Foreign Ministry > speaker:Turkish army > speaker:Syria > speaker:a man",
        supplier="Iran",
        recipient="Hezbollah",
    )
    assert [hop.interest for hop in hops(lexicon, s, [war])][:4] == ["party", "opponent", "third", "unknown"]


def test_the_words_that_bring_a_source_in_are_kept(lexicon):
    s = claim("a", by="speaker:an officer / told", supplier="Iran")
    assert hops(lexicon, s)[0].words == "told"
