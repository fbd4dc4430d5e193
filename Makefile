# `make demo` shows the main job, `make test` proves it; both set everything up first.
.PHONY: help setup demo test test-slow test-all lint measure bench pictures wheel lock clean
.DEFAULT_GOAL := help

CONGVAN := .venv/bin/congvan
PYTHON := .venv/bin/python
ARCHIVE ?= archive

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed 's/:.*##/\t/'

setup: ## system packages, .venv, locked dependencies
	@bash deploy/setup.sh

demo: setup ## the main job on data/raw: scans in, tables out
	@$(CONGVAN) demo data/raw --archive "$(ARCHIVE)"

lint: setup ## style, types, layers
	@$(PYTHON) -m ruff check pipeline tests benchmarks docs
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-logo

test: lint ## style, types, layers and all tests but the slow ones
	@$(PYTHON) -m pytest -n 2 -m "not slow"

test-slow: setup ## the slow tests alone
	@$(PYTHON) -m pytest -n 2 -m "slow"

test-all: test test-slow ## every test

measure: setup ## score against gold: make measure GOLD=DIR[,DIR...]
	@$(CONGVAN) evaluate "$(GOLD)"

bench: setup ## speed side by side: make bench TEXTS=DIR SCANS=DIR
	@$(PYTHON) -m benchmarks.text $(if $(TEXTS),"$(TEXTS)",data/raw)
	@$(PYTHON) -m benchmarks.ocr $(if $(SCANS),"$(SCANS)",data/raw)
	@$(PYTHON) -m benchmarks.growth
	@$(PYTHON) -m benchmarks.stages $(if $(TEXTS)$(SCANS),$(if $(TEXTS),"$(TEXTS)") $(if $(SCANS),"$(SCANS)"),data/raw)

pictures: setup ## the pictures of docs/ drawn anew from a run on the samples
	@$(PYTHON) docs/pictures.py

wheel: setup ## a wheel in dist/
	@$(PYTHON) -m build --wheel --no-isolation --outdir dist .

lock: ## resolve pyproject.toml anew into requirements/ (needs uv)
	@uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --extra parquet -o requirements/run.txt
	@uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --extra dev -o requirements/dev.txt

clean: ## removes what can be made again
	@rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
