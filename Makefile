# Spotter's commands. Each makes sure of its environment first (tools/environment.sh, milliseconds when
# nothing changed). The project runs from here and is never installed.
.DEFAULT_GOAL := help
.PHONY: help chat run backup restore doctor test lint format texts faults bench audit lock clean
.NOTPARALLEL:

ENVIRONMENT := @sh tools/environment.sh
PY := .venv/bin/python
UPKEEP := .venv-upkeep/bin/python

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

chat: ## try Spotter in this terminal, no token needed; KEEP=1 keeps the training for next time
	$(ENVIRONMENT) runtime
	@exec $(PY) -m bot chat

run: ## run Spotter on Telegram: BOT_TOKEN=… make run
	$(ENVIRONMENT) runtime
	@exec $(PY) -m bot run

# Three workers read six hundred files each: with their bytecode kept, a second run begins in half the time,
# and so does each process that a test starts.
test: export PYTHONDONTWRITEBYTECODE =
test: ## run all tests; COVER=1 holds core at 95 % coverage, ARGS='-k rest' runs some
	$(ENVIRONMENT) dev
ifdef COVER
	@exec $(PY) -m pytest -n 3 --dist worksteal --cov --cov-report=
	@printf 'coverage of bot: %s %%\n' "$$($(PY) -m coverage report --include='bot/*' --format=total)"
	@exec $(PY) -m coverage report --include='core/*' --skip-covered --fail-under=95
else ifdef ARGS
	@exec $(PY) -m pytest $(ARGS)
else
	@exec $(PY) -m pytest -n 3 --dist worksteal
endif

lint: ## ruff, mypy and the import rules
	$(ENVIRONMENT) dev
	@exec $(PY) -m ruff check .
	@exec $(PY) -m mypy
	@exec $(PY) -c 'from importlinter.cli import lint_imports_command as check; check()' --no-cache --no-logo

format: ## let ruff mend what it can mend safely
	$(ENVIRONMENT) dev
	@exec $(PY) -m ruff check --fix .

texts: ## bring the translations in bot/texts/*.po up to date with the sources; NEW=fr begins a language
	$(ENVIRONMENT) dev
	@NEW="$(NEW)" exec $(PY) -m tools.texts

backup: ## copy the database, also while Spotter runs: make backup FILE=copy.db
	$(ENVIRONMENT) runtime
	@exec $(PY) -m bot backup "$(FILE)"

restore: ## put a copy in the database's place, while Spotter is stopped: make restore FILE=copy.db
	$(ENVIRONMENT) runtime
	@exec $(PY) -m bot restore "$(FILE)"

doctor: ## check settings, database, permissions, disk, clock and token
	$(ENVIRONMENT) runtime
	@exec $(PY) -m bot doctor

faults: ## break things on purpose: a real process, kill -9, a server that misbehaves
	$(ENVIRONMENT) dev
	@exec $(PY) -m pytest -n 2 --dist worksteal -o faulthandler_timeout=0 tests/faults tests/walks tests/core/store/test_migrating.py tests/core/store/test_sqlite_file.py tests/dialogs/data/test_hostile_json.py $(ARGS)

bench: ## measure the performance goals
	$(ENVIRONMENT) dev
	@exec $(PY) -m benchmarks $(ARGS)

audit: ## look for unsafe code and for known holes in the locked packages
	$(ENVIRONMENT) upkeep
	@exec $(UPKEEP) -m bandit -q -c pyproject.toml -r bot core tools
	@exec sh tools/audit.sh

lock: ## write requirements/*.txt anew from pyproject.toml; UPGRADE=1 takes the newest versions
	$(ENVIRONMENT) upkeep
	@sh tools/lock.sh

clean: ## remove environments and caches; never a database
	@rm -rf .venv .venv-upkeep .venv.lock .venv.new-* .venv.old-* .venv-upkeep.new-* .venv-upkeep.old-*
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache htmlcov .coverage .coverage.*
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
