# Sanad: `make` alone lists what can be done here.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
CODE := services shared gateways
TEST_TIMEOUT ?= 2200
PYTEST ?= $(BIN)/python -m pytest
TIMED := timeout --foreground --signal=TERM --kill-after=60 $(TEST_TIMEOUT)
# Each of these lives on platforms of fourteen processes, and is tried by itself; the rest goes side by side. The journeys'
# platform lives to the end and has the broker's queues to itself, so it comes last.
WHOLE := tests/faults tests/journeys

.PHONY: help
help: ## list the commands
	@echo "Sanad"
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-9s %s\n", $$1, $$2 }'

.venv/runtime.stamp: requirements.lock requirements-build.lock pyproject.toml
	@scripts/bootstrap requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock requirements-build.lock pyproject.toml
	@scripts/bootstrap requirements-dev.lock
	@touch .venv/runtime.stamp $@

.venv/bench.stamp: requirements-bench.lock .venv/dev.stamp
	@$(BIN)/python -m pip -qq install --require-hashes --no-deps -r requirements-bench.lock
	@touch $@

.PHONY: run
run: .venv/runtime.stamp ## start the platform in one process, with its five associations (Ctrl-C stops it)
	@exec $(BIN)/sanad up

.PHONY: demo
demo: .venv/runtime.stamp ## live one complete case for each association, and read its history
	@$(BIN)/sanad demo

.PHONY: test
test: .venv/dev.stamp ## run every test, against a real PostgreSQL and RabbitMQ that are started for it
	@scripts/servers_for_tests
	@failed=0; \
	$(TIMED) $(PYTEST) -n auto --maxprocesses 4 --dist loadfile tests $(addprefix --ignore=,$(WHOLE)) || failed=1; \
	$(TIMED) $(PYTEST) $(WHOLE) || failed=1; \
	exit $$failed

.PHONY: journeys
journeys: .venv/dev.stamp ## run the journeys, in both modes
	@scripts/servers_for_tests
	@$(PYTEST) tests/journeys

.PHONY: check
check: .venv/dev.stamp ## format, lint, types, import contracts, spelling, wire format, unit tests: under a minute
	@scripts/check

.PHONY: format
format: .venv/dev.stamp ## put the code into its one format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

.PHONY: bench
bench: .venv/bench.stamp ## measure, as ratios in one run on this machine: make bench, or make bench ONLY="append case"
	@scripts/servers_for_tests
	@$(BIN)/python -m tests.bench $(ONLY)

.PHONY: soak
soak: .venv/dev.stamp ## ten minutes of load while everything is killed in turn; writes docs/reliability.md
	@scripts/servers_for_tests
	@$(BIN)/python -m tests.faults.soak $(if $(SEED),--seed $(SEED))

.PHONY: shape
shape: .venv/dev.stamp ## print how long files and functions are
	@$(BIN)/python scripts/shape.py $(CODE)

.PHONY: proto
proto: .venv/dev.stamp ## write the .proto files from the commands and queries
	@$(BIN)/python -m shared.doors.protofiles --write

.PHONY: docs
docs: .venv/dev.stamp ## write docs/reference from the code: contracts, commands, queries
	@$(BIN)/python -m scripts.reference

.PHONY: screens
screens: .venv/dev.stamp ## write docs/screens: the portal's pages, by a browser that looks at them
	@scripts/servers_for_tests
	@$(BIN)/python -m tests.browser.screens

.PHONY: rebuild
rebuild: .venv/runtime.stamp ## rebuild a view of the running platform from its log: make rebuild VIEW=intake.cases
	@test -n "$(VIEW)" || { echo "Which view? make rebuild VIEW=intake.cases"; exit 2; }
	@$(BIN)/sanad rebuild $(VIEW)

.PHONY: up
up: ## start the distributed platform in containers
	@scripts/secrets
	@docker compose up --build --detach --wait

.PHONY: down
down: ## stop the containers (what they stored stays)
	@docker compose down

.PHONY: lock
lock: .venv/dev.stamp ## choose the newest permitted versions and write the lock files
	@scripts/lock
