"""How long the workbench takes with many allegations: makes a ledger of them, opens it, asks for each page.

    python benchmarks/workbench.py [--allegations 10000] [--ledger FILE]

Prints milliseconds for the first answer (nothing in memory) and for the second.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import random
import socket
import tempfile
import threading
import time
from pathlib import Path

import uvicorn

from reportedly.claims import Claim, Filler, Quote, Source, When
from reportedly.documents import Document, Zone
from reportedly.ledger import Ledger, Run
from reportedly.ledger.search import index
from reportedly.lexicon import load
from reportedly.workbench.app import build
from reportedly.workbench.bench import Bench
from reportedly.workbench.serving import Place, address_of
from reportedly.workbench.sessions import User

RUN = Run("bench", "0", "bench", "bench")
PAGES = (
    "/", "/claims", "/review", "/claims?who=state%2Fir", "/allegations", "/allegations?origins=2", "/network",
    "/network.json?top=1", "/map", "/timeline", "/entities", "/entities/state%2Fir", "/documents",
    "/search?q=missiles",
)  # fmt: skip


def fill(ledger: Ledger, count: int) -> None:
    """`count` reports, most of them of a transfer of their own, some of one that others told too."""
    chance = random.Random(7)
    entities = load().entities.values()
    states = [e for e in entities if e.kind == "state"]
    goods = [e for e in entities if e.kind == "materiel" and e.category in ("system", "variant")]
    places = [e for e in entities if e.kind == "place" and e.latitude is not None]
    facts: list[tuple[object, ...]] = []
    for number in range(count):
        if facts and chance.random() < 0.15:
            fact = chance.choice(facts)
        else:
            supplier, recipient = chance.sample(states, 2)
            day = f"{chance.randint(1975, 2024)}-{chance.randint(1, 12):02d}"
            fact = (supplier, recipient, chance.choice(goods), chance.choice(places), day)
            facts.append(fact)
        ledger.add(*report(number, fact), run=RUN)


def report(number: int, fact: tuple[object, ...]) -> tuple[Document, bytes, list[Claim]]:
    """One short report with one claim."""
    supplier, recipient, goods, place, day = fact
    speaker = f"Officer {number % 997}"
    names = [getattr(e, "name", "") for e in (supplier, recipient, goods, place)]
    sentence = (
        f"{speaker} said that {names[0]} supplied {names[1]} with {names[2]} missiles by way of {names[3]}."
    )
    text = f"Report {number}\n{sentence}\nNobody could confirm account {number * 7919 % 100003}.\n"
    start, fillers, at = text.index(sentence), [], text.index("said that")
    for role, entity in zip(
        ("supplier", "recipient", "materiel", "via"), (supplier, recipient, goods, place), strict=True
    ):
        name = getattr(entity, "name", "")
        at = text.index(name, at)
        fillers.append((role, (Filler(name, name, at, at + len(name), id=getattr(entity, "id", None)),)))
        at += len(name)
    claim = Claim(
        kind="transfer",
        roles=tuple(fillers),
        evidence=(Quote(start, start + len(sentence), sentence),),
        stage="delivered",
        when=When(str(day), str(day)),
        attribution=(Source(speaker, speaker, "speaker", start, start + len(speaker)),),
    )
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    zones = (Zone(0, len(text), "body", "en"),)
    outlet = f"Outlet {number % 389}"
    document = Document(
        f"r{number:06d}.txt", text, digest, "plain", "1", title=f"Report {number}", publisher=outlet,
        published=f"{str(day)[:4]}-12-01", language="en", zones=zones,
    )  # fmt: skip
    return document, data, [claim]


def ask(port: int, cookie: str, path: str) -> tuple[float, int, int]:
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    size = len(answer.read())
    connection.close()
    return (time.perf_counter() - begun) * 1000, answer.status, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allegations", type=int, default=10_000)
    parser.add_argument("--ledger", type=Path, help="kept and used again, where given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.ledger or Path(folder) / "bench.db"
        fresh = not place.exists()
        with Ledger.open(place, create=True) as ledger:
            if fresh:
                begun = time.perf_counter()
                fill(ledger, given.allegations)
                print(f"made in {time.perf_counter() - begun:.1f} s")
            begun = time.perf_counter()
            print(f"{index(ledger)} documents indexed for search in {time.perf_counter() - begun:.1f} s")
            measure(ledger, str(place))


def measure(ledger: Ledger, place: str) -> None:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    port = listening.getsockname()[1]
    bench = Bench(ledger, place, address_of(Place(port=port), port))
    server = uvicorn.Server(uvicorn.Config(build(bench), log_level="critical", ws="none"))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    cookie = f"{bench.address.cookie}={bench.sessions.start(User('bench', 'admin'))}"
    for path in PAGES:
        first, status, size = ask(port, cookie, path)
        again, _, _ = ask(port, cookie, path)
        print(f"{path:26} {status} {first:8.0f} ms, again {again:6.0f} ms, {size / 1024:7.0f} KiB")
    server.should_exit = True
    listening.close()


if __name__ == "__main__":
    main()
