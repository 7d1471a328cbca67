"""A pile of reports with known copying: time to add one document, and origins against the truth.

    python benchmarks/stress_pile.py --sizes 1000 10000 --seed 1

Families of 1 to 1,000 documents tell one invented transfer each, from one to three origins: near-copies
with edits and cuts, translations by template into four languages, each with or without its credit. Between
them lie look-alikes: the same sentences about other parties, items, numbers and days. The claims come with
the texts, as a perfect extractor would give them (without the credit, where the text drops it), so that only
tracing and gathering are measured.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from reportedly.claims import Claim, Filler, Quantity, Quote, Source, When
from reportedly.documents import Document, Zone
from reportedly.ledger import Ledger
from reportedly.ledger.gathering import gathered
from reportedly.ledger.tracing import trace
from reportedly.lexicon import Lexicon, load

LEADS = {
    "en": "{supplier} delivered {qty} {item} to {recipient} on {day}, {speaker}{credit}.",
    "ru": "{supplier} {day} передала {qty} {item} для {recipient}, {speaker}{credit}.",
    "uk": "{supplier} {day} передала {qty} {item} для {recipient}, {speaker}{credit}.",
    "ja": "{supplier}は{day}、{recipient}に{item}{qty}基を引き渡した、と{speaker}{credit}。",
}
SPEAKERS = {
    "en": "an officer who saw the papers said",
    "ru": "сообщил офицер, видевший бумаги",
    "uk": "повідомив офіцер, який бачив папери",
    "ja": "書類を見た将校が述べた",
}
CREDITS = {"en": ", {outlet} reported", "ru": ", пишет {outlet}", "uk": ", пише {outlet}", "ja": "({outlet})"}
DETAILS = {
    "en": [
        "The load left {place} in {n} crates on {m} lorries.",
        "By the count of those who loaded it, {n} fuzes and {m} tubes went along.",
        "A guard at {place} put the weight at {n} tonnes and the fee at {m} dollars.",
        "The consignment number was {n}, the seal {m}.",
        "It stood for {n} hours at {place} before {m} men took it over.",
        "The invoice, dated before, names {n} pallets and lot {m}.",
    ],
    "ru": [
        "Груз покинул {place} в {n} ящиках на {m} грузовиках.",
        "По подсчётам грузчиков, с ним ушли {n} взрывателей и {m} труб.",
        "Охранник в {place} оценил вес в {n} тонн, а плату в {m} долларов.",
        "Номер партии был {n}, пломбы {m}.",
        "Он простоял {n} часов в {place}, пока его не приняли {m} человек.",
        "В счёте указаны {n} поддонов и партия {m}.",
    ],
    "uk": [
        "Вантаж залишив {place} у {n} ящиках на {m} вантажівках.",
        "За підрахунками вантажників, з ним пішли {n} підривників і {m} труб.",
        "Охоронець у {place} оцінив вагу в {n} тонн, а плату в {m} доларів.",
        "Номер партії був {n}, пломби {m}.",
        "Він простояв {n} годин у {place}, доки його не прийняли {m} осіб.",
        "У рахунку вказано {n} піддонів і партію {m}.",
    ],
    "ja": [
        "荷は{n}箱に詰められ{m}台のトラックで{place}を出た。",
        "積み込んだ者の数えでは、信管{n}個と筒{m}本が一緒だった。",
        "{place}の警備員は重さを{n}トン、代金を{m}ドルとみた。",
        "積荷番号は{n}、封印は{m}だった。",
        "{place}に{n}時間とどまり、{m}人が引き取った。",
        "送り状にはパレット{n}枚、ロット{m}とある。",
    ],
}
FILLERS = """
market square harvest bridge council teacher winter road river clinic school festival water ferry
mayor price radio shop forest station library garden concert museum tariff bakery weather census tunnel
archive
""".split()  # noqa: SIM905
LANGUAGES = ("en", "ru", "uk", "ja")


@dataclass
class Fact:
    """An invented transfer."""

    supplier: str
    recipient: str
    item: str
    quantity: int
    day: date
    places: list[str]
    numbers: list[tuple[int, int]]
    order: list[int]


@dataclass
class Made:
    """A document of the pile with its claim."""

    document: Document
    data: bytes
    claim: Claim
    family: int


@dataclass
class Truth:
    """What is known of each family."""

    origins: dict[int, int] = field(default_factory=dict)
    claims: dict[str, int] = field(default_factory=dict)


class Pile:
    """Makes families until `size` documents are there; the same ones for the same seed."""

    def __init__(self, lexicon: Lexicon, seed: int) -> None:
        self._random = random.Random(seed)
        self._lexicon = lexicon
        self._states = self._ids("state")
        self._groups = self._ids("actor", "armed_group")
        self._items = self._ids("materiel", "system", "variant")
        self._places = self._ids("place")
        self._number = 0
        self.truth = Truth()

    def _ids(self, kind: str, *categories: str) -> list[str]:
        entities = self._lexicon.entities.items()
        return sorted(
            k for k, e in entities if e.kind == kind and (not categories or e.category in categories)
        )

    def documents(self, size: int) -> Iterator[Made]:
        family = 0
        while self._number < size:
            copies = min(self._copies(), size - self._number)
            yield from self._family(family, copies)
            family += 1

    def _copies(self) -> int:
        """Many families are small, few are large: 1 to 1,000."""
        return max(1, min(1000, int(self._random.paretovariate(0.9))))

    def _family(self, family: int, copies: int) -> Iterator[Made]:
        fact = self._fact()
        origins = min(copies, self._random.choice((1, 1, 1, 2, 2, 3)))
        self.truth.origins[family] = origins
        roots = []
        for origin in range(origins):
            told = fact if not origin else self._retold(fact)
            outlet = f"The {self._word()} {self._word()} {family}-{origin}"
            roots.append((told, outlet))
            yield self._made(family, told, "en", outlet, None, "whole")
        for _ in range(copies - origins):
            told, outlet = self._random.choice(roots)
            language = self._random.choice(("en", "en", "en", "ru", "uk", "ja"))
            credit = outlet if self._random.random() < 0.5 else None
            how = self._random.choice(("whole", "edited", "cut"))
            yield self._made(family, told, language, f"{self._word()} {self._number}", credit, how)

    def _fact(self) -> Fact:
        r = self._random
        return Fact(
            supplier=r.choice(self._states),
            recipient=r.choice(self._groups),
            item=r.choice(self._items),
            quantity=r.randrange(14, 900),
            day=date(2001, 1, 1) + timedelta(days=r.randrange(8500)),
            places=r.sample(self._places, 6),
            numbers=[(r.randrange(100, 99999), r.randrange(100, 99999)) for _ in range(6)],
            order=r.sample(range(6), 6),
        )

    def _retold(self, fact: Fact) -> Fact:
        """The same fact seen by somebody else: other details, another count, a day apart at most."""
        other = self._fact()
        return Fact(
            fact.supplier,
            fact.recipient,
            fact.item,
            fact.quantity,
            fact.day,
            other.places,
            other.numbers,
            other.order,
        )

    def _made(
        self, family: int, fact: Fact, language: str, publisher: str, credit: str | None, how: str
    ) -> Made:
        lead, spans = self._lead(fact, language, credit)
        own = credit is None and how != "whole"
        body = [self._detail(fact, language, i) for i in fact.order]
        if how == "cut":
            body = body[: self._random.randrange(3, 5)]
        if how == "edited":
            body.insert(self._random.randrange(len(body)), self._aside())
            body[0] = body[0].replace(".", f" {self._word()}.")
        text = "\n".join([lead, *body, self._aside()]) + f"\n#{self._number}\n"
        data = text.encode()
        published = fact.day + timedelta(days=1 + self._number % 9)
        document = Document(
            file=f"{self._number:06d}.txt",
            text=text,
            digest=hashlib.sha256(data).hexdigest(),
            reader="plain",
            reader_version="1",
            publisher=publisher,
            published=published.isoformat(),
            language=language,
            zones=(Zone(0, len(text), "body", language),),
        )
        self._number += 1
        claim = self._claim(fact, lead, spans, credit, own=own)
        self.truth.claims[claim.identity(document.digest)] = family
        return Made(document, data, claim, family)

    def _lead(self, fact: Fact, language: str, credit: str | None) -> tuple[str, dict[str, str]]:
        words = {
            "supplier": self._name(fact.supplier, language),
            "recipient": self._name(fact.recipient, language),
            "item": self._name(fact.item, language),
            "qty": str(fact.quantity),
            "day": fact.day.isoformat(),
            "speaker": SPEAKERS[language],
            "credit": CREDITS[language].format(outlet=credit) if credit else "",
        }
        return LEADS[language].format(**words), {**words, "outlet": credit or ""}

    def _detail(self, fact: Fact, language: str, i: int) -> str:
        n, m = fact.numbers[i]
        return DETAILS[language][i].format(place=self._name(fact.places[i], language), n=n, m=m)

    def _claim(self, fact: Fact, lead: str, words: dict[str, str], credit: str | None, *, own: bool) -> Claim:
        def filler(role: str, identifier: str, quantity: Quantity | None = None) -> Filler:
            start = lead.index(words[role])
            name = self._lexicon.entities[identifier].name
            return Filler(
                name, words[role], start, start + len(words[role]), id=identifier, quantity=quantity
            )

        start = lead.index(words["speaker"])
        chain = [Source("officer", words["speaker"], "speaker", start, start + len(words["speaker"]))]
        if credit:
            at = lead.index(credit)
            chain.append(Source(credit, credit, "outlet", at, at + len(credit)))
        count = Quantity(fact.quantity, fact.quantity, str(fact.quantity))
        day = fact.day.isoformat()
        return Claim(
            kind="transfer",
            roles=(
                ("supplier", (filler("supplier", fact.supplier),)),
                ("recipient", (filler("recipient", fact.recipient),)),
                ("materiel", (filler("item", fact.item, count),)),
            ),
            evidence=(Quote(0, len(lead), lead),),
            stage="delivered",
            when=When(day, day),
            attribution=() if own else tuple(chain),
        )

    def _name(self, identifier: str, language: str) -> str:
        for name in self._lexicon.names_of(identifier):
            if (
                name.language == language
                and not name.weak
                and name.type in ("name", "designation", "local_name")
            ):
                return name.text
        return self._lexicon.entities[identifier].name

    def _word(self) -> str:
        return self._random.choice(FILLERS)

    def _aside(self) -> str:
        return " ".join(self._random.choices(FILLERS, k=12)).capitalize() + "."


def right(ledger: Ledger, lexicon: Lexicon, truth: Truth) -> dict[str, object]:
    """Origins as counted against the truth, for families that are whole."""
    started = time.perf_counter()
    view = gathered(ledger, lexicon)
    seconds = time.perf_counter() - started
    counted: dict[int, list[int]] = {}
    mixed = 0
    for allegation in view.allegations:
        families = {truth.claims[s.id] for s in allegation.statements if s.id in truth.claims}
        mixed += len(families) > 1
        for family in families:
            counted.setdefault(family, []).append(len(allegation.origins))
    told = [family for family in truth.origins if family in counted]
    hits = sum(counted[f] == [truth.origins[f]] for f in told)
    over = sum(sum(counted[f]) > truth.origins[f] for f in told)
    return {
        "families": len(told),
        "right": round(hits / len(told), 4),
        "over": round(over / len(told), 4),
        "allegations_of_two_families": mixed,
        "view_seconds": round(seconds, 2),
    }


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--probes", type=int, default=200, help="documents added one by one at each size")
    args = ap.parse_args()
    lexicon = load()
    pile = Pile(lexicon, args.seed)
    made = pile.documents(max(args.sizes) + len(args.sizes) * args.probes)
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "pile.db", create=True) as ledger,
    ):
        held = 0
        for size in sorted(args.sizes):
            started, first = time.perf_counter(), held
            for one in made:
                ledger.add(one.document, one.data, [one.claim])
                held += 1
                if held >= size:
                    break
            trace(ledger, lexicon)
            bulk = (time.perf_counter() - started) / max(1, held - first)
            times, work = [], []
            for one, _ in zip(made, range(args.probes), strict=False):
                began, busy = time.perf_counter(), time.process_time()
                ledger.add(one.document, one.data, [one.claim])
                trace(ledger, lexicon)
                times.append(time.perf_counter() - began)
                work.append(time.process_time() - busy)
                held += 1
            times.sort()
            work.sort()
            told = {
                "documents": size,
                "bulk_ms_per_document": round(1000 * bulk, 2),
                "one_more_ms_median": round(1000 * times[len(times) // 2], 2),
                "one_more_cpu_ms_median": round(1000 * work[len(work) // 2], 2),
                "one_more_ms_mean": round(1000 * sum(times) / len(times), 2),
                **right(ledger, lexicon, pile.truth),
            }
            print(json.dumps(told), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
