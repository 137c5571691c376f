# `make run` does everything from a fresh clone: environment, pipeline, a labelled article. `make test` tests it.
# Nothing outside this folder is touched: the environment, uv and its cache live in .venv.

PYTHON ?= python3
BIN := .venv/bin
export UV_CACHE_DIR := $(CURDIR)/.venv/cache
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/.venv
export UV_PYTHON_DOWNLOADS := never
export DVC_NO_ANALYTICS := 1

.PHONY: run test check environment pipeline compiled clean help

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: pipeline ## Set up, train, evaluate, report, and label an article
	$(BIN)/avow predict data/example.txt

environment: .venv/.done ## Make the environment from the lock file

.venv/.done: pyproject.toml uv.lock .ci/requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed, $(PYTHON) is $$($(PYTHON) --version); try: make run PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .ci/requirements-uv.txt
	$(BIN)/uv sync --quiet --frozen --inexact --all-extras --all-groups --compile-bytecode
	touch $@

pipeline: environment ## Run the stages that are out of date
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/dvc repro --quiet

# Processes beside each other, each of one thread: with more they would wait for one another.
test: export OMP_NUM_THREADS = 1
test: export OPENBLAS_NUM_THREADS = 1
# Hundreds of processes import the package: none compiles what another has compiled.
test: export PYTHONDONTWRITEBYTECODE =
test: environment ## Run the tests
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

check: environment ## Lint, types and docstrings
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pydoclint pipeline/avow

compiled: environment ## Build a wheel in dist/ that is compiled for this machine; needs a C compiler
	AVOW_COMPILE=1 $(BIN)/uv build --quiet --wheel --python $(BIN)/python --out-dir dist

clean: ## Remove the environment and what stages made
	rm -rf .venv .dvc/cache .dvc/tmp data/*.jsonl data/labels.json models/default
