# Needs make and Python 3.11 or newer, nothing else; each target does its own set-up in .venv.
#   make handbook   check the content, build the site, draw the onboarding exam
#   make serve      the handbook at a local address, rebuilt as files change
#   make test       all tests       (make test ARGS="-k facts")
#   make warehouse  the summaries on PostgreSQL and Spark too (installs 800 MB into .venv; takes Java and PostgreSQL)
#   make lint       ruff, mypy --strict
#   make bench      measure speed and size
#   make lock       renew the pinned requirements   (make lock ARGS=--upgrade)
#   make clean      remove what was built; make distclean also removes .venv

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help handbook serve test warehouse lint format bench lock clean distclean setup setup-dev system-packages

# Which Python makes .venv; empty: the first one on the PATH that is new enough.
PYTHON =
ARGS =
EXAM := build/exams/onboarding

# What a developer's shell holds for other projects must not leak into this one's environment.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV PIP_USER PIP_TARGET PIP_PREFIX

BIN := .venv/bin
STAMPS := .venv/stamps
# The pinned build backends stand in .venv, so pip need not (and, hashed, must not) download any for a build.
PIP_INSTALL := $(BIN)/python -m pip --disable-pip-version-check -qq install --no-input --no-build-isolation
LOCKED := $(PIP_INSTALL) --use-pep517 --require-hashes

# A virtual environment holds absolute paths and links to its Python. Where the folder has moved, was copied or that
# Python is gone, it is made anew.
ifeq ($(shell test "$$(cat $(STAMPS)/made 2>/dev/null)" = "$$(pwd -P)" && $(BIN)/python -c "" 2>/dev/null && echo sound),)
.PHONY: $(STAMPS)/made
endif

help:
	@sed -n 's/^#   //p' Makefile

setup: $(STAMPS)/project
setup-dev: $(STAMPS)/dev

$(STAMPS)/made:
	@sh scripts/make_venv.sh "$(PYTHON)"

$(STAMPS)/runtime: requirements/build.txt requirements/runtime.txt $(STAMPS)/made
	@echo "setup: installing what Guizhang runs on (pinned and hashed; about a minute, only the first time)"
	@$(LOCKED) -r requirements/build.txt
	@$(LOCKED) -r requirements/runtime.txt
	@touch $@

$(STAMPS)/project: pyproject.toml hatch_build.py $(STAMPS)/runtime
	@$(PIP_INSTALL) --no-deps --no-index --editable .
	@echo "setup: ready ($(BIN)/guizhang)"
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/project
	@echo "setup: installing the tools for tests and linting (pinned and hashed; about a minute, only the first time)"
	@$(LOCKED) -r requirements/dev.txt
	@touch $@

system-packages:
	@sh scripts/system_packages.sh

handbook: setup
	@$(BIN)/guizhang build
	@$(BIN)/guizhang exam draw quizzes/blueprints/onboarding.yaml --forms 2 --seed guizhang-reference --replace -o $(EXAM)
	@echo
	@echo "Handbook   site/index.html                 open it in a browser, or: make serve"
	@echo "Exam       $(EXAM)/handout   what candidates get"
	@echo "           $(EXAM)/secret    keys, record and scoring sheets: for trainers only"

serve: setup
	@$(BIN)/guizhang serve $(ARGS)

test: setup-dev system-packages
	@$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

# Not among the pinned requirements: the engines are the company's own, and these are large.
warehouse: setup-dev
	@$(BIN)/python -m pip --disable-pip-version-check -qq install --no-input "ibis-framework[postgres,pyspark]>=12,<13" "pyspark>=4,<5"
	@$(BIN)/python -m pytest tests/results/test_engines.py $(ARGS)

lint: setup-dev
	@$(BIN)/ruff check --output-format concise .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict generator/guizhang

format: setup-dev
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

bench: setup-dev
	@$(BIN)/python -m benchmarks $(ARGS)

lock: setup
	@$(BIN)/python scripts/lock.py $(ARGS)

clean:
	rm -rf build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis

distclean: clean
	rm -rf .venv
