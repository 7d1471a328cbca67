"""Japanese sentences and the claims they make, in the notation of `notation.py`. Sentences are the
project's own."""

from __future__ import annotations

import pytest

from notation import claims, document
from reportedly.extract import extract

SENTENCES = [
    # Particles as functions
    ("イランはフーシにミサイルを供与した。", ["transfer Iran -> Houthis: missiles (delivered)"]),
    ("フーシにイランがミサイルを供与した。", ["transfer Iran -> Houthis: missiles (delivered)"]),
    (
        "アルメニアはロシアから戦闘機スホイ30を購入した。",
        ["transfer Russia -> Armenia: Su-30 (delivered/sale)"],
    ),
    # Voice
    ("ミサイルがイランからシリアに送られた。", ["transfer ? -> Syria: missiles origin=Iran (delivered)"]),
    ("フーシはイランからミサイルを供与された。", ["transfer Iran -> Houthis: missiles (delivered)"]),
    # The noun after its clause
    (
        "ウクライナ軍は米国が供与したATACMSで飛行場を攻撃した。",
        ["transfer United States: ATACMS (delivered)", "use Ukraine -> 飛行場: ATACMS"],
    ),
    # Quotation
    (
        "ロイター通信は、トルコがリビアに無人機バイラクタルTB2を送ったと報じた。",
        ["transfer Turkey -> Libya: Bayraktar TB2 (delivered) < Reuters"],
    ),
    (
        "情報筋によると、トルコがリビアに無人機バイラクタルTB2を送った。",
        ["transfer Turkey -> Libya: Bayraktar TB2 (delivered) < 情報筋"],
    ),
    # Denial and negation
    (
        "ロシア外務省は、シリアに武器を送ったことは一度もないと述べた。",
        ["transfer Russia -> Syria: weapons (delivered, denied) < Russian Foreign Ministry"],
    ),
    (
        "UAEはリビアへの武器供与を否定した。",
        ["transfer United Arab Emirates -> Libya: weapons (delivered, denied) < United Arab Emirates"],
    ),
    # Hedges
    (
        "イランはロシアに無人機シャヘド136を供与した可能性がある。",
        ["transfer Iran -> Russia: Shahed-136 (delivered, possible)"],
    ),
    (
        "イランはロシアに無人機シャヘド136を供与したとみられる。",
        ["transfer Iran -> Russia: Shahed-136 (delivered, probable)"],
    ),
    # Stages
    ("シリアはロシアに武器の供与を求めた。", ["transfer Russia -> Syria: weapons (requested)"]),
    (
        "ドイツはサウジアラビアへの武器輸出を停止した。",
        ["transfer Germany -> Saudi Arabia: weapons (halted)"],
    ),
    # Production, designation
    (
        "フーシはイラン製のミサイルを発射した。",
        ["production Iran: missiles", "use Houthis: missiles"],
    ),
    ("欧州連合はヒズボラをテロ組織に指定した。", ["designation European Union -> Hezbollah"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_makes_its_claims(text: str, expected: list[str]) -> None:
    """What a sentence claims, and nothing more."""
    assert sorted(claims(text, language="ja")) == sorted(expected)


def test_a_denial_answers_the_claim_before_it() -> None:
    """A source that calls a claim groundless denies what was claimed."""
    text = (
        "米政府は、イランがフーシにミサイルを供与したと主張した。"
        "イラン外務省は、この主張は根拠がないと述べた。"
    )
    assert claims(text, language="ja") == [
        "transfer Iran -> Houthis: missiles (delivered) < United States",
        "transfer Iran -> Houthis: missiles (delivered, denied) < Iranian Foreign Ministry",
    ]


def test_a_saying_after_what_was_said_gives_it_its_source() -> None:
    """The speaker may stand in a sentence of its own."""
    text = "イランはフーシに対戦車ミサイルを供与した。現地の司令官がそう証言している。"
    assert claims(text, language="ja") == [
        "transfer Iran -> Houthis: anti-tank missiles (delivered) < 司令官"
    ]


def test_toiu_carries_the_speaker_on() -> None:
    """ "という" without a subject goes on with who spoke before; with nobody before it is only possible."""
    spoken = (
        "情報筋は、イランがフーシにミサイルを供与したと述べた。"
        "ロシアもフーシに無人機バイラクタルTB2を送ったという。"
    )
    assert claims(spoken, language="ja")[1].endswith("(delivered) < 情報筋")
    alone = "ロシアはフーシに無人機バイラクタルTB2を送ったという。"
    assert claims(alone, language="ja") == ["transfer Russia -> Houthis: Bayraktar TB2 (delivered, possible)"]


def test_doubled_marks_and_full_width_forms_are_read() -> None:
    """What machine translation and old systems leave behind does not stop the reading."""
    text = '米国当局者は、イランがロシアに""ドローン""とＳ－３００を送ったと述べた。'
    assert claims(text, language="ja") == ["transfer Iran -> Russia: drones, S-300 (delivered) < 米国当局者"]


@pytest.mark.parametrize(
    "text",
    [
        "もしイランがロシアにミサイルを供与すれば、各国は反発するだろう。",
        "イランはロシアへのミサイル供与を検討している。",
        "ロシアへミサイル供与か",
        "この選手は新しい武器を手に入れ、相手をミサイルのように攻撃した。",
    ],
)
def test_what_nobody_asserts_is_no_claim(text: str) -> None:
    """Hypotheses, plans in thought, headlines that ask, and figures of speech."""
    assert claims(text, language="ja") == []


def test_evidence_stands_in_the_text_to_the_letter() -> None:
    """Quotes, mentions and sources are slices of the document, also in full-width and spaced text."""
    text = "米海軍は 4 日、３月２８日にアラビア海でダウ船から AK-47 小銃 1,500 挺を押収したと発表した。"
    found = extract(document(text, language="ja"))
    assert found
    for claim in found:
        assert all(text[q.start : q.end] == q.text for q in claim.evidence)
        assert all(text[s.start : s.end] == s.mention for s in claim.attribution)
