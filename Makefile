# One command per need, the same here and in CI. `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export PORT

.DEFAULT_GOAL := help
.PHONY: help demo test check fix contract bench fuzz lock

help:  ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: .venv/installed  ## The demo newsroom at http://localhost:8000 (PORT=8001 for another); Ctrl-C ends it
	@exec env DEMO=yes $(BIN)/python manage.py demo

test: .venv/installed-dev  ## All tests: SQLite, PostgreSQL where one answers, a browser where one is found
	@$(BIN)/python -m tests $(ARGS)

check: .venv/installed-dev  ## Lint, format, types, imports, migrations, translations; writes nothing
	@$(BIN)/python -m tests.check

fix: .venv/installed-dev  ## Format, and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

contract: .venv/installed-dev  ## What is derived from the declarations and kept: docs/openapi.json, docs/schema.graphql, golden answers
	@$(BIN)/python manage.py contract
	@GOLDEN=write $(BIN)/python -m pytest -q -p no:randomly tests/contract/test_golden.py

bench: .venv/installed-dev  ## Measure the reader's road on PostgreSQL into docs/performance.md (BENCH_N, BENCH_SCALE=1)
	@$(BIN)/python -m tests.bench $(ARGS)

fuzz: .venv/installed-dev  ## 10,000 requests that nobody thought of, to each interface on each database (SEED=7 for the same again)
	@$(BIN)/python -m tests.fuzz $(SEED)

lock: .venv/installed-dev  ## Compile the lock files from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --extra dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

# The environment, made again when the lock file changes. A half-made one is removed: it would look whole.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Communiqué needs Python 3.11 or later, and \"$(PYTHON)\" is not that. Name one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; \
		exit 1; }
	@echo "  Python environment …"
	@rm -rf .venv
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 && test -x .venv/bin/pip || { \
		rm -rf .venv; \
		echo "\"$(PYTHON) -m venv\" made no environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
		exit 1; }

.venv/installed: requirements.lock | .venv/bin/pip
	@echo "  Packages of the lock file …"
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m compileall -q cms home news media_library search
	@touch $@

.venv/installed-dev: requirements-dev.lock | .venv/bin/pip
	@echo "  Packages of the lock file, those for development too …"
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch .venv/installed $@
