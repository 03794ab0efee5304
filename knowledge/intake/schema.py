"""The JSON Schema of plan files, for editors: `python -m knowledge.intake.schema` writes it."""

import json

from knowledge.intake.plan_text import SCHEMA
from knowledge.library import SHIPPED
from knowledge.plans import plan_schema


def schema_text() -> str:
    """The schema as the file has it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **plan_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (SHIPPED / SCHEMA).write_text(schema_text(), encoding="utf-8")
