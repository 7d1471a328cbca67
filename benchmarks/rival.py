"""CPU seconds that a spaCy pipeline of the `en_core_web_sm` architecture takes for given texts: speed only.

The components are those of the package (tok2vec, tagger, parser, NER; width 96, depth 4) with the same label
counts and random weights: what it finds means nothing, what it costs is what it costs with trained weights.
Lemmatiser and attribute ruler are left out, which favours it. Run by `run.py` in an environment of its own;
prints a JSON object ("documents", "tokens", "bytes", "cpu", "peak") for each line of file names given.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Config, NumpyOps, set_current_ops

BATCH = 16
TAGS = 50
DEPENDENCIES = 45
ENTITIES = 18

CONFIG = """
[nlp]
lang = "en"
pipeline = ["tok2vec", "tagger", "parser", "ner"]

[components]

[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
rows = [5000, 1000, 2500, 2500, 50, 50]
include_static_vectors = false
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

[components.tagger]
factory = "tagger"
[components.tagger.model]
@architectures = "spacy.Tagger.v2"
[components.tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[components.parser]
factory = "parser"
[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[components.ner.model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"
[components.ner.model.tok2vec.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
rows = [5000, 1000, 2500, 2500, 50, 50]
include_static_vectors = false
[components.ner.model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3
"""


def build() -> Language:
    """The pipeline, with as many labels as the package has."""
    spacy.util.fix_random_seed(1986)
    nlp = spacy.util.load_model_from_config(Config().from_str(CONFIG), auto_fill=True)
    for name, label, number in (("tagger", "T", TAGS), ("parser", "d", DEPENDENCIES), ("ner", "E", ENTITIES)):
        for i in range(number):
            nlp.get_pipe(name).add_label(f"{label}{i}")  # type: ignore[attr-defined]
    example = Example.from_dict(
        Doc(nlp.vocab, words=["a", "b"]),
        {"tags": ["T0", "T1"], "heads": [0, 0], "deps": ["ROOT", "d0"], "entities": ["U-E0", "O"]},
    )
    nlp.initialize(lambda: [example])
    return nlp


def main() -> None:
    """Reads file names, tab-separated, from standard input; times the pipeline on them, line by line."""
    # The BLAS that spaCy brings is slower on many processors than NumPy's own.
    set_current_ops(NumpyOps(use_blis=False))
    nlp = build()
    list(nlp.pipe(["A first text warms it up."], batch_size=BATCH))
    for line in sys.stdin:
        texts = [Path(name).read_text(encoding="utf-8") for name in line.rstrip("\n").split("\t")]
        start = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))
        cpu = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        said = {
            "documents": len(texts),
            "tokens": tokens,
            "bytes": sum(len(text.encode()) for text in texts),
            "cpu": cpu,
            "peak": peak,
        }
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
