# Five words: run, test, check, bench, desk. Each installs what it needs into .venv first.
DATA ?= examples/market/export
WORKSPACE ?= workspace/$(if $(filter examples/market/export,$(DATA)),example,case)
BIN := .venv/bin

# Empty: what was compiled once is kept, and every command starts half a second sooner.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test check bench desk
run: .venv/.runs
	$(BIN)/schakel run "$(DATA)" -w "$(WORKSPACE)"

test: .venv/.tests
	$(BIN)/pytest -n 2

check: .venv/.tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

bench: .venv/.tests
	$(BIN)/python -m benchmarks

desk: run
	$(BIN)/schakel desk -w "$(WORKSPACE)"

.venv/.runs: pyproject.toml constraints.txt tools/make_venv.sh
	sh tools/make_venv.sh .

.venv/.tests: pyproject.toml constraints.txt tools/make_venv.sh
	sh tools/make_venv.sh '.[dev]'
