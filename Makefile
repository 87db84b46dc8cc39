# The one door. `make` or `make help` lists what it opens; Python 3.11, make and a package index are all it needs.
PYTHON ?= python3
IN := .venv/bin
PURE := tests/injects tests/scoring tests/scenarios
# Compiled modules are kept, also where an image says otherwise: one run of the tests starts a hundred processes.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help demo test figures faults sure run bench bench-compare lock app dev

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: app ## Play a sample drill beside bots: links for every role, in one step
	@$(IN)/prontas demo --data data $(ARGS)

run: app ## Serve drills on this machine
	@$(IN)/prontas serve $(ARGS)

test: dev ## Run all tests
	@$(IN)/python -m pytest -n auto --dist worksteal $(ARGS)

figures: dev ## Measure at full size what docs/security.md says, and print the figures
	@$(IN)/python -m pytest -n auto -m figure -rP $(ARGS)

bench: app ## Measure this machine: deliveries, acknowledgements, memory, coming back
	@$(IN)/prontas bench $(ARGS)

bench-compare: dev ## Measure beside Node and a floor in C, and write docs/performance.md anew
	@$(IN)/python -m tests.bench.compare --write $(ARGS)

faults: dev ## Do to real servers what a bad day does to a drill, and write docs/reliability.md
	@$(IN)/python -m tests.faults $(ARGS)

sure: dev ## Format, lint, types, the pure floors with their coverage, then all other tests
	$(IN)/ruff format --check .
	$(IN)/ruff check .
	$(IN)/mypy
	$(IN)/python -m pytest -q -n auto $(PURE) --cov
	@$(MAKE) test ARGS="$(PURE:%=--ignore=%)"

lock: dev ## Lock the dependencies anew, each by its hashes
	$(IN)/uv pip compile pyproject.toml --group build $(LOCKED) -o requirements/app.txt
	$(IN)/uv pip compile pyproject.toml --group build --group dev $(LOCKED) -o requirements/dev.txt

LOCKED := --all-extras --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links -q

app dev:
	@$(PYTHON) web/command/environment.py $@
