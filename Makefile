# Cooperation Atlas: `make help` lists what can be made.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

HOST ?= 127.0.0.1
PORT ?= 5000
# Interpreter of the server; empty: one that fits .python-version is looked for, and fetched into .python where there is none.
PYTHON ?=
# Interpreter that QGIS's Python module belongs to.
QGIS_PYTHON ?= /usr/bin/python3
PYTEST_ARGS ?=
# Processes that share the files of the server's tests.
PYTEST_WORKERS ?= 2

VENV := .venv
QGIS_VENV := .venv-qgis
LOGS := var/log
CONSTRAINTS := config/constraints
# Stamps carry the hash of what they were made from: changed requirements install again, nothing else does.
INSTALLED := $(VENV)/.installed-$(shell cat pyproject.toml $(CONSTRAINTS)/server.txt | cksum | cut -d ' ' -f 1)
INSTALLED_DEV := $(VENV)/.installed-dev-$(shell cat pyproject.toml $(CONSTRAINTS)/tests.txt | cksum | cut -d ' ' -f 1)
INSTALLED_QGIS := $(QGIS_VENV)/.installed-$(shell cksum < $(CONSTRAINTS)/plugin-tests.txt | cut -d ' ' -f 1)
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check --no-deps
# The files name every package with version and hashes: nothing else is installed, and nothing that was not tested.
PIP_INSTALL_HASHED := $(PIP_INSTALL) --require-hashes --requirement

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# --- the server ---------------------------------------------------------------------------------------------

.PHONY: venv
venv: $(INSTALLED) ## create .venv and install the server

$(VENV)/bin/python:
	@config/find-python.sh "$(PYTHON)" > /dev/null
	@echo "make: creating $(VENV)"
	@"$$(config/find-python.sh "$(PYTHON)")" -m venv $(VENV)

$(INSTALLED): | $(VENV)/bin/python
	@echo "make: installing the server into $(VENV) (a minute or two)"
	@rm -f $(VENV)/.installed-*
	@$(VENV)/bin/python $(PIP_INSTALL_HASHED) $(CONSTRAINTS)/server.txt
	@$(VENV)/bin/python $(PIP_INSTALL) --no-build-isolation --editable .
	@$(VENV)/bin/python -m pip check || { echo "make: $(CONSTRAINTS) does not fit pyproject.toml: make constraints" >&2; exit 1; }
	@touch $@

# uv resolves; everything is installed with pip. UPGRADE=--upgrade raises all versions that pyproject.toml leaves open.
UV_VENV := .venv-uv
UPGRADE ?=
.PHONY: constraints
constraints: | $(VENV)/bin/python ## write config/constraints anew after a requirement was changed (UPGRADE=--upgrade raises all)
	@test -x $(UV_VENV)/bin/uv || { $(VENV)/bin/python -m venv $(UV_VENV) \
	    && $(UV_VENV)/bin/python $(PIP_INSTALL_HASHED) $(CONSTRAINTS)/uv.txt; }
	@$(CONSTRAINTS)/renew.sh $(UV_VENV)/bin/uv $(UPGRADE)

.PHONY: serve
serve: $(INSTALLED) ## build the edition if sources changed and start the server (PORT=5000 HOST=127.0.0.1)
	@exec $(VENV)/bin/cooperation-atlas serve --build --host "$(HOST)" --port "$(PORT)"

# --- checks and tests ---------------------------------------------------------------------------------------

$(INSTALLED_DEV): $(INSTALLED)
	@echo "make: installing the tools for tests and checks into $(VENV)"
	@$(VENV)/bin/python $(PIP_INSTALL_HASHED) $(CONSTRAINTS)/tests.txt
	@touch $@

.PHONY: venv-tests
venv-tests: $(INSTALLED_DEV) ## add the tools for tests and checks to .venv

.PHONY: check
check: $(INSTALLED_DEV) ## lint, format and types
	@begun=$$SECONDS; set -x; $(VENV)/bin/ruff check .; $(VENV)/bin/ruff format --check .; $(VENV)/bin/mypy; \
	{ set +x; } 2>/dev/null; echo "check: passed in $$((SECONDS - begun)) s"

.PHONY: format
format: $(INSTALLED_DEV) ## let ruff format and mend what it can
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

.PHONY: test-server
test-server: $(INSTALLED_DEV) ## tests of the server, and of its clients GDAL and OWSLib
	@mkdir -p $(LOGS)
	@$(VENV)/bin/python -m pytest tests/server tests/interop tests/prove -n $(PYTEST_WORKERS) --dist loadfile \
	    $(PYTEST_ARGS) 2>&1 | tee $(LOGS)/test-server.log

# QGIS and the pieces around it are Debian packages: the script installs what is missing, or says what to do.
.PHONY: qgis-packages
qgis-packages:
	@QGIS_PYTHON="$(QGIS_PYTHON)" tests/plugin/install_qgis.sh

$(INSTALLED_QGIS): | qgis-packages
	@echo "make: creating $(QGIS_VENV)"
	@rm -rf $(QGIS_VENV)
	@"$(QGIS_PYTHON)" -m venv --system-site-packages $(QGIS_VENV)
	@$(QGIS_VENV)/bin/python $(PIP_INSTALL_HASHED) $(CONSTRAINTS)/plugin-tests.txt
	@touch $@

.PHONY: test-plugin
test-plugin: $(INSTALLED) $(INSTALLED_QGIS) qgis-packages ## tests in QGIS, offscreen, against a running server
	@mkdir -p $(LOGS)
	@PYTHON=$(QGIS_VENV)/bin/python tests/plugin/in_qgis.sh -m pytest tests/plugin $(PYTEST_ARGS) 2>&1 \
	    | tee $(LOGS)/test-plugin.log

# Chromium and its driver are Debian packages, too.
.PHONY: test-browser
test-browser: $(INSTALLED_DEV) ## the pages in a real Chromium, against a running server
	@mkdir -p $(LOGS)
	@tests/browser/install_chromium.sh
	@$(VENV)/bin/python -m pytest tests/browser $(PYTEST_ARGS) 2>&1 | tee $(LOGS)/test-browser.log

.PHONY: test
test: $(INSTALLED_DEV) ## all tests; Debian packages that are missing are installed (root or sudo)
	@rm -f $(LOGS)/test-*.log
	@status=0; $(MAKE) --keep-going test-server test-browser test-plugin || status=$$?; \
	for part in server browser plugin; do \
	    printf 'test-%s: %s\n' "$$part" "$$(tail -n 1 $(LOGS)/test-$$part.log 2>/dev/null || echo 'did not run')"; \
	done; exit $$status

# --- conformance --------------------------------------------------------------------------------------------

.PHONY: conformance
conformance: $(INSTALLED_DEV) ## abstract tests of the OGC standards, and schemathesis, against a running server
	@mkdir -p $(LOGS)
	@$(VENV)/bin/python -m pytest tests/interop -k "conformance or openapi" $(PYTEST_ARGS) 2>&1 \
	    | tee $(LOGS)/conformance.log

# The suite is not part of the repository: tests/interop/README.md says what ETS_CLASSPATH is.
.PHONY: ets
ets: $(INSTALLED_DEV) ## the OGC's executable test suite, where it is installed (ETS_CLASSPATH)
	@$(VENV)/bin/python tests/interop/ets.py

# --- soak and faults ----------------------------------------------------------------------------------------

# Ten minutes try every kind of kill, switch and request, and most lines. A seed repeats the same requests.
PROVE_MINUTES ?= 10
PROVE_SEED ?=
PROVE_ARGS ?=

.PHONY: prove
prove: $(INSTALLED_DEV) ## kill, switch and attack for PROVE_MINUTES=10; one table of counts, status 1 where a fault was found
	@PROVE_MINUTES="$(PROVE_MINUTES)" PROVE_SEED="$(PROVE_SEED)" $(VENV)/bin/python tests/prove/prove.py $(PROVE_ARGS)

# --- several versions of QGIS -------------------------------------------------------------------------------

# Versions to test, such as "3.22 3.44"; empty: all. Needs root, 6 GB below var/qgis-roots, and minutes on first use.
QGIS_VERSIONS ?=

.PHONY: test-qgis-matrix
test-qgis-matrix: $(INSTALLED) $(INSTALLED_QGIS) qgis-packages ## the plugin's tests on QGIS 3.22, 3.40 and 3.44; table in var/qgis-matrix.md
	@$(VENV)/bin/python tests/plugin/matrix/run.py $(QGIS_VERSIONS)

# --- tidying ------------------------------------------------------------------------------------------------

.PHONY: clean
clean: ## remove environments, editions, caches and whatever else was made
	rm -rf $(VENV) $(UV_VENV) $(QGIS_VENV) .python var build dist server/*.egg-info
	rm -rf .pytest_cache .hypothesis .mypy_cache .ruff_cache .qgis-settings
	find server tests qgis_plugin -depth \( -name __pycache__ -o -name .ruff_cache \) -exec rm -rf {} + 2>/dev/null || true

# --- benchmark ----------------------------------------------------------------------------------------------

BENCH_VENV := .venv-bench
INSTALLED_BENCH := $(BENCH_VENV)/.installed-$(shell cksum < $(CONSTRAINTS)/bench.txt | cut -d ' ' -f 1)
BENCH_ARGS ?=

$(INSTALLED_BENCH): $(INSTALLED)
	@tests/bench/install.sh
	@rm -rf $(BENCH_VENV)
	@"$$(config/find-python.sh "$(PYTHON)")" -m venv $(BENCH_VENV)
	@$(BENCH_VENV)/bin/python $(PIP_INSTALL_HASHED) $(CONSTRAINTS)/bench.txt
	@touch $@

.PHONY: bench
bench: $(INSTALLED_BENCH) qgis-packages ## requests a second against tipg, stock pygeoapi, QGIS Server and nginx
	@$(VENV)/bin/cooperation-atlas build --if-changed
	@pg_virtualenv -v 15 $(VENV)/bin/python tests/bench/run.py $(BENCH_ARGS)
	@$(VENV)/bin/python tests/bench/consortium.py
	@$(VENV)/bin/python tests/bench/partners.py

.PHONY: bench-page
bench-page: $(INSTALLED_DEV) ## pages in Chromium, cold and warm, on a fast and a slow line: KiB, seconds, tab stops, height
	@tests/browser/install_chromium.sh
	@$(VENV)/bin/python tests/bench/page.py $(BENCH_ARGS)

.PHONY: bench-panel
bench-panel: $(INSTALLED) qgis-packages ## the panel beside QGIS's own client: from the click until all areas are drawn (BENCH_ARGS=rounds)
	@tests/plugin/in_qgis.sh tests/bench/panel.py $(BENCH_ARGS)

.PHONY: bench-hostile
bench-hostile: $(INSTALLED) ## a small request beside the costliest one, and memory after attacks (BENCH_ARGS=--quick: a try)
	@$(VENV)/bin/cooperation-atlas build --if-changed
	@$(VENV)/bin/python tests/bench/hostile_clients.py $(BENCH_ARGS)

.PHONY: bench-large
bench-large: $(INSTALLED) ## start, memory and filtered pages with 150,000 areas and 10,000 programmes
	@$(VENV)/bin/cooperation-atlas build --if-changed
	@$(VENV)/bin/python tests/bench/synthetic.py
	@$(VENV)/bin/python tests/bench/partners.py --synthetic

# --- the plugin ---------------------------------------------------------------------------------------------

PLUGIN_VENV := .venv-plugin
INSTALLED_PLUGIN := $(PLUGIN_VENV)/.installed-$(shell cksum < $(CONSTRAINTS)/plugin-checks.txt | cut -d ' ' -f 1)
# Address of a server that runs; empty: `make qgis` starts one.
SERVER ?=

$(INSTALLED_PLUGIN): $(INSTALLED)
	@echo "make: installing the checks of the plugin repository into $(PLUGIN_VENV)"
	@rm -rf $(PLUGIN_VENV)
	@$(VENV)/bin/python -m venv $(PLUGIN_VENV)
	@$(PLUGIN_VENV)/bin/python $(PIP_INSTALL_HASHED) $(CONSTRAINTS)/plugin-checks.txt
	@touch $@

# Who publishes the plugin: the address of the project and a mailbox. Without it the zip works, and the check says that
# it cannot be published.
PLUGIN_PUBLISHER ?=

.PHONY: plugin
plugin: $(INSTALLED_PLUGIN) ## build dist/cooperation_search.zip and check it as the QGIS plugin repository does
	@$(PLUGIN_VENV)/bin/python qgis_plugin/build_plugin.py dist/cooperation_search.zip --publisher "$(PLUGIN_PUBLISHER)"

.PHONY: matching-report
matching-report: $(INSTALLED) ## measure the partner search over all programmes (REPORT_ARGS="--preset learn")
	@$(VENV)/bin/cooperation-atlas build --if-changed --publish
	@$(VENV)/bin/cooperation-atlas matching-report $(REPORT_ARGS)

.PHONY: coverage
coverage: $(INSTALLED) ## write how much is known, and what is not, into data/README.md
	@$(VENV)/bin/cooperation-atlas coverage --into data/README.md

.PHONY: translations
translations: $(INSTALLED) ## bring pages' .po and plugin's .ts files to the texts; fails while something is not translated
	@$(VENV)/bin/python -m cooperation_atlas.web.translations update
	@$(VENV)/bin/python qgis_plugin/translations.py update
	@status=0; $(VENV)/bin/python -m cooperation_atlas.web.translations missing || status=1; \
	$(VENV)/bin/python qgis_plugin/translations.py missing || status=1; exit $$status

.PHONY: qgis
qgis: $(INSTALLED) ## open QGIS in a throwaway profile with the plugin on (SERVER=http://… or one is started)
	@$(VENV)/bin/python qgis_plugin/translations.py release
	@qgis_plugin/open_qgis.sh "$(SERVER)"

.PHONY: screenshots
screenshots: $(INSTALLED) qgis-packages ## a real QGIS under Xvfb goes through the whole story; pictures in var/screenshots
	@$(VENV)/bin/python qgis_plugin/translations.py release
	@$(VENV)/bin/python tests/plugin/story.py var/screenshots

# QGIS 4 is in no package source yet: the names that the plugin uses are looked up in PyQt6.
QT6_VENV := .venv-qt6
.PHONY: test-qt6
test-qt6: $(INSTALLED) ## look up every name of Qt that the plugin uses in PyQt6
	@test -x $(QT6_VENV)/bin/python || $(VENV)/bin/python -m venv $(QT6_VENV)
	@$(QT6_VENV)/bin/python $(PIP_INSTALL_HASHED) $(CONSTRAINTS)/qt6.txt
	@QT_QPA_PLATFORM=offscreen $(QT6_VENV)/bin/python tests/plugin/qt6_names.py

clean: clean-plugin
.PHONY: clean-plugin
clean-plugin:
	rm -rf $(PLUGIN_VENV) $(QT6_VENV) qgis_plugin/cooperation_search/i18n/*.qm
