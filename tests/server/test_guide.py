"""The guide: every way through it leads to a search that is taken, with documents that deal with the answer."""

from __future__ import annotations

import csv
from itertools import product
from typing import Any

import pytest
from http_client import get, page, refusal
from running_server import REPOSITORY, RunningServer

FOLDER = REPOSITORY / "data" / "guide"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


OPTIONS = {step["step"]: [o for o in rows("options") if o["step"] == step["step"]] for step in rows("steps")}
VALUES = {o["option"]: [(v["property"], v["value"]) for v in rows("option_values") if v["option"] == o["option"]]
          for options in OPTIONS.values() for o in options}  # fmt: skip
WAYS = list(product(*([None, *(o["option"] for o in options)] for options in OPTIONS.values()), [None, "RSO2.6"]))


def guide(server: RunningServer, **query: str) -> dict[str, Any]:
    return page(server, "/guide", f="json", **query)


def test_steps_and_answers_are_those_of_the_tables(server: RunningServer):
    steps = guide(server)["steps"]
    assert [step["step"] for step in steps] == list(OPTIONS)
    for step in steps:
        assert [o["option"] for o in step["options"]] == [row["option"] for row in OPTIONS[step["step"]]]
        assert step["chosen"] is None and step["documents"] == step["examples"] == []


def test_every_answer_means_something():
    assert all(VALUES.values())


@pytest.mark.parametrize(("where", "what", "topic"), WAYS)
def test_every_way_leads_to_searches_that_are_taken(
    server: RunningServer, where: str | None, what: str | None, topic: str | None
):
    given = {name: value for name, value in (("where", where), ("what", what), ("topic", topic)) if value}
    found = guide(server, **given)
    for path in found["searches"].values():
        answer = get(server, path, {"Accept": "text/html"})
        assert answer.status_code == 200, (path, answer.text[:300])
        for step, option in (("where", where), ("what", what)):
            if option and path.startswith("/collections/examples"):
                name = "scopes" if step == "where" else "modes"
                assert f"{name}={','.join(v for _, v in VALUES[option])}" in path
    assert found["next"] == next((step for step in OPTIONS if step not in given), None)


@pytest.mark.parametrize("option", sorted(VALUES))
def test_documents_deal_with_the_answer(server: RunningServer, option: str):
    step = next(name for name, options in OPTIONS.items() if option in {o["option"] for o in options})
    told = next(one for one in guide(server, **{step: option})["steps"] if one["step"] == step)
    for kind, collection in (("documents", "knowledge"), ("examples", "examples")):
        for one in told[kind]:
            record = page(server, f"/collections/{collection}/items/{one['id']}", f="json")["properties"]
            assert any(value in record[name] for name, value in VALUES[option])
    if step == "where":
        assert told["documents"], "each type of cooperation has its guidance"


def test_samples_are_flagged_and_can_be_left_out(server: RunningServer):
    shown = [one for step in guide(server, where="border")["steps"] for one in step["examples"]]
    assert shown and all(one["sample"] for one in shown)
    assert "mark-sample" in get(server, "/guide?where=border", {"Accept": "text/html"}).text
    left = [one for step in guide(server, where="border", exclude="samples")["steps"] for one in step["examples"]]
    assert left == []


@pytest.mark.parametrize("query", [{"where": "nowhere"}, {"what": "nothing"}, {"topic": "RSO9.9"}, {"step": "1"}])
def test_what_is_no_answer_is_refused(server: RunningServer, query: dict[str, str]):
    refusal(get(server, "/guide", f="json", **query))


@pytest.mark.parametrize("lang", ["de", "es", "fr", "it", "pl"])
def test_texts_are_in_the_language_of_the_page(server: RunningServer, lang: str):
    text = get(server, "/guide", {"Accept": "text/html"}, lang=lang).text
    for step in rows("steps"):
        assert step["question"] not in text
    for option in rows("options"):
        assert option["text"] not in text
