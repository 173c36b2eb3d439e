"""Translations of the plugin: collects its texts into Qt's .ts files, and compiles these to the .qm files QGIS loads.

    python translations.py update     texts of the code into cooperation_search/i18n/*.ts (nothing translated is lost)
    python translations.py release    .ts to .qm
    python translations.py missing    what is not translated yet; status 1 if there is anything

Only the standard library is used: Qt's own tools do not read this Python (lupdate) or are not everywhere (lrelease).
The .qm format is that of Qt's QTranslator.
"""

from __future__ import annotations

import ast
import struct
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "cooperation_search"
FOLDER = SOURCE / "i18n"
LANGUAGES = ("de", "es", "fr", "it", "pl")
NAME = "cooperation_search_{}.{}"

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE_TEXT, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8

Text = tuple[str, str]


class Texts(ast.NodeVisitor):
    """The texts of one module: ``self.tr("…")`` in a class, ``tr("Context", "…")``, ``….translate("Context", "…")``.

    :raises SyntaxError: where such a call has anything but literals, which no translator would ever see
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found: list[Text] = []
        self.bases: list[tuple[str, str]] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """A class is the context of its ``self.tr``."""
        self._classes.append(node.name)
        self.bases += [(node.name, base.id) for base in node.bases if isinstance(base, ast.Name)]
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """A call that may be one of ours."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        values = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        bound = isinstance(node.func, ast.Attribute)
        if name == "tr" and bound and node.args:
            # The algorithms share one context: their classes have different names, their words do not.
            context = "Processing" if "processing" in self.path.parts else self._classes[-1] if self._classes else ""
            self._add(node, [context, *values], 2)
        elif (name == "tr" and not bound) or (name == "translate" and len(node.args) >= 2):
            self._add(node, values, 2)
        self.generic_visit(node)

    def _add(self, node: ast.Call, values: list[str], count: int) -> None:
        if len(values) == count and all(values):
            self.found.append((values[0], values[1]))
        elif not _forwards(node):
            raise SyntaxError(f"{self.path}:{node.lineno}: a text to translate must be a literal")


def _forwards(node: ast.Call) -> bool:
    """True for the few functions that hand their own arguments on."""
    return all(isinstance(a, (ast.Name, ast.Constant)) for a in node.args) and any(
        isinstance(a, ast.Name) and a.id in ("text", "context") for a in node.args
    )


def modules() -> list[Texts]:
    """What was found in each module of the plugin."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        visitor = Texts(path)
        visitor.visit(ast.parse(path.read_text(encoding="utf-8"), str(path)))
        found.append(visitor)
    return found


def texts() -> list[Text]:
    """All texts of the plugin as (context, text), sorted, once each."""
    return sorted({text for module in modules() for text in module.found})


def with_subclasses(translated: dict[Text, str]) -> dict[Text, str]:
    """PyQt takes the class of the object as the context, which can be a subclass of the one with the text."""
    above: dict[str, list[str]] = {}
    for module in modules():
        for name, base in module.bases:
            above.setdefault(name, []).append(base)
    found = dict(translated)
    for name in above:
        bases, seen = list(above[name]), {name}
        while bases:
            base = bases.pop()
            if base not in seen:
                seen.add(base)
                bases += above.get(base, [])
                for (context, source), text in translated.items():
                    if context == base:
                        found.setdefault((name, source), text)
    return found


def read(language: str) -> dict[Text, str]:
    """The translations of a language; texts without one are left out."""
    path = FOLDER / NAME.format(language, "ts")
    if not path.exists():
        return {}
    found: dict[Text, str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.findtext("translation") or ""
            if translation:
                found[(context.findtext("name") or "", message.findtext("source") or "")] = translation
    return found


def write(language: str, translated: dict[Text, str], wanted: list[Text]) -> None:
    """Writes the .ts of a language with exactly the texts wanted."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context_name = None
    for context, source in wanted:
        if context != context_name:
            context_name = context
            element = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(element, "name").text = context
        message = ElementTree.SubElement(element, "message")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = translated.get((context, source))
        if not translation.text:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "  ")
    FOLDER.mkdir(exist_ok=True)
    text = ElementTree.tostring(root, encoding="unicode")
    (FOLDER / NAME.format(language, "ts")).write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8"
    )


def missing() -> Iterator[tuple[str, Text]]:
    """What is not translated, by language."""
    wanted = texts()
    for language in LANGUAGES:
        have = read(language)
        yield from ((language, text) for text in wanted if text not in have)


def update() -> None:
    """Brings the .ts files to the texts of the code. A text that moved to another context keeps its translation."""
    wanted = texts()
    for language in LANGUAGES:
        have = read(language)
        by_source = {source: translation for (_, source), translation in have.items()}
        write(language, {t: have.get(t) or by_source.get(t[1], "") for t in wanted}, wanted)


def release() -> None:
    """Compiles every .ts to a .qm beside it."""
    for language in LANGUAGES:
        path = FOLDER / NAME.format(language, "qm")
        if path.with_suffix(".ts").exists():
            path.write_bytes(compiled(with_subclasses(read(language))))


def compiled(translated: dict[Text, str]) -> bytes:
    """Translations in the binary form that QTranslator loads."""
    messages, hashes = bytearray(), []
    for (context, source), translation in sorted(translated.items()):
        hashes.append((_hash(source.encode()), len(messages)))
        for tag, data in (
            (_TRANSLATION, translation.encode("utf-16-be")),
            (_COMMENT, b""),
            (_SOURCE_TEXT, source.encode()),
            (_CONTEXT, context.encode()),
        ):
            messages += struct.pack(">BI", tag, len(data)) + data
        messages.append(_END)
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    sections = ((_HASHES, table), (_MESSAGES, bytes(messages)))
    return _MAGIC + b"".join(struct.pack(">BI", tag, len(data)) + data for tag, data in sections)


def _hash(text: bytes) -> int:
    """The ELF hash, by which QTranslator looks texts up."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        if high:
            value ^= high >> 24
        value &= ~high & 0xFFFFFFFF
    return value or 1


def main() -> int:
    """The command line."""
    command = sys.argv[1] if len(sys.argv) == 2 else ""
    if command == "update":
        update()
    elif command == "release":
        release()
    elif command == "missing":
        gaps = list(missing())
        for language, (context, source) in gaps:
            print(f"{language}: {context}: {source}")
        return 1 if gaps else 0
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
