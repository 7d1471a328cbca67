"""Throughput of the lexicon's scan against the bare automaton: 50,000 synthetic names, the same text, one process.

Prints characters per CPU-second of each, and their ratio (median of the rounds, interleaved). Run: python benchmarks/alias_scan.py
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from reportedly.lexicon.folding import LATIN_HIGH_BYTES, fold, high_bytes
from reportedly.lexicon.spelling import case_rule
from reportedly.lexicon.store import FORMAT, Lexicon

NAMES = 50_000
DOCUMENTS = 200
WORDS = 700
ROUNDS = 9
SYLLABLES = "ba be bo da de dor ka ko kra la lan len ma mi mon na ne nor pa ra ri ro sa si sol ta ti tor va ve zan zu".split()
CYRILLIC = "ба бе бо да де дор ка ко кра ла лан лен ма ми мон на не нор па ра ри ро са си сол та ти тор ва ве зан зу".split()
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
ACRONYMS = ("US", "IS", "UN", "EU", "UK", "CAR", "IT", "AM", "PMF", "LNA")


def make_names(rng: random.Random) -> list[str]:
    """Names in the mix of the lexicon: one and two words, designations, acronyms, Cyrillic, katakana."""
    names = set(ACRONYMS)
    while len(names) < NAMES:
        draw = rng.random()
        if draw < 0.35:
            names.add(_word(rng, SYLLABLES).capitalize())
        elif draw < 0.5:
            names.add(f"{_word(rng, SYLLABLES)} {_word(rng, SYLLABLES)}".title())
        elif draw < 0.6:
            names.add(f"{rng.choice('ABCKMSTZ')}-{rng.randint(1, 999)}{rng.choice(['', 'A', 'M', 'M1'])}")
        elif draw < 0.9:
            names.add(_word(rng, CYRILLIC).capitalize())
        else:
            names.add("".join(rng.choice(KANA) for _ in range(rng.randint(3, 7))))
    return sorted(names)


def _word(rng: random.Random, syllables: list[str]) -> str:
    return "".join(rng.choice(syllables) for _ in range(rng.randint(3, 5)))


def make_texts(rng: random.Random, names: list[str], per_name: int) -> list[str]:
    """English-like prose with a name every `per_name` words, typographic marks, and line breaks."""
    common = (
        "the of and to in is was for that this his with by on it as use used just us from which has have been said history "
        "because must under against industry house island listed military report officials according shipment weapons "
        "border group country government president minister business status crisis virus car cars care us"
    ).split()
    latin = [name for name in names if name.isascii()]
    texts = []
    for _ in range(DOCUMENTS):
        words = [
            rng.choice(latin) if rng.random() < 1 / per_name else rng.choice(common) for _ in range(WORDS)
        ]
        marked = [w + rng.choice(["", "", "", "", "", "", ",", ".", ".\n", "’s"]) for w in words]
        texts.append(" ".join(marked))
    return texts


def make_lexicon(names: list[str]) -> Lexicon:
    folded = {fold(name): name for name in names}
    latin = sorted(f for f in folded if not high_bytes(f).translate(None, LATIN_HIGH_BYTES))
    forms = latin + sorted(folded.keys() - set(latin))
    rules = [case_rule(folded[form]) for form in forms]
    return Lexicon(
        {
            "format": FORMAT,
            "entities": {"actor/any": {"name": "Any"}},
            "types": ["name"],
            "names": [[folded[form], 0, 0, None, 0, None, None] for form in forms],
            "latin": len(latin),
            "forms": "\n".join(forms),
            "rules": rules,
            "refs": list(range(len(forms))),
            "spellings": {
                str(i): [[r, folded[f], [i]]]
                for i, (f, r) in enumerate(zip(forms, rules, strict=True))
                if r < -1
            },
        },
        "benchmark",
    )


def cpu_seconds(run: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - start


def compare(label: str, per_name: int) -> float:
    rng = random.Random(2024)
    names = make_names(rng)
    texts = make_texts(rng, names, per_name)
    lexicon = make_lexicon(names)
    bare = AhoCorasick(
        sorted({fold(name) for name in names}),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    ).find_matches_as_indexes
    characters = sum(map(len, texts))
    lexicon.scan(texts[0])
    pairs = [(cpu_seconds(bare, texts), cpu_seconds(lexicon.scan, texts)) for _ in range(ROUNDS)]
    ratio = statistics.median(b / s for b, s in pairs)
    bare_time, scan_time = (statistics.median(times) for times in zip(*pairs, strict=True))
    hits = sum(len(lexicon.scan(text)) for text in texts)
    print(
        f"{label}: {characters / hits:.0f} characters per name found; bare {characters / bare_time / 1e6:.0f} M/s, "
        f"scan {characters / scan_time / 1e6:.0f} M/s, ratio {ratio:.2f}"
    )
    return ratio


def main() -> None:
    print(f"{NAMES:,} names, {DOCUMENTS} documents of {WORDS} words, characters per CPU-second")
    compare("sparse (a name in 100 words)", 100)
    compare("reports about arms (a name in 12 words)", 12)


if __name__ == "__main__":
    main()
