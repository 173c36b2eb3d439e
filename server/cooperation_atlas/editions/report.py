"""Findings as text for a terminal, JSON for programs and HTML for readers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from ..sources.findings import Finding, summary

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Cooperation Atlas: findings of the validation</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1c2430; background: #fff }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding-bottom: .5rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #c9d0d8 }
td.row { text-align: right }
.error td:first-child { color: #a40000; font-weight: 600 }
.warning td:first-child { color: #7a4b00; font-weight: 600 }
</style>
<main>
<h1>Findings of the validation</h1>
{% if findings %}
<table>
<caption>{{ counts }}</caption>
<thead><tr>
<th scope="col">Severity<th scope="col">File<th scope="col">Row<th scope="col">Column<th scope="col">Reason
<th scope="col">Nearest valid values
</tr></thead>
<tbody>
{% for f in findings %}<tr class="{{ f.severity }}">
<td>{{ f.severity }}<td>{{ f.file }}<td class="row">{{ f.row or "" }}<td>{{ f.column or "" }}<td>{{ f.reason }}
<td>{{ f.nearest | join(", ") }}
</tr>
{% endfor %}</tbody>
</table>
{% else %}
<p>{{ counts }}</p>
{% endif %}
</main>
</html>
"""


def as_text(findings: Sequence[Finding]) -> str:
    """One line for each finding, and the counts."""
    return "".join(f"{finding}\n" for finding in findings) + counts(findings) + "\n"


def as_json(findings: Sequence[Finding]) -> str:
    """An object with ``errors``, ``warnings`` and ``findings``."""
    document = {**summary(findings), "findings": [f.as_dict() for f in findings]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_html(findings: Sequence[Finding]) -> str:
    """A complete page."""
    import jinja2

    page = jinja2.Environment(autoescape=True).from_string(_PAGE)
    return page.render(findings=findings, counts=counts(findings)) + "\n"


def counts(findings: Sequence[Finding]) -> str:
    """``2 errors, 1 warning``."""
    numbers = summary(findings)
    return ", ".join(f"{n} {word[:-1] if n == 1 else word}" for word, n in numbers.items())


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": as_text, "json": as_json, "html": as_html}
