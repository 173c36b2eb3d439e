"""Translations: complete, with the same placeholders, and in the form that Qt loads."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "qgis_plugin"))

import translations

#: What a translation must keep as it is.
PLACEHOLDERS = re.compile(r"\{\w*\}|%n")


@pytest.fixture(params=translations.LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_text_is_translated(language: str):
    have, wanted = translations.read(language), translations.texts()
    assert len(wanted) > 250
    assert [text for text in wanted if text not in have] == [], "run `make translations`, then translate these"
    assert set(have) <= set(wanted), "run `make translations`: texts that no longer exist"


def test_placeholders_are_kept(language: str):
    for (_, source), translation in translations.read(language).items():
        assert sorted(PLACEHOLDERS.findall(translation)) == sorted(PLACEHOLDERS.findall(source)), source
        # One access key at most, as in the source.
        assert translation.count("&") == source.count("&"), source


@pytest.fixture
def installed(qgis_app: Any, language: str, tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "texts.qm"
    path.write_bytes(translations.compiled(translations.with_subclasses(translations.read(language))))
    translator = QTranslator()
    assert translator.load(str(path))
    QCoreApplication.installTranslator(translator)
    yield language
    QCoreApplication.removeTranslator(translator)


def test_qt_finds_every_text(installed: str):
    for (context, source), translation in translations.read(installed).items():
        assert QCoreApplication.translate(context, source) == translation
    assert QCoreApplication.translate("Api", "never heard of") == "never heard of"


def test_numbers_and_subclasses(installed: str):
    from cooperation_search.gui.criteria.topic import TopicCriterion

    text = QCoreApplication.translate("Facts", "%n NUTS III region(s)", None, 7)
    assert "7" in text and "%n" not in text
    # PyQt asks with the class of the object, which here is not the one that has the texts.
    expanded = translations.with_subclasses(translations.read(installed))
    bases = [b for b in TopicCriterion.__mro__[1:] if any(context == b.__name__ for context, _ in translations.texts())]
    for base in bases:
        for (context, source), translation in translations.read(installed).items():
            if context == base.__name__:
                assert expanded[("TopicCriterion", source)] == translation


def test_texts_must_be_literals(tmp_path: Path):
    import ast

    visitor = translations.Texts(tmp_path / "module.py")
    with pytest.raises(SyntaxError, match="literal"):
        visitor.visit(ast.parse("tr('Api', f'{a} b')"))
    visitor.visit(ast.parse("class A:\n    def b(self):\n        return self.tr('c')\n"))
    assert visitor.found == [("A", "c")]
