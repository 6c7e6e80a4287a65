# Everything runs through here; `make help` says what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Material announces its end of life at each build; README says how we move on.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site test check todo readability bench audit clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

serve: $(READY) ## build and show the site on http://127.0.0.1:8000; reloads when a file changes
	@echo "== Building in eight languages; then the site is on http://127.0.0.1:8000"
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

site: $(READY) ## check the content and build site/ once, strictly
	@echo "== Checking content" && $(BIN)/python scripts/check_content.py
	@echo "== Building site/ (strict)"
	@$(BIN)/mkdocs build --strict

check: $(READY) ## check all content and code, without a browser
	@echo "== Checking content" && $(BIN)/python scripts/check_content.py
	@echo "== Checking code" && $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

test: check ## run everything: checks, rules, content, and the built site in a real browser
	@$(BIN)/python tests/find_chromium.py && $(BIN)/python tests/find_nu.py
	@echo "== Testing" && $(BIN)/python -m pytest

todo: $(READY) ## list what people must still find out, per region and language
	@$(BIN)/python scripts/check_content.py --todo

readability: $(READY) ## show how easy each Dutch and English page is to read
	@$(BIN)/python scripts/check_content.py --readability

bench: $(READY) ## measure weight and search beside Material's and pagefind's; PARTS="weight size" chooses
	@$(BIN)/python tests/find_chromium.py
	@PYTHONPATH=tests:scripts $(BIN)/python -m bench $(PARTS)

audit: $(READY) ## examine every page with axe-core and the Nu HTML checker (needs Java); PARTS="th/ about/" chooses
	@$(BIN)/python tests/find_chromium.py && $(BIN)/python tests/find_nu.py
	@PYTHONPATH=tests:scripts $(BIN)/python -m audit $(PARTS)

clean: ## remove everything that was made
	rm -rf $(VENV) site site.part site.old tests/audit/node_modules
	@find docs -path "*/near-you/*.md" ! -name index.md -delete

$(READY): requirements.txt
	@echo "== Making $(VENV) and installing pinned packages (one to two minutes, once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@$(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $(READY)

.PHONY: lock fields hosting pictures
lock: $(READY) ## write requirements.txt from requirements.in, with hashes
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
		--no-header --no-annotate requirements.in -o requirements.txt

fields: $(READY) ## write the table of fields into CONTRIBUTING.md
	@$(BIN)/python scripts/write_field_table.py

hosting: $(READY) ## write the settings for hosts (hosting/) from the policy
	@$(BIN)/python scripts/write_hosting.py

pictures: site ## make the pictures of the README from the built site
	@$(BIN)/python tests/take_pictures.py
