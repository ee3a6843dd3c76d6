"""Run as a program: give up the network and much else for good, then become the command that follows.

    python -m bot.portrait.confined chromium --headless …

The kernel then refuses every socket but those inside the machine's own file system, to this process and all that it starts;
so no flag of a browser, and no fault of one, decides whether a page can reach anything. Imports only the standard library.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from typing import Final

ALLOW, DENY, KILL = 0x7FFF0000, 0x00050000 | 13, 0x80000000  # 13: permission denied
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06  # instructions of a filter
NUMBER, ARCHITECTURE, FIRST = 0, 4, 16  # where a call has them
UNIX: Final = 1  # the only family of sockets that is let through
FOREIGN: Final = 0x40000000  # from here on calls are numbered for another width
DEATH, NO_NEW_PRIVILEGES, SECCOMP, FILTER = 1, 38, 22, 2  # of prctl
# The kernel's name of a machine, and its numbers of `socket` and `io_uring_setup`, which can open sockets too.
MACHINES: Final = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}
SECONDS, BYTES = 60, 50_000_000  # of processor time, and of a file that is written
KIND: Final = 15  # steps below everybody


class Filter(ctypes.Structure):
    """A filter as the kernel takes it."""

    _fields_ = (("length", ctypes.c_ushort), ("program", ctypes.c_char_p))


def possible() -> bool:
    """Whether this kernel can be asked to refuse the network."""
    return sys.platform == "linux" and platform.machine() in MACHINES


def _step(code: int, value: int, then: int = 0, other: int = 0) -> bytes:
    return struct.pack("HBBI", code, then, other, value)


def program(machine: str) -> bytes:
    """The filter: calls of another width end the process, sockets that are not UNIX's are refused, all else is let through."""
    architecture, socket, ring = MACHINES[machine]
    return b"".join((
        _step(LOAD, ARCHITECTURE), _step(EQUAL, architecture, 1, 0), _step(RETURN, KILL),
        _step(LOAD, NUMBER), _step(AT_LEAST, FOREIGN, 0, 1), _step(RETURN, KILL),
        _step(EQUAL, ring, 4, 0), _step(EQUAL, socket, 0, 2),
        _step(LOAD, FIRST), _step(EQUAL, UNIX, 0, 1),
        _step(RETURN, ALLOW), _step(RETURN, DENY),
    ))  # fmt: skip


def give_up() -> None:
    """Refuse the network to this process and all that it starts; die with who started it. Raises OSError."""
    libc, filtered = ctypes.CDLL(None, use_errno=True), program(platform.machine())
    held = Filter(len(filtered) // 8, filtered)
    calls = ((DEATH, signal.SIGKILL), (NO_NEW_PRIVILEGES, 1), (SECCOMP, FILTER))
    for call, argument in calls:
        last = ctypes.byref(held) if call == SECCOMP else 0
        if libc.prctl(call, ctypes.c_ulong(argument), last, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "the kernel does not refuse the network")
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES))
    os.nice(KIND)


if __name__ == "__main__":
    give_up()
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - the very command, without a shell
