"""Score the engine on the open corpus, language by language: `python tools/score_corpus.py [LANGUAGE
...]`."""

from __future__ import annotations

import sys
from pathlib import Path

from reportedly.documents import Failure
from reportedly.pipeline import extracted
from reportedly.scoring.figures import score
from reportedly.scoring.files import read_documents, read_gold

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def main() -> int:
    """One line a language: claim precision, recall and F1, nearest source, evidence grounded."""
    languages = sys.argv[1:] or sorted(p.name for p in CORPUS.iterdir() if (p / "gold").is_dir())
    print(f"{'':4} {'reports':>7} {'P':>6} {'R':>6} {'F1':>6} {'nearest':>8} {'grounded':>9}")
    for language in languages:
        folder = CORPUS / language
        outcomes = list(extracted([folder / "docs"]))
        for failure in outcomes:
            if isinstance(failure, Failure):
                print(f"{failure.file}: {failure.reason} [{failure.code}]", file=sys.stderr)
        claims = [
            claim.to_json(file=done.document.file, digest=done.document.digest)
            for done in outcomes
            if not isinstance(done, Failure)
            for claim in done.claims
        ]
        figures = score(claims, read_gold(folder / "gold"), read_documents(folder / "docs")).figures
        shares = [*(figures["claim"][key] for key in ("precision", "recall", "f1")), figures["nearest"]]
        grounded = figures.get("grounded") or 0
        row = "{:6.3f} {:6.3f} {:6.3f} {:8.3f}".format(*shares)
        print(f"{language:4} {figures['documents']:7} {row} {grounded:9.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
