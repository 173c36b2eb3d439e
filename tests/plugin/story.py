"""The whole story in a real QGIS window under Xvfb: `make screenshots`.

Starts the server, makes a throwaway profile with the plugin switched on, and lets QGIS run `story_steps.py`, which
clicks and types like a person, checks what it sees, and saves a picture of each step.

Usage: story.py [folder for the pictures, default var/screenshots]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

from running_server import start  # noqa: E402

PLUGIN = REPOSITORY / "qgis_plugin" / "cooperation_search"
SCREEN = "1500x940x24"
#: Seconds for all of it; about one minute is usual.
LIMIT = 400
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


def main(pictures: Path, language: str = "en_GB") -> int:
    """Runs the story; QGIS's exit status, 0 when every step went as it should."""
    pictures.mkdir(parents=True, exist_ok=True)
    server = start(name="story")
    try:
        # Not among the temporary files: QGIS marks layers there as temporary.
        (REPOSITORY / "var").mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=REPOSITORY / "var", prefix="story-", ignore_cleanup_errors=True
        ) as scratch:
            runtime = Path(scratch) / "run"
            runtime.mkdir(mode=0o700)
            environment = {
                **os.environ,
                "XDG_RUNTIME_DIR": str(runtime),
                "QT_QPA_PLATFORM": "xcb",
                "STORY_SERVER": server.url,
                "STORY_PICTURES": str(pictures.resolve()),
                "STORY_SCRATCH": scratch,
                "STORY_TESTS": str(HERE),
            }
            command = ["xvfb-run", "-a", "-s", f"-screen 0 {SCREEN}", "qgis", "--nologo", "--noversioncheck"]
            command += ["--profiles-path", str(profile(Path(scratch) / "qgis", language)), "--profile", "default"]
            command += ["--code", str(HERE / "story_steps.py")]
            result = subprocess.run(command, env=environment, timeout=LIMIT, capture_output=True, check=False)
    finally:
        server.stop()
    told = pictures / "story.txt"
    print(told.read_text(encoding="utf-8") if told.exists() else result.stderr.decode(errors="replace")[-4000:])
    return result.returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "var" / "screenshots", *sys.argv[2:3]))
