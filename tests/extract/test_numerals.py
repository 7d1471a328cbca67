"""What words say how many, and which numbers say something else."""

from __future__ import annotations

import time

import pytest

from reportedly.extract.numerals import find_quantities


def seen(text: str, language: str = "en") -> list[tuple[str, int | None, int | None]]:
    """(words, min, max) of each quantity."""
    found = find_quantities(text, language=language)
    assert all(text[m.start : m.end] == m.quantity.as_written for m in found)
    return [(m.quantity.as_written, m.quantity.min, m.quantity.max) for m in found]


COUNTS = [
    ("en", "They landed nearly 2,000 rifles.", "nearly 2,000", 2000, 2000),
    ("en", "They landed some 40 trucks.", "some 40", 40, 40),
    ("en", "They landed almost fifty guns.", "almost fifty", 50, 50),
    ("en", "They landed at least 40 guns.", "at least 40", 40, None),
    ("en", "They landed more than 40 guns.", "more than 40", 40, None),
    ("en", "They landed over 40 guns.", "over 40", 40, None),
    ("en", "They landed 40 or more guns.", "40 or more", 40, None),
    ("en", "They landed up to 400 guns.", "up to 400", None, 400),
    ("en", "They landed fewer than 400 guns.", "fewer than 400", None, 400),
    ("en", "They landed between 800 and 1,200 guns.", "between 800 and 1,200", 800, 1200),
    ("en", "They landed 800 to 1,200 guns.", "800 to 1,200", 800, 1200),
    ("en", "They landed between 2000 and 2500 guns.", "between 2000 and 2500", 2000, 2500),
    ("en", "They landed 20-30 guns.", "20-30", 20, 30),
    ("en", "They landed two or three guns.", "two or three", 2, 3),
    ("en", "They landed two to three thousand guns.", "two to three thousand", 2000, 3000),
    ("en", "They landed a dozen guns.", "a dozen", 12, 12),
    ("en", "They landed two dozen guns.", "two dozen", 24, 24),
    ("en", "They landed twenty-four guns.", "twenty-four", 24, 24),
    ("en", "They landed one hundred and five guns.", "one hundred and five", 105, 105),
    ("en", "They landed 1.5 million rounds.", "1.5 million", 1_500_000, 1_500_000),
    ("en", "They landed 3 thousand rounds.", "3 thousand", 3000, 3000),
    ("en", "They landed 1500 rifles.", "1500", 1500, 1500),
    ("en", "They landed 12\u00a0500 rifles.", "12\u00a0500", 12500, 12500),
    ("en", "They landed 12\u2009500 rifles.", "12\u2009500", 12500, 12500),
    ("en", "They landed 20 60mm mortar tubes.", "20", 20, 20),
    ("en", "They landed 20 122 mm rockets.", "20", 20, 20),
    ("en", "They landed 12 S-300 launchers.", "12", 12, 12),
    ("en", "They landed 30 US tanks.", "30", 30, 30),
    ("ru", "Выгрузили 2 тыс. автоматов.", "2 тыс.", 2000, 2000),
    ("ru", "Выгрузили двадцать четыре танка.", "двадцать четыре", 24, 24),
    ("ru", "Выгрузили сто пять орудий.", "сто пять", 105, 105),
    ("ru", "Выгрузили около сорока машин.", "около сорока", 40, 40),
    ("ru", "Выгрузили не менее 40 машин.", "не менее 40", 40, None),
    ("ru", "Выгрузили до 400 мин.", "до 400", None, 400),
    ("ru", "Выгрузили от 20 до 30 мин.", "от 20 до 30", 20, 30),
    ("ru", "Выгрузили 1 500 мин.", "1 500", 1500, 1500),
    ("ru", "Выгрузили 1,5 тыс. мин.", "1,5 тыс.", 1500, 1500),
    ("uk", "Привезли дві установки.", "дві", 2, 2),
    ("uk", "Привезли п’ятдесят дві ракети.", "п’ятдесят дві", 52, 52),
    ("uk", "Привезли понад 20 ракет.", "понад 20", 20, None),
    ("ja", "弾薬約1万発を運んだ。", "約1万発", 10000, 10000),
    ("ja", "発射機2基を運んだ。", "2基", 2, 2),
    ("ja", "弾薬1万5千発を運んだ。", "1万5千発", 15000, 15000),
    ("ja", "小銃1,500丁を運んだ。", "1,500丁", 1500, 1500),
    ("ja", "戦車５０両を運んだ。", "５０両", 50, 50),
    ("ja", "戦車十二両を運んだ。", "十二両", 12, 12),
    ("ja", "少なくとも40両を運んだ。", "少なくとも40両", 40, None),
    ("ja", "40両以上を運んだ。", "40両以上", 40, None),
    ("ja", "最大400発を運んだ。", "最大400発", None, 400),
    ("ja", "20〜30基を運んだ。", "20〜30基", 20, 30),
    ("ja", "2〜3万発を運んだ。", "2〜3万発", 20000, 30000),
    ("es", "Enviaron 1.500 fusiles.", "1.500", 1500, 1500),
    ("es", "Enviaron treinta y dos camiones.", "treinta y dos", 32, 32),
    ("fr", "Ils ont livré quatre-vingt-dix-sept obus.", "quatre-vingt-dix-sept", 97, 97),
    ("fr", "Ils ont livré soixante-douze camions.", "soixante-douze", 72, 72),
    ("de", "Sie lieferten etwa vierundzwanzig Panzer.", "etwa vierundzwanzig", 24, 24),
    ("de", "Sie lieferten 1.500 Gewehre.", "1.500", 1500, 1500),
    ("ar", "سلموا نحو خمسة وعشرين صاروخا", "نحو خمسة وعشرين", 25, 25),
    ("ar", "سلموا ٥٠ صاروخا", "٥٠", 50, 50),
]


@pytest.mark.parametrize(("language", "text", "words", "low", "high"), COUNTS)
def test_quantities_are_the_number_as_said(
    language: str, text: str, words: str, low: int | None, high: int | None
) -> None:
    """Approximate numbers bound both sides, "at least" only below, "up to" only above."""
    assert seen(text, language) == [(words, low, high)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a rifle, an order, several trucks, dozens of guns, hundreds of rounds, a handful of mines"),
        ("en", "several hundred rifles and tens of thousands of rounds"),
        ("en", "122 mm guns, a 122-mm round, 60mm tubes, a 9K37, a T-72 and a .50 caliber gun"),
        ("en", "in 2016, on 26 March 2022 and since 2003"),
        ("en", "40 percent, 40%, $31 million, USD 30, 30 euros, £1, 2 million US dollars"),
        ("en", "40 tons, 3.5 tonnes, 120 km, three days, 10:30, at 10 a.m., at 05.00"),
        ("en", "a man of about 40, aged 40, a 40-year-old"),
        ("en", "the 5th Fleet, the third such seizure, Resolution 2216, No. 5, Type 63"),
        ("en", "one of them, no one, this one"),
        ("en", "the twelve-tube launcher and the two-seat car"),
        ("en", "resolutions 1718 (2006) and 1874 (2009)"),
        ("en", "News ID: 20160406017"),
        ("ru", "несколько машин, тысячи мин, 122-мм гаубица, 122 мм, 9К37, Т-72, 40 процентов"),
        ("ru", "31 млн долларов, два года, один из них, 40-летний, 5-й полк, в 2016 году"),
        ("uk", "кілька машин, тисячі мін, 122-мм гаубиця, 40 відсотків, два роки, у 2016 році"),
        (
            "ja",
            "数百発、数十両、122ミリ砲、第5艦隊、2016年3月、40%、31億ドル、決議2216、T-72、一部、十分、3か国",
        ),
        ("xx", "40 rifles"),
        ("en", ""),
    ],
)
def test_other_numbers_are_no_quantities(language: str, text: str) -> None:
    """Calibres, designations, dates, money, measures, ages and ordinals count nothing."""
    assert seen(text, language) == []


def test_several_quantities_of_a_sentence_come_in_order() -> None:
    """Each list item keeps its own."""
    text = "1,500 AK-47 rifles, 200 launchers and 21 .50 caliber guns lay beside one crate."
    assert seen(text) == [("1,500", 1500, 1500), ("200", 200, 200), ("21", 21, 21), ("one", 1, 1)]


def test_offset_is_added() -> None:
    """Spans are those of the document when the sentence's place is given."""
    (mention,) = find_quantities("some 40 guns", language="en", offset=100)
    assert (mention.start, mention.end, mention.rule) == (100, 107, "en.approx")


HOSTILE = [
    "9" * 50_000,
    "1," * 25_000,
    " " * 50_000,
    "1 " * 15_000,
    "two " * 10_000,
    "5 to " * 10_000,
    "1 000 " * 8_000,
    "一" * 50_000,
    "at least " * 8_000 + "4",
    "1万" * 20_000,
    "in 2014 7 " * 5_000,
]


@pytest.mark.parametrize("language", ["en", "ja", "ru", "ar"])
def test_hostile_runs_stay_linear(language: str) -> None:
    """Long runs of digits, spaces and number words cost time in proportion, never more."""
    for text in HOSTILE:
        began = time.process_time()
        find_quantities(text, language=language)
        assert time.process_time() - began < 3, text[:20]
