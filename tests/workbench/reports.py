"""Reports for the workbench, in four scripts and one of hostile strings, with the claims that stand in
them."""

from __future__ import annotations

import hashlib
from typing import Any

from reportedly.claims import Claim, Filler, Quantity, Quote, Source, When
from reportedly.documents import Document, Zone
from reportedly.ledger import Ledger, Run

RUN = Run("1+first", "1", "first", "first")
LATER = Run("2+later", "2", "later", "later")

KARSK = (
    "A northern brief\n"
    "Commanders of the Karsk Front told The Harbour Post "
    "that Iran supplied the front with 24 Kornet missiles in May 2015.\n"
    "Iran denied it.\n"
    "Share this story"
)
COAST = "Coast radio\nIran supplied the Karsk Front with Kornet missiles in May 2015, the radio said.\n"
JAPANESE = "北の報告\nイランは2015年にカルスク戦線へミサイルを送ったと司令官が語った。\n"
RUSSIAN = "Северная сводка\nИран передал Карскому фронту ракеты, сообщило радио.\n"
ARABIC = "تقرير الشمال\nقالت الإذاعة إن إيران زودت جبهة كارسك بصواريخ كورنيت\u202e.\n"
NASTY = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">'\"}}{{7*7}}"
HOSTILE = f"{NASTY}\n{NASTY} gave the Karsk Front \u202erifles\u202c, {NASTY} said.\n"


def document(text: str, file: str, **changes: Any) -> tuple[Document, bytes]:
    data = text.encode()
    fields: dict[str, Any] = {
        "file": file,
        "text": text,
        "digest": hashlib.sha256(data).hexdigest(),
        "reader": "plain",
        "reader_version": "1",
        "title": text.split("\n")[0],
        "language": "en",
        "zones": (Zone(0, len(text), "body", "en"),),
        "published": "2015-06-01",
    }
    return Document(**{**fields, **changes}), data


def filler(text: str, words: str, name: str = "", id_: str | None = None, **more: Any) -> Filler:
    start = text.index(words, text.index("\n"))
    return Filler(name or words, words, start, start + len(words), id=id_, **more)


def source(text: str, words: str, role: Any = "speaker", name: str = "") -> Source:
    start = text.index(words, text.index("\n"))
    return Source(name or words, words, role, start, start + len(words))


def claim(text: str, sentence: str, roles: dict[str, Filler], **more: Any) -> Claim:
    start = text.index(sentence, text.index("\n"))
    return Claim(
        kind="transfer",
        roles=tuple((role, (thing,)) for role, thing in roles.items()),
        evidence=(Quote(start, start + len(sentence), sentence),),
        **more,
    )


def karsk_claims() -> list[Claim]:
    front = "the front"
    told = claim(
        KARSK,
        KARSK.split("\n")[1],
        {
            "supplier": filler(KARSK, "Iran", id_="state/ir"),
            "recipient": filler(KARSK, front, "Karsk Front", antecedent=True),
            "materiel": filler(KARSK, "Kornet", "Kornet", "materiel/kornet", quantity=Quantity(24, 24, "24")),
        },
        stage="delivered",
        when=When("2015-05", "2015-05"),
        attribution=(source(KARSK, "Commanders"), source(KARSK, "The Harbour Post", "outlet")),
    )
    start = KARSK.index("Iran denied")
    denied = Claim(
        kind="transfer",
        roles=(
            ("supplier", (Filler("Iran", "Iran", start, start + 4, id="state/ir"),)),
            ("recipient", (filler(KARSK, front, "Karsk Front", antecedent=True),)),
        ),
        evidence=(Quote(start, start + len("Iran denied it."), "Iran denied it."),),
        polarity="denied",
        attribution=(Source("Iran", "Iran", "speaker", start, start + 4, id="state/ir"),),
    )
    return [told, denied]


def coast_claims() -> list[Claim]:
    roles = {
        "supplier": filler(COAST, "Iran", id_="state/ir"),
        "recipient": filler(COAST, "Karsk Front"),
        "materiel": filler(COAST, "Kornet", "Kornet", "materiel/kornet"),
    }
    when = When("2015-05", "2015-05")
    return [claim(COAST, COAST.split("\n")[1], roles, when=when, attribution=(source(COAST, "the radio"),))]


def hostile_claims() -> list[Claim]:
    roles = {
        "supplier": filler(HOSTILE, NASTY),
        "recipient": filler(HOSTILE, "Karsk Front"),
        "materiel": filler(HOSTILE, "\u202erifles\u202c"),
    }
    return [claim(HOSTILE, HOSTILE.split("\n")[1], roles, attribution=(source(HOSTILE, NASTY),))]


def add_all(ledger: Ledger) -> None:
    """Every report of this file, as a first version of the extractor read them."""
    post = document(
        KARSK,
        "karsk.txt",
        publisher="Northern Desk",
        zones=(Zone(0, KARSK.index("Share"), "body", "en"), Zone(KARSK.index("Share"), len(KARSK), "menu")),
    )
    ledger.add(*post, karsk_claims(), run=RUN)
    ledger.add(*document(COAST, "coast.txt", publisher="Coast Radio"), coast_claims(), run=RUN)
    japanese = {
        "supplier": filler(JAPANESE, "イラン", "Iran", "state/ir"),
        "recipient": filler(JAPANESE, "カルスク戦線"),
        "materiel": filler(JAPANESE, "ミサイル", "missiles"),
    }
    told = claim(JAPANESE, JAPANESE.split("\n")[1], japanese)
    ledger.add(*document(JAPANESE, "kita.txt", language="ja", zones=()), [told], run=RUN)
    russian = {
        "supplier": filler(RUSSIAN, "Иран", "Iran", "state/ir"),
        "materiel": filler(RUSSIAN, "ракеты", "missiles"),
    }
    told = claim(RUSSIAN, RUSSIAN.split("\n")[1], russian)
    ledger.add(*document(RUSSIAN, "sever.txt", language="ru", zones=()), [told], run=RUN)
    arabic = {
        "supplier": filler(ARABIC, "إيران", "Iran", "state/ir"),
        "recipient": filler(ARABIC, "جبهة كارسك"),
    }
    told = claim(ARABIC, ARABIC.split("\n")[1], arabic)
    ledger.add(*document(ARABIC, "shamal.txt", language="ar", zones=()), [told], run=RUN)
    hostile = document(HOSTILE, f"{NASTY}.txt".replace("/", "∕"), publisher=NASTY, url=NASTY)
    ledger.add(*hostile, hostile_claims(), run=RUN)
