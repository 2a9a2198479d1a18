# Five words: run, test, check, bench, desk. Each installs what it needs into .venv first.
DATA ?= examples/market/export
WORKSPACE ?= workspace/$(if $(filter examples/market/export,$(DATA)),example,case)
BIN := .venv/bin

# Empty: what was compiled once is kept, and every command starts half a second sooner.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test check bench desk
run: .venv/.runs
	$(BIN)/schakel run "$(DATA)" -w "$(WORKSPACE)"

# Three processes keep two cores busy where tests wait for a browser, a disk or a kill; whole files, so that what the tests of one
# share is made once: 10 min 0 s and 17 min 44 s of processor where two processes took 10 min 38 s and 18 min 38 s.
test: .venv/.tests
	$(BIN)/pytest -n 3 --dist loadfile

check: .venv/.tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 3 --dist loadfile

bench: .venv/.tests
	$(BIN)/python -m benchmarks

desk: run
	$(BIN)/schakel desk -w "$(WORKSPACE)"

.venv/.runs: pyproject.toml constraints.txt tools/make_venv.sh
	sh tools/make_venv.sh .

.venv/.tests: pyproject.toml constraints.txt tools/make_venv.sh
	sh tools/make_venv.sh '.[dev]'
