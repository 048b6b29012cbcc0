# Everything runs in .venv, set up from the pinned and hashed files in requirements/. With another Python, call
# `make test PYTHON=python3.13 VENV=.venv/3.13`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade

.PHONY: help run test test-all check format bench bench-extraction picture keys formats figures times model lock clean

help: ## list the targets
	@sed -n "s/^\([a-z-]*\):.*## /\1\t/p" Makefile

run: $(VENV)/.run ## open fenttui
	@$(BIN)/fenttui $(ARGS)

# Three workers on two cores: tests on a real terminal wait for most of their time.
test: check ## every test of the everyday suite, after lint, types and floors
	$(BIN)/python -m pytest -n 3 --dist worksteal -m "not slow" $(ARGS)

test-all: check ## the everyday suite and what is longer
	$(BIN)/python -m pytest -n 3 --dist worksteal $(ARGS)

check: $(VENV)/.dev ## lint, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev ## rewrite the code as ruff wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## start, keys, bytes and memory beside a bare Textual program
	$(BIN)/python -m benchmarks $(ARGS)

bench-extraction: $(VENV)/.dev $(VENV)/spacy/.ready $(VENV)/quantulum/.ready ## names, figures and times scored and timed beside spaCy and quantulum3, with DATA=...
	$(BIN)/python -m benchmarks.extraction $(DATA) --spacy $(VENV)/spacy/bin/python \
		--quantulum $(VENV)/quantulum/bin/python $(ARGS)

picture: $(VENV)/.run ## the picture of the screen that README shows
	$(BIN)/python -m tools.picture

keys: $(VENV)/.run ## docs/keys.md, from the table of commands
	$(BIN)/python -m tools.keys

formats: $(VENV)/.run ## the tables of formats in docs/notes.md and docs/articles.md, from the registries
	$(BIN)/python -m tools.formats

figures: $(VENV)/.run ## docs/figures.md, from the examples of the tests
	$(BIN)/python -m tools.figures

times: $(VENV)/.run ## docs/times.md, from the examples of the tests
	$(BIN)/python -m tools.times

model: $(VENV)/.run ## train the recognizer of actors again: make model DATA=FOLDER
	$(PIP) install -e '.[train]'
	$(BIN)/python -m training $(DATA)

lock: $(VENV)/.dev ## renew the pins in requirements/
	$(PIP) install uv
	$(LOCK) -o requirements/run.txt pyproject.toml requirements/build.in
	$(LOCK) --extra dev -c requirements/run.txt -o requirements/dev.txt pyproject.toml requirements/build.in
	$(LOCK) --extra spacy -c requirements/run.txt -o requirements/spacy.txt pyproject.toml requirements/spacy.in
	$(LOCK) -o requirements/quantulum.txt requirements/quantulum.in

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "fenttui needs Python 3.11 or newer; call make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/spacy/.ready: requirements/spacy.txt | $(VENV)/bin/python
	$(PYTHON) -m venv $(VENV)/spacy
	$(VENV)/spacy/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes \
		-r requirements/spacy.txt
	@touch $@

$(VENV)/quantulum/.ready: requirements/quantulum.txt | $(VENV)/bin/python
	$(PYTHON) -m venv $(VENV)/quantulum
	$(VENV)/quantulum/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes \
		-r requirements/quantulum.txt
	@touch $@

$(VENV)/.run: pyproject.toml requirements/run.txt | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q tui
	@touch $@

$(VENV)/.dev: pyproject.toml requirements/run.txt requirements/dev.txt | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q tui
	@touch $@ $(VENV)/.run
