"""Building of an edition: validate, assemble, write beside, rename when whole."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..model.attribution import ATTRIBUTION
from ..model.errors import AtlasError
from ..settings import Settings
from ..sources.findings import Finding, Severity, summary
from ..sources.tables import Sources
from .fingerprint import content_id, fingerprint
from .integrity import check, check_contents, measured, whole
from .layout import FACTS, GEOPACKAGE, MEASURED, Damaged, EditionFolder, kept, list_editions, load, sync, workspace

#: Called with the name of each step before it starts.
Step = Callable[[str], None]


class InvalidSources(AtlasError):
    """The sources hold errors; ``findings`` are all findings, warnings included."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        errors = summary(findings)["errors"]
        super().__init__(f"The sources hold {errors} error{'' if errors == 1 else 's'}; nothing was built.")


def unchanged(settings: Settings) -> EditionFolder | None:
    """The whole edition that was built from exactly the sources, settings and code of now."""
    wanted = fingerprint(settings)
    alike = (e for e in reversed(list_editions(settings.editions)) if e.facts["fingerprint"] == wanted)
    return next((e for e in alike if whole(e)), None)


def build(settings: Settings, step: Step = lambda _name: None, further: Iterable[Finding] = ()) -> EditionFolder:
    """Build an edition, and return it or the one of the same content that was there first.

    The new one appears in the editions folder whole or not at all; it is not published here. One of the same content
    that is damaged is mended.

    :param further: findings on files beside the data folder; errors among them stop the build, too
    :raises InvalidSources: when validation finds errors
    :raises AtlasError: when it cannot be written
    """
    with building(settings, step, further) as edition:
        return edition


@contextmanager
def building(
    settings: Settings, step: Step = lambda _name: None, further: Iterable[Finding] = ()
) -> Iterator[EditionFolder]:
    """As ``build``; within the context nobody removes the edition, so that it can be published."""
    from .assemble import assemble
    from .geopackage import edition_sheet, sheets, write
    from .validate import validate

    mark = fingerprint(settings)
    checked = validate(settings.data, samples=settings.samples, further=further, step=step)
    if any(f.severity is Severity.ERROR for f in checked.findings):
        raise InvalidSources(checked.findings)
    if fingerprint(settings) != mark:
        raise AtlasError(f"The tables in {settings.data} changed while they were read; nothing was built. Build again.")
    step("assemble")
    layers = assemble(checked.sources, checked.regions)
    all_sheets = sheets(checked.sources, checked.regions, layers)
    step("content hash")
    id_ = content_id(all_sheets)
    day = _data_day(checked.sources)
    facts = {
        "id": id_,
        "created": dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "samples": settings.samples,
        "counts": {name: len(layer.records) for name, layer in layers.items()},
        "nuts_versions": sorted(checked.regions),
        "data_date": day.isoformat(),
        "findings": summary(checked.findings),
        "fingerprint": mark,
        "attribution": ATTRIBUTION,
    }
    # What differs between two builds of the same content stays out of the GeoPackage.
    inside = {
        "id": id_,
        "samples": "on" if settings.samples else "off",
        "nuts_versions": ", ".join(sorted(checked.regions)),
        "data_date": day.isoformat(),
        "attribution": ATTRIBUTION,
    }
    with workspace(settings.editions) as folder:
        try:
            write(folder / GEOPACKAGE, [*all_sheets, edition_sheet(inside)], day, step)
            step("to disk")
            sync(folder / GEOPACKAGE)
            check_contents(folder / GEOPACKAGE, all_sheets)
        except (Damaged, RuntimeError, OSError) as error:  # pyogrio's errors are RuntimeErrors
            free = shutil.disk_usage(settings.editions).free // 2**20
            said = str(error).rpartition(" failed: ")[2]  # GDAL quotes the whole statement before that
            reason = f"{folder / GEOPACKAGE} could not be written ({said}). Nothing was built."
            raise AtlasError(f"{reason} The disk has {free} MB left; an edition takes about 50.") from error
        facts[MEASURED] = measured(folder / GEOPACKAGE)
        _write_facts(folder, facts)
        with _settled(folder, settings.editions / id_, facts) as edition:
            yield edition


def _write_facts(folder: Path, facts: dict[str, Any]) -> None:
    (folder / FACTS).write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", "utf-8")
    sync(folder / FACTS)


@contextmanager
def _settled(folder: Path, target: Path, facts: dict[str, Any]) -> Iterator[EditionFolder]:
    """Rename the whole edition to its id. One of the same content that is already there wins.

    It then only learns the fingerprint that led to it again, or every later look for changes would build anew. Where it
    is damaged, it gets the files of the new one: each in one step, since it may be the one that is served.
    """
    sync(folder)
    try:
        os.rename(folder, target)
    except OSError as error:
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR}:
            raise
    else:
        sync(target.parent)
        yield load(target)  # its folder is still locked as the workspace
        return
    if target.is_symlink() or not target.is_dir():
        raise AtlasError(f"{target} is not a folder, but an edition must go there. Move it away, then build again.")
    with kept(target):
        try:
            there = load(target)
            check(there)
        except Damaged:
            os.replace(folder / GEOPACKAGE, target / GEOPACKAGE)
        else:
            _write_facts(folder, facts | {"created": there.facts["created"], MEASURED: measured(there.geopackage)})
        os.replace(folder / FACTS, target / FACTS)
        sync(target)
        yield load(target)


def _data_day(sources: Sources) -> dt.date:
    """The latest day on which a source was read or an entry changed: the date of the data, whenever it is built."""
    columns = ("source_date", "updated")
    days = (row.date(c) for s in sources.tables.values() for row in s.rows for c in columns if c in row.values)
    return max((d for d in days if d), default=dt.date(1970, 1, 1))
