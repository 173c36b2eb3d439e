"""Building of an edition: validate, assemble, write into a working folder, rename it when complete."""

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
from .integrity import check, check_contents, is_whole, measured
from .layout import FACTS, GEOPACKAGE, MEASURED, Damaged, EditionFolder, list_editions, load, protected, sync, workspace

#: Called with the name of each step before it starts.
Step = Callable[[str], None]


class InvalidSources(AtlasError):
    """The sources contain errors; ``findings`` are all findings, warnings included."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        errors = summary(findings)["errors"]
        super().__init__(f"The sources contain {errors} error{'' if errors == 1 else 's'}; nothing was built.")


def unchanged(settings: Settings) -> EditionFolder | None:
    """The newest undamaged edition that was built from exactly the present sources, settings and code."""
    current = fingerprint(settings)
    candidates = (e for e in reversed(list_editions(settings.editions)) if e.facts["fingerprint"] == current)
    return next((e for e in candidates if is_whole(e)), None)


def build(settings: Settings, step: Step = lambda _name: None, further: Iterable[Finding] = ()) -> EditionFolder:
    """Build an edition, or return the existing one with the same content.

    The new edition appears in the editions folder complete or not at all, and is not published. A damaged one with the
    same content is repaired.

    :param further: findings on files beside the data folder; errors among them stop the build, too
    :raises InvalidSources: when validation finds errors
    :raises AtlasError: when the edition cannot be written
    """
    with building(settings, step, further) as edition:
        return edition


@contextmanager
def building(
    settings: Settings, step: Step = lambda _name: None, further: Iterable[Finding] = ()
) -> Iterator[EditionFolder]:
    """Like ``build``; within the context the edition cannot be removed, so that it can be published."""
    from .assemble import assemble
    from .geopackage import edition_sheet, sheets, write
    from .validate import validate

    fingerprint_before = fingerprint(settings)
    checked = validate(settings.data, samples=settings.samples, further=further, step=step)
    if any(f.severity is Severity.ERROR for f in checked.findings):
        raise InvalidSources(checked.findings)
    if fingerprint(settings) != fingerprint_before:
        raise AtlasError(
            f"The tables in {settings.data} changed while they were being read; nothing was built. Build again."
        )
    step("assemble")
    layers = assemble(checked.sources, checked.regions)
    all_sheets = sheets(checked.sources, checked.regions, layers, checked.land)
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
        "fingerprint": fingerprint_before,
        "attribution": ATTRIBUTION,
    }
    # Nothing goes into the GeoPackage that differs between two builds of the same content.
    edition_facts = {
        "id": id_,
        "samples": "on" if settings.samples else "off",
        "nuts_versions": ", ".join(sorted(checked.regions)),
        "data_date": day.isoformat(),
        "attribution": ATTRIBUTION,
    }
    with workspace(settings.editions) as folder:
        try:
            write(folder / GEOPACKAGE, [*all_sheets, edition_sheet(edition_facts)], day, step)
            step("to disk")
            sync(folder / GEOPACKAGE)
            check_contents(folder / GEOPACKAGE, all_sheets)
        except (Damaged, RuntimeError, OSError) as error:  # pyogrio's errors are RuntimeErrors
            free = shutil.disk_usage(settings.editions).free // 2**20
            detail = str(error).rpartition(" failed: ")[2]  # GDAL quotes the whole statement before that
            reason = f"{folder / GEOPACKAGE} could not be written ({detail}). Nothing was built."
            raise AtlasError(f"{reason} {free} MB are free on the disk; an edition takes about 50 MB.") from error
        facts[MEASURED] = measured(folder / GEOPACKAGE)
        _write_facts(folder, facts)
        with _put_in_place(folder, settings.editions / id_, facts) as edition:
            yield edition


def _write_facts(folder: Path, facts: dict[str, Any]) -> None:
    (folder / FACTS).write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", "utf-8")
    sync(folder / FACTS)


@contextmanager
def _put_in_place(folder: Path, target: Path, facts: dict[str, Any]) -> Iterator[EditionFolder]:
    """Rename the finished folder to the id of the edition, unless an edition with that id exists.

    The existing edition is kept, and its facts get the new fingerprint: without that, every later check for changes
    would build again. If it is damaged, its files are replaced, each in one step: it may be the one that is served.
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
        raise AtlasError(
            f"{target} is not a folder, and the edition cannot replace it. Move it away, then build again."
        )
    with protected(target):
        try:
            existing = load(target)
            check(existing)
        except Damaged:
            os.replace(folder / GEOPACKAGE, target / GEOPACKAGE)
        else:
            _write_facts(
                folder, facts | {"created": existing.facts["created"], MEASURED: measured(existing.geopackage)}
            )
        os.replace(folder / FACTS, target / FACTS)
        sync(target)
        yield load(target)


def _data_day(sources: Sources) -> dt.date:
    """The date of the data, whenever they are built: the latest day on which a source was read or an entry changed."""
    columns = ("source_date", "updated")
    days = (row.date(c) for s in sources.tables.values() for row in s.rows for c in columns if c in row.values)
    return max((d for d in days if d), default=dt.date(1970, 1, 1))
