"""What words say when, in the languages read fully and those read plainly."""

from __future__ import annotations

import time

import pytest

from reportedly.extract.dates import DateMention, find_dates

REPORT = "2022-04-12"  # a Tuesday


def seen(
    text: str, language: str = "en", published: str | None = REPORT, **more: str
) -> list[tuple[object, ...]]:
    """(words, start, end) of each mention."""
    found = find_dates(text, language=language, published=published, **more)  # type: ignore[arg-type]
    return [(text[m.start : m.end], m.when.start, m.when.end) for m in found]


def only(text: str, language: str = "en", published: str | None = REPORT) -> DateMention:
    """The one mention of `text`."""
    (mention,) = find_dates(text, language=language, published=published)
    return mention


ABSOLUTE = [
    ("en", "The crates left Latakia on 26 March.", "26 March", "2022-03-26", "2022-03-26"),
    ("en", "Loaders finished on Feb. 27 at dusk.", "Feb. 27", "2022-02-27", "2022-02-27"),
    ("en", "The port closed on March 26th, 2019, he said.", "March 26th, 2019", "2019-03-26", "2019-03-26"),
    ("en", "A parade on 26 December showed them.", "26 December", "2021-12-26", "2021-12-26"),
    ("en", "The invoice reads 2021-03-26 at the top.", "2021-03-26", "2021-03-26", "2021-03-26"),
    ("en", "Stamped 26.03.2021 by the clerk.", "26.03.2021", "2021-03-26", "2021-03-26"),
    ("en", "Stamped 26/03/2021 by the clerk.", "26/03/2021", "2021-03-26", "2021-03-26"),
    ("en", "Stamped 04/03/2021 by the clerk.", "04/03/2021", "2021", "2021"),
    ("en", "Deliveries began in 2011 by rail.", "2011", "2011", "2011"),
    ("en", "The first arrived in May 2019.", "May 2019", "2019-05", "2019-05"),
    ("en", "Ships called in March and left.", "March", "2022-03", "2022-03"),
    ("en", "Work ended in mid-2015 there.", "mid-2015", "2015", "2015"),
    ("en", "Work ended in late 2015 there.", "late 2015", "2015", "2015"),
    ("en", "Guards left in early March.", "early March", "2022-03", "2022-03"),
    ("en", "They trained in spring 2020 abroad.", "spring 2020", "2020-03", "2020-05"),
    ("en", "Built in the early 1990s.", "early 1990s", "1990", "1999"),
    ("ru", "Ушло в четверг, 3 марта.", "в четверг, 3 марта", "2022-03-03", "2022-03-03"),
    ("en", "Built in the 1980s for export.", "1980s", "1980", "1989"),
    ("en", "In 2014-16 the route was open.", "2014-16", "2014", "2016"),
    ("ja", "船は2022年3月26日に出港した。", "2022年3月26日", "2022-03-26", "2022-03-26"),
    ("ja", "船は3月26日に出港した。", "3月26日", "2022-03-26", "2022-03-26"),
    ("ja", "船は２０２２年３月２６日に出港した。", "２０２２年３月２６日", "2022-03-26", "2022-03-26"),
    ("ja", "契約は二〇一一年に結ばれた。", "二〇一一年", "2011", "2011"),
    ("ja", "契約は三月二十六日に結ばれた。", "三月二十六日", "2022-03-26", "2022-03-26"),
    ("ja", "契約は令和4年3月に結ばれた。", "令和4年3月", "2022-03", "2022-03"),
    ("ja", "契約は平成元年に結ばれた。", "平成元年", "1989", "1989"),
    ("ja", "部隊は3月末に撤収した。", "3月末", "2022-03", "2022-03"),
    ("ja", "声明は26日に出た。", "26日", "2022-03-26", "2022-03-26"),
    ("ja", "声明は3日に出た。", "3日", "2022-04-03", "2022-04-03"),
    ("ru", "Груз ушёл 26 марта 2021 года.", "26 марта 2021 года", "2021-03-26", "2021-03-26"),
    ("ru", "Груз ушёл в марте.", "марте", "2022-03", "2022-03"),
    ("ru", "Завод встал в 2011 году.", "2011 году", "2011", "2011"),
    ("ru", "В ночь на 30 марта колонна ушла.", "30 марта", "2022-03-30", "2022-03-30"),
    ("ru", "Отчёт за 2015–2016 годы закрыт.", "2015–2016 годы", "2015", "2016"),
    ("ru", "Печать от 26.03.2021 стёрта.", "26.03.2021", "2021-03-26", "2021-03-26"),
    ("uk", "Вантаж пішов 26 березня 2021 року.", "26 березня 2021 року", "2021-03-26", "2021-03-26"),
    ("uk", "Вантаж пішов у березні.", "березні", "2022-03", "2022-03"),
    ("uk", "Завод став у 2011 році.", "2011 році", "2011", "2011"),
    ("es", "El barco zarpó el 26 de marzo de 2021.", "26 de marzo de 2021", "2021-03-26", "2021-03-26"),
    ("fr", "Le navire est parti le 1er mai 2021.", "1er mai 2021", "2021-05-01", "2021-05-01"),
    ("de", "Das Schiff lief am 26. März 2021 aus.", "26. März 2021", "2021-03-26", "2021-03-26"),
    ("ar", "غادرت السفينة في ٢٦ آذار/مارس ٢٠٢١ ليلا", "٢٦ آذار/مارس ٢٠٢١", "2021-03-26", "2021-03-26"),
]


@pytest.mark.parametrize(("language", "text", "words", "start", "end"), ABSOLUTE)
def test_absolute_dates_keep_the_precision_of_the_words(
    language: str, text: str, words: str, start: str, end: str
) -> None:
    """A year stays a year, a month a month; a missing year comes from the publication date."""
    assert seen(text, language) == [(words, start, end)]
    assert not only(text, language).relative


RELATIVE = [
    ("en", "It sailed yesterday.", "yesterday", "2022-04-11", "2022-04-11"),
    ("en", "It sailed last month.", "last month", "2022-03", "2022-03"),
    ("en", "It sailed last year.", "last year", "2021", "2021"),
    ("en", "It sailed last week.", "last week", "2022-04-04", "2022-04-10"),
    ("en", "It sailed on Tuesday.", "Tuesday", "2022-04-12", "2022-04-12"),
    ("en", "It sailed last Tuesday.", "last Tuesday", "2022-04-05", "2022-04-05"),
    ("en", "It sailed on Sunday.", "Sunday", "2022-04-10", "2022-04-10"),
    ("en", "It sailed earlier this month.", "earlier this month", "2022-04", "2022-04"),
    ("en", "It sailed three days ago.", "three days ago", "2022-04-09", "2022-04-09"),
    ("en", "It sailed two months ago.", "two months ago", "2022-02", "2022-02"),
    ("en", "It sailed 12 years ago.", "12 years ago", "2010", "2010"),
    ("en", "It sailed last November.", "last November", "2021-11", "2021-11"),
    ("en", "It sailed in November last year.", "November last year", "2021-11", "2021-11"),
    ("en", "It sailed this spring.", "this spring", "2022-03", "2022-05"),
    ("en", "It sailed last summer.", "last summer", "2021-06", "2021-08"),
    ("ja", "昨年11月に届いた。", "昨年11月", "2021-11", "2021-11"),
    ("ja", "先月に届いた。", "先月", "2022-03", "2022-03"),
    ("ja", "先月26日に届いた。", "先月26日", "2022-03-26", "2022-03-26"),
    ("ja", "先週に届いた。", "先週", "2022-04-04", "2022-04-10"),
    ("ja", "今週に届いた。", "今週", "2022-04-11", "2022-04-17"),
    ("ja", "昨日に届いた。", "昨日", "2022-04-11", "2022-04-11"),
    ("ru", "Пришло в ноябре прошлого года.", "ноябре прошлого года", "2021-11", "2021-11"),
    ("ru", "Пришло в прошлом месяце.", "прошлом месяце", "2022-03", "2022-03"),
    ("ru", "Пришло на прошлой неделе.", "прошлой неделе", "2022-04-04", "2022-04-10"),
    ("ru", "Пришло вчера.", "вчера", "2022-04-11", "2022-04-11"),
    ("ru", "Пришло три дня назад.", "три дня назад", "2022-04-09", "2022-04-09"),
    ("uk", "Прийшло минулого тижня.", "минулого тижня", "2022-04-04", "2022-04-10"),
    ("uk", "Прийшло у листопаді торік.", "листопаді торік", "2021-11", "2021-11"),
    ("uk", "Прийшло п’ять років тому.", "п’ять років тому", "2017", "2017"),
    ("es", "Llegó ayer.", "ayer", "2022-04-11", "2022-04-11"),
    ("fr", "Il est arrivé il y a trois jours.", "il y a trois jours", "2022-04-09", "2022-04-09"),
    ("de", "Es kam vor drei Tagen an.", "vor drei Tagen", "2022-04-09", "2022-04-09"),
    ("ar", "وصلت أمس", "أمس", "2022-04-11", "2022-04-11"),
]


@pytest.mark.parametrize(("language", "text", "words", "start", "end"), RELATIVE)
def test_relative_dates_count_from_publication(
    language: str, text: str, words: str, start: str, end: str
) -> None:
    """Days, weeks (Monday to Sunday), months and years come out as such."""
    assert seen(text, language) == [(words, start, end)]
    assert only(text, language).relative


@pytest.mark.parametrize(("language", "text"), [(case[0], case[1]) for case in RELATIVE])
def test_relative_dates_without_publication_are_mentioned_but_unknown(language: str, text: str) -> None:
    """Nothing is guessed: the mention stands, its time does not."""
    mention = only(text, language, None)
    assert (mention.when.start, mention.when.end, mention.relative) == (None, None, True)


KINDS = [
    ("en", "Cash flowed since 2003 to them.", "since 2003", "since", "2003", None),
    ("en", "Cash flowed since at least 2009.", "since at least 2009", "since", "2009", None),
    ("en", "It held until 2019 there.", "until 2019", "until", None, "2019"),
    ("en", "Cash flowed from 2014 to 2016.", "from 2014 to 2016", "range", "2014", "2016"),
    ("en", "Cash flowed from 2014 onwards.", "from 2014 onwards", "since", "2014", None),
    (
        "en",
        "It flew between March and May 2016.",
        "between March and May 2016",
        "range",
        "2016-03",
        "2016-05",
    ),
    ("en", "It flew from November to March.", "from November to March", "range", "2021-11", "2022-03"),
    ("en", "On the night of 29 to 30 March", "29 to 30 March", "range", "2022-03-29", "2022-03-30"),
    ("en", "It flew on 28-30 March.", "28-30 March", "range", "2022-03-28", "2022-03-30"),
    ("en", "It flew March 28-30, 2021.", "March 28-30, 2021", "range", "2021-03-28", "2021-03-30"),
    ("en", "In recent weeks more came.", "recent weeks", "duration", None, None),
    ("en", "Over the past year more came.", "the past year", "duration", None, None),
    ("en", "They fought for three years.", "for three years", "duration", None, None),
    ("ja", "2011年以来続く。", "2011年以来", "since", "2011", None),
    ("ja", "2019年まで続いた。", "2019年まで", "until", None, "2019"),
    ("ja", "2014年から2016年まで続いた。", "2014年から2016年まで", "range", "2014", "2016"),
    ("ja", "2015年5月から同年8月まで続いた。", "2015年5月から同年8月まで", "range", "2015-05", "2015-08"),
    ("ja", "3月28日から30日まで続いた。", "3月28日から30日まで", "range", "2022-03-28", "2022-03-30"),
    ("ru", "Шло с 2003 года морем.", "с 2003 года", "since", "2003", None),
    ("ru", "Шло с 2014 по 2016 год.", "с 2014 по 2016 год", "range", "2014", "2016"),
    (
        "ru",
        "Между мартом и маем 2016 года шло.",
        "Между мартом и маем 2016 года",
        "range",
        "2016-03",
        "2016-05",
    ),
    ("ru", "Шло в последние недели.", "последние недели", "duration", None, None),
    ("uk", "Йшло з 2014 року морем.", "з 2014 року", "since", "2014", None),
    ("uk", "Йшло до 2019 року морем.", "до 2019 року", "until", None, "2019"),
    ("es", "Fluyó entre 2014 y 2016.", "entre 2014 y 2016", "range", "2014", "2016"),
    ("fr", "Il dure depuis 2014.", "depuis 2014", "since", "2014", None),
    ("de", "Es lief von 2014 bis 2016.", "von 2014 bis 2016", "range", "2014", "2016"),
]


@pytest.mark.parametrize(("language", "text", "words", "kind", "start", "end"), KINDS)
def test_connectives_make_ranges_and_open_ends(
    language: str, text: str, words: str, kind: str, start: str | None, end: str | None
) -> None:
    """Since, until, from, between and their like decide which end is known."""
    mention = only(text, language)
    assert text[mention.start : mention.end] == words
    assert (mention.kind, mention.when.start, mention.when.end) == (kind, start, end)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It may receive more, and they may march on."),
        ("en", "They March on with T-72, SA-22 and Mi-24."),
        ("en", "Resolution 2216 was cited with 1,500 rifles."),
        ("en", "Sat in the hold, Sun on the deck, 2014 rifles lay."),
        ("en", "The Mail on Sunday and Russia Today repeated it."),
        ("en", "In 1,999 crates and in 2216 boxes."),
        ("en", "Between 2000 and 2500 rifles lay there, from 2000 to 3000 rounds."),
        ("en", "The 5th Fleet fired 20 rounds."),
        ("ja", "3か月の訓練で決議2216と2011両を数えた。"),
        ("ru", "Резолюция 2216 и 2014 автоматов, до 400 мин."),
        ("uk", "Лютий ворог мав 2014 автоматів."),
        ("xx", "26 March 2022"),
        ("en", ""),
    ],
)
def test_look_alikes_are_no_dates(language: str, text: str) -> None:
    """Modal verbs, designations, resolution numbers and counts stay what they are."""
    assert seen(text, language) == []


def test_last_november_in_january_is_two_months_back() -> None:
    """The publication date, not the calendar year, decides."""
    assert seen("It came last November.", published="2016-01-10")[0][1:] == ("2015-11", "2015-11")


@pytest.mark.parametrize(
    ("published", "context", "expected"),
    [
        (None, None, None),
        (None, "2014", "2014-03-26"),
        ("2022", None, "2022-03-26"),
        ("2022-01", None, "2021-03-26"),
    ],
)
def test_a_day_without_year_takes_it_from_publication_or_context(
    published: str | None, context: str | None, expected: str | None
) -> None:
    """Where neither says, the year is not guessed."""
    (mention,) = find_dates("It left on 26 March.", language="en", published=published, context_year=context)
    assert mention.when.start == expected


def test_joined_dates_share_the_year() -> None:
    """The year that follows the second day is the first day's too."""
    assert seen("On 3 July and 5 August 2014 it flew.") == [
        ("3 July", "2014-07-03", "2014-07-03"),
        ("5 August 2014", "2014-08-05", "2014-08-05"),
    ]


def test_a_list_of_years_goes_on() -> None:
    """One preposition serves the whole list."""
    assert [w for w, *_ in seen("in 2011, 2012 and 2013")] == ["2011", "2012", "2013"]


def test_offset_is_added() -> None:
    """Spans are those of the document when the sentence's place is given."""
    (mention,) = find_dates("In 2011.", language="en", published=None, offset=100)
    assert (mention.start, mention.end) == (103, 107)


def test_impossible_days_stay_unknown() -> None:
    """30 February is a mention without a time."""
    assert seen("It left on 30 February 2021.") == [("30 February 2021", None, None)]


HOSTILE = [
    "9" * 50_000,
    "1," * 25_000,
    " " * 50_000,
    "1 " * 25_000,
    "May " * 10_000,
    "in " * 15_000,
    "26/" * 15_000,
    "一" * 50_000,
    "前" * 50_000,
    "between " * 8_000 + "2014",
    "in 2014 " * 6_000,
]


@pytest.mark.parametrize("language", ["en", "ja", "ru", "ar"])
def test_hostile_runs_stay_linear(language: str) -> None:
    """Long runs of digits, spaces and date words cost time in proportion, never more."""
    for text in HOSTILE:
        began = time.process_time()
        find_dates(text, language=language, published=REPORT)
        assert time.process_time() - began < 2, text[:20]
