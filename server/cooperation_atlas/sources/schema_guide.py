"""The tables of the guide: its steps, the answers to each, and what an answer means for a search."""

from __future__ import annotations

from .declarations import Kind, SourceColumn, SourceTable

#: What an answer can mean, and the code list of each.
OPTION_PROPERTIES = {"scopes": "scopes", "modes": "modes"}
_SOURCED = (SourceColumn("source", required=True), SourceColumn("source_date", Kind.DATE, required=True))

STEPS = SourceTable(
    "guide_steps",
    "guide/steps.csv",
    (
        SourceColumn("step", Kind.CODE, required=True),
        SourceColumn("title", required=True),
        SourceColumn("question", required=True),
        SourceColumn("hint"),
        *_SOURCED,
    ),
    ("step",),
    optional=True,
)
OPTIONS = SourceTable(
    "guide_options",
    "guide/options.csv",
    (
        SourceColumn("step", Kind.CODE, required=True, references=(STEPS.name, "step")),
        SourceColumn("option", Kind.CODE, required=True),
        SourceColumn("title", required=True),
        SourceColumn("text", required=True),
        SourceColumn("legal_ref"),
        *_SOURCED,
    ),
    ("option",),
    optional=True,
)
OPTION_VALUES = SourceTable(
    "guide_option_values",
    "guide/option_values.csv",
    (
        SourceColumn("option", Kind.CODE, required=True, references=(OPTIONS.name, "option")),
        SourceColumn("property", Kind.CODE, required=True),
        SourceColumn("value", Kind.CODE, required=True),
    ),
    ("option", "property", "value"),
    optional=True,
)
GUIDE_TABLES = (STEPS, OPTIONS, OPTION_VALUES)
