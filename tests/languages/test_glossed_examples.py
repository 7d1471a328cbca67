"""Languages read word for word: orders, hearsay, denials, clitics (the packs' own examples are in
test_frame_examples)."""

from __future__ import annotations

import pytest

from reportedly.claims import Claim
from reportedly.documents import Document, Zone
from reportedly.extract import extract


def _claims(sentence: str, language: str) -> list[Claim]:
    zones = (Zone(0, len(sentence), "body", language),)
    document = Document("one.txt", sentence, "0" * 64, "text", "1", language=language, zones=zones)
    return extract(document)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Rusia entregó misiles a Siria."),
        ("fr", "La Russie a livré des missiles à la Syrie."),
        ("de", "Russland hat Syrien Raketen geliefert."),
        ("ar", "سلمت روسيا سوريا صواريخ."),
    ],
)
def test_roles_are_the_same_whatever_the_order(language: str, sentence: str) -> None:
    """Verb first, in the middle or at the end: who gives and who gets does not change."""
    (claim,) = _claims(sentence, language)
    roles = {role: [f.name for f in claim.fillers(role)] for role in ("supplier", "recipient", "materiel")}
    assert roles == {"supplier": ["Russia"], "recipient": ["Syria"], "materiel": ["missiles"]}
    assert claim.stage == "delivered"


@pytest.mark.parametrize(
    ("language", "sentence", "polarity", "certainty"),
    [
        ("fr", "La Russie aurait livré des missiles à la Syrie.", "affirmed", "possible"),
        ("es", "Rusia habría entregado misiles a Siria.", "affirmed", "possible"),
        ("de", "Russland soll Syrien Raketen geliefert haben.", "affirmed", "possible"),
        ("fr", "La Russie n'a jamais livré de missiles à la Syrie.", "denied", "asserted"),
        ("de", "Russland hat Syrien keine Raketen geliefert.", "denied", "asserted"),
        ("es", "Rusia no entregó misiles a Siria.", "denied", "asserted"),
        ("ar", "لم ترسل روسيا صواريخ إلى سوريا.", "denied", "asserted"),
    ],
)
def test_hearsay_and_denial(language: str, sentence: str, polarity: str, certainty: str) -> None:
    """The conditional of hearsay, "soll ... haben", and each language's negation."""
    (claim,) = _claims(sentence, language)
    assert (claim.polarity, claim.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("language", "sentence", "source"),
    [
        (
            "fr",
            "La Russie a livré des missiles à la Syrie, a déclaré lundi le général Aram Vosgian.",
            "Aram Vosgian",
        ),
        ("es", "Según el general Rubén Otálora, Rusia entregó misiles a Siria.", "Rubén Otálora"),
        ("de", "Russland habe Syrien Raketen geliefert, sagte Botschafter Oleg Markin.", "Oleg Markin"),
    ],
)
def test_who_says_so(language: str, sentence: str, source: str) -> None:
    """A speaker named after the verb of saying, or by "according to"."""
    (claim,) = _claims(sentence, language)
    assert [s.name for s in claim.attribution] == [source]


def test_names_are_found_behind_clitics() -> None:
    """ "with-weapons" and "to-Syria" in one word each: the mention is the name alone."""
    (claim,) = _claims("زودت إيران حزب الله بصواريخ.", "ar")
    assert [f.mention for f in claim.fillers("materiel")] == ["صواريخ"]


def test_a_mention_of_reordered_words_is_as_the_document_has_it() -> None:
    """The adjective is read first and stands second."""
    (claim,) = _claims("Los misiles fueron entregados a los rebeldes sirios por Rusia.", "es")
    assert [f.mention for f in claim.fillers("recipient")] == ["rebeldes sirios"]


def test_french_words_say_nothing_in_english() -> None:
    """ "canon" and "char" are materiel in French only."""
    assert _claims("Russia sent the canon to Syria and the army a char.", "en") == []
