# make demo: build what is needed, check the first article by rules and by a model's recorded answers: findings, then
# who says what, and report.html
# make record MODEL=name BASE_URL=endpoint: ask a model about the articles in seeds/ and keep its answers
# make test: build what is needed, run all tests
# make test-archive: the tests of archives on a Ray cluster, which make test skips where Ray is not installed
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test test-archive lint format bench record docs schema constraints wheel clean

# Findings make exit code 1, which is what the demo is for; 2 and above are failures.
DEMO := seeds/china-trade-talks.txt --cassette cassettes/china-trade-talks.json
demo: $(READY)
	$(BIN)/verifier check $(DEMO) -o text -o html=report.html || test $$? -eq 1
	$(BIN)/verifier check $(DEMO) -o claims --fail-on never
	@echo "The same as a page to read: file://$(CURDIR)/report.html"
	@echo "The command lies at $(CURDIR)/$(BIN)/verifier; the desk in your browser: $(BIN)/verifier desk"

test: $(READY)
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/build.py --check

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# DEV is a folder of articles; without it the seed is read again and again. LANGEXTRACT=1 installs LangExtract in build/
# and puts the same articles through it.
bench: $(READY)
	$(BIN)/python benchmarks/speed.py $(DEV)
	$(BIN)/python benchmarks/model.py $(if $(LANGEXTRACT),--langextract)

# Asks a model about every article in seeds/ and keeps its answers in cassettes/, as they are. A sentence a question, one
# question at a time, everything twice: what a small model on this machine needs. Answers already there are kept; after
# a change of prompts or rules only what is missing is asked (RECORD=all asks everything anew).
MODEL ?= qwen2.5-coder-1.5b-instruct
BASE_URL ?= http://127.0.0.1:18114/v1
RECORD ?= new
ARTICLES ?= $(wildcard seeds/*.txt seeds/hostile/*.txt)
record: $(READY)
	for article in $(ARTICLES); do \
		name=$${article#seeds/}; \
		$(BIN)/verifier check $$article --model "$(MODEL)" --base-url "$(BASE_URL)" --ask sentence --concurrency 1 --twice \
			--timeout 600 --cassette cassettes/$${name%.txt}.json --record $(RECORD) $(if $(filter new,$(RECORD)),--drop-unused) -o concise; \
		test $$? -le 1 || exit 1; \
	done

# The rule pages, the command pages and the report's JSON Schema, from the code.
docs: $(READY)
	$(BIN)/python docs/build.py

# Tries the oldest and the newest dependencies that pyproject.toml allows; TESTS=tests/model runs these with each.
.PHONY: dependencies
dependencies:
	bash .ci/dependencies oldest $(TESTS)
	bash .ci/dependencies newest $(TESTS)

wheel: $(READY)
	rm -rf dist
	$(BIN)/python -m hatchling build -t wheel

# What Ray needs beyond constraints.txt; 285 MB, so that only test-archive installs it.
RAY := ray msgpack protobuf
test-archive: $(READY)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r constraints-ray.txt
	$(BIN)/python -m pip check
	$(BIN)/python -m pytest tests/archive/test_ray.py

# Pins every package with its hashes; run it after a change of the dependencies in pyproject.toml. Needs uv.
constraints:
	uv pip compile pyproject.toml --extra archive --extra editor --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet --output-file constraints.txt
	printf '%s\n' $(RAY) | uv pip compile - --no-deps --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet --output-file constraints-ray.txt

clean:
	rm -rf $(VENV) build dist report.html .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): constraints.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)
