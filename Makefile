# Two commands are enough: `make run` and `make test`. Both make .venv if it is not there.

SYSTEM_PYTHON ?= python3
VENV := .venv
PYTHON := $(VENV)/bin/python
PATHS ?= seeds/
CORPUS ?= seeds/
EXTRAS ?= dev

.PHONY: run test check bench golden primer clean help

run: $(VENV)/.installed        ## extract the claims of seeds/*.txt (or PATHS=...)
	@$(PYTHON) -m claimx extract $(PATHS) --format table

test: $(VENV)/.developing      ## run the tests
	$(PYTHON) -m pytest

check: $(VENV)/.developing     ## all that must hold before a commit: ruff, mypy, pytest, the samples
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest
	$(PYTHON) -m claimx check seeds/

bench: $(VENV)/.developing     ## speed by layer and as a whole, over CORPUS=folder
	$(PYTHON) -m benchmarks.speed $(CORPUS)

golden: $(VENV)/.developing    ## write the golden files anew, for review
	$(PYTHON) -m tests.golden.rewrite

primer: $(VENV)/.developing    ## what changed on CORPUS=folder since the pinned run (PIN=1 pins this one)
	$(PYTHON) -m tests.primer $(CORPUS) $(if $(PIN),--pin)

clean:                         ## remove what make and the tools made
	rm -rf $(VENV) build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .primer

help:                          ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

$(PYTHON):
	@$(SYSTEM_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "claimx needs Python 3.11 or newer; name one with: make SYSTEM_PYTHON=python3.12 ..." >&2; exit 1; }
	@$(SYSTEM_PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "This Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(SYSTEM_PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: $(PYTHON) pyproject.toml
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developing: $(PYTHON) pyproject.toml
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	@touch $@ $(VENV)/.installed
