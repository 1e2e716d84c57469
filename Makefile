# JewelCompare. `make run` starts the site, `make test` tests it; both need only Python 3.11 and make.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
TEMPLATES := $(shell find templates buyers catalog -name '*.html' 2>/dev/null)
DJADE := $(BIN)/djade --target-version 5.2
DJHTML := $(BIN)/djhtml --tabwidth 2 --extra-block partialdef,endpartialdef
DEMO := $(wildcard catalog/demo/* catalog/demo/photos/* catalog/photos/* catalog/management/commands/load_demo.py)
MIGRATIONS := $(wildcard */migrations/*.py)
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))

export PIP_DISABLE_PIP_VERSION_CHECK = 1
# On one's own computer, so without HTTPS; a public site is started without make.
run demo messages: export DEBUG = 1
# A host other than this computer's own is reached by names that only its owner knows.
ifeq ($(filter 127.0.0.1 localhost,$(HOST)),)
run: export ALLOWED_HOSTS ?= *
endif

.PHONY: run serve demo faults test check format bench simulate messages lock studio checkers screenshots lighthouse clean
.PHONY: check-code check-types check-templates check-dependencies check-migrations

run: export DJANGO_RUNSERVER_HIDE_WARNING = true
run: demo $(MESSAGES)
	@echo "JewelCompare is at http://$(HOST):$(PORT)/ (Ctrl+C ends it)"
	@exec $(MANAGE) runserver $(HOST):$(PORT)

# As on a public site, on this machine alone: gunicorn and the task worker, behind a proxy that ends TLS.
serve: $(BIN)/.run $(MESSAGES)
	@exec $(BIN)/python -m jewelcompare.serving

# With the default database the demo is loaded once, and again when it has changed; its sign-ins are shown every time.
demo: $(if $(DATABASE_URL),,.cache/demo.txt) $(BIN)/.run
ifdef DATABASE_URL
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo
else
	@cat .cache/demo.txt
endif

.cache/demo.txt: $(if $(wildcard db.sqlite3),,always) $(BIN)/.run $(MIGRATIONS) $(DEMO)
	@mkdir -p .cache
	@echo "Preparing the database and the demo catalog ..."
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo > $@.draft
	@mv $@.draft $@

# Django reads translations compiled; Babel needs no other program for it.
%.mo: %.po
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

.PHONY: always
always:

# What the site bears: processes killed, the database away, a full disk, a crowd; on loopback, with its own databases.
faults: $(BIN)/.dev $(MESSAGES)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-postgresql.txt
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.faults $(ARGS)

# Options for pytest go in ARGS: make test ARGS="-k verdict".
test: $(BIN)/.dev $(MESSAGES)
	$(BIN)/python -m pytest -n auto $(ARGS)

# `make -k check` goes on after a failure and reports them all.
check: check-code check-types check-templates check-dependencies check-migrations

check-code: $(BIN)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: $(BIN)/.dev
	$(BIN)/mypy .

check-templates: $(BIN)/.dev
ifneq ($(TEMPLATES),)
	$(DJADE) --check $(TEMPLATES)
	$(DJHTML) --check $(TEMPLATES)
endif

check-dependencies: $(BIN)/.dev
	$(BIN)/deptry .

check-migrations: $(BIN)/.dev
	DEBUG=1 $(MANAGE) makemigrations --check --dry-run

format: $(BIN)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
ifneq ($(TEMPLATES),)
	-$(DJADE) $(TEMPLATES)
	-$(DJHTML) $(TEMPLATES)
endif

# Every promise of speed beside what was measured, in one table and in .cache/bench/figures.json; ARGS may name some
# parts: make bench ARGS="scoring pages". Filling a million pieces takes minutes, and those of SQLite are kept.
BENCHMARKS := .cache/benchmarks/bin/python
bench: export OPENBLAS_NUM_THREADS = 1
bench: export OMP_NUM_THREADS = 1
bench: .cache/benchmarks/.made
	$(BENCHMARKS) -m bench $(ARGS)
.cache/benchmarks/.made: bench/requirements.txt
	@echo "Installing what the site is measured against ..."
	@$(PYTHON) -m venv --clear .cache/benchmarks
	@$(BENCHMARKS) -m pip install --quiet --require-hashes -r $<
	@touch $@

# How well the rule does by invented shoppers, beside the prototype: make simulate, or with ARGS=60 by fewer of them.
simulate: $(BIN)/.run
	OMP_NUM_THREADS=1 $(BIN)/python -m bench.simulation $(ARGS)

messages: $(BIN)/.run
	$(MANAGE) makemessages --all --add-location file --ignore tests --ignore bench

# Locks every version anew, with hashes and without addresses.
LOCKED = --generate-hashes --no-strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet
LOCK = .cache/lock/bin/uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 $(LOCKED)
lock:
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/pip install --quiet --upgrade uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --constraint requirements.txt --group dev --output-file requirements-dev.txt
	$(LOCK) --constraint requirements.txt --extra postgresql --extra s3 --output-file requirements-postgresql.txt
	.cache/lock/bin/uv pip compile --group pyproject.toml:studio --upgrade --python-version 3.11 $(LOCKED) --output-file $(STUDIO)/requirements.txt
	$(LOCK) --constraint requirements-postgresql.txt --extra postgresql --group bench --output-file bench/requirements.txt

# Renders the demo's pictures that are new or have changed; ARGS may name some: make studio ARGS=tide-ring. It needs
# Python 3.11, for which alone Blender is packaged, and half a minute of two cores a picture.
STUDIO := catalog/demo/studio
studio: .cache/studio/.made
	.cache/studio/bin/python -m catalog.demo.studio $(ARGS)
.cache/studio/.made: $(STUDIO)/requirements.txt
	@echo "Installing Blender as a Python module ..."
	@$(PYTHON) -m venv --clear .cache/studio
	@.cache/studio/bin/pip install --quiet --require-hashes -r $<
	@touch $@

# What the tests check pages with, of fixed versions: axe for accessibility, the Nu checker for valid HTML (it needs Java).
NPM_INSTALL := npm install --prefix .cache --no-save --no-package-lock --no-audit --no-fund --ignore-scripts
CHECKED_BY := axe-core@4.14.1 vnu-jar@26.9.27
CHECKERS := .cache/node_modules/axe-core/axe.min.js .cache/node_modules/vnu-jar/build/dist/vnu.jar
checkers: $(CHECKERS)
$(CHECKERS) &:
	@mkdir -p .cache
	$(NPM_INSTALL) $(CHECKED_BY)

# Every page in three widths, light and dark, in .cache/screenshots; ARGS may name some: make screenshots ARGS="home piece".
screenshots: demo $(BIN)/.dev $(MESSAGES)
	$(BIN)/python -m tests.looking.screenshots $(ARGS)

# Lighthouse's scores of six pages as they are deployed, on its simulated phone.
LIGHTHOUSE := .cache/node_modules/lighthouse/package.json
lighthouse: demo $(BIN)/.dev $(MESSAGES) $(LIGHTHOUSE)
	$(BIN)/python -m tests.looking.lighthouse
$(LIGHTHOUSE):
	@mkdir -p .cache
	$(NPM_INSTALL) lighthouse@12.8.2 $(CHECKED_BY)

clean:
	rm -rf .venv .cache staticfiles .coverage htmlcov

$(BIN)/.run: $(BIN)/.made requirements.txt
	@echo "Installing what the site needs ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(BIN)/.dev: $(BIN)/.made requirements-dev.txt
	@echo "Installing what the site and its tests need ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(BIN)/.made:
	@command -v $(PYTHON) > /dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "JewelCompare needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
		echo "$(PYTHON) cannot make virtual environments: install them (on Debian and Ubuntu: apt install python3-venv)."; exit 1; }
	@$(PYTHON) -m venv --clear .venv
	@touch $@
