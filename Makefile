# Equal Terms. `make run` shows the example site; `make help` lists the rest.
# Needs Python 3.11 or newer and make, nothing else. PORT=8001 make run takes another port.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# Bytecode is written as modules are first used: compiling all 7,000 files beforehand takes longer than it saves.
SYNC = sync --frozen --inexact --quiet --python $(BIN)/python
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check install
# uv from the machine if it has one, else from PyPI.
UV = uv=$$(command -v uv || echo $(BIN)/uv); test -x "$$uv" || $(PIP) uv; UV_PROJECT_ENVIRONMENT=$(VENV) $$uv
PYTEST := $(BIN)/python -m pytest
JOBS ?= 2
export PORT

.PHONY: help run test test-quick test-sqlite test-postgres sweep lint lint-style lint-types lint-imports lint-migrations lint-locks bench template choices lock
.DEFAULT_GOAL := help

help:
	@echo "make run         show the example site on http://127.0.0.1:$(PORT)/ (PORT=8001 make run: another port)"
	@echo "make test        every test, on SQLite and on PostgreSQL where one answers, with browser checks where Chromium is"
	@echo "make test-quick  the tests that take no browser, on SQLite"
	@echo "make sweep       every page as every example person in every condition (long)"
	@echo "make lint        style, types of the engines, import contracts, migrations"
	@echo "make bench       the measurements that benchmarks/README.md tells of (long)"
	@echo "make template    build the shipped, migrated database again, after a change of migrations"
	@echo "make choices     write the lists of choices in docs/generated again, after a change of vocabulary"
	@echo "make lock        lock the dependencies again"

run: $(VENV)/.site
	@$(BIN)/equalterms demo --port $(PORT)

# What the site needs. Without uv (or where it cannot be had) pip installs the same versions, checked by their hashes.
$(VENV)/.site: pyproject.toml uv.lock requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Equal Terms needs Python 3.11 or newer."; rm -rf $(VENV); exit 1; }
	@echo "Installing Equal Terms in $(VENV). This happens once."
	@{ $(UV) $(SYNC); } || \
	  { echo "uv could not be used; pip takes a little longer."; \
	    $(PIP) --require-hashes -r requirements.txt && $(PIP) --no-deps -e . ; }
	@touch $@

# What tests and checks need as well.
$(VENV)/.dev: $(VENV)/.site
	@$(UV) $(SYNC) --group dev
	@touch $@

test: test-sqlite test-postgres

test-quick: $(VENV)/.dev
	$(PYTEST) -q -n $(JOBS) --dist loadfile -m "not browser and not slow and not sweep and not postgres_only"

test-sqlite: $(VENV)/.dev
	$(PYTEST) -q -n $(JOBS) --dist loadfile -m "not sweep and not postgres_only and not browser" --ignore=tests/examples
	$(PYTEST) -q -m "not sweep and not postgres_only and not browser" tests/examples
	$(PYTEST) -q -n $(JOBS) --dist loadfile -m "browser and not sweep"

test-postgres: $(VENV)/.dev
	@url=$$($(BIN)/python -m tests.postgres) || url=; \
	if [ -n "$$url" ]; then \
	  echo "On PostgreSQL:"; \
	  TEST_DATABASE_URL="$$url" $(PYTEST) -q -n $(JOBS) --dist loadfile -m "not sweep and not browser" \
	    --ignore=tests/engines --ignore=tests/architecture --ignore=tests/browser --ignore=tests/journeys \
	    --ignore=tests/examples --ignore=tests/matrix/test_access.py && \
	  TEST_DATABASE_URL="$$url" $(PYTEST) -q -m "not sweep and not browser" tests/examples; \
	elif [ "$${REQUIRE_POSTGRES:-0}" != 0 ]; then \
	  echo "No PostgreSQL answers, and REQUIRE_POSTGRES is set."; exit 1; \
	else \
	  echo "****  NOTHING WAS TESTED ON POSTGRESQL: none answers. Set TEST_DATABASE_URL, or start one.  ****"; \
	fi

sweep: $(VENV)/.dev
	$(PYTEST) -q -m sweep

lint: lint-style lint-types lint-imports lint-migrations lint-locks

lint-style: $(VENV)/.dev
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks

lint-types: $(VENV)/.dev
	$(BIN)/mypy

lint-imports: $(VENV)/.dev
	$(BIN)/lint-imports

lint-migrations: $(VENV)/.dev
	@EQUALTERMS_MODE=test DJANGO_SETTINGS_MODULE=equalterms.site.settings $(BIN)/python -m django makemigrations --check --dry-run

lint-locks: $(VENV)/.dev
	@if grep -ohE 'https?://[a-zA-Z0-9.:-]+' uv.lock requirements.txt | sort -u | \
	  grep -vE '://(pypi\.org|files\.pythonhosted\.org)$$'; \
	  then echo "A lock file names a host other than the public registries: make lock"; exit 1; fi

bench: $(VENV)/.dev
	@for each in benchmarks/*.sh; do if [ -e "$$each" ]; then bash "$$each" || exit 1; fi; done
	@for each in benchmarks/*.py; do if [ -e "$$each" ]; then $(BIN)/python "$$each" || exit 1; fi; done

template: $(VENV)/.site
	$(BIN)/python -m equalterms.site.template

choices: $(VENV)/.dev
	$(BIN)/python -m tests.architecture.choices

lock: $(VENV)/.dev
	$(UV) lock --default-index https://pypi.org/simple
	$(UV) export --frozen --no-emit-project --no-header --quiet --output-file requirements.txt
