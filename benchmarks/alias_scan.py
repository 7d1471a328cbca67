"""Throughput of the lexicon's scan against the bare automaton: 50,000 synthetic names, the same text, one
process.

Prints characters per CPU-second of each, and their ratio (median of the rounds, interleaved). Run: python
benchmarks/alias_scan.py
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
LATIN = (
    "ba be bo da de dor ka ko kra la lan len ma mi mon na ne nor pa ra ri ro sa si sol ta ti tor va ve zan zu"
)
CYRILLIC = (
    "ба бе бо да де дор ка ко кра ла лан лен ма ми мон на не нор па ра ри ро са си сол та ти тор ва ве зан зу"
)
COMMON = """
the the the the the of of of and and and to to to in in in a a a that that for for was is with on by
as at from it has have been said an be had were which this who will are not they their after but his
its would about more two first new against under must because people government country military
report officials according president minister forces group weapons shipment border region last year
month between during also used use us could over into than other when week three still before while
history house since business status crisis virus industry car security support national world state
international army attack city members leaders million police political
"""
"""Prose: each word as often as it stands here; some are acronyms in lower case (is, it, us, car)."""
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
ACRONYMS = ("US", "IS", "UN", "EU", "UK", "CAR", "IT", "AM", "PMF", "LNA")


def make_names(rng: random.Random) -> list[str]:
    """Names in the mix of the lexicon: one and two words, designations, acronyms, Cyrillic, katakana."""
    names = set(ACRONYMS)
    while len(names) < NAMES:
        draw = rng.random()
        if draw < 0.35:
            names.add(_word(rng, LATIN).capitalize())
        elif draw < 0.5:
            names.add(f"{_word(rng, LATIN)} {_word(rng, LATIN)}".title())
        elif draw < 0.6:
            names.add(f"{rng.choice('ABCKMSTZ')}-{rng.randint(1, 999)}{rng.choice(['', 'A', 'M', 'M1'])}")
        elif draw < 0.9:
            names.add(_word(rng, CYRILLIC).capitalize())
        else:
            names.add("".join(rng.choice(KANA) for _ in range(rng.randint(3, 7))))
    return sorted(names)


def _word(rng: random.Random, syllables: str) -> str:
    return "".join(rng.choice(syllables.split()) for _ in range(rng.randint(3, 5)))


def make_texts(rng: random.Random, names: list[str], per_name: int) -> list[str]:
    """English-like prose with a name every `per_name` words, typographic marks, and line breaks."""
    common = COMMON.split()
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
    rounds = [
        (
            cpu_seconds(bare, texts),
            cpu_seconds(lambda text: bare(text.lower()), texts),
            cpu_seconds(lexicon.scan, texts),
        )
        for _ in range(ROUNDS)
    ]
    ratio = statistics.median(b / s for b, _, s in rounds)
    lowered_ratio = statistics.median(b / s for _, b, s in rounds)
    bare_time, _, scan_time = (statistics.median(times) for times in zip(*rounds, strict=True))
    hits = sum(len(lexicon.scan(text)) for text in texts)
    print(
        f"{label}: {characters / hits:.0f} characters per name found; "
        f"bare {characters / bare_time / 1e6:.0f} M/s, "
        f"scan {characters / scan_time / 1e6:.0f} M/s, ratio {ratio:.2f} "
        f"({lowered_ratio:.2f} where the bare one lower-cases the text, as it must to find the names)"
    )
    return ratio


def main() -> None:
    print(f"{NAMES:,} names, {DOCUMENTS} documents of {WORDS} words, characters per CPU-second")
    compare("other reports (a name in 500 words)", 500)
    compare("mixed (a name in 100 words)", 100)
    compare("reports about arms (a name in 12 words)", 12)


if __name__ == "__main__":
    main()
