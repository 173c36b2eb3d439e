"""The files that pages load: style sheets, scripts, pictures, with the hash of their content in their addresses.

A browser keeps such a file for good and never asks again: another content has another address. Files name each other
relative to themselves, as they lie in the folder; here those addresses get their hashes, too, so that a change of a
file changes the address of everything that leads to it. A sheet takes in those that it imports: one request brings all.
"""

from __future__ import annotations

import gzip
import mimetypes
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path

import brotli
from markupsafe import Markup

FOLDER = Path(__file__).parent / "static"
#: Path of the files below the address of the service.
PATH = "/static/"
#: Path of what is drawn once for an edition (``model.drawing``).
DRAWN = "/drawings/"
#: Codings that the files are kept in, preferred first: at its highest level, brotli is the smallest.
CODINGS = ("br", "gzip")
#: Media types by ending, those of Python: what the machine has installed changes nothing.
_TYPES = mimetypes.MimeTypes()
#: What one file says of another: sheets that are taken in, pictures of sheets, modules, and other files of modules.
_SHEET = re.compile(r'@import "(?P<path>[^":]+)";\n?')
_PICTURE = re.compile(r"url\((?P<path>[^)#:]+)\)")
_MODULE = re.compile(r'(?P<before>\b(?:from|import)\s*\(?\s*|new URL\()"(?P<path>\.{1,2}/[^"]+)"')
#: Hash of a content, in hexadecimal digits.
_DIGITS = 12
_HASHED = re.compile(rf"(?P<stem>.+)\.(?P<hash>[0-9a-f]{{{_DIGITS}}})(?P<ending>(?:\.\w+)?)")


class StaticFileError(ValueError):
    """A file names another one that is not there, or two name each other."""


@dataclass(frozen=True)
class StaticFile:
    """A file as it is sent.

    :param name: path in the folder
    :param body: content, with the addresses that it names
    :param needs: names of the modules that a module imports at once, those that these import included
    """

    name: str
    body: bytes
    needs: tuple[str, ...] = ()
    _coded: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def hash(self) -> str:
        """What tells this content from others."""
        return blake2b(self.body, digest_size=_DIGITS // 2).hexdigest()

    @cached_property
    def hashed(self) -> str:
        """The name with the hash."""
        stem, ending = posixpath.splitext(self.name)
        return f"{stem}.{self.hash}{ending}"

    @property
    def media_type(self) -> str:
        """Media type, with the encoding of texts."""
        type_ = _TYPES.guess_type(self.name)[0] or "text/plain"
        return f"{type_}; charset=utf-8" if type_.startswith("text/") else type_

    def coded(self, coding: str) -> bytes:
        """The content in a coding, as small as it gets: it is worked out once, which takes a while.

        What does not get smaller (a picture) stays as it is.
        """
        if coding not in self._coded:
            made = brotli.compress(self.body, quality=11) if coding == "br" else gzip.compress(self.body, 9, mtime=0)
            self._coded[coding] = made if len(made) < len(self.body) else self.body
        return self._coded[coding]


@cache
def static_files() -> Mapping[str, StaticFile]:
    """All files by name; they are read once.

    :raises StaticFileError: where one names another that is not there
    """
    return read_files(FOLDER)


def static_version() -> str:
    """What tells the files of this server from those of another one: pages name them by their hashes."""
    return blake2b(" ".join(file.hashed for file in static_files().values()).encode(), digest_size=8).hexdigest()


def static_path(name: str) -> str:
    """The path of a file below the address of the service.

    :raises StaticFileError: for a file that is not there
    """
    return PATH + _named(static_files(), name).hashed


def script_tags(root: str, *names: str) -> Markup:
    """The elements that load scripts, which are modules, and what they import: at once, not step by step.

    :param root: first part of the public paths
    :raises StaticFileError: for a file that is not there
    """
    scripts = [_named(static_files(), name) for name in names]
    needed = dict.fromkeys(needed for script in scripts for needed in script.needs if needed not in names)
    tag, hint = Markup('<script src="{}" type="module"></script>'), Markup('<link rel="modulepreload" href="{}">')
    return Markup("\n").join(
        [
            *(hint.format(root + static_path(name)) for name in needed),
            *(tag.format(root + static_path(name)) for name in names),
        ]
    )


def asked_file(files: Mapping[str, StaticFile], path: str) -> tuple[StaticFile | None, bool]:
    """The file that a path in the folder asks for, and whether it has exactly the content that the path names.

    A path without hash, or with that of another content, means the file as it is now: so a page that was made before
    the server was renewed, or by a server that is not renewed yet, still finds its style.
    """
    if found := _HASHED.fullmatch(path):
        file = files.get(found["stem"] + found["ending"])
        if file is not None:
            return file, file.hash == found["hash"]
    return files.get(path), False


def read_files(folder: Path) -> dict[str, StaticFile]:
    """The files of a folder by their paths in it, with hashes in the addresses by which they name each other.

    :raises StaticFileError: where one names another that is not there, or two name each other
    """
    contents = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    made: dict[str, StaticFile] = {}
    for name in sorted(contents):
        _make(name, contents, made, ())
    return made


def _make(name: str, contents: Mapping[str, bytes], made: dict[str, StaticFile], way: tuple[str, ...]) -> StaticFile:
    if name in way:
        raise StaticFileError(f"static/{name} and static/{way[-1]} name each other; one of them must do without.")
    if name not in contents:
        raise StaticFileError(f"static/{way[-1]} names static/{name}, which is not there.")
    if name in made:
        return made[name]
    needs: dict[str, None] = {}

    def other(path: str) -> StaticFile:
        return _make(posixpath.normpath(posixpath.join(posixpath.dirname(name), path)), contents, made, (*way, name))

    def relative(file: StaticFile) -> str:
        return posixpath.relpath(file.hashed, posixpath.dirname(name) or ".")

    def taken_in(found: re.Match[str]) -> str:
        file = other(found["path"])
        if posixpath.dirname(file.name) != posixpath.dirname(name):  # or its own addresses would lead elsewhere
            raise StaticFileError(f"static/{name} imports static/{file.name}, which is in another folder.")
        return file.body.decode()

    def module(found: re.Match[str]) -> str:
        file = other(found["path"])
        if found["before"].startswith(("from", "import")) and not found["before"].rstrip().endswith("("):
            needs.update(dict.fromkeys((file.name, *file.needs)))
        address = relative(file)
        return f'{found["before"]}"{address if address.startswith(".") else "./" + address}"'

    body = contents[name]
    if name.endswith(".css"):
        text = _PICTURE.sub(lambda found: f"url({relative(other(found['path']))})", body.decode())
        body = _SHEET.sub(taken_in, text).encode()
    elif name.endswith(".js"):
        body = _MODULE.sub(module, body.decode()).encode()
    made[name] = StaticFile(name, body, tuple(needs))
    return made[name]


def _named(files: Mapping[str, StaticFile], name: str) -> StaticFile:
    if name not in files:
        raise StaticFileError(f"There is no file static/{name}.")
    return files[name]
