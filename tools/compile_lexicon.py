"""Checks resources/lexicon and writes src/reportedly/lexicon/data/lexicon.json. Exit 1, and nothing written,
where something is wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lexicon_build.compiling import compile_folder

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "lexicon"
TARGET = ROOT / "src" / "reportedly" / "lexicon" / "data" / "lexicon.json"


def main() -> int:
    data, complaints = compile_folder(SOURCE)
    if complaints:
        print(*complaints, sep="\n", file=sys.stderr)
        print(f"{len(complaints)} things to mend; {TARGET.name} is as it was", file=sys.stderr)
        return 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(data)
    print(f"{TARGET.relative_to(ROOT)}: {len(data):,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
