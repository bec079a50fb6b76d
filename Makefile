# Everything a newcomer or an owner runs. `make demo` and `make test` need only Python 3.11+, pip, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# some machines forbid bytecode, and each process would compile the program anew: a second of its start
export PYTHONDONTWRITEBYTECODE :=

.PHONY: setup demo run test check bench faults simulate audit licences screenshots year gallery gallery-json translations clean

setup: $(READY) ## the virtual environment, with .venv/bin/dibs

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dibs needs Python 3.11 or newer: make PYTHON=python3.12 setup"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

demo: $(READY) ## the sandbox: a small Slack in the browser with the real bot behind it (ARGS=--no-browser)
	$(BIN)/dibs demo $(ARGS)

run: $(READY) ## the bot, by the settings in .env
	$(BIN)/dibs run

test: $(READY) ## all tests, on SQLite and on a PostgreSQL that the run brings itself
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: $(READY) ## lint, types, import contracts, translations, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/shape
	$(MAKE) test

bench: $(READY) ## figures beside the floor they are held against
	$(BIN)/python -m tests.bench $(ARGS)

faults: $(READY) ## kill, freeze and starve it, and count what was lost or doubled
	$(BIN)/python -m tests.faults $(ARGS)

simulate: $(READY) ## five years of a company, seeded, its promises checked at every step (SEED=n)
	$(BIN)/python -m tests.simulate --seed $(or $(SEED),1) $(ARGS)

audit: ## whether a weakness is known of a package we pin (asks online; says so where it can't)
	@$(PYTHON) -m venv build/audit
	@build/audit/bin/pip install --quiet --disable-pip-version-check pip-audit || echo "NOT AUDITED: pip-audit can't be fetched."
	@build/audit/bin/python tests/supplies/audit.py

licences: $(READY) ## docs/licences.md, from what is pinned and installed
	$(BIN)/python -m tests.supplies.licences

screenshots: $(READY) ## the pictures of the papers, taken from the sandbox (needs Debian's chromium)
	$(BIN)/python -m tests.browser.screenshots

year: $(READY) ## what managers read of a seeded year of thirty reps, in both languages, and its pictures (ARGS=--words: no pictures)
	$(BIN)/python -m tests.year $(ARGS)

gallery: $(READY) ## every view in both languages on sheets to look at: build/gallery/index.html (needs Debian's chromium; ARGS=zh.long: one column)
	$(BIN)/python -m tests.browser.gallery $(ARGS)

gallery-json: $(READY) ## every view as it is sent: build/gallery/<view>.<language>.<data>.json
	$(BIN)/python -m tests.shape.gallery

translations: $(READY) ## write the Chinese catalogue anew, with what is missing left empty
	$(BIN)/python -m tests.shape.sentences

clean:
	rm -rf $(VENV) build
