"""The messages to translate, collected from templates and model, and the catalogues brought to them.

    python -m cooperation_atlas.web.translations update     texts into messages.pot and all messages.po
    python -m cooperation_atlas.web.translations missing    what is not translated; status 1 if there is anything

A new language is a folder with an empty ``LC_MESSAGES/messages.po``, and ``update``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import yaml  # type: ignore[import-untyped]
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from ...model import consortium as consortia
from ...model.attribution import ATTRIBUTION, BOUNDARIES_NOTICE, LICENCES, SAMPLES_NOTICE
from ...model.calls import CALLS, Note
from ...model.collections import COLLECTIONS
from ...model.completeness import KNOWN_LISTS
from ...model.consortium import CONSORTIUM
from ...model.criteria import CRITERIA
from ...model.dimensions import NUTS_LEVELS, NUTS_TEXT
from ...model.distribution import TEXTS as TABLE_TEXTS
from ...model.drawing import INSETS
from ...model.fields import TWIN_OF_LABELS, TWIN_OF_VALUES, TWIN_TITLE
from ...model.overlay import OVERLAY
from ...model.overlay import Note as OverlayNote
from ...model.partner_need import NEED
from ...model.partner_parts import PARTS
from ...model.partner_sentences import Sentence
from ...model.partners import GATES, HIGH_TITLE, LOW_TITLE, ORDERS, PARTNERS, PRESETS, ends_of
from ...model.presentation import EXAMPLE_SEARCHES, UNIT_LABELS, Group, Presentation
from ...model.processes import CHOICE, PROCESSES
from ...model.record_collections import RECORD_COLLECTIONS
from ...model.similar import OTHER, SAME, SIMILAR_REGIONS
from ...sources.schema import CODELISTS
from ...store.codelists import codelist_title
from ..distribution_view import COMPARED, NOT_KNOWN, SEVERAL
from ..filters import TITLES, VALUES
from .catalogue import FOLDER, SOURCE_LANGUAGE, po_file, read_catalogue, translated_languages

TEMPLATES = FOLDER.parent / "templates"
PACKAGE = FOLDER.parent.parent
#: The configuration that comes with the code: its description is translated, one that an operator writes is not.
CONFIGURATION = FOLDER.parents[3] / "config" / "pygeoapi.yml"
GUIDE = FOLDER.parents[3] / "data" / "guide"
TEMPLATE_FILE = FOLDER / "messages.pot"
#: What ``matched_in_text`` calls the texts in which words were found.
MATCHED_TEXTS = (
    *("Title", "CCI", "Summary", "Managing authority", "Topic"),
    *("Region", "Country", "Whole country", "Code", "Name"),
)
#: Functions that take texts of the API definition, and the place of the text among their arguments.
_OF_API: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("message", "operation", "json_answer", "_bodyless", "_read"), (1,)),
    **dict.fromkeys(("titled", "single", "listed", "_parameter"), (2,)),
}
#: How Jinja reads the templates; as ``web.pages`` does.
_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
_HEADER = """\
# Texts of the pages. `make translations` writes this file; only the translations are edited by hand.
msgid ""
msgstr ""
"Project-Id-Version: Cooperation Atlas\\n"
"{language}"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
#: What is filled in: ``%(name)s`` of templates, ``{{name}}`` of the model, and names in backticks.
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}|`[^`]+`|<[^>]+>")

#: A text, where it stands, and what it is said of where one word has several translations; a pair is a noun with its
#: plural.
FoundInContext = tuple[str | tuple[str, ...], str, str | None]
Found = tuple[str | tuple[str, ...], str]


def messages() -> Catalog:
    """All messages, without translations."""
    found = Catalog(fuzzy=False)
    elsewhere = ((text, place, None) for text, place in (*_of_model(), *_of_api()))
    for text, place, context in (*_of_templates(), *elsewhere):
        found.add(text, locations=[(place, 0)], context=context)
    return found


def _of_templates() -> Iterator[FoundInContext]:
    methods = [("**.html", "jinja2.ext:babel_extract")]
    for file, _, text, _, context in extract_from_dir(TEMPLATES, methods, {"**.html": _OPTIONS}):
        yield text, f"templates/{Path(file).as_posix()}", context


def _of_api() -> Iterator[Found]:
    """Literal texts of the API definition, by the functions that take them."""
    methods = [("ogc/**.py", "python"), ("web/resources/**.py", "python")]
    for file, _, text, _, _ in extract_from_dir(PACKAGE, methods, keywords=_OF_API):
        yield text, Path(file).as_posix()


def _of_model() -> Iterator[Found]:
    made = {field.title for part in PARTS.values() for field in ends_of(part)}
    for collection in (*COLLECTIONS.values(), PARTNERS, CALLS, CONSORTIUM, OVERLAY, SIMILAR_REGIONS):
        place = f"model/collections/{collection.id}"
        for text in (collection.title, collection.description, *collection.keywords):
            yield text, place
        for field in collection.fields:
            if not field.twin_of:
                if field.title not in made:
                    yield field.title, place
                yield field.description, place
                yield from ((word.replace("_", " "), place) for word in field.words)
                if field.absent:
                    yield field.absent, place
        yield from ((text, place) for text in _of_presentation(collection.presentation))
    for each in RECORD_COLLECTIONS.values():
        for text in (each.title, each.description, *(field.title for field in each.fields)):
            yield text, "model/record_collections"
    yield from _of_guide()
    for one in KNOWN_LISTS:
        yield one.title, "model/completeness"
        yield one.rule, "model/completeness"
    for criterion in CRITERIA.values():
        yield criterion.title, f"model/criteria/{criterion.name}"
        yield criterion.description, f"model/criteria/{criterion.name}"
        if criterion.hint:
            yield criterion.hint, f"model/criteria/{criterion.name}"
    for text in (*(title for _, title in NUTS_LEVELS.values()), NUTS_TEXT):
        yield text, "model/dimensions"
    for text in (SAME, OTHER):
        yield text, "model/similar"
    for text in TABLE_TEXTS:
        yield text, "model/distribution"
    for text in (SEVERAL, NOT_KNOWN, COMPARED):
        yield text, "web/distribution_view"
    for text in (*Group, *UNIT_LABELS.values(), *(example.text for example in EXAMPLE_SEARCHES)):
        yield str(text), "model/presentation"
    for text in (TWIN_TITLE, TWIN_OF_LABELS, TWIN_OF_VALUES):
        yield text, "model/fields"
    need = (text for parameter in NEED.values() for text in (parameter.title, parameter.description))
    words = (*GATES.values(), *PRESETS.values(), *ORDERS.values(), *need, *map(str, Sentence))
    for text in (*(part.title for part in PARTS.values()), LOW_TITLE, HIGH_TITLE, *words):
        yield text, "model/partners"
    for overlay_note in OverlayNote:
        yield str(overlay_note), "model/overlay"
    yield CHOICE, "model/processes"
    for process in PROCESSES.values():
        for text in (process.title, process.description, process.output_title, *process.keywords):
            yield text, "model/processes"
    for text in consortia.TEXTS:
        yield text, "model/consortium"
    for note in Note:
        yield str(note), "model/calls"
    for id_ in CODELISTS:
        yield codelist_title(id_), f"codelists/{id_}"
    identification = yaml.safe_load(CONFIGURATION.read_text("utf-8"))["metadata"]["identification"]
    yield identification["description"], "config/pygeoapi.yml"
    for text in (*TITLES.values(), *(text for meanings in VALUES.values() for text in meanings.values())):
        yield text, "web/filters"
    for inset in INSETS:
        yield inset.name, "model/drawing"
    for text in MATCHED_TEXTS:
        yield text, "store"
    for text in (ATTRIBUTION, BOUNDARIES_NOTICE, SAMPLES_NOTICE, *(licence.title for licence in LICENCES)):
        yield text, "model/attribution"


def _of_guide() -> Iterator[Found]:
    """The texts of the guide that comes with the code; those of an operator's own are shown as they are."""
    for table, columns in (("steps", ("title", "question", "hint")), ("options", ("title", "text"))):
        with (GUIDE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((row[column], f"guide/{table}") for column in columns)


def _of_presentation(presentation: Presentation) -> Iterator[str | tuple[str, str]]:
    yield presentation.noun.one, presentation.noun.many
    yield presentation.words.label
    yield presentation.words.hint
    yield from (related.title for related in presentation.related)
    yield from filter(None, (presentation.partners, presentation.calls, presentation.similar))
    yield from (title for _, title in presentation.pages)


def update() -> None:
    """Bring all catalogues to the texts of today. Nothing that is still in use loses its translation."""
    template = messages()
    _write(template, TEMPLATE_FILE)
    for language in translated_languages():
        if language != SOURCE_LANGUAGE:
            catalogue = read_catalogue(language)
            catalogue.update(template, no_fuzzy_matching=True)
            _write(catalogue, po_file(language))


def _write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue, without dates and persons: the same texts give the same file."""
    language = f"Language: {catalogue.locale}\\n" if catalogue.locale else "Language: \\n"
    header = _HEADER.format(language=language, plural_forms=catalogue.plural_forms)
    content = io.BytesIO()
    write_po(
        content, catalogue, width=120, sort_output=True, ignore_obsolete=True, omit_header=True, include_lineno=False
    )
    path.write_bytes(header.encode() + content.getvalue())


def problems() -> Iterator[str]:
    """What is missing or wrong in the catalogues, one line each."""
    template = messages()
    for language in translated_languages():
        if language != SOURCE_LANGUAGE:
            yield from _problems(language, template, read_catalogue(language))


def _problems(language: str, template: Catalog, catalogue: Catalog) -> Iterator[str]:
    for wanted in template:
        if wanted.id:
            yield from (f"{language}: {reason}: {_first(wanted)}" for reason in _faults(wanted, catalogue))
    for message in catalogue:
        if message.id and template.get(_first(message), message.context) is None:
            yield f"{language}: no text of today (make translations): {_first(message)}"


def _faults(wanted: Message, catalogue: Catalog) -> Iterator[str]:
    message = catalogue.get(wanted.id, wanted.context)
    if message is None:
        yield "not in the catalogue (make translations)"
        return
    texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if message.fuzzy:
        yield "fuzzy"
    if not all(texts):
        yield "not translated"
    elif isinstance(message.id, tuple) and len(texts) != catalogue.num_plurals:
        yield f"{len(texts)} plural forms of {catalogue.num_plurals}"
    else:
        last = message.id if isinstance(message.id, str) else message.id[-1]
        placeholders = sorted(_PLACEHOLDER.findall(last))
        if any(sorted(_PLACEHOLDER.findall(text)) != placeholders for text in texts):
            yield "other placeholders or markup than the text"


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
