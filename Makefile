# The commands of a developer. Each makes the environment it needs when there is none.
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
READY := $(ENV)/.ready

.PHONY: chat test test-browser lint format schema learn catalogues clean

chat: $(READY)  ## a conversation in the terminal
	@$(BIN)/kommunmal chat

test: $(READY)  ## all tests, with coverage
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

test-browser: $(READY)  ## the web site and Datasette in Debian's chromium, as people use them
	$(BIN)/pip install --quiet --disable-pip-version-check --group browser
	$(BIN)/python -m pytest -m browser -p no:cacheprovider

lint: $(READY)  ## formatting, style, types, the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schema: $(READY)  ## the JSON Schema of plan files, after a change of the models
	@$(BIN)/python -m knowledge.intake.schema

catalogues: $(READY)  ## compile the texts after editing a .po file
	$(BIN)/python catalogues.py

learn: $(READY)  ## learn the weights of the cues again
	$(BIN)/pip install --quiet --group train
	KOMMUNMAL_DATABASE=$(ENV)/learn.sqlite $(BIN)/kommunmal build
	$(BIN)/python -m bot.evaluation.learning $(ENV)/learn.sqlite tests/questions/learnt/*.jsonl

$(READY): pyproject.toml catalogues.py $(wildcard bot/rendering/locale/*/LC_MESSAGES/*.po)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(ENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[telegram,site,browse]" --group dev
	@touch $(READY)

clean:
	rm -rf $(ENV) dist build
