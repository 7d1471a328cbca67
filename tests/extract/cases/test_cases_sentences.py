"""What Russian and Ukrainian sentences say, whatever their word order, through the whole engine."""

from __future__ import annotations

import pytest

from reportedly.claims import Claim
from reportedly.documents import Document
from reportedly.extract import extract
from reportedly.layout import lay_out


def claims(text: str, language: str) -> list[Claim]:
    """The claims of a text read on 15 February 2022."""
    document = Document(
        file="x.txt",
        text=text,
        digest="0" * 64,
        reader="test",
        reader_version="1",
        language=language,
        published="2022-02-15",
    )
    return extract(lay_out(document))


def names(claim: Claim, role: str) -> list[str]:
    return [f.name for f in claim.fillers(role)]


def transfer(text: str, language: str) -> Claim:
    """The only transfer of a text."""
    found = [c for c in claims(text, language) if c.kind == "transfer"]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Россия поставила Сирии зенитные ракеты."),
        ("ru", "Зенитные ракеты Сирии поставила Россия."),
        ("ru", "Сирии были поставлены Россией зенитные ракеты."),
        ("ru", "Зенитные ракеты поставляются Сирии Россией."),
        ("ru", "Поставка Россией зенитных ракет Сирии завершена."),
        ("ru", "Поставленные Россией Сирии зенитные ракеты прибыли."),
        ("ru", "Зенитные ракеты, поставленные Сирии Россией, хранятся на складе."),
        ("ru", "Зенитные ракеты, которые Россия поставила Сирии, хранятся на складе."),
        ("uk", "Росія поставила Сирії зенітні ракети."),
        ("uk", "Зенітні ракети Сирії поставила Росія."),
        ("uk", "Росія почала постачати Сирії зенітні ракети."),
        ("uk", "Зенітні ракети постачаються Сирії Росією."),
        ("uk", "Постачання Росією зенітних ракет Сирії завершено."),
        ("uk", "Зенітні ракети, які Росія поставила Сирії, зберігаються на складі."),
    ],
)
def test_case_tells_who_gives_from_who_gets_in_any_order(language, text):
    """Active, passive, reflexive, verbal noun, participle and relative clause say the same."""
    claim = transfer(text, language)
    assert (names(claim, "supplier"), names(claim, "recipient")) == (["Russia"], ["Syria"])
    assert names(claim, "materiel") == ["surface-to-air missiles"]


def test_nobody_gives_where_the_verb_has_no_subject():
    """ "Вывезли": the plural of nobody in particular."""
    claim = transfer("Из Ирана в Йемен вывезли двадцать ракет.", "ru")
    assert not names(claim, "supplier")
    assert names(claim, "origin") == ["Iran"]


def test_a_gap_repeats_the_verb():
    """ "а Китай — России" is a second claim with the first one's goods."""
    first, second = claims("Иран поставляет оружие хуситам, а Китай — Судану.", "ru")
    assert names(first, "recipient") == ["Houthis"]
    assert (names(second, "supplier"), names(second, "recipient"), names(second, "materiel")) == (
        ["China"],
        ["Sudan"],
        ["weapons"],
    )


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        ("ru", "По словам дипломата, Иран передал хуситам ракеты.", ["дипломата"]),
        ("ru", "Иран передал хуситам ракеты, заявил дипломат.", ["дипломат"]),
        (
            "ru",
            "Иран передал хуситам ракеты, пишет газета «Ахбар» со ссылкой на дипломатов.",
            ["дипломатов", "газета «Ахбар"],
        ),
        (
            "ru",
            "Газета «Ахбар» пишет со слов дипломатов, что Иран передал хуситам ракеты.",
            ["дипломатов", "Газета «Ахбар"],
        ),
        ("ru", "В Кремле заявили, что Иран передал хуситам ракеты.", ["Кремле"]),
        ("uk", "За словами дипломата, Іран передав хуситам ракети.", ["дипломата"]),
        (
            "uk",
            "Іран передав хуситам ракети, повідомляє газета «Ахбар» з посиланням на дипломатів.",
            ["дипломатів", "газета «Ахбар"],
        ),
        ("uk", "Дипломат розповів, що Іран передав хуситам ракети.", ["Дипломат"]),
    ],
)
def test_who_says_it_comes_nearest_the_fact_first(language, text, chain):
    """Citing is nearer than who cites."""
    assert [s.mention for s in transfer(text, language).attribution] == chain


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Иран не передавал хуситам ракеты."),
        ("ru", "Тегеран отрицает, что поставляет хуситам ракеты."),
        ("ru", "Разговоры о том, что Иран вооружает хуситов, — выдумка."),
        ("uk", "Іран ніколи не передавав хуситам ракет."),
        ("uk", "Тегеран заперечує, що постачає хуситам ракети."),
    ],
)
def test_denials_are_denied_and_keep_their_parties(language, text):
    """An omitted subject of what is denied is who denies."""
    claim = transfer(text, language)
    assert claim.polarity == "denied"
    assert (names(claim, "supplier"), names(claim, "recipient")) == (["Iran"], ["Houthis"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Иран передал хуситам ракеты, заявил генерал.\n\nВ Тегеране назвали эти обвинения беспочвенными.",
        ),
        (
            "uk",
            "Іран передав хуситам ракети, заявив генерал.\n\nУ Тегерані назвали це твердження хибним.",
        ),
    ],
)
def test_a_denial_takes_its_content_from_the_accusation(language, text):
    """What is called groundless is what was said before."""
    denied = [c for c in claims(text, language) if c.polarity == "denied"]
    assert [(names(c, "supplier"), names(c, "recipient")) for c in denied] == [(["Iran"], ["Houthis"])]
    assert denied[0].attribution


@pytest.mark.parametrize(
    ("language", "text", "certainty"),
    [
        ("ru", "Иран якобы передал хуситам ракеты.", "possible"),
        ("ru", "Не исключено, что Иран передал хуситам ракеты.", "possible"),
        ("ru", "Иран, вероятно, передал хуситам ракеты.", "probable"),
        ("uk", "Іран нібито передав хуситам ракети.", "possible"),
        ("uk", "Іран, судячи з усього, передав хуситам ракети.", "probable"),
    ],
)
def test_hedges_stay_with_the_claim(language, text, certainty):
    """A hedge between commas does not part the subject from its verb."""
    claim = transfer(text, language)
    assert claim.certainty == certainty
    assert names(claim, "supplier") == ["Iran"]


@pytest.mark.parametrize(
    ("language", "text", "stage"),
    [
        ("ru", "Россия поставляет Сирии ракеты.", "underway"),
        ("ru", "Россия передаст Сирии ракеты.", "offered"),
        ("ru", "Россия приостановила поставки ракет Сирии.", "halted"),
        ("ru", "Сирия попросила у России ракеты.", "requested"),
        ("uk", "Росія постачатиме Сирії ракети.", "offered"),
        ("uk", "Росія погодилася продати Сирії ракети.", "agreed"),
    ],
)
def test_aspect_and_tense_give_the_stage(language, text, stage):
    """The perfective present is the future."""
    claim = transfer(text, language)
    assert claim.stage == stage
    assert names(claim, "recipient") == ["Syria"]


def test_the_maker_stands_in_the_genitive():
    """ "российского производства" is a claim of making, in the document's own voice."""
    kinds = {
        c.kind: c
        for c in claims(
            "По словам генерала, «Хезболла» располагает ракетами «Корнет» российского производства.", "ru"
        )
    }
    assert names(kinds["production"], "producer") == ["Russia"]
    assert not kinds["production"].attribution
    assert names(kinds["possession"], "holder") == ["Hezbollah"]


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("ru", "США внесли «Хезболлу» в список террористических организаций.", "affirmed"),
        ("ru", "Террористической организацией «Хезболла» в США не признана.", "denied"),
        ("uk", "США визнали «Хезболлу» терористичною організацією.", "affirmed"),
    ],
)
def test_designations(language, text, polarity):
    """Who is called so is not who calls, though both may stand bare."""
    (claim,) = [c for c in claims(text, language) if c.kind == "designation"]
    assert (names(claim, "authority"), names(claim, "subject")) == (["United States"], ["Hezbollah"])
    assert claim.polarity == polarity


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Если Иран передаст хуситам ракеты, война продолжится."),
        ("ru", "Передаст ли Иран хуситам ракеты?"),
        ("ru", "Иран передал хуситам свои соболезнования."),
        ("uk", "Якби Іран передав хуситам ракети, війна тривала б."),
    ],
)
def test_hypotheses_questions_and_other_gifts_are_no_claims(language, text):
    """Nothing is asserted of arms."""
    assert claims(text, language) == []
