# make run   serves the dashboard on the first free port from 8501 up and prints its address
# make test  checks everything: style, types, imports, data, tests, a real browser
# Python 3.11 or newer and make are all that must be there first.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PORT ?=
# Installs in a fifth of pip's time; where it cannot (an index that only pip is told of), pip does.
UV := uv==0.13.9
INSTALL = $(BIN)/uv pip install --quiet --python $(PY) -r $(1) || $(PY) -m pip install --quiet -r $(1)

# The first interpreter that answers and is new enough (a shim may exist and not answer).
FIND_PYTHON = for p in $(PYTHON) python3.13 python3.12 python3.11 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit 0; }; \
	done; exit 1

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1
# What one process has compiled the next ones read: a run of the tests starts dozens.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test env env-dev browser lint style types imports format check unit bench catalog pins intake site briefs build audit clean

help:  ## these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: env  ## install what is missing, warm up, serve; PORT=8600 picks the port
	@$(BIN)/streamlit run serve.py $(if $(PORT),--server.port $(PORT))

test: env-dev  ## every check and every test
	@$(MAKE) --no-print-directory --jobs 2 browser lint check
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

lint: style types imports  ## style, types and who may import whom

style: env-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: env-dev
	@$(BIN)/mypy --num-workers 2

imports: env-dev
	@$(BIN)/lint-imports

check: env  ## the tables in data/ against their contract
	@$(PY) -m lib.check

unit: env-dev  ## the tests that need no browser
	@$(BIN)/pytest -m "not browser"

bench: env-dev  ## reruns of every control against a one-line app
	@$(PY) -m benchmarks.rerun $(ARGS)

catalog: env  ## every reader-facing message, for translators: locale/messages.pot
	@mkdir -p locale
	@$(BIN)/pybabel -q extract -k _ -k N_ -k ngettext:1,2 -o locale/messages.pot lib pages serve.py

format: env-dev  ## put the code in the one format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

browser: env-dev  ## find a Chromium for the tests, install one where that is allowed
	@$(PY) -m tools.find_browser --install

intake: env  ## take in the state's hospital report: FILE=..., YEAR=2025, DRY=1 writes nothing
	@$(PY) -m lib.take_in "$(FILE)" $(if $(YEAR),--year $(YEAR)) $(if $(DRY),--dry-run)
	@$(if $(DRY),,$(PY) -m tools.make_datapackage >/dev/null && $(PY) -m tools.make_dictionary >/dev/null)

site: env  ## the static edition, a folder that needs no server: build/site
	@$(PY) -m tools.make_site $(ARGS)

build: env  ## work out what every process works out alike, once for this edition and code
	@$(PY) -m lib.build

audit: env-dev  ## the pinned packages against the list of known weaknesses
	@$(PY) -m tools.audit

briefs: env  ## the two-page brief of every county as PDF: build/briefs
	@$(PY) -m tools.make_briefs $(ARGS)

pins: env-dev  ## write constraints.txt anew from requirements*.txt
	@rm -rf $(VENV)-pins && $(PY) -m venv $(VENV)-pins
	@sed '/^-/d' requirements.txt requirements-dev.txt > $(VENV)-pins/wanted.txt
	@$(VENV)-pins/bin/pip install --quiet -r $(VENV)-pins/wanted.txt
	@{ sed -n '/^#/p' constraints.txt; $(VENV)-pins/bin/pip freeze; } > $(VENV)-pins/new.txt
	@cp $(VENV)-pins/new.txt constraints.txt && rm -rf $(VENV)-pins

clean:  ## remove the environment and every cache
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

env: $(VENV)/installed
env-dev: $(VENV)/installed-dev

$(PY):
	@python=$$($(FIND_PYTHON)) || { echo "Python 3.11 or newer is needed and was not found." >&2; exit 1; }; \
	echo "Making $(VENV) with $$($$python --version)"; \
	$$python -m venv $(VENV) || { echo "On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/installed: requirements.txt constraints.txt | $(PY)
	@echo "Installing what the app needs"
	@$(PY) -m pip install --quiet $(UV) || echo "uv cannot be had: pip will take longer"
	@$(call INSTALL,requirements.txt)
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "Installing what the tests need"
	@$(call INSTALL,requirements-dev.txt)
	@touch $@
