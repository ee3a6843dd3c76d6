"""What a contestant prints of its sending: seconds, CPU and memory, as one line of JSON. Standard library only."""

import gc
import json
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def measured(messages: int) -> Iterator[None]:
    """Measure the block in which so many messages are sent."""
    gc.collect()
    gc.freeze()  # for everybody alike: what was loaded before is not looked through meanwhile
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    yield
    seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({
        "per_second": messages / seconds, "cpu_us": cpu / messages * 1e6, "peak_mb": after.ru_maxrss / 1024, "seconds": seconds,
    }))  # fmt: skip
