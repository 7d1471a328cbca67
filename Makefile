# reportedly: `make demo` sets up and runs the main job on the sample reports; `make test` sets up and passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
DEMO := demo.db

.PHONY: demo test lint types imports check lexicon data bench score lock clean setup

demo: $(VENV)/.run
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/reportedly add -l $(DEMO) corpus/en/docs
	$(BIN)/reportedly claims -l $(DEMO) --limit 20
	@echo
	@echo "Next: $(BIN)/reportedly show -l $(DEMO) ID      one claim: its words, its sources, which rule gave which field"
	@echo "      $(BIN)/reportedly allegations -l $(DEMO)  what several claims speak of: origins, denials"
	@echo "      $(BIN)/reportedly serve -l $(DEMO)        the workbench in your browser"
	@echo "      $(BIN)/reportedly add -l case.db FOLDER  your own reports"

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 -q

setup: $(VENV)/.dev

$(VENV)/.run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "reportedly needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up in $(VENV) ..."
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests tools benchmarks

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

check: lint types imports test

lexicon: $(VENV)/.dev
	$(BIN)/python tools/compile_lexicon.py

data: $(VENV)/.dev
	$(BIN)/python tools/compile_lexicon.py
	$(BIN)/python tools/compile_languages.py
	$(BIN)/python tools/compile_layout.py
	$(BIN)/python tools/compile_detail.py

score: $(VENV)/.run
	$(BIN)/python tools/score_corpus.py

bench: $(VENV)/.dev benchmarks/.venv-bench/.installed
	$(BIN)/python benchmarks/run.py

# spaCy has an environment of its own, so that the project's stays what the lock says.
benchmarks/.venv-bench/.installed: requirements/bench.txt
	$(PYTHON) -m venv benchmarks/.venv-bench
	benchmarks/.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

UV := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header
lock: $(VENV)/.dev
	$(PIP) uv
	$(UV) --group dev --extra ja -o requirements/dev.txt pyproject.toml
	$(UV) --group build --extra ja -c requirements/dev.txt -o requirements/run.txt pyproject.toml
	$(UV) --group bench -c requirements/dev.txt -o requirements/bench.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist $(DEMO)
