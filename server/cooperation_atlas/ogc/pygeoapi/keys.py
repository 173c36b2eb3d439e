"""The keys of ``config/pygeoapi.yml`` and what they do here; one without an effect is refused by name.

pygeoapi's schema takes any key. One that is misspelled, or that belongs to a part of pygeoapi which this server does
not use (its pages, its job store), would be left aside without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.errors import nearest, suggestion

_AT_START = "Read when the server starts; the environment overrides it."
_CONTACT = "API definition (``info.contact``)."
#: What a key does. ``*`` stands for any name; what is below a key that ends here is the plugin's own.
EFFECTS: Mapping[str, str] = {
    "server.bind.host": f"Address to listen on. {_AT_START}",
    "server.bind.port": f"Port to listen on. {_AT_START}",
    "server.url": f"Public address in all links; empty for the one listened on. {_AT_START}",
    "server.languages": f"Languages of texts and pages, preferred first. {_AT_START}",
    "server.cors": "Whether scripts of other sites may read answers. Read when the server starts.",
    "server.pretty_print": "Whether JSON is indented. Read when the server starts.",
    "server.limits.default_items": "Features of a request without ``limit``.",
    "server.limits.max_items": "Most features of one request.",
    "server.limits.on_exceed": "Whether a larger ``limit`` gives the maximum (``throttle``) or a 400 (``error``).",
    "logging.level": "Least severity of what pygeoapi writes into the log.",
    "metadata.identification.title": "Landing page, pages, catalogue, API definition.",
    "metadata.identification.description": "Landing page, catalogue, API definition.",
    "metadata.identification.keywords": "API definition (``info.x-keywords``).",
    "metadata.identification.terms_of_service": "API definition (``info.termsOfService``).",
    "metadata.identification.url": "Landing page (link ``about``).",
    "metadata.license.name": "API definition (``info.license``).",
    "metadata.license.url": "API definition (``info.license``).",
    "metadata.provider.name": "Catalogue (publisher).",
    "metadata.provider.url": "Catalogue (publisher); empty for the address of the service.",
    "metadata.contact.url": f"{_CONTACT} Catalogue; empty for the address of the service.",
    **dict.fromkeys((f"metadata.contact.{name}" for name in ("name", "email")), f"{_CONTACT} Catalogue."),
    **dict.fromkeys(
        (
            f"metadata.contact.{name}"
            for name in ("position", "address", "city", "stateorprovince", "country", "phone", "fax", "instructions")
        ),
        _CONTACT,
    ),
    "resources.*.type": "``collection`` or ``process``.",
    "resources.*.visibility": "``hidden``: not in the list of collections.",
    "resources.*.title": "Title.",
    "resources.*.description": "Description.",
    "resources.*.keywords": "Keywords in the description of the collection.",
    "resources.*.linked-data": "Context of JSON-LD.",
    "resources.*.links": "Links in the description of the collection.",
    "resources.*.extents": "Extents in the description of the collection.",
    "resources.*.limits.default_items": "As in ``server.limits``, for this collection.",
    "resources.*.limits.max_items": "As in ``server.limits``, for this collection.",
    "resources.*.limits.on_exceed": "As in ``server.limits``, for this collection.",
    "resources.*.providers": "Where the data come from; what keys there are is said by the plugin.",
    "resources.*.formatters": "Further formats of items.",
    "resources.*.processor": "Plugin of the process.",
    "resources.*.allow_internal_requests": "Whether the process may ask addresses of internal networks.",
}
#: Keys that pygeoapi demands, or that stand in many configurations: they do nothing, so that they must say just that.
_ONLY: Mapping[str, tuple[Any, ...]] = {
    "server.mimetype": ("application/json; charset=UTF-8", "application/json"),
    "server.encoding": ("utf-8", "UTF-8"),
    "server.gzip": (False,),
    "server.admin": (False,),
    "server.map.url": ("",),
    "server.map.attribution": ("",),
}
#: Why other keys of pygeoapi have no effect, and what to do instead.
_REFUSED: Mapping[str, str] = {
    "server.language": "set server.languages.",
    "server.limit": "set server.limits.",
    "server.templates": "pages are made from the templates of this server.",
    "server.icon": "pages have the icon of this server.",
    "server.logo": "pages have the logo of this server.",
    "server.locale_dir": "translations are in server/cooperation_atlas/web/translations.",
    "server.manager": "processes are executed while the client waits; there are no jobs.",
    "server.api_rules": "set server.url, with the first part of the path where a proxy takes one away.",
    "server.ogc_schemas_location": "the API definition refers to nothing outside itself.",
    "server.limits.max_distance_x": "coverages are not served.",
    "server.limits.max_distance_y": "coverages are not served.",
    "server.limits.max_distance_units": "coverages are not served.",
    "logging.logfile": "the log goes to standard error.",
    "logging.logformat": "the format of the log is fixed.",
    "logging.dateformat": "the format of the log is fixed.",
    "logging.rotation": "the log goes to standard error.",
    "metadata.identification.keywords_type": "keywords are not typed.",
    "metadata.contact.postalcode": "pygeoapi writes it nowhere.",
    "metadata.contact.hours": "pygeoapi writes it over with the role.",
    "metadata.contact.role": "pygeoapi writes it as the hours of service.",
    "resources.*.templates": "pages are made from the templates of this server.",
    "pubsub": "nothing is published to a broker.",
}


def without_effect(config: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The keys of a configuration that have no effect, each with its place and the reason."""
    yield from _below(config, (), ())


def _below(
    node: Mapping[str, Any], place: tuple[str, ...], pattern: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in node.items():
        here = (*place, str(key))
        known = (*pattern, "*" if pattern == ("resources",) else str(key))
        name = ".".join(known)
        if name in EFFECTS:
            continue
        if name in _ONLY:
            if value not in _ONLY[name]:
                yield here, f"has no effect here; it must be {_ONLY[name][0]!r}."
        elif name in _REFUSED:
            yield here, f"has no effect here: {_REFUSED[name]} Remove the key."
        elif any(each.startswith(f"{name}.") for each in (*EFFECTS, *_ONLY)):
            if isinstance(value, Mapping):
                yield from _below(value, here, known)
            elif value is not None:
                yield here, "is no section of keys."
        else:
            names = {each.split(".")[len(pattern)] for each in EFFECTS if each.startswith(".".join((*pattern, "")))}
            yield here, f"is not a key that has an effect.{suggestion(nearest(str(key), names))}"
