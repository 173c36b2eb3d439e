"""Faults of the source tables: each kind is a finding with its place; nothing hangs or ends in a traceback."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import small_data
from conftest import settings_for

from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.fingerprint import fingerprint
from cooperation_atlas.editions.report import as_html, as_json, as_text
from cooperation_atlas.editions.validate import validate
from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.settings import Settings
from cooperation_atlas.sources import csv_file, files
from cooperation_atlas.sources.findings import Finding, Severity

PROGRAMMES, AREAS = "programmes/programmes.csv", "programmes/areas.csv"
AMOUNTS, TOPICS, VALUES = "programmes/amounts.csv", "codelists/topics.csv", "cooperation/entry_values.csv"
#: The address of a page, in which an address of the web is expected.
URL = "https://example.org/sicilia"


def found(data: Path) -> list[Finding]:
    return validate(data).findings


def places(data: Path) -> list[tuple[str, int | None, str | None, Severity]]:
    return [(f.file.removeprefix("data/"), f.row, f.column, f.severity) for f in found(data)]


# Each case: table, text replaced in it, row and column of the finding, a part of its reason, and the nearest value.
CELLS: dict[str, tuple[str, str, str, int, str, str, tuple[str, ...]]] = {
    "NUL": (PROGRAMMES, "Attica,en", "Att\0ica,en", 5, "title", "Att<U+0000>ica contains U+0000, which", ("Attica",)),
    "escape sequence": (PROGRAMMES, "Attica,en", "\x1b[2JAttica,en", 5, "title", "<U+001B>[2JAttica", ("[2JAttica",)),
    "DEL": (PROGRAMMES, "Attica,en", "Attica\x7f!,en", 5, "title", "U+007F", ("Attica!",)),
    "C1 control": (PROGRAMMES, "Attica,en", "Attica\x92s,en", 5, "title", "U+0092", ("Atticas",)),
    "line break": (PROGRAMMES, "Attica,en", '"At\ntica",en', 5, "title", "contains a line break", ()),
    "line separator": (PROGRAMMES, "Attica,en", "At\u2028tica,en", 5, "title", "U+2028 LINE SEPARATOR", ("Attica",)),
    "byte order mark in the middle": (AREAS, "EL30,2021", "EL\ufeff30,2021", 5, "nuts_code", "U+FEFF", ("EL30",)),
    "left-to-right mark": (AREAS, "EL30,2021", "EL30\u200e,2021", 5, "nuts_code", "U+200E LEFT-TO-RIGHT", ("EL30",)),
    "right-to-left mark": (AREAS, "EL30,2021", "\u200fEL30,2021", 5, "nuts_code", "U+200F", ("EL30",)),
    "override": (PROGRAMMES, "Attica,en", "\u202eacittA\u202c,en", 5, "title", "U+202E RIGHT-TO-LEFT OVERRIDE, U+202C",
        ("acittA",)),
    "isolate": (PROGRAMMES, "Attica,en", "\u2066Attica\u2069,en", 5, "title", "U+2066", ("Attica",)),
    "zero-width space": (VALUES, "IT-1,topics,RSO1.1", "IT-1,topics,RSO\u200b1.1", 2, "value", "U+200B", ("RSO1.1",)),
    "soft hyphen": (PROGRAMMES, "Attica,en", "Atti\xadca,en", 5, "title", "U+00AD SOFT HYPHEN", ("Attica",)),
    "private use": (PROGRAMMES, "Attica,en", "Attica\ue000,en", 5, "title", "U+E000", ("Attica",)),
    "replacement character": (PROGRAMMES, "Attica,en", "Attic\ufffd,en", 5, "title", "its encoding is wrong", ()),
    "spaces at the ends": (AREAS, "EL30,2021", "EL30\xa0,2021", 5, "nuts_code", "or ends with spaces", ("EL30",)),
    "nothing but spaces": (AREAS, "EL30,2021", "  ,2021", 5, "nuts_code", "starts or ends with spaces", ()),
    "Arabic digits in a number": (AMOUNTS, "1000.5", "١٠٠٠.٥", 2, "eu_amount", "is not a number", ("1000.5",)),
    "full-width digits in a number": (AMOUNTS, "1000.5", "１０００", 2, "eu_amount", "is not a number", ("1000",)),
    "Arabic digits in a date": (AMOUNTS, "2000,Made for tests,2019-04-11", "2000,Made for tests,٢٠١٩-٠٤-١١", 2,
        "source_date", "is not a date", ("2019-04-11",)),
    "Arabic digits in a CCI": (PROGRAMMES, "2021EL16FFPR001", "2021EL16FFPR٠٠١", 5, "cci", "digits other than 0 to 9",
        ("2021EL16FFPR001",)),
    "Arabic digits in a code": (TOPICS, "RSO2.1,", "RSO٢.١,", 6, "code", "digits other than 0 to 9", ("RSO2.1",)),
    "Arabic digits in a NUTS code": (AREAS, "EL30,2021", "EL٣٠,2021", 5, "nuts_code", "other than 0 to 9", ("EL30",)),
    "a code with a comma": (TOPICS, "RSO2.1,", '"RSO2,1",', 6, "code", "codes consist of letters, digits", ()),
    "a code with a space": (TOPICS, "RSO2.1,", "RSO 2.1,", 6, "code", "codes consist of letters, digits", ()),
    "a code with a slash": (TOPICS, "RSO2.1,", "RSO/2.1,", 6, "code", "codes consist of letters, digits", ()),
    "a code that is not composed": (TOPICS, "RSO2.1,", "E\u0301CO,", 6, "code", "NFC", ("ÉCO",)),
    "text for a number": (AMOUNTS, "1000.5", "many", 2, "eu_amount", "many is not a number such as 1234.5", ()),
    "not a number": (AMOUNTS, "1000.5", "NaN", 2, "eu_amount", "NaN is not a number such as 1234.5", ()),
    "infinity": (AMOUNTS, "1000.5", "1e999", 2, "eu_amount", "1e999 is not a number such as 1234.5", ()),
    "a number beyond all sense": (AMOUNTS, "1000.5", "9" * 400, 2, "eu_amount", "more than 15 digits", ()),
    "a cell of a whole page": (PROGRAMMES, "Attica,en", "A" * 10_001 + ",en", 5, "title", "10001 characters", ()),
    "an address that is none": ("programmes/authorities.csv", URL, "https://[::1", 2, "url", "is not an http", ()),
    "a port that is none": ("programmes/authorities.csv", URL, "http://a.eu:x1/", 2, "url", "is not", ()),
    "an address with markup": ("programmes/authorities.csv", URL, "http://a.eu/<b>", 2, "url", "is not an http", ()),
}  # fmt: skip


@pytest.mark.parametrize("case", CELLS)
def test_a_cell(data: Path, case: str) -> None:
    path, old, new, row, column, reason, near = CELLS[case]
    small_data.change(data, path, old, new)
    [finding] = [f for f in found(data) if (f.file, f.row, f.column) == (f"data/{path}", row, column)]
    assert finding.severity is Severity.ERROR
    assert reason in finding.reason
    assert finding.nearest == near
    assert str(finding).isprintable() and len(str(finding)) < 1000


# What may be meant, but is more often a slip: the edition is built, and whoever built it is told.
DOUBTS = {
    "no-break space": ("At\xa0tica", "U+00A0 NO-BREAK SPACE instead of a plain space", ("At tica",)),
    "letters that are not composed": ("Attique\u0301", "(NFC)", ("Attiqué",)),
    "Arabic digits in a title": ("Attica ٢", "digits other than 0 to 9", ("Attica 2",)),
    "a lone quotation mark": ('Attica"', "an unpaired quotation mark", ()),
}


@pytest.mark.parametrize("case", DOUBTS)
def test_a_doubt_is_a_warning(data: Path, case: str) -> None:
    title, reason, near = DOUBTS[case]
    small_data.change(data, PROGRAMMES, "Attica,en", f"{title},en")
    [finding] = found(data)
    assert (finding.severity, finding.row, finding.column) == (Severity.WARNING, 5, "title")
    assert reason in finding.reason
    assert finding.nearest == near


HEADER = "cci,nuts_code,nuts_version,basis,note,source,source_date"
# Each case: what becomes of the bytes of a table, and the place and a part of the reason of the first finding.
FILES: dict[str, tuple[Callable[[bytes], bytes], int | None, str | None, str]] = {
    "empty": (lambda _: b"", 1, None, "the file is empty"),
    "only a byte order mark": (lambda _: b"\xef\xbb\xbf", 1, None, "the file is empty"),
    "UTF-16 with its mark": (lambda b: b.decode().encode("utf-16"), None, None, "the file is UTF-16"),
    "UTF-16, low byte first": (lambda b: b.decode().encode("utf-16-le"), None, None, "the file is UTF-16"),
    "UTF-16, high byte first": (lambda b: b.decode().encode("utf-16-be"), None, None, "the file is UTF-16"),
    "UTF-32": (lambda b: b.decode().encode("utf-32"), None, None, "the file is UTF-16"),
    "Latin-1 after CR only": (lambda b: b.replace(b"\n", b"\r").replace(b"One", b"\xc9ne"), 7, None, "byte 0xc9"),
    "surrogates": (lambda b: b.replace(b"One", b"\xed\xa0\x80"), 7, None, "byte 0xed"),
    "two byte order marks": (lambda b: b"\xef\xbb\xbf" * 2 + b, 1, "<U+FEFF>cci", "the table has no such column"),
    "a short row": (lambda b: b.replace(b",stated,,Made for tests,2026-06-14\n", b",stated\n", 1), 5, None, "4 cells"),
    "an extra cell": (lambda b: b.replace(b"EL30,2021", b"EL30,2021,2021"), 5, None, "8 cells, but the header has 7"),
    "a column twice": (lambda b: b.replace(b"basis,note", b"basis,basis", 1), 1, "basis", "the column occurs twice"),
    "a column missing": (lambda b: b.replace(b",note,", b",", 1), 1, "note", "the column is missing"),
    "a column hidden": (lambda b: b.replace(b"basis", "\u200ebasis".encode(), 1), 1, "<U+200E>basis", "no such column"),
    "a column without name": (lambda b: b.replace(b"date\n", b"date,\n", 1), 1, "(column 8, without a name)", "no"),
    "a million columns": (lambda b: b.replace(b"date\n", b"date" + b"," * 10**6 + b"\n", 1), 1, None, "1000007 co"),
    "a quote never closed": (lambda b: b.replace(b"EL30,2021", b'"EL30,2021'), 5, None, "is never closed"),
    "a quote inside a quote": (lambda b: b.replace(b"EL30,2021", b'"EL"30,2021'), 5, None, "cannot be read as CSV"),
    "a cell without end": (lambda b: b.replace(b"EL30,2021", b"E" * 200_000 + b",2021"), 5, None, "131072 characters"),
    "semicolons": (lambda b: b.replace(b",", b";"), 1, None, "separated by semicolons"),
    "random bytes": (lambda _: bytes(range(256)), 3, None, "is not UTF-8"),
    "not a table": (lambda _: b"%PDF-1.7 and so on\n", 1, "%PDF-1.7 and so on", "no such column"),
    "a row twice": (lambda b: b + b.splitlines()[-1] + b"\n", 10, "cci", "is already in row 9"),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_file(data: Path, case: str) -> None:
    break_it, row, column, reason = FILES[case]
    file = data / AREAS
    before = file.read_bytes()
    assert before.startswith(HEADER.encode())
    file.write_bytes(break_it(before))
    assert file.read_bytes() != before
    finding = next(f for f in found(data) if f.file == f"data/{AREAS}")
    assert (finding.row, finding.column) == (row, column)
    assert reason in finding.reason


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_mean_the_same(data: Path, end: str) -> None:
    file = data / AREAS
    before = validate(data).sources.rows("programmes_areas")
    file.write_bytes(file.read_bytes().replace(b"\n", end.encode()))
    checked = validate(data)
    assert (checked.findings, checked.sources.rows("programmes_areas")) == ([], before)


@pytest.mark.parametrize("table", ["cooperation/entry_values.csv", "cooperation/sample_values.csv"])
def test_a_row_twice_in_a_table_of_values(data: Path, table: str) -> None:
    last = (data / table).read_text("utf-8").splitlines()[-1]
    row = small_data.append(data, table, last)
    assert places(data) == [(table, row, "id", Severity.ERROR)]


def test_all_findings_come_at_once(data: Path) -> None:
    small_data.change(data, AMOUNTS, "1000.5", "١")
    small_data.change(data, AMOUNTS, "99.5", "much")
    small_data.change(data, PROGRAMMES, "Attica,en", "At\0tica,en")
    (data / TOPICS).write_bytes(b"")
    row = small_data.append(data, AREAS, "2021IT16RFPR001")
    assert [(f.file, f.row) for f in found(data)] == [
        (f"data/{TOPICS}", 1), (f"data/{AMOUNTS}", 2), (f"data/{AMOUNTS}", 3), (f"data/{AREAS}", row),
        (f"data/{PROGRAMMES}", 5),
    ]  # fmt: skip


@pytest.mark.parametrize("name", [b"are\xffas.csv", "are\u202eas.csv".encode(), b"are\x1b[2Jas.csv", b"are\nas.csv"])
def test_a_stray_file_with_a_name_that_cannot_be_shown(data: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(data) + b"/programmes/" + name)).write_bytes(b"cci\n")
    [finding] = found(data)
    assert finding.severity is Severity.WARNING
    assert str(finding).isprintable()
    assert as_text([finding]).encode() and as_json([finding]).encode() and as_html([finding]).encode()


def test_a_file_of_faults_is_bounded(data: Path) -> None:
    small_data.append(data, AREAS, "short\n" * 5000)
    at_areas = [f for f in found(data) if f.file == f"data/{AREAS}"]
    assert len(at_areas) < 1100
    assert at_areas[-1].reason == "more than 1000 findings; the rows from here on are not read"


# --- what is no file at all ---------------------------------------------------------------------------------------


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made, _working_in(path.parent):
        made.bind(path.name)  # a path of a socket may have 107 characters only


class _working_in:  # noqa: N801
    def __init__(self, folder: Path) -> None:
        self._folder, self._before = folder, Path.cwd()

    def __enter__(self) -> None:
        os.chdir(self._folder)

    def __exit__(self, *_: object) -> None:
        os.chdir(self._before)


NO_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "the path is a folder, not a regular file"),
    "a pipe": (os.mkfifo, "the path is a named pipe (FIFO), not a regular file"),
    "a socket": (_socket, "the path is a socket, not a regular file"),
    "a link to a device": (lambda p: p.symlink_to("/dev/zero"), "the path is a device, not a regular file"),
    "a link to itself": (lambda p: p.symlink_to(p.name), "the path is a link that leads back to itself"),
    "a link to nothing": (lambda p: p.symlink_to("gone.csv"), "the path is a link to gone.csv, which does not exist"),
    "nothing": (lambda _: None, "the file is missing"),
}


@pytest.mark.parametrize("case", NO_FILES)
@pytest.mark.parametrize("path", [AREAS, "nuts/regions.csv", "nuts/nuts-2021.geojson.gz"])
def test_what_is_no_file(data: Path, case: str, path: str) -> None:
    make, reason = NO_FILES[case]
    (data / path).unlink()
    make(data / path)
    told = [f for f in found(data) if f.file == f"data/{path}" and reason in f.reason]
    assert len(told) == 1
    assert told[0].severity is Severity.ERROR


@pytest.fixture
def open_data(small_data_folder: Path) -> Iterator[Path]:
    """A copy of the small data folder that another user can look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield Path(shutil.copytree(small_data_folder, folder / "data"))


@contextlib.contextmanager
def not_as_root() -> Iterator[None]:
    """Root may read everything: what is done in here is done by another user."""
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)


@pytest.mark.parametrize("path", [AREAS, "nuts/regions.csv", "nuts/nuts-2021.geojson.gz"])
@pytest.mark.parametrize("closed", ["file", "folder", "data"])
def test_what_may_not_be_read(open_data: Path, path: str, closed: str) -> None:
    place = {"file": open_data / path, "folder": (open_data / path).parent, "data": open_data}[closed]
    place.chmod(0)
    with not_as_root():
        findings = found(open_data)
        # The look for changes leaves it to validation, too.
        assert fingerprint(settings_for(open_data, open_data.parent / "editions"))
    place.chmod(0o755)
    told = [f.reason for f in findings if f.file == f"data/{path}"]
    assert "this user has no permission to read the file; change its permissions" in told


def test_a_file_that_is_too_large(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (data / AREAS).open("r+b") as file:
        file.truncate(csv_file.MOST_BYTES + 1)  # a hole: no disk is used
    assert places(data) == [(AREAS, None, None, Severity.ERROR)]
    assert found(data)[0].reason.startswith("the file is larger than the limit of 64 MB")


def test_a_file_that_changes_while_it_is_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process appends a row at the worst moment: between the first read and the last."""
    read, appended = os.read, []

    def read_and_append(handle: int, size: int) -> bytes:
        chunk = read(handle, size)
        if not appended and chunk.startswith(HEADER.encode()):
            appended.append(small_data.append(data, AREAS, "2021IT16RFPR001,IT,2021,stated,,Made for tests,2026-06-14"))
        return chunk

    monkeypatch.setattr(files.os, "read", read_and_append)
    assert places(data) == [(AREAS, None, None, Severity.ERROR)]
    assert appended
    monkeypatch.undo()
    assert [f.reason for f in found(data) if "changed" in f.reason] == []


def test_a_build_of_tables_that_change_meanwhile(settings: Settings) -> None:
    """Every file is whole, but one is older than the others: such an edition never existed as data."""

    def step(name: str) -> None:
        if name == "checks":
            small_data.change(settings.data, PROGRAMMES, "Attica,en", "Attica and the islands,en")

    with pytest.raises(AtlasError, match="changed while they were being read; nothing was built"):
        build(settings, step)
    assert not settings.editions.exists()
    assert build(settings).id


def test_a_build_on_a_full_disk(settings: Settings) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))  # no file may grow beyond: writing fails half way
    try:
        with pytest.raises(AtlasError, match=r"could not be written \(.*\)\. Nothing was built\.") as caught:
            build(settings)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert len(str(caught.value)) < 500  # not the statement of SQL that could not be run
    assert list(settings.editions.iterdir()) == []
