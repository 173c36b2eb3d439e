"""The help pages, one for each language."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def page(language: str) -> Path:
    """The help in a language (``it``, ``pt_BR``), or in English."""
    for wanted in (language, language[:2]):
        path = _FOLDER / f"{wanted}.html"
        if wanted.isidentifier() and path.exists():
            return path
    return _FOLDER / "en.html"
