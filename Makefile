# duizhang (对账): one command for each task. `make help` lists them.

SHELL := /bin/sh
.SUFFIXES:
.DEFAULT_GOAL := help

# Python 3.11 or later: the one named with PYTHON=…, else the first that is found.
PYTHON := $(shell for p in "$(PYTHON)" python3 python3.13 python3.12 python3.11 \
    /usr/local/bin/python3 /usr/bin/python3; do \
    "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
    && command -v "$$p" && break; done)
PREPARE = $(PYTHON) .ci/prepare.py
BIN := .venv/bin

# Nothing of the caller's own Python set-up reaches the environment.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PIP_TARGET PIP_PREFIX PIP_REQUIRE_HASHES
unexport PIP_REQUIREMENT PIP_CONSTRAINT
export PYTHONNOUSERSITE := 1
export PYTHONUTF8 := 1
export PIP_USER := 0
# Caches belong below a home folder; where there is none they go into the environment.
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/.venv/home
endif

.PHONY: help python run set-up set-up-tests test test-core bench bench-scale fuzz accuracy bundle guide guide-pictures translations lock format clean

help:  ## show this list
	@echo "make run        set up, then open the program on the sample reports"
	@echo "                (without a display: track the samples in the terminal)"
	@echo "make test       set up, then everything CI runs: lint, format, types, layers, tests"
	@echo "make test-core  the same without Qt and its system libraries"
	@echo "make bench      times, as one table; ARGS=desk for one of them, ARGS=--library for"
	@echo "                an import of 3,000 reports"
	@echo "make bench-scale FOLDER=DIR  how everything grows with 30, 300 and 2,166 reports of a"
	@echo "                folder or an archive; ARGS='--sizes 30,300 --no-tracking'"
	@echo "make fuzz       damaged files into every reader; SECONDS=60 for each"
	@echo "make accuracy   figures against the gold; CORPUS=DIR for texts that are no samples"
	@echo "make bundle     what a computer without internet installs, into dist/, and its trial"
	@echo "make guide      the user guide as a site in build/guide, and its reference of commands"
	@echo "make guide-pictures  the pictures of the guide anew, under a display; ARGS=NAME for one"
	@echo "make translations  read the window's words anew, compile what is translated"
	@echo "make format     put the source into the house format"
	@echo "make lock       renew the lock files from pyproject.toml"
	@echo "make clean      remove the environment, caches and output"

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and was not found;" \
	    "install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }

set-up: python
	@$(PREPARE) environment

set-up-tests: python
	@$(PREPARE) environment --tests

run: set-up
	@$(PREPARE) start

# Tests have a home of their own: they touch no workspace, backup or setting of the person.
PYTEST = env -u XDG_DATA_HOME -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u XDG_STATE_HOME \
    HOME="$(CURDIR)/.venv/home" $(BIN)/python -m pytest -q

# A file of tests stays in one process: its tests share what takes long to make.
SPREAD := -n auto --maxprocesses 4 --dist loadfile

test: set-up-tests
	@$(PREPARE) system --tests
	@$(MAKE) --no-print-directory check
	QT_QPA_PLATFORM=offscreen $(PYTEST) $(SPREAD) $(ARGS)

# tests/desktop needs Qt; tests/without_qt.py stands in for the settings of the Qt plugin.
test-core: set-up-tests check
	PYTHONPATH=tests $(PYTEST) $(SPREAD) -p no:pytest-qt -p without_qt \
	    --ignore=tests/desktop $(ARGS)

.PHONY: check
check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: set-up-tests
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/bench/run.py $(ARGS)

# FOLDER=DIR, or an archive of one: reports, each region's in a folder of its own.
bench-scale: set-up-tests
	@test -n "$(FOLDER)" || { echo "name a folder of reports: make bench-scale FOLDER=DIR" >&2; exit 1; }
	@$(BIN)/python tests/bench/scale.py "$(FOLDER)" $(ARGS)

accuracy: set-up-tests
	@$(BIN)/python -m tests.accuracy $(if $(CORPUS),--corpus "$(CORPUS)")

SECONDS := 60
fuzz: set-up-tests
	@$(BIN)/python -m tests.fuzz.run --seconds $(SECONDS) $(ARGS)

guide: set-up-tests
	@$(BIN)/python docs/reference.py
	@$(BIN)/mkdocs build --strict --quiet

guide-pictures: set-up-tests
	@$(BIN)/python docs/pictures.py $(ARGS)

bundle: set-up-tests
	@$(BIN)/python packaging/bundle.py
	@QT_QPA_PLATFORM=offscreen $(PYTEST) tests/packaging

# Without line numbers: they would change with every edit.
WORDS := resources/desktop/duizhang_zh_CN
translations: set-up-tests
	$(BIN)/pyside6-lupdate $$(find desktop -name '*.py' | sort) -locations none -no-obsolete \
	    -ts $(WORDS).ts
	$(BIN)/pyside6-lrelease $(WORDS).ts -qm $(WORDS).qm

format: set-up-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Hashes for every system and Python from 3.11 on; no registry is named in the files.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --system-certs --custom-compile-command "make lock"
lock: set-up-tests
	$(COMPILE) --upgrade --group build -o .ci/lock/build.txt
	$(COMPILE) --upgrade -o .ci/lock/run.txt pyproject.toml
	$(COMPILE) --upgrade --group bundle -c .ci/lock/run.txt -o .ci/lock/bundle.txt
	$(COMPILE) --upgrade --group test -c .ci/lock/run.txt -o .ci/lock/test.txt

clean:
	rm -rf .venv build dist output .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    .import_linter_cache
