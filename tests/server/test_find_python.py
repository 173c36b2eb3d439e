"""How ``make`` comes by a Python that is new enough: found, fetched by uv, or explained."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running_server import REPOSITORY

TOOLS = ("bash", "cat", "dirname", "env", "mkdir", "chmod", "cp", "rm", "tr")
#: An interpreter that is too old to run the server, and that can make environments.
OLD_PYTHON = """#!/usr/bin/env bash
case "$*" in
    "-m venv "*) mkdir -p "$3/bin"; cp "$FAKES/environment-python" "$3/bin/python" ;;
    *) exit 1 ;;
esac
"""
#: The one of such an environment: it installs uv where the requirements have hashes.
ENVIRONMENT_PYTHON = """#!/usr/bin/env bash
[[ "$*" == *"pip install"*"--require-hashes"*"config/constraints/uv.txt" ]] || exit 1
cp "$FAKES/uv" "$(dirname "$0")/uv"
"""
UV = f"""#!/usr/bin/env bash
python="$UV_PYTHON_INSTALL_DIR/cpython/bin/python"
echo "uv $*" >> "$FAKES/log"
case "$*" in
    *"python find"*) [ -x "$python" ] && echo "$python" ;;
    *"python install"*)
        [ -z "${{OFFLINE:-}}" ] || {{ echo "dns error" >&2; exit 1; }}
        mkdir -p "$(dirname "$python")"
        printf '#!/usr/bin/env bash\\nexec {sys.executable} "$@"\\n' > "$python"; chmod +x "$python" ;;
esac
"""


class Machine:
    """A clone of the repository on a machine with nothing but an old Python."""

    def __init__(self, folder: Path) -> None:
        self.clone, self.tools, self.fakes = folder / "clone", folder / "bin", folder / "fakes"
        for made in (self.clone / "config" / "constraints", self.tools, self.fakes):
            made.mkdir(parents=True)
        for name in (".python-version", "config/find-python.sh", "config/constraints/uv.txt"):
            shutil.copy(REPOSITORY / name, self.clone / name)
        for tool in TOOLS:
            (self.tools / tool).symlink_to(shutil.which(tool) or "")
        fakes = {"environment-python": ENVIRONMENT_PYTHON, "uv": UV}
        scripts = {self.tools / "python3": OLD_PYTHON} | {self.fakes / name: text for name, text in fakes.items()}
        for path, text in scripts.items():
            path.write_text(text)
            path.chmod(0o755)

    def find(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.clone / "config" / "find-python.sh", *arguments],
            env={"PATH": str(self.tools), "FAKES": str(self.fakes), **variables}, capture_output=True, text=True,
        )  # fmt: skip

    def install(self, name: str) -> None:
        """Put the interpreter of the tests on the path."""
        (self.tools / name).unlink(missing_ok=True)
        (self.tools / name).write_text(f'#!/usr/bin/env bash\nexec {sys.executable} "$@"\n')
        (self.tools / name).chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def version(python: str) -> tuple[int, int]:
    answer = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True)
    major, minor = map(int, answer.stdout.split())
    return major, minor


@pytest.mark.parametrize("name", ["python3", "python3.12", "python3.14"])
def test_an_installed_one_is_used(machine: Machine, name: str) -> None:
    machine.install(name)
    found = machine.find()
    assert found.returncode == 0 and found.stderr == ""
    assert version(found.stdout.strip()) >= (3, 12)
    assert not (machine.clone / ".venv-uv").exists() and not (machine.clone / ".python").exists()


def test_the_one_that_is_named_is_used_or_refused(machine: Machine) -> None:
    assert machine.find(sys.executable).stdout.strip() == os.fspath(Path(sys.executable))
    refused = machine.find("python3")
    assert refused.returncode == 1 and refused.stdout == ""
    assert "PYTHON=python3 cannot be used: Python 3.12 or newer" in refused.stderr


def test_where_there_is_none_uv_fetches_one_into_the_project_once(machine: Machine) -> None:
    for _ in range(2):
        found = machine.find()
        assert found.returncode == 0, found.stderr
        assert version(found.stdout.strip()) >= (3, 12)
    log = (machine.fakes / "log").read_text().splitlines()
    assert sum("python install" in line for line in log) == 1
    assert (machine.clone / ".python" / "cpython").is_dir() and (machine.clone / ".venv-uv" / "bin" / "uv").exists()


def test_a_uv_that_is_installed_is_used(machine: Machine) -> None:
    shutil.copy(machine.fakes / "uv", machine.tools / "uv")
    assert machine.find().returncode == 0
    assert not (machine.clone / ".venv-uv").exists()


def test_where_it_cannot_be_fetched_the_message_says_what_to_do(machine: Machine) -> None:
    found = machine.find(OFFLINE="yes")
    assert found.returncode == 1 and found.stdout == ""
    for words in ("dns error", "apt-get install python3", "UV_PYTHON_INSTALL_MIRROR=", "make serve PYTHON="):
        assert words in found.stderr


def test_without_the_venv_module_nothing_half_made_stays(machine: Machine) -> None:
    (machine.tools / "python3").write_text("#!/usr/bin/env bash\nexit 1\n")
    found = machine.find()
    assert found.returncode == 1 and "python3-venv" in found.stderr
    assert not (machine.clone / ".venv-uv").exists()
