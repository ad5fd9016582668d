# `make booklet` and `make test` set up everything they need in .venv; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/.made
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready
GATE_READY := $(VENV)/.gate-ready
LOCK_READY := $(VENV)/.lock-ready
NEWEST := .venv-newest
LOWEST := .venv-lowest
PYTEST_WORKERS ?= auto

GOALS ?= -g extension -g rotation
ARGS ?=

.DEFAULT_GOAL := help

.PHONY: help
help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

# Only what a lock names is installed, and only wheels: to build a package, pip would fetch tools that are not locked.
LOCKED := $(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: --requirement

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || bash .ci/install-system-packages python3-venv
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(READY): $(MADE) requirements/program.txt pyproject.toml
	$(LOCKED) requirements/program.txt
	$(BIN)/python -m pip install --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): $(READY) requirements/dev.txt
	$(LOCKED) requirements/dev.txt
	@touch $@

$(GATE_READY): $(DEV_READY) requirements/gate.txt
	$(LOCKED) requirements/gate.txt
	@touch $@

$(LOCK_READY): $(MADE) requirements/lock.txt
	$(LOCKED) requirements/lock.txt
	@touch $@

.PHONY: setup
setup: $(DEV_READY) ## Make .venv with the program and its development tools

.PHONY: booklet
booklet: $(READY) ## Make a booklet for extension and rotation in output/ (GOALS='-g side', ARGS='--paper letter')
	$(BIN)/thoracic make $(GOALS) --force $(ARGS)

# Tests of one file stay together, so that what they share is made once; whoever is done first takes of the others.
# Each process of the gate starts a Java virtual machine of about 330 MB, hence not as many as there are cores.
GATE_TESTS := -m pytest tests/gate --dist worksteal --numprocesses $(PYTEST_WORKERS) --maxprocesses 4
OTHER_TESTS := -m pytest --ignore=tests/gate --dist worksteal --numprocesses $(PYTEST_WORKERS)

.PHONY: test
test: lint types rooms gate ## Run everything: ruff, types, rooms, the gate, tests with coverage
	$(BIN)/python $(OTHER_TESTS) --cov --cov-report=term

.PHONY: gate
gate: $(GATE_READY) ## Check every kind of file: veraPDF (PDF/UA, PDF/A), what it cannot see, and four readers
	$(BIN)/python $(GATE_TESTS)

.PHONY: lint
lint: $(DEV_READY) ## Check style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

.PHONY: types
types: $(DEV_READY) ## Check types, strictly
	$(BIN)/mypy

.PHONY: rooms
rooms: $(DEV_READY) ## Check that rooms import only rooms above them
	$(BIN)/lint-imports

.PHONY: format
format: $(DEV_READY) ## Format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: prepare
prepare: $(READY) ## Check the library and write its prepared copy, after a change of data/
	$(BIN)/python -m generator.library.prepared

.PHONY: pictures
pictures: $(DEV_READY) ## Draw the pictures whose pose or engine changed, check them, and prepare them for the page
	$(BIN)/python -m generator.figure
	$(BIN)/python -m generator.pdf.pictures

.PHONY: bench
bench: $(DEV_READY) ## Print the time of `make` as ratios, measured side by side
	$(BIN)/python bench/bench.py

.PHONY: wheel
wheel: $(DEV_READY) ## Build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

UV := $(BIN)/uv --no-progress --no-python-downloads
# One version of each package for all Pythons, so that all of them are checked with the same.
COMPILE := $(UV) pip compile --quiet --no-header --universal --python-version 3.11 --fork-strategy fewest --generate-hashes
EVERYTHING := $(VENV)/everything.txt
UPGRADE ?= --upgrade

# The locks agree, since everything is resolved together first. What they hold is kept where nothing is upgraded.
.PHONY: lock
lock: $(LOCK_READY) ## Lock the newest versions in requirements/ (UPGRADE= keeps those that are locked and fit)
	cat requirements/*.txt > $(EVERYTHING)
	$(COMPILE) $(UPGRADE) pyproject.toml --extra draw --group dev --group gate --group lock --output-file $(EVERYTHING)
	$(call write_lock,program,pyproject.toml --group install)
	$(call write_lock,dev,pyproject.toml --extra draw --group dev)
	$(call write_lock,gate,--group gate)
	$(call write_lock,lock,--group lock)

# Extras are kept (`coverage[toml]`): an older pip takes the newest release for an extra that is not pinned itself.
define write_lock
$(COMPILE) --no-strip-extras $(2) --constraints $(EVERYTHING) --output-file $(VENV)/$(1).txt
@{ echo '# Written by `make lock`, for Python 3.11 and newer.'; sed '/^ *#   -c /d' $(VENV)/$(1).txt; } > requirements/$(1).txt
endef

define run_all_tests
$(1)/bin/python $(GATE_TESTS)
$(1)/bin/python $(OTHER_TESTS)
endef

.PHONY: test-newest
test-newest: $(LOCK_READY) ## Run the tests with the newest version of everything, in .venv-newest
	$(PYTHON) -m venv --clear --without-pip $(NEWEST)
	$(UV) pip install --quiet --python $(NEWEST) --editable '.[draw]' --group dev --group gate
	$(call run_all_tests,$(NEWEST))

.PHONY: test-lowest
test-lowest: $(LOCK_READY) ## Run the tests with the lowest versions that the program allows, in .venv-lowest
	$(PYTHON) -m venv --clear --without-pip $(LOWEST)
	$(UV) pip compile --quiet --python $(LOWEST) --resolution lowest-direct --only-binary :all: pyproject.toml --extra draw \
		--output-file $(LOWEST)/lowest.txt
	$(UV) pip install --quiet --python $(LOWEST) --overrides $(LOWEST)/lowest.txt \
		--requirements requirements/dev.txt --requirements requirements/gate.txt
	$(UV) pip install --quiet --python $(LOWEST) --no-deps --editable .
	$(call run_all_tests,$(LOWEST))

.PHONY: clean
clean: ## Remove everything that was made, except output/
	rm -rf $(VENV) $(NEWEST) $(LOWEST) dist build .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
