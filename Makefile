# reportedly: `make demo` sets up and runs the main job on the sample reports; `make test` sets up and passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint types imports check lexicon data bench score lock clean setup

demo: $(STAMP)
	@rm -f demo.db
	$(BIN)/reportedly add -l demo.db corpus/en/docs
	$(BIN)/reportedly claims -l demo.db --limit 20
	@echo
	@echo "Next: $(BIN)/reportedly show -l demo.db ID      the claim with its words, its sources and why"
	@echo "      $(BIN)/reportedly add -l demo.db FOLDER   your own reports"

test: $(STAMP)
	$(BIN)/python -m pytest -n 2 -q

setup: $(STAMP)

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "reportedly needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $(STAMP)

lint: $(STAMP)
	$(BIN)/ruff check src tests tools benchmarks

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports

check: lint types imports test

lexicon: $(STAMP)
	$(BIN)/python tools/compile_lexicon.py

data: $(STAMP)
	$(BIN)/python tools/compile_lexicon.py
	$(BIN)/python tools/compile_languages.py
	$(BIN)/python tools/compile_layout.py
	$(BIN)/python tools/compile_detail.py

score: $(STAMP)
	$(BIN)/python tools/score_corpus.py

bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	$(BIN)/python benchmarks/run.py

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --group dev -o requirements/dev.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --group bench -c requirements/dev.txt -o requirements/bench.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist demo.db
