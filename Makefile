# The commands of a developer. Each makes the environment it needs when there is none.
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
READY := $(ENV)/.ready

.PHONY: help demo chat screenshots test coverage torture benchmark load expected test-browser lint format learn \
	catalogues schema readme lock settings container package clean

help:  ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

demo: $(READY)  ## the whole bot in a browser, on this computer alone, without a token
	@$(BIN)/kommunmal demo

chat: $(READY)  ## a conversation in the terminal
	@$(BIN)/kommunmal chat

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -n 4 --dist loadfile

coverage: $(READY)  ## all tests, and which lines none of them runs; twice as long
	$(BIN)/python -m pytest -n 4 --dist loadfile --cov --cov-report=term:skip-covered

benchmark: $(READY)  ## how fast and how right, beside plain search; into the README
	$(BIN)/pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python -m benchmarks --readme

load: $(READY)  ## the bot under load beside a bare echo bot; QUESTIONS=20000 for its memory
	@$(BIN)/python -m benchmarks.load --questions $(or $(QUESTIONS),5000)

expected: $(READY)  ## what the Telegram bot is expected to show, after a change of replies
	REMAKE_EXPECTED=1 $(BIN)/python -m pytest -q tests/bot/channels/telegram/test_walks.py
	git diff --stat tests/bot/channels/telegram/expected

test-browser: $(READY)  ## demo, web site and Datasette in Debian's chromium, as people use them
	$(BIN)/pip install --quiet --disable-pip-version-check --group browser
	$(BIN)/python -m pytest -m browser -p no:cacheprovider

torture: $(READY)  ## the bot killed 50 times at random moments under load; another SEED, other moments
	KILLS=$(or $(KILLS),50) KILLS_SEED=$(or $(SEED),1) $(BIN)/python -m pytest -s -p no:cacheprovider \
		tests/bot/channels/telegram/test_kills.py tests/bot/channels/telegram/test_replicas.py

screenshots: $(READY)  ## the README's pictures of the demo (Debian: chromium, fonts-noto-color-emoji)
	$(BIN)/pip install --quiet --disable-pip-version-check --group browser
	$(BIN)/python -m tests.bot.demo.page.screenshots docs/images

lint: $(READY)  ## formatting, style, types, the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## format the code, and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

catalogues: $(READY)  ## compile the texts after editing a .po file
	$(BIN)/python catalogues.py

schema: $(READY)  ## the JSON Schema of plan files, after a change of the models
	$(BIN)/python -c "from knowledge.plans import plan_schema_text as t; print(t(), end='')" \
		> $(ENV)/schema.json
	mv $(ENV)/schema.json knowledge/plan.schema.json

readme: $(READY)  ## the dialogues of the README, after a change of replies
	$(BIN)/kommunmal build $(ENV)/readme.sqlite
	$(BIN)/python -m tests.test_readme $(ENV)/readme.sqlite

# Versions and hashes of all that runs in service; for every system, without index addresses.
LOCKED := --extra telegram --extra pictures --extra redis
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --upgrade --quiet --custom-compile-command "make lock"
lock: $(READY)  ## versions and hashes anew, for the container and CI
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml $(LOCKED) $(LOCK) --output-file requirements.lock
	$(BIN)/uv pip compile --group build $(LOCK) --output-file requirements-build.lock

settings: $(READY)  ## the table of settings in the documentation, after a change of it
	$(BIN)/python -m bot.service.settings_table docs/operations.md

container: $(READY)  ## the steps of the Dockerfile in an empty folder, the service's unit checked
	$(BIN)/pip install --quiet --group container
	$(BIN)/python .ci/container

package: $(READY)  ## a source archive and, made from it, a wheel; in dist/
	rm -rf dist
	$(BIN)/hatchling build --target sdist
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist dist/*.tar.gz

learn: $(READY)  ## learn the weights of the cues again
	$(BIN)/pip install --quiet --group train
	KOMMUNMAL_DATABASE=$(ENV)/learn.sqlite $(BIN)/kommunmal build
	$(BIN)/python -m bot.evaluation.learning $(ENV)/learn.sqlite tests/questions/learnt/*.jsonl

$(READY): pyproject.toml catalogues.py $(wildcard bot/rendering/locale/*/LC_MESSAGES/*.po)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(ENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[telegram,redis,pictures,demo,site,browse]" --group dev
	@touch $(READY)

clean:  ## remove what was made
	rm -rf $(ENV) dist build
