# Everything runs through here; `make help` says what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What `make review` compares with, and where the result can be seen. The shell gets them as they
# are: a name of a branch is never read as a command.
export BASE ?= origin/main
export PREVIEW ?=
export CODE ?=
READY := $(VENV)/.ready
# Material announces its end of life at each build; README says how we move on.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site test check review todo page readability cards bench audit clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

serve: $(READY) ## build and show the site on http://127.0.0.1:8000; reloads when a file changes
	@echo "== Building in eight languages; then the site is on http://127.0.0.1:8000"
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

site: $(READY) ## check the content and build site/ once, strictly
	@echo "== Checking content" && $(BIN)/python scripts/check_content.py
	@echo "== Building site/ (strict)"
	@$(BIN)/mkdocs build --strict

check: $(READY) ## check all content, code and workflows, without a browser
	@echo "== Checking content" && $(BIN)/python scripts/check_content.py
	@echo "== Checking code" && $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	@echo "== Checking workflows" && $(BIN)/python scripts/check_workflows.py

test: check ## run everything: checks, rules, content, and the built site in a real browser
	@$(BIN)/python tests/find_chromium.py && $(BIN)/python tests/find_nu.py && $(BIN)/python tests/find_servers.py
	@echo "== Testing" && $(BIN)/python -m pytest -n auto --dist loadfile

review: $(READY) ## tell what your change does for visitors: make review BASE=origin/main
	@$(BIN)/python scripts/review.py --preview "$$PREVIEW" $(if $(GITHUB_ACTIONS),--github) -- "$$BASE"

todo: $(READY) ## list what people must still find out, per region and language
	@$(BIN)/python scripts/check_content.py --todo

readability: $(READY) ## show how easy each Dutch and English page is to read
	@$(BIN)/python scripts/check_content.py --readability

page: $(READY) ## say which page a mail is about: make page CODE="Wegwijs 4f2a th"
	@$(BIN)/python scripts/which_page.py "$$CODE"

cards: $(READY) ## make the cards of all regions as PDF; the next `make site` puts them on the site
	@$(BIN)/python tests/find_chromium.py
	@PYTHONPATH=tests $(BIN)/python scripts/make_cards.py

bench: $(READY) ## measure building, editing, weight and search beside plain MkDocs, Material and pagefind; PARTS="weight size" chooses
	@$(BIN)/python tests/find_chromium.py
	@PYTHONPATH=tests:scripts $(BIN)/python -m bench $(PARTS)

audit: $(READY) ## examine every page with axe-core and the Nu HTML checker (needs Java); PARTS="th/ about/" chooses
	@$(BIN)/python tests/find_chromium.py && $(BIN)/python tests/find_nu.py
	@PYTHONPATH=tests:scripts $(BIN)/python -m audit $(PARTS)

clean: ## remove everything that was made
	rm -rf $(VENV) $(TOOLS) $(REPORTS) cards site site.part site.old tests/audit/node_modules
	@find docs \( -path "*/near-you/*.md" -o -path "*/professionals/regions/*.md" \
		-o -path "*/professionals/cards/*.md" \) ! -name index.md -delete

$(READY): requirements.txt
	@echo "== Making $(VENV) and installing pinned packages (one to two minutes, once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@$(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $(READY)

.PHONY: lock fields schemas hosting pictures
lock: $(TOOLS)/.ready ## write requirements*.txt from requirements*.in, with hashes
	@for name in requirements requirements-tools; do \
		$(TOOLS)/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
			--no-header --no-annotate $$name.in -o $$name.txt || exit 1; done

fields: $(READY) ## write the tables of fields into FIELDS.md
	@$(BIN)/python scripts/write_field_table.py

schemas: $(READY) ## write schema/, from which editors' programs see mistakes while typing
	@$(BIN)/python scripts/write_schemas.py

hosting: $(READY) ## write the settings for hosts (hosting/) from the policy
	@$(BIN)/python scripts/write_hosting.py

pictures: site ## make the pictures of README and CONTRIBUTING from the built site
	@$(BIN)/python tests/take_pictures.py

# What looks after the repository itself; the weekly workflows run these.
REPORTS := reports
TOOLS := .venv-tools
REPOSITORY = $${GITHUB_REPOSITORY:+$$GITHUB_SERVER_URL/$$GITHUB_REPOSITORY}
.PHONY: workflows hsds steps freshness links preview qr engine packages sbom
workflows: $(READY) ## check .github/: our rules, zizmor and actionlint
	@echo "== Checking workflows" && $(BIN)/python scripts/check_workflows.py

steps: $(READY) ## run the commands of the workflows in a clean clone; PARTS="preview links" chooses
	@PYTHONPATH=tests:scripts $(BIN)/python tests/run_workflow_steps.py $(PARTS)

freshness: $(READY) ## write what is past its date as texts of issues, into reports/freshness/
	@$(BIN)/python scripts/write_freshness.py $(REPORTS)/freshness --repository "$(REPOSITORY)"

links: $(READY) ## ask every address outside (needs a network); writes reports/links/
	@$(BIN)/python scripts/check_links.py $(REPORTS)/links --repository "$(REPOSITORY)"

preview: $(READY) ## print, for a proposal, where its preview stands
	@$(BIN)/python scripts/preview_summary.py

qr: $(READY) ## draw the code of a preview's address, into reports/preview.png
	@$(BIN)/python scripts/preview_summary.py --code $(REPORTS)/preview.png

engine: $(READY) ## build with MkDocs and with its successor ProperDocs, and compare
	@$(BIN)/python -m pytest tests/test_engines.py -k properdocs

hsds: $(READY) ## hold the open data to the published schema: WEGWIJS_HSDS=<its folder schema/>
	@test -d "$$WEGWIJS_HSDS" || { echo "WEGWIJS_HSDS does not say where the schema is."; exit 2; }
	@$(BIN)/python -m pytest tests/test_hsds.py

packages: $(TOOLS)/.ready ## ask whether a package we pin has a known fault (needs a network)
	@$(TOOLS)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.txt
	@$(TOOLS)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements-tools.txt

sbom: $(TOOLS)/.ready ## list all packages in reports/sbom.json (CycloneDX)
	@mkdir -p $(REPORTS)
	@$(TOOLS)/bin/cyclonedx-py requirements --output-reproducible -o $(REPORTS)/sbom.json requirements.txt

$(TOOLS)/.ready: requirements-tools.txt
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-tools.txt
	@touch $@
