"""The JSON Schema of the report, as it ships in the package beside this file."""

from __future__ import annotations

import json
from pathlib import Path

from verifier.report.models import Report

PATH = Path(__file__).with_name("report.schema.json")


def schema() -> str:
    """The schema as made from the models; the committed file must be this."""
    made = Report.model_json_schema(mode="serialization")
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
