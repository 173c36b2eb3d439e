"""Parts of pages that are kept: each is of the edition and language of its page, in whatever order they are made."""

from __future__ import annotations

import itertools
from weakref import WeakKeyDictionary

import pytest
from in_process import Application, serving

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.web import fragments

PATHS = (
    "/collections/programmes/items?f=html",
    "/collections/programmes/items?f=html&country=IT",
    "/collections/nuts3/items?f=html&limit=3",
    "/collections/cooperation/items?f=html&kind=offer",
    "/collections/countries/items/IT?f=html",
    "/?f=html",
)
LANGUAGES = ("", "lang=en", "lang=pl", "exclude=samples", "lang=pl&exclude=samples")


def test_pages_are_the_same_with_and_without_what_is_kept(
    small_edition: EditionFolder, monkeypatch: pytest.MonkeyPatch
):
    settings = serving(small_edition)
    addresses = [f"{path}&{more}" if more else path for path, more in itertools.product(PATHS, LANGUAGES)]
    monkeypatch.setattr(fragments, "MOST", 0)
    monkeypatch.setattr(fragments, "_KEPT", WeakKeyDictionary())  # without those of other tests
    application = Application(settings)
    plain = {address: application.get(address).text for address in addresses}
    assert not any(fragments._KEPT.values())
    monkeypatch.undo()
    for order in (addresses, addresses[::-1]):
        application = Application(settings)
        assert {address: application.get(address).text for address in order} == {a: plain[a] for a in order}
    assert any(fragments._KEPT.values())


def test_what_clients_write_is_not_kept(small_edition: EditionFolder):
    application = Application(serving(small_edition))
    for text in ("word-of-a-client", "another-word"):
        for name in ("q", "title"):
            application.get("/collections/programmes/items", f="html", **{name: text})
        application.get("/", f="html", q=text)
    kept = [f"{key} {made}" for parts in fragments._KEPT.values() for key, made in parts.items()]
    assert kept
    assert not [part for part in kept if "word-of-a-client" in part or "another-word" in part]
