"""What reading processes take: their peaks of memory, looked at while they work."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from pathlib import Path


class Peaks:
    """The peak of each process, in bytes, and the least that one of them had when it was first seen."""

    def __init__(self) -> None:
        self.by_process: dict[int, int] = {}
        self.idle = 0

    @property
    def growth(self) -> int:
        """How far the hungriest process went beyond an idle one."""
        return max(self.by_process.values(), default=0) - self.idle

    def look(self) -> None:
        """Look once."""
        for child in active_children():
            peak = _peak(child.pid or 0)
            if peak:
                self.by_process[child.pid or 0] = peak


def _peak(process: int) -> int:
    try:
        said = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in said.splitlines() if line.startswith("VmHWM:")), 0)


@contextmanager
def watched() -> Iterator[Peaks]:
    """Look at the children of this process every twenty milliseconds. They are idle when the block begins."""
    peaks, over = Peaks(), threading.Event()
    peaks.look()
    peaks.idle = min(peaks.by_process.values(), default=0)

    def look_on() -> None:
        while not over.wait(0.02):
            peaks.look()

    thread = threading.Thread(target=look_on)
    thread.start()
    try:
        yield peaks
    finally:
        over.set()
        thread.join()
