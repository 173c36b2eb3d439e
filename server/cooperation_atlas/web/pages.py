"""HTML pages, rendered from the same documents as JSON by one environment for each language, built once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any
from urllib.parse import quote, urlsplit
from weakref import WeakKeyDictionary

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from ..model.attribution import ATTRIBUTION, BOUNDARIES_NOTICE, SAMPLES_NOTICE
from ..model.collections import COLLECTIONS, COOPERATION, COUNTRIES
from ..model.criteria import PARTNER_SEARCH, SAMPLES, criteria_of
from ..model.periods import CURRENT_PERIOD
from ..model.presentation import CODE_STYLES, UNIT_LABELS, CodeStyle, Group
from ..ogc.formats.registry import FORMATS, downloads
from ..ogc.notices import licence_links, link_header
from ..ogc.query_string import raw_of
from ..store.codelists import Code, CodeList, CodeLists, codelist_title
from .call_links import calls_path, kept_for_calls
from .coverage_view import absent, parts
from .distribution_view import distribution_path
from .drawn_map import picture
from .examples import examples_of
from .filters import active_filters, carried_over, feed_parameters, is_filtered, regions_path, wider
from .fragments import Fragments
from .http.representation import Representation
from .http.request import ResourceRequest
from .kept_parameters import keep_parameters
from .known import judged_bar, judged_lists
from .own_entries import own_entries
from .page_metas import page_metas
from .partner_links import need_of_search, pair_sides, partners_path, rests_on_samples
from .records import map_properties, samples_among
from .related import code_links, references, related_features, related_lists
from .report_links import report_address
from .service import ServedEdition
from .similar_links import similar_path
from .static_files import script_tags, static_path
from .translations.catalogue import Catalogue
from .translations.catalogue import catalogue as catalogue_of

#: Pages load nothing from other hosts and run no inline script, whatever a text of the data contains.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


def _address(path: str, given: Mapping[str, str] | None = None, **changes: Any) -> str:
    """A URL with the parameters ``given``, some of them changed, those changed to ``None`` left out."""
    kept = {k: v for k, v in ({**(given or {}), **changes}).items() if v is not None}
    # What is not changed stays as the client wrote it.
    query = "&".join(raw_of(name, value if isinstance(value, str) else str(value)) for name, value in kept.items())
    return f"{path}?{query}" if query else path


def _label(codelists: CodeLists, language: str, codelist: str | None, code: Any) -> str:
    """The label of a code in the language."""
    return codelists.label(codelist, str(code), language)


def _labels(codelists: CodeLists, language: str, codelist: str) -> list[tuple[str, str]]:
    """The codes of a list and their labels in the language, in the order of the list."""
    return [(code, _label(codelists, language, codelist, code)) for code in codelists[codelist].codes]


def _code_options(codes: CodeList, language: str, chosen: str) -> Markup:
    """The options of a code list, narrower codes indented below broader ones, with the chosen one selected."""
    kept = _OPTIONS.setdefault(codes, {})
    if language not in kept:
        kept[language] = Markup("\n").join(_code_option(codes, code, language) for code in codes)
    if chosen not in codes:
        return kept[language]
    value = str(Markup('value="{}"').format(chosen))
    # Plain texts, both of them written by this module: `Markup` would escape the quotes.
    return Markup(str(kept[language]).replace(value, f"{value} selected", 1))


def _code_option(codes: CodeList, code: Code, language: str) -> Markup:
    indent = "\u2003" * (len(codes.ancestors(code.code)) - 1)
    text = code.label_in(language)
    shown = f"{text} ({code.code})" if CODE_STYLES.get(codes.id) is CodeStyle.WITH_CODE else text
    return Markup('<option value="{}">{}{}</option>').format(code.code, indent, shown)


#: Options by code list and language: a form has hundreds, and they are the same for an edition.
_OPTIONS: WeakKeyDictionary[CodeList, dict[str, Markup]] = WeakKeyDictionary()


#: What the model declares and the pages show, by the names under which templates know it.
_MODEL = {
    "collections": COLLECTIONS,
    # The collection that a search begins with, that of the land on maps, and the list of sample entries.
    "first_collection": next(iter(COLLECTIONS.values())),
    "entries_collection": COOPERATION.id,
    "samples_path": f"/collections/{COOPERATION.id}/items?{COOPERATION.sample_field}=true",
    "countries": COUNTRIES,
    "criteria_of": criteria_of,
    "partner_search": PARTNER_SEARCH,
    "code_styles": CODE_STYLES,
    "unit_labels": UNIT_LABELS,
    "attribution": ATTRIBUTION,
    "boundaries_notice": BOUNDARIES_NOTICE,
    "licences": licence_links(),
    "download_formats": downloads,
    "active_filters": active_filters,
    "carried_over": carried_over,
    "is_filtered": is_filtered,
    "wider": wider,
    "regions_path": regions_path,
    "map_properties": map_properties,
    "samples_among": samples_among,
    "code_links": code_links,
    "references": references,
    "related_features": related_features,
    "related_lists": related_lists,
    "partners_path": partners_path,
    "need_of_search": need_of_search,
    "current_period": CURRENT_PERIOD.code,
    "calls_path": calls_path,
    "similar_path": similar_path,
    "kept_for_calls": kept_for_calls,
    "own_entries": own_entries,
    "folded_groups": (Group.KNOWN,),
    "pair_sides": pair_sides,
    "rests_on_samples": rests_on_samples,
    "whole_group": Group.KNOWN,
    "judged_lists": judged_lists,
    "judged_bar": judged_bar,
    "distribution_path": distribution_path,
    "feed_parameters": feed_parameters,
    "coverage_parts": parts,
    "coverage_absent": absent,
}


@cache
def _environment(language: str) -> Environment:
    """The environment of the pages in a language, with its catalogue."""
    catalogue = catalogue_of(language)
    environment = Environment(
        loader=PackageLoader("cooperation_atlas.web"),
        extensions=["jinja2.ext.i18n"],
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # a method that the extension adds
        catalogue.gettext, catalogue.ngettext, newstyle=True, pgettext=catalogue.pgettext
    )
    environment.filters |= {
        "segment": partial(quote, safe=""),
        "translate": catalogue.translate,
        "translate_api": catalogue.translate_api,
        "translate_labels": catalogue.translate_labels,
        "number": catalogue.number,
        "day": catalogue.day,
        "codelist_title": codelist_title,
    }
    environment.globals |= _MODEL | {
        "_": _texts(catalogue),
        "address": _address,
        "code_options": _code_options,
        "plural_forms": catalogue.plural_forms,
    }
    return environment


def _texts(catalogue: Catalogue) -> Callable[..., Markup]:
    """The ``_`` of templates: a text in the language, with the values of its placeholders, which are escaped.

    It gives what Jinja's own gives, which looks up the context and marks the text anew at each of the hundreds of calls
    for a page. The texts are literals of the templates, never what a client sent.
    """
    patterns: dict[str, Markup] = {}
    plain: dict[str, Markup] = {}

    def text(message: str, /, **values: object) -> Markup:
        if not values and message in plain:
            return plain[message]
        if message not in patterns:
            patterns[message] = Markup(catalogue.gettext(message))
        shown = patterns[message] % values  # also without values: two percent signs are written as one
        if not values:
            plain[message] = shown
        return shown

    return text


def language_links(view: ServedEdition, request: ResourceRequest) -> list[dict[str, str]]:
    """The page of the request in every language offered: its code, the language's own name, path and query."""
    path = urlsplit(view.base_url).path + request.path
    parameters = {name: text for name, text in request.parameters if name != "edition"}
    return [
        {"code": code, "name": catalogue_of(code).name, "href": _address(path, parameters, lang=code)}
        for code in view.settings.languages
    ]


def rendered(template: str, content: Mapping[str, Any], view: ServedEdition, request: ResourceRequest) -> bytes:
    """A page of HTML.

    :param template: name in ``web/templates``
    :param content: variables of the template, beside those that every page has (base, service, edition …)
    """
    edition = view.store.edition
    language = view.language(request)
    chosen_language = language if request.first("lang") else None
    root = urlsplit(view.base_url).path
    # Only the pager and the map stay with the edition of the page; every other link leads to what is served then.
    given = {name: text for name, text in request.parameters if name != "edition"}
    variables: dict[str, Any] = {
        "base": view.base_url,
        "origin": view.base_url.removesuffix(root),
        "root": root,
        "service": view.title,
        "edition": edition,
        "counts": view.store.counts,
        "configured": view.core.configured,
        "max_items": view.limits.max_items,
        "samples": SAMPLES_NOTICE if edition.get("samples") else None,
        "once": Fragments(view, language, chosen_language),
        "static": lambda name: root + static_path(name),
        "scripts": partial(script_tags, root),
        "picture_of": partial(picture, view, root),
        "path": request.path,
        "given": given,
        "pinned": request.first("edition"),
        "language": language,
        "chosen_language": chosen_language,
        "languages": language_links(view, request),
        "feedback": view.settings.feedback is not None,
        "store": view.store,
        "codelists": view.store.codelists,
        "examples": examples_of(view.store),
        "label": partial(_label, view.store.codelists, language),
        "labels": partial(_labels, view.store.codelists, language),
        "report": partial(
            report_address, view.settings.operator.report, f"{root}/feedback" if view.settings.feedback else None
        ),
    }
    variables["metas"] = page_metas(view, request, content)
    environment = _environment(language)
    kept = {"exclude": SAMPLES} if request.first("exclude") == SAMPLES else {}
    text = environment.get_template(template).render(variables | dict(content))
    text = keep_parameters(text, root, kept | ({"lang": chosen_language} if chosen_language else {}))
    return text.encode()


def page_headers(language: str) -> dict[str, str]:
    """Header fields of every page."""
    return {
        "Link": link_header(),
        "Content-Language": language,
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }


def page(
    template: str, content: Mapping[str, Any], view: ServedEdition, request: ResourceRequest, status: int = 200
) -> Representation:
    """A page that is no form of a document, such as that of a problem.

    :param template: name in ``web/templates``
    :param content: variables of the template, beside those that every page has (base, service, edition …)
    """
    return Representation(
        rendered(template, content, view, request),
        FORMATS["html"].content_type,
        status=status,
        headers=page_headers(view.language(request)),
        stable=status == 200,
    )
