"""One command does all the set-up: python3 dev.py demo | run | test [arguments].

Standard library only, so that a machine needs nothing but Python 3.11. What is missing is put into
`.venv` from a hashed lock, by uv where it is on the PATH and else by pip; what only the system can
give is installed with apt-get when that is allowed, and else named in one command to type.
"""

from __future__ import annotations  # an older Python should come as far as our sentence

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable  # not the .venv that may be remade
STAMP = VENV / "installed"
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"
COMMANDS = {
    "demo": (RUN_LOCK, ["main.py", "demo"]),
    "run": (RUN_LOCK, ["main.py", "run"]),
    "test": (TEST_LOCK, ["-m", "pytest", "--numprocesses", "auto", "--dist", "worksteal"]),
}
MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it  # nosec B108 - the same reason holds
ENOUGH = 4_000_000_000  # bytes
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# What Playwright needs of the system, and where it is seen. Without fonts the pictures show boxes.
SYSTEM_FILES = {
    "libatomic1": ("/usr/lib/*/libatomic.so.1", "/usr/lib64/libatomic.so.1"),
    "fonts-dejavu-core": ("/usr/share/fonts/**/DejaVuSans.ttf",),
    "fonts-noto-color-emoji": ("/usr/share/fonts/**/NotoColorEmoji.ttf",),
}


class Stuck(Exception):
    """What is missing, and on its last line the one command that helps."""


def main(arguments: list[str]) -> int:
    """Prepare what the command needs, then become it. Exit status: its own, or 1 with the reason."""
    if not arguments or arguments[0] not in COMMANDS:
        say(f"Usage: python3 dev.py {' | '.join(COMMANDS)} [arguments]")
        return 0 if arguments in (["-h"], ["--help"]) else 2
    command, *rest = arguments
    lock, program = COMMANDS[command]
    try:
        prepare(lock)
        if command == "test":
            install_system_packages(missing_for_tests())
            write_into_memory()
    except Stuck as problem:
        say(f"❌ {problem}")
        return 1
    return become([str(PYTHON), *program, *rest])


def prepare(lock: Path) -> None:
    """Make `.venv` hold the lock; nothing to do when its stamp says that it does."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is also met by older Pythons, which deserve a sentence
        raise Stuck("Python 3.11 or newer is needed. On Debian 12:\n  sudo apt-get install -y python3")
    stamps = read_stamps()
    if fingerprint(lock) in stamps:
        return
    started = time.monotonic()
    install(lock, clean=not stamps)
    # The test lock holds every pin of the run lock, so after it there is nothing left to install.
    done = {fingerprint(each) for each in (RUN_LOCK, TEST_LOCK) if lock in (each, TEST_LOCK)}
    STAMP.write_text("\n".join(sorted(done)) + "\n")
    say(f"   {VENV.name} is ready ({time.monotonic() - started:.0f} s)")


def fingerprint(lock: Path) -> str:
    """The lock's hash and the Python it was installed for."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{lock.name} {digest} python{sys.version_info.major}.{sys.version_info.minor}"


def read_stamps() -> set[str]:
    """What a finished installation left; empty when `.venv` is absent, half made or its Python is gone."""
    if not PYTHON.exists() or not STAMP.exists():
        return set()
    return set(STAMP.read_text().splitlines())


def install(lock: Path, *, clean: bool) -> None:
    """Install the lock with uv, or with pip where uv is absent or cannot (it reads no pip settings)."""
    uv = shutil.which("uv")
    if uv and install_with_uv(uv, lock, clean=clean):
        return
    install_with_pip(lock, clean=clean)


def install_with_uv(uv: str, lock: Path, *, clean: bool) -> bool:
    """False when uv failed, with its reason on the screen."""
    # A Python that uv would download is not the one the lock was tried with.
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    if clean:
        say("⏳ Making .venv (uv)")
        if not succeeds([uv, "venv", "--quiet", "--clear", "--python", BASE_PYTHON, str(VENV)], environment):
            return False
    say(f"⏳ Installing {lock.name} (uv)")
    options = ["--quiet", "--python", str(PYTHON), "--require-hashes", "--requirement", str(lock)]
    return succeeds([uv, "pip", "install", *options], environment)


def install_with_pip(lock: Path, *, clean: bool) -> None:
    """Obeys the index that pip is set up with here."""
    if clean or not succeeds([str(PYTHON), "-c", "import pip"]):  # uv leaves no pip in what it makes
        make_venv()
    say(f"⏳ Installing {lock.name} (pip)")
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--root-user-action", "ignore"]
    command = [str(PYTHON), "-m", "pip", "install", *options, "--require-hashes", "-r", str(lock)]
    if not succeeds(command):
        raise Stuck(f"pip could not install {lock.name}; its words are above. Try again with:\n  {again()}")


def make_venv() -> None:
    """A fresh `.venv` with pip in it."""
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install_system_packages(["python3-venv"])
        importlib.invalidate_caches()
    say("⏳ Making .venv")
    if not succeeds([BASE_PYTHON, "-m", "venv", "--clear", str(VENV)]):
        raise Stuck("Python could not make .venv. Give it its venv module:\n  " + apt(["python3-venv"]))


def write_into_memory() -> None:
    """Tests make thousands of small databases; where memory is a folder and large enough, they need no disk."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH:
        os.environ.setdefault("TMPDIR", str(MEMORY))


def missing_for_tests() -> list[str]:
    """The Debian packages that the browser tests still need here."""
    if not sys.platform.startswith("linux"):
        return [] if browser() else ["chromium"]
    seen = {name: any(there(pattern) for pattern in places) for name, places in SYSTEM_FILES.items()}
    return ([] if browser() else ["chromium"]) + [name for name, is_there in seen.items() if not is_there]


def there(pattern: str) -> bool:
    """Whether any file matches an absolute pattern."""
    return any(Path("/").glob(pattern.lstrip("/")))


def browser() -> str | None:
    """The path of a Chromium on this machine; tests give it to Playwright."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def install_system_packages(names: list[str]) -> None:
    """Install Debian packages as root; otherwise Stuck with the command that somebody may type."""
    if not names:
        return
    if not shutil.which("apt-get"):
        raise Stuck(f"Missing on this machine: {', '.join(names)} (Debian's names). Install, then:\n  {again()}")
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise Stuck(f"Missing on this machine: {', '.join(names)}. Type:\n  {apt(names)}")
    say(f"⏳ Installing {', '.join(names)} (apt-get)")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    succeeds(["apt-get", "update", "-qq"], environment)  # an old list may still do: the next line decides
    options = ["-y", "-qq", "--no-install-recommends", "-o=Dpkg::Use-Pty=0"]
    if not succeeds(["apt-get", "install", *options, *names], environment, quiet=True):
        raise Stuck(f"apt-get could not install {', '.join(names)}. See why with:\n  {apt(names)}")


def apt(names: list[str]) -> str:
    """The command a person may type."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(names)}"


def again() -> str:
    """This very call, to be typed once more."""
    return f"python3 dev.py {' '.join(sys.argv[1:])}"


def succeeds(command: list[str], environment: dict[str, str] | None = None, *, quiet: bool = False) -> bool:
    """Run to the end; its errors stay on the screen, its chatter only where it is wanted."""
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=out, check=False).returncode == 0


def become(command: list[str]) -> int:
    """Hand this process over, so that a signal reaches the program itself."""
    os.chdir(ROOT)
    if os.name != "nt":  # there exec would return to the prompt at once
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def say(line: str) -> None:
    """Progress, at once even in a pipe, beside and not within what the program prints."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
