"""The shipped lexicon resolves what reports write, in each language."""

from __future__ import annotations

import pytest
from lexicon_notation import meant

from reportedly.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("the Kremlin", "state/ru"),
        ("российскими", "state/ru"),
        ("россиянами", "state/ru"),
        ("露軍", "state/ru"),
        ("Assad regime", "state/sy"),
        ("Сирийской Арабской Республикой", "state/sy"),
        ("アサド政権", "state/sy"),
        ("the D.R.C. sent", "state/cd"),
        ("FARDC", "state/cd"),
        ("北朝鮮", "state/kp"),
        ("КНДР", "state/kp"),
        ("Саудовской Аравии", "state/sa"),
        ("українським", "state/ua"),
        ("Tatmadaw", "state/mm"),
        ("Нагорном Карабахе", "state/x-nagorno-karabakh"),
        ("Приднестровьем", "state/x-transnistria"),
        ("Salamja", "place/shalamcheh"),
        ("Khmeimim", "place/hmeimim"),
        ("フメイミム", "place/hmeimim"),
        ("Баб-эль-Мандебским проливом", "place/bab-el-mandeb"),
        ("Миколаєва", "place/mykolaiv"),
        ("Новороссийску", "place/novorossiysk"),
        ("羅津", "place/rajin"),
        ("ガーディアン", "outlet/the-guardian"),
        ("タス通信", "outlet/tass"),
        ("ТАСС", "outlet/tass"),
        ("defence-ua.com", "outlet/defence-express"),
        ("デイリー・ビースト", "outlet/the-daily-beast"),
        ("Коммерсанта", "outlet/kommersant"),
        ("Аль-Джазиры", "outlet/al-jazeera"),
    ],
)
def test_a_name_leads_to_its_entity(lexicon: Lexicon, text: str, entity: str) -> None:
    """One name, whole, in the form it has in a sentence."""
    assert meant(lexicon, text) == [entity]


def test_a_place_lies_in_its_state(lexicon: Lexicon) -> None:
    """Parents can be followed, and coordinates are those of the place."""
    assert lexicon.ancestors("place/hodeidah") == ("state/ye",)
    port = lexicon.entities["place/astrakhan"]
    assert port.latitude == pytest.approx(46.35, abs=0.1)
    assert port.longitude == pytest.approx(48.04, abs=0.1)


def test_people_can_search(lexicon: Lexicon) -> None:
    """Whole names come before names that only begin so; nothing is found for nothing."""
    assert lexicon.search("tass")[0].id == "outlet/tass"
    assert "place/hodeidah" in [e.id for e in lexicon.search("hodei")]
    assert lexicon.search(" ") == []


def test_names_of_an_entity(lexicon: Lexicon) -> None:
    """The canonical name comes first, each name with its type."""
    names = lexicon.names_of("state/ru")
    assert names[0].text == "Russia"
    assert ("Kremlin", "government") in [(n.text, n.type) for n in names]
