"""Languages: by script, letters and function words, and None where nothing is sure."""

from __future__ import annotations

import pytest

from layout.pages import ALL, WEEKLY, document
from reportedly.layout import lay_out, paragraphs


@pytest.mark.parametrize("language", sorted(ALL))
def test_the_language_of_a_page(language):
    """Each page is in the language it is filed under, headline included."""
    out = lay_out(document(ALL[language]))
    assert out.language == language
    assert {z.language for z in out.zones if z.kind in ("title", "body")} == {language}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("O navio saiu do porto com armas para o Sudão, mas o governo não quis falar sobre isso.", "pt"),
        (
            "La nave è partita dal porto con le armi per il Sudan, ma il governo non ne ha parlato.",
            "it",
        ),
        (
            "Het schip is uit de haven vertrokken met wapens voor Soedan, maar de regering zegt niets.",
            "nl",
        ),
        (
            "Statek wyszedł z portu z bronią dla Sudanu, ale rząd nie chciał o tym mówić, bo to jest tajne.",
            "pl",
        ),
        ("Gemi Sudan için silahlarla limandan ayrıldı, ancak hükümet bu konuda bir açıklama yapmadı.", "tr"),
        (
            "Kapal itu meninggalkan pelabuhan dengan senjata untuk Sudan, tetapi pemerintah tidak bicara.",
            "id",
        ),
        ("배는 수단으로 가는 무기를 싣고 항구를 떠났다.", "ko"),
        ("这艘船载着运往苏丹的武器离开了港口。", "zh"),
        ("משרד הביטחון אישר כי ישראל מכרה כטבמים בשנת 2016.", "he"),
        (
            "به گفته یک مقام، ایران چند محموله موشک به سوریه فرستاده است. پیش از این نیز چنین گزارش‌هایی بود.",
            "fa",
        ),
    ],
)
def test_languages_that_are_only_told_apart(text, language):
    """Enough is known of other languages to say that a text is not one of those read."""
    assert lay_out(document(text)).language == language


@pytest.mark.parametrize(
    "text",
    [
        "Министерството на отбраната съобщи, че през миналата година са изнесени боеприпаси за милиони.",
        "Министарство је саопштило да оружје није продато, већ да су га украли из складишта.",
        "Міністэрства паведаміла, што зброю прадалі ў мінулым годзе, але куды яна пайшла, не сказала.",
        "Qqq www eee rrr ttt yyy uuu iii ppp.",
    ],
)
def test_what_is_not_sure_has_no_language(text):
    """Bulgarian, Serbian and Belarusian are not passed off as Russian or Ukrainian, gibberish as nothing."""
    assert lay_out(document(text)).language is None


def test_letters_tell_ukrainian_from_russian_and_words_where_letters_do_not():
    """One sentence without any telling letter is settled by its function words."""
    assert (
        lay_out(
            document("Россия не передавала танки, но готова продать их только после переговоров.")
        ).language
        == "ru"
    )
    assert (
        lay_out(
            document("Однак танки не передавали, але потрапили вони туди через порт та за кордон.")
        ).language
        == "uk"
    )


def test_a_foreign_footer_has_its_own_language():
    """A Russian copyright line under an English report stays Russian, and the report English."""
    last = paragraphs(document(WEEKLY))[-1]
    assert (last.kind, last.language) == ("notice", "ru")


def test_a_short_headline_takes_its_documents_language():
    """Three names alone are in no language; above an English text they are English."""
    text = (
        "Gabon, Spain, Togo\n\nSpain has sold boats to Gabon, and the minister said that more will follow.\n"
    )
    assert paragraphs(document(text))[0].language == "en"
