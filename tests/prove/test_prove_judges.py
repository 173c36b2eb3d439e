"""The soak and fault suite itself: it sees what it is there to see, and the same seed gives the same requests."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hostile import faults
from hostile_client import Reply, replies, wrong
from hostile_requests import Attempts
from prove import prove
from tally import Tally

COLLECTIONS = {"nuts3": ["name", "n_programmes"], "programmes": ["title", "topics"]}


def test_the_same_seed_gives_the_same_attempts():
    first, again, other = (Attempts(seed, COLLECTIONS) for seed in (1, 1, 2))
    assert [first.make(n) for n in range(300)] == [again.make(n) for n in range(300)]
    assert [first.make(n) for n in range(300)] != [other.make(n) for n in range(300)]


def test_attempts_of_all_kinds_are_made():
    attempts = [Attempts(3, COLLECTIONS).make(n) for n in range(3000)]
    kinds = Counter(attempt.kind for attempt in attempts)
    assert set(kinds) == {
        "parameters", "filter", "costly", "body", "execution", "headers", "chunks", "raw", "noise", "pipeline", "cut",
    }  # fmt: skip
    assert {attempt.ending for attempt in attempts} == {"read", "reset", "leave", "half"}
    assert 1000 < sum(attempt.answered for attempt in attempts) < 2900


PROBLEM = {"content-type": "application/problem+json"}
TOLD = json.dumps({"status": 400, "detail": "limit is no number"}).encode()


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (Reply(500, PROBLEM, b"{}"), "500"),
        (Reply(502, {}, b""), "502"),
        (Reply(503, PROBLEM, b"{}"), "without Retry-After"),
        (Reply(503, PROBLEM | {"retry-after": "1"}, b"{}"), None),
        (Reply(200, {"content-type": "text/html"}, b"Traceback (most recent call last):"), "traceback"),
        (Reply(400, {"content-type": "text/plain"}, b"no"), "no problem document"),
        (Reply(400, PROBLEM, TOLD), None),
        (Reply(404, PROBLEM, TOLD), "tells no reason"),
        (Reply(400, {"content-type": "text/html"}, b"<p>"), None),
        (Reply(200, {"content-type": "application/geo+json"}, b'{"a":NaN}'), "cannot be read"),
        (Reply(200, {"content-type": "application/geo+json"}, b'{"a":1'), "cannot be read"),
        (Reply(200, {"content-type": "application/geo+json"}, b'{"a":1}'), None),
    ],
)
def test_what_must_not_be_answered_is_seen(reply: Reply, fault: str | None):
    safe = Reply(reply.status, {"x-content-type-options": "nosniff"} | reply.headers, reply.body)
    found = wrong(safe, head_only=False)
    assert found is None if fault is None else fault in (found or "")


def test_an_answer_that_may_be_taken_for_another_type_is_seen():
    assert "X-Content-Type-Options" in (wrong(Reply(200, {"content-type": "text/csv"}, b"a"), head_only=False) or "")


def test_answers_on_one_connection_are_told_apart():
    one = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    empty = b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n"
    assert [reply.status for reply in replies(one + empty + one, head_only=False)] == [200, 304, 200]
    with pytest.raises(ValueError, match="1 bytes of 2 are missing"):
        list(replies(one[:-1], head_only=False))
    with pytest.raises(ValueError, match=r"no answer of HTTP/1.1"):
        list(replies(b"SSH-2.0-x\r\n\r\n", head_only=False))


def test_errors_in_the_log_are_found_and_counted():
    entry = (
        "2026-11-25 14:03:40,379 ERROR 4048 uvicorn.error: Exception in ASGI application\n"
        'Traceback (most recent call last):\n  File "x", line 1\nRuntimeError: closed 0x55800d4ec840\n'
    )
    quiet = "2026-11-25 14:03:40,379 WARNING 4048 cooperation_atlas: edition x holds samples\n"
    found = faults(entry + quiet + entry.replace("0x55800d4ec840", "0x1"))
    assert found == {"uvicorn.error: Exception in ASGI application … RuntimeError: closed …": 2}
    assert not faults(quiet)
    assert faults("Traceback (most recent call last):\n")


def test_the_table_counts_and_the_violations_are_told():
    tally = Tally()
    tally.add("kills of build")
    tally.add("kills of build", 1999)
    tally.figure("seed", "7")
    for number in range(50):
        tally.violation(f"no. {number}")
    assert "| kills of build | 2,000 |" in tally.table() and "| seed | 7 |" in tally.table()
    assert tally.table().endswith("| violations | 50 |")
    assert tally.told().startswith("violation: no. 0\n") and tally.told().endswith("… and 10 more")


def test_an_unknown_part_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="no part soak: there are kills, switches, hostile"):
        prove(1, 1, tmp_path, ("soak",))
