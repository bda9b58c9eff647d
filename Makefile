# One command to set up, one to look, one to check. Each works on a fresh machine with Python 3.11+ and make.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
TESTING := .venv/testing
ZONES := UTC Asia/Tokyo America/New_York Pacific/Kiritimati
MOMENTS := 2027-12-31T23:59:59+09:00 2028-02-29T12:00:00+09:00

.PHONY: install demo test check bench soak bench-peers words clean

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "hidamari needs Python 3.11 or newer: set PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "python3-venv is missing"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -c 'from importlib.metadata import version; exit(int(version("setuptools").split(".")[0]) < 80)' 2>/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'setuptools>=80'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install
	@$(BIN)/hidamari demo

# What tests need beside Python: a Chromium and the fonts of the project.
$(TESTING): $(INSTALLED) tests/prepare.sh
	@sh tests/prepare.sh
	@touch $@

test: $(TESTING)
	@$(BIN)/python -m pytest -n auto -rs $(ARGS)

check: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: install
	@$(BIN)/python -m tests.bench

# The long runs; then PostgreSQL at SERIALIZABLE; stores put back from a copy; other zones, and odd days.
soak: $(TESTING)
	@HYPOTHESIS=search $(BIN)/python -m pytest -m soak $(ARGS)
	@TEST_ISOLATION=serializable $(BIN)/python -m pytest -k postgresql tests/storage tests/actions tests/journeys
	@TEST_RESTORED=yes $(BIN)/python -m pytest -n auto -m 'not soak and not browser'
	@for zone in $(ZONES); do echo "TZ=$$zone"; TZ=$$zone $(BIN)/python -m pytest -n auto || exit 1; done
	@for moment in $(MOMENTS); do echo "$$moment"; TEST_MOMENT=$$moment $(BIN)/python -m pytest -n auto -m 'not soak and not browser' || exit 1; done

bench-peers: install
	@$(BIN)/python -m tests.bench.peers
	@$(BIN)/python -m tests.bench.peers_feeds

# Bring new texts into the English catalogue, and list those without English.
words: install
	@$(BIN)/python -m tests.web.words

clean:
	@rm -rf .venv var
