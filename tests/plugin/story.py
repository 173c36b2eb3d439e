"""A specialist's day in a real QGIS window under Xvfb: `make screenshots`.

Makes a throwaway profile with the plugin switched on and lets QGIS run `story_day.py`, which clicks and types like a
person, checks what it sees, and saves a picture of each step. What a person would do outside of QGIS is done here:
starting the server, publishing a new edition of the data, and opening the exported files with other programs.

    story.py [--root FOLDER] [--language de_DE] [folder for the pictures, default var/screenshots]

With --root, QGIS is that of a root of `matrix/make_root.sh`.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

from running_server import EDITIONS, RunningServer, command, start  # noqa: E402
from story_files import Finding, look_at  # noqa: E402

PLUGIN = REPOSITORY / "qgis_plugin" / "cooperation_search"
#: Where a root sees the repository.
IN_ROOT = Path("/mnt/repository")
SCREEN = "1500x940x24"
#: Seconds for all of it; three minutes are usual.
LIMIT = 1200
#: What the title of a programme becomes in the new edition.
RENAMED = " (as amended)"
SETTINGS = """[PythonPlugins]
cooperation_search=true
[qgis]
checkVersion=false
showTips=false
newsFeed\\disabled=true
[app]
news-feed\\disabled=true
[locale]
overrideFlag=true
userLocale={language}
"""


def profile(folder: Path, language: str) -> Path:
    """A profile folder for QGIS in which only this plugin is on."""
    home = folder / "profiles" / "default"
    plugins = home / "python" / "plugins"
    plugins.mkdir(parents=True)
    shutil.copytree(PLUGIN, plugins / PLUGIN.name, ignore=shutil.ignore_patterns("__pycache__"))
    (home / "QGIS").mkdir()
    (home / "QGIS" / "QGIS3.ini").write_text(SETTINGS.format(language=language), encoding="utf-8")
    return folder


class Outside:
    """Does what the story asks for in files of a folder: ``start.wanted`` is answered by ``start.done``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._editions = folder / "editions"
        self.server: RunningServer | None = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the server."""
        self._over.set()
        self._thread.join(60)
        if self.server is not None:
            self.server.stop()

    def _work(self) -> None:
        tasks = {"start": self._start, "edition": self._edition}
        while not self._over.wait(0.1):
            for name, task in tasks.items():
                wanted = self._folder / f"{name}.wanted"
                if wanted.exists():
                    text = wanted.read_text(encoding="utf-8")
                    wanted.unlink()
                    answer = self._folder / f"{name}.answer"
                    answer.write_text(task(text), encoding="utf-8")
                    answer.rename(self._folder / f"{name}.done")

    def _start(self, _text: str) -> str:
        if EDITIONS.exists():
            shutil.copytree(EDITIONS, self._editions, symlinks=True)
        self.server = start(name="story", editions=self._editions)
        return self.server.url

    def _edition(self, cci: str) -> str:
        """Publishes an edition in which the title of one programme is another."""
        data = self._folder / "data"
        shutil.copytree(REPOSITORY / "data", data)
        table = data / "programmes" / "programmes.csv"
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            if row["cci"] == cci:
                row["title"] += RENAMED
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        variables = {"COOPERATION_ATLAS_EDITIONS": str(self._editions), "COOPERATION_ATLAS_DATA": str(data)}
        made = [str(command()), "build"]
        done = subprocess.run(made, cwd=REPOSITORY, env={**os.environ, **variables}, capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else f"failed: {done.stderr[-2000:]}"


def run_qgis(scratch: Path, pictures: Path, language: str, root: Path | None) -> subprocess.CompletedProcess[bytes]:
    """QGIS with the story, in a window of its own screen."""
    folder = profile(scratch / "qgis", language)

    def seen(path: Path) -> str:
        return str(IN_ROOT / path.relative_to(REPOSITORY) if root else path)

    variables = {
        "QT_QPA_PLATFORM": "xcb",
        "STORY_PICTURES": seen(pictures),
        "STORY_SCRATCH": seen(scratch),
        "STORY_TESTS": seen(HERE),
        "STORY_RENAMED": RENAMED,
    }
    arguments = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", seen(folder), "--profile", "default"]
    arguments += ["--code", seen(HERE / "story_start.py")]
    xvfb = ["xvfb-run", "-a", "-s", f"-screen 0 {SCREEN}"]
    if root is None:
        runtime = scratch / "run"
        runtime.mkdir(mode=0o700)
        environment = {**os.environ, **variables, "XDG_RUNTIME_DIR": str(runtime)}
        return subprocess.run([*xvfb, *arguments], env=environment, timeout=LIMIT, capture_output=True, check=False)
    # The screen is that of this system: a root has none. Its environment is empty, so that a program fills it.
    inside = json.dumps({"variables": variables, "arguments": arguments})
    made = [*xvfb, sys.executable, str(HERE / "story_inside.py"), "outside", str(root), inside]
    return subprocess.run(made, timeout=LIMIT, capture_output=True, check=False)


def main(pictures: Path, language: str = "en_GB", root: Path | None = None) -> int:
    """Runs the story; 0 when every step went as it should and other programs read the files as well."""
    pictures.mkdir(parents=True, exist_ok=True)
    told = pictures / "story.txt"
    told.unlink(missing_ok=True)
    # In the story the server only starts.
    made = {**os.environ, "COOPERATION_ATLAS_EDITIONS": str(EDITIONS)}
    subprocess.run([str(command()), "build", "--if-changed"], cwd=REPOSITORY, env=made, check=True, capture_output=True)
    # Not among the temporary files: QGIS marks layers there as temporary.
    (REPOSITORY / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=REPOSITORY / "var", prefix="story-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        outside = Outside(scratch)
        try:
            result = run_qgis(scratch, pictures.resolve(), language, root)
        finally:
            outside.stop()
        findings: list[Finding] = look_at(scratch)
    lines = [f"  {'ok' if finding.is_good else 'FAILED'}: {finding.text}" for finding in findings]
    if told.exists():
        text = "\n".join([told.read_text(encoding="utf-8").rstrip(), "the files in other programs", *lines])
        told.write_text(text + "\n", encoding="utf-8")
        print(text)
    else:
        print(result.stderr.decode(errors="replace")[-4000:])
    return result.returncode or (0 if all(finding.is_good for finding in findings) else 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pictures", nargs="?", type=Path, default=REPOSITORY / "var" / "screenshots")
    parser.add_argument("--language", default="en_GB")
    parser.add_argument("--root", type=Path)
    given = parser.parse_args()
    sys.exit(main(given.pictures, given.language, given.root))
