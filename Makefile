# `make booklet` and `make test` set up everything they need in .venv; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
GATE_READY := $(VENV)/.gate-ready
PYTEST_WORKERS ?= auto

GOALS ?= -g extension -g rotation
ARGS ?=

.DEFAULT_GOAL := help

.PHONY: help
help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || bash .ci/install-system-packages python3-venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[draw]' --group dev
	@touch $@

.PHONY: setup
setup: $(READY) ## Make .venv with the program and its development tools

.PHONY: booklet
booklet: $(READY) ## Make a booklet for extension and rotation in output/ (GOALS='-g side', ARGS='--paper letter')
	$(BIN)/thoracic make $(GOALS) --force $(ARGS)

.PHONY: test
test: lint types rooms gate ## Run everything: ruff, types, rooms, the gate, tests with coverage
	$(BIN)/python -m pytest --ignore=tests/gate --numprocesses $(PYTEST_WORKERS) --cov --cov-report=term

$(GATE_READY): $(READY)
	$(BIN)/python -m pip install --quiet --group gate
	@touch $@

# Each process starts a Java machine of about 330 MB, hence not as many as there are cores.
.PHONY: gate
gate: $(GATE_READY) ## Check every kind of file: veraPDF (PDF/UA, PDF/A), what it cannot see, and four readers
	$(BIN)/python -m pytest tests/gate --numprocesses $(PYTEST_WORKERS) --maxprocesses 4

.PHONY: lint
lint: $(READY) ## Check style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

.PHONY: types
types: $(READY) ## Check types, strictly
	$(BIN)/mypy

.PHONY: rooms
rooms: $(READY) ## Check that rooms import only rooms above them
	$(BIN)/lint-imports

.PHONY: format
format: $(READY) ## Put the code into the house's format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: prepare
prepare: $(READY) ## Check the library and write its prepared copy, after a change of data/
	$(BIN)/python -m generator.library.prepared

.PHONY: pictures
pictures: $(READY) ## Draw the pictures whose pose or engine changed, check them, and prepare them for the page
	$(BIN)/python -m generator.figure
	$(BIN)/python -m generator.pdf.pictures

.PHONY: bench
bench: $(READY) ## Print the time of `make` as ratios, measured side by side
	$(BIN)/python bench/bench.py

.PHONY: wheel
wheel: $(READY) ## Build the wheel into dist/
	$(BIN)/python -m build --wheel

.PHONY: clean
clean: ## Remove what was made, output/ excepted
	rm -rf $(VENV) dist build .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
