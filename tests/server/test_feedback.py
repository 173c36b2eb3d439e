"""Messages of people: kept by SQLite and by PostgreSQL, from page and panel, within limits, and then forgotten."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from in_process import Application, serving

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.feedback import message as messages
from cooperation_atlas.feedback import tokens
from cooperation_atlas.feedback.message import MOST_CHARACTERS, BadMessage, Came, Unavailable, address_of, text_of
from cooperation_atlas.feedback.rates import OF_ALL, OF_ONE, WINDOW, Rates
from cooperation_atlas.feedback.store import FeedbackStore, open_feedback
from cooperation_atlas.web.feedback import desk_of, forget_expired

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a throwaway PostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = shutil.which("initdb") or (str(found[-1]) if found else None)
    if initdb is None:
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    folder = tmp_path_factory.mktemp("postgres")
    # PostgreSQL refuses to run as root: it runs as nobody then.
    as_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if _is_root() else []
    if as_nobody:
        for part in (folder, *folder.parents):
            if part.stat().st_uid == 0 and str(part).startswith("/tmp/"):
                part.chmod(part.stat().st_mode | 0o011)
        shutil.chown(folder, "nobody", "nogroup")
    data, control = folder / "data", Path(initdb).resolve().with_name("pg_ctl")
    run = {"check": True, "capture_output": True, "timeout": 120, "cwd": folder}
    subprocess.run([*as_nobody, initdb, "-D", data, "-U", "atlas", "-A", "trust"], **run)  # type: ignore[call-overload]
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    log = folder / "log"
    subprocess.run([*as_nobody, control, "-D", data, "-o", options, "-l", log, "-w", "start"], **run)  # type: ignore[call-overload]
    try:
        yield f"postgresql://atlas@/postgres?host={folder}"
    finally:
        stop = {**run, "check": False}  # it may have ended by itself
        subprocess.run([*as_nobody, control, "-D", data, "-m", "fast", "-w", "stop"], **stop)  # type: ignore[call-overload]


def _is_root() -> bool:
    return os.geteuid() == 0


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FeedbackStore:
    """An empty store of each kind."""
    if request.param == "sqlite":
        return open_feedback(str(tmp_path / "kept" / "feedback.sqlite"))
    made = open_feedback(request.getfixturevalue("postgres"))
    made.delete_before(datetime(9000, 1, 1, tzinfo=UTC))
    return made


def add(store: FeedbackStore, text: str, token: str, now: datetime = NOW) -> bool:
    return store.add(text, "/collections", "de", Came.PAGE, token, now)


# --- stores ---------------------------------------------------------------------------------------------------------


def test_what_is_kept_is_what_was_given(store: FeedbackStore, tmp_path: Path):
    text = "Łódź: mehr Themen; '); DROP TABLE message; --\nzweite Zeile 🙂"
    assert add(store, text, "a")
    assert not add(store, text, "a"), "one form that is sent twice is one message"
    assert add(store, "second", "b", NOW + timedelta(days=1))
    first, second = store.messages()
    assert (first.text, first.about, first.language, first.came) == (text, "/collections", "de", Came.PAGE)
    assert first.received == NOW and second.id > first.id
    store.backup(tmp_path / "copy.sqlite")
    assert open_feedback(str(tmp_path / "copy.sqlite")).messages() == [first, second]
    with pytest.raises(Unavailable, match="is there already"):
        store.backup(tmp_path / "copy.sqlite")
    assert store.delete_before(NOW + timedelta(hours=1)) == 1
    assert store.delete([second.id, 999_999]) == 1
    assert store.messages() == []


def test_the_secret_is_made_once(store: FeedbackStore):
    assert store.secret() == store.secret() and len(store.secret()) == tokens.SECRET


def test_a_full_store_says_so(store: FeedbackStore, monkeypatch: pytest.MonkeyPatch):
    for module in ("sqlite_store", "postgres_store"):
        monkeypatch.setattr(f"cooperation_atlas.feedback.{module}.MOST_MESSAGES", 2)
    assert add(store, "1", "a") and add(store, "2", "b")
    with pytest.raises(Unavailable, match="No more messages"):
        add(store, "3", "c")
    for module in ("sqlite_store", "postgres_store"):
        monkeypatch.setattr(f"cooperation_atlas.feedback.{module}.MOST_MESSAGES", 100)
        monkeypatch.setattr(f"cooperation_atlas.feedback.{module}.MOST_TOGETHER", 5)
    with pytest.raises(Unavailable, match="No more messages"):
        add(store, "12345", "d")


def test_a_locked_database_and_a_folder_that_cannot_be_written_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("cooperation_atlas.feedback.sqlite_store._PATIENCE", 0.05)
    store = open_feedback(str(tmp_path / "feedback.sqlite"))
    store.secret()
    other = sqlite3.connect(tmp_path / "feedback.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Unavailable, match="locked"):
        add(store, "text", "a")
    other.close()
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Unavailable):
        open_feedback(str(tmp_path / "file" / "feedback.sqlite")).secret()
    (tmp_path / "no.sqlite").write_text("no database" * 1000)
    with pytest.raises(Unavailable):
        open_feedback(str(tmp_path / "no.sqlite")).secret()


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path):
    store = open_feedback(str(tmp_path / "feedback.sqlite"))
    assert add(store, "first", "a")
    db = sqlite3.connect(tmp_path / "feedback.sqlite")
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.close()
    real = sqlite3.connect

    def small(*arguments: Any, **more: Any) -> sqlite3.Connection:
        made = real(*arguments, **more)
        made.execute(f"PRAGMA max_page_count = {pages}")  # SQLite says the same of a full disk
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cooperation_atlas.feedback.sqlite_store.sqlite3.connect", small)
        with pytest.raises(Unavailable, match="full"):
            for number in range(100):
                add(store, "x" * 1900, str(number))
    assert store.messages()[0].text == "first"


def test_a_database_that_is_not_there_is_told_without_its_password():
    store = open_feedback("postgresql://atlas:secret@127.0.0.1:1/none")
    with pytest.raises(Unavailable) as told:
        store.secret()
    assert "secret" not in str(told.value)


def test_the_file_is_readable_by_its_owner_only(tmp_path: Path):
    open_feedback(str(tmp_path / "feedback.sqlite")).secret()
    assert (tmp_path / "feedback.sqlite").stat().st_mode & 0o077 == 0


# --- messages, tokens, rates --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (MOST_CHARACTERS + 1), "a\x00b", "a\x1b[31m", "\ufffd"])
def test_what_is_no_message_is_refused(text: str):
    with pytest.raises(BadMessage):
        text_of(text)


def test_texts_are_made_alike():
    assert text_of(" a\r\nb\rc ") == "a\nb\nc"
    assert text_of("x" * MOST_CHARACTERS)
    assert address_of("/collections?q=1") == "/collections?q=1"
    for elsewhere in ("https://example.org/", "//example.org/", "/a b", "/ä", "/" + "x" * 2000, "javascript:alert(1)"):
        assert address_of(elsewhere) == ""


def test_a_token_holds_for_its_secret_and_its_time():
    secret, now = b"s" * 32, 1_000_000.0
    token = tokens.made(secret, now)
    assert tokens.holds(secret, token, now) and tokens.holds(secret, token, now + tokens.LIFETIME)
    assert not tokens.holds(secret, token, now + tokens.LIFETIME + 1)
    assert not tokens.holds(secret, token, now - 3600)
    assert not tokens.holds(b"t" * 32, token, now)
    for at in range(len(token)):
        other = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        assert not tokens.holds(secret, other, now)
    for broken in ("", "x", token + "=", token[:-4], "ä" * 48, "=" * 48):
        assert not tokens.holds(secret, broken, now)


def test_one_client_and_all_together_are_bounded():
    rates = Rates()
    assert [rates.wait("a", 0.0) for _ in range(OF_ONE)] == [0] * OF_ONE
    assert 0 < rates.wait("a", 1.0) <= WINDOW
    assert rates.wait("b", 1.0) == 0
    assert rates.wait("a", WINDOW + 2.0) == 0
    rates = Rates()
    assert sum(rates.wait(str(number), 0.0) == 0 for number in range(2 * OF_ALL)) == OF_ALL


def test_clients_that_are_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cooperation_atlas.feedback.rates._MOST_CLIENTS", 3)
    rates = Rates()
    for number in range(50):
        rates.wait(str(number), float(number) * WINDOW)
    assert len(rates._clients) == 3


# --- the resource -------------------------------------------------------------------------------------------------


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "feedback.sqlite")


@pytest.fixture
def atlas(small_edition: EditionFolder, where: str) -> Application:
    return Application(replace(serving(small_edition), feedback=where))


def token_of(atlas: Application) -> str:
    return str(atlas.get("/feedback", f="json").json()["token"])


def post(atlas: Application, fields: dict[str, str], headers: dict[str, str] = FORM) -> httpx.Response:
    return atlas.request("POST", "/feedback", data=fields, headers=headers)


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "it", "pl"])
def test_the_page_takes_a_message(atlas: Application, where: str, lang: str):
    shown = atlas.get("/feedback", {"Accept": "text/html"}, lang=lang, about="/coverage")
    assert shown.headers["cache-control"] == "no-store" and "set-cookie" not in shown.headers
    assert 'value="/coverage"' in shown.text
    token = shown.text.partition('name="token" value="')[2].partition('"')[0]
    sent = atlas.request(
        "POST", f"/feedback?lang={lang}", headers={**FORM, "Origin": atlas.url, "Sec-Fetch-Site": "same-origin"},
        data={"message": "Mehr Themen & <b>", "about": "/coverage", "token": token},
    )  # fmt: skip
    assert sent.status_code == 200 and 'role="status"' in sent.text and "set-cookie" not in sent.headers
    (kept,) = open_feedback(where).messages()
    assert (kept.text, kept.about, kept.language, kept.came) == ("Mehr Themen & <b>", "/coverage", lang, Came.PAGE)


def test_the_panel_takes_a_message(atlas: Application, where: str):
    body = {"message": "More topics", "token": token_of(atlas)}
    sent = atlas.request("POST", "/feedback", json=body)
    assert sent.status_code == 201 and sent.json()["received"] is True
    assert atlas.request("POST", "/feedback", json=body).status_code == 201
    (kept,) = open_feedback(where).messages()
    assert (kept.text, kept.came) == ("More topics", Came.PANEL)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "https://example.org", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_pages_of_other_sites_cannot_send(atlas: Application, where: str, headers: dict[str, str]):
    sent = post(atlas, {"message": "text", "token": token_of(atlas)}, {**FORM, **headers})
    assert sent.status_code == 403
    assert open_feedback(where).messages() == []


def test_a_token_of_nobody_is_refused_and_the_text_is_not_lost(atlas: Application, where: str):
    page = post(atlas, {"message": "long text", "token": "x"})
    assert page.status_code == 400 and "long text</textarea>" in page.text and 'role="alert"' in page.text
    assert atlas.request("POST", "/feedback", json={"message": "text", "token": "x"}).status_code == 403
    assert open_feedback(where).messages() == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"message": "", "token": "t"}, 400),
        ({"message": 1, "token": "t"}, 400),
        ({"message": "a", "name": "b", "token": "t"}, 400),
        (["message"], 400),
        ("text", 400),
        ({"message": "x" * 60_000, "token": "t"}, 413),
    ],
)
def test_what_is_no_form_is_refused(atlas: Application, body: Any, status: int):
    assert atlas.request("POST", "/feedback", json=body).status_code == status


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"message=%ff&token=x", "application/x-www-form-urlencoded", 400),
        (b"message=\xff", "application/x-www-form-urlencoded", 400),
        (b"&".join([b"message=a"] * 50), "application/x-www-form-urlencoded", 400),
        (b"other=1", "application/x-www-form-urlencoded", 400),
        (b"message=a&message=b&token=x", "application/x-www-form-urlencoded", 400),
        (b"message", "text/plain", 415),
    ],
)
def test_no_body_leads_to_a_failure(atlas: Application, content: bytes, media_type: str, status: int):
    sent = atlas.request("POST", "/feedback", content=content, headers={"Content-Type": media_type})
    assert sent.status_code == status, sent.text


def test_too_many_messages_of_one_client_are_told_when_to_come_again(atlas: Application):
    sent = [
        atlas.request("POST", "/feedback", json={"message": "a", "token": token_of(atlas)}) for _ in range(OF_ONE + 1)
    ]
    assert [one.status_code for one in sent] == [201] * OF_ONE + [429]
    assert int(sent[-1].headers["retry-after"]) > 0


def test_a_database_that_cannot_be_written_is_a_503_with_the_reason(small_edition: EditionFolder, tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    atlas = Application(replace(serving(small_edition), feedback=str(tmp_path / "file" / "feedback.sqlite")))
    for answer in (atlas.get("/feedback"), atlas.request("POST", "/feedback", json={"message": "a", "token": "t"})):
        assert answer.status_code == 503 and "cannot be kept now" in answer.json()["detail"]
        assert answer.headers["retry-after"]
    assert atlas.get("/").status_code == 200


def test_one_setting_switches_it_off(small_edition: EditionFolder):
    atlas = Application(replace(serving(small_edition), feedback=None))
    assert atlas.get("/feedback").status_code == 404
    assert atlas.request("POST", "/feedback", json={"message": "a", "token": "t"}).status_code == 404
    assert "/feedback" not in atlas.get("/openapi", f="json").json()["paths"]
    assert "/feedback" not in atlas.get("/", {"Accept": "text/html"}).text


def test_messages_are_forgotten_when_their_time_is_over(small_edition: EditionFolder, where: str):
    settings = replace(serving(small_edition), feedback=where, feedback_days=30)
    forget_expired(settings)
    assert not Path(where).exists(), "nothing is made where nothing was kept"
    store = open_feedback(where)
    add(store, "old", "a", datetime.now(UTC) - timedelta(days=31))
    add(store, "new", "b", datetime.now(UTC) - timedelta(days=29))
    forget_expired(settings)
    assert [one.text for one in store.messages()] == ["new"]


def test_the_service_writes_nothing_else(atlas: Application):
    for path in ("/", "/collections", "/coverage"):
        assert atlas.request("POST", path, json={}).status_code == 405


# --- commands -----------------------------------------------------------------------------------------------------


def test_commands_list_export_delete_and_back_up(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from click.testing import CliRunner

    from cooperation_atlas.cli import cli

    monkeypatch.setenv("COOPERATION_ATLAS_FEEDBACK", where)
    store = open_feedback(where)
    add(store, "=1+1", "a")
    add(store, "two\nlines", "b", NOW + timedelta(days=2))

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli, ["feedback", *arguments], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    assert "=1+1" in run("list") and "2 messages" in run("list")
    assert "'=1+1" in run("export"), "spreadsheets take no text for a formula"
    assert [one["text"] for one in json.loads(run("export", "--format", "json"))] == ["=1+1", "two\nlines"]
    run("export", "-o", str(tmp_path / "out.csv"))
    assert "two\nlines" in (tmp_path / "out.csv").read_text("utf-8")
    run("backup", str(tmp_path / "copy.sqlite"))
    assert len(open_feedback(str(tmp_path / "copy.sqlite")).messages()) == 2
    assert "1 message removed" in run("delete", "--before", "2026-12-01")
    assert "1 message removed" in run("delete", str(store.messages()[0].id))
    assert CliRunner().invoke(cli, ["feedback", "delete"]).exit_code == 2
    monkeypatch.setenv("COOPERATION_ATLAS_FEEDBACK", "off")
    with pytest.raises(Exception, match="switched off"):
        CliRunner().invoke(cli, ["feedback", "list"], catch_exceptions=False)


def test_limits_leave_room_for_every_message():
    assert messages.MOST_MESSAGES * 100 < messages.MOST_TOGETHER * 10
    assert desk_of("x") is desk_of("x")
