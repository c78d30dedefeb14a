# kaltimcrawl: what a fresh clone needs is make and Python 3.11 or newer; the rest is brought into .venv.
# `make` alone tells the targets. Written for GNU make 3.81 (macOS) and newer.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit; }; done; echo python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq
UV := uv==0.13.9
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --group build $(if $(UPGRADE),--upgrade)

# The peers of extraction get an environment of their own. Two of them are built for Python 3.12 only.
PEERS := .venv-bench
PEERS_PYTHON ?= $(shell python3.12 -c 'import ensurepip, venv' 2>/dev/null && echo python3.12 || echo $(PYTHON))
PEERS_PIP := $(PEERS)/bin/python -m pip --disable-pip-version-check install -qq --no-deps --require-hashes

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench bench-extraction bench-software lock clean

help: ## tell the targets
	@echo "Targets of kaltimcrawl:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

demo: $(VENV)/ready ## set up and run the main job on the bundled demo portal, no network but the loopback
	@$(BIN)/kaltimcrawl demo

test: $(VENV)/tools ## set up and run the tests; ARGS="-k search" goes to pytest
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/tools ## ruff (rules and format) and mypy, strict on the package
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/tools ## speed and memory beside the floor and the peers, in one table
	@$(BIN)/python -m bench.run $(ARGS)

bench-extraction: $(PEERS)/ready ## extraction beside all its peers on pages whose article is known
	@$(PEERS)/bin/python -m bench.extractors $(ARGS)

# A theme that fails is left out and told at the end; the others are read all the same.
bench-software: $(PEERS)/ready ## the same on pages that real publishing software prints; needs npm
	@$(PEERS)/bin/python -m bench.software; made=$$?; \
		$(PEERS)/bin/python -m bench.extractors --source software $(ARGS) && exit $$made

# The runtime lock follows the lock of everything, so that both pin the same releases.
lock: $(VENV)/ready ## pin the dependencies anew; UPGRADE=1 takes the newest releases that pyproject.toml allows
	@$(PIP) $(UV)
	@$(COMPILE) --extra test --extra lint --extra bench --extra render --output-file requirements-dev.lock
	@$(COMPILE) --constraints requirements-dev.lock --output-file requirements.lock
	@$(COMPILE) --extra bench --extra bench-peers --output-file requirements-bench.lock

clean: ## remove .venv, caches and builds; archives stay
	@rm -rf $(VENV) $(PEERS) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .scrapy .software
	@find . -name .git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# Python's bundled pip may be years old (23.0 fails on such dependencies), so .venv first takes the lock's own.
$(VENV)/pip: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "kaltimcrawl needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>/dev/null || echo not to be found)." \
			"Install one (Debian: apt install python3 python3-venv; macOS: brew install python)" \
			"or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing: install it (Debian: apt install python3-venv)" >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@sed -n '/^pip==/,/[^\\]$$/p' requirements.lock > $(VENV)/pip.lock
	@$(PIP) --no-deps --require-hashes --requirement $(VENV)/pip.lock
	@touch $@

$(VENV)/ready: $(VENV)/pip pyproject.toml
	@echo "Installing what kaltimcrawl runs on ..."
	@$(PIP) --no-deps --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/tools: $(VENV)/ready requirements-dev.lock
	@echo "Installing what tests, lint and bench need ..."
	@$(PIP) --no-deps --require-hashes --requirement requirements-dev.lock
	@touch $@

$(PEERS)/ready: requirements-bench.lock
	@echo "Installing the other extractors into $(PEERS), some 500 MB ..."
	@$(PEERS_PYTHON) -m venv --clear $(PEERS)
	@sed -n '/^pip==/,/[^\\]$$/p' requirements-bench.lock > $(PEERS)/pip.lock
	@$(PEERS_PIP) --requirement $(PEERS)/pip.lock
	@$(PEERS_PIP) --requirement requirements-bench.lock
	@touch $@
