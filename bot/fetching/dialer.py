"""How a page's host is reached: a name becomes addresses, each address is judged, and only then has a socket."""

import socket
from dataclasses import dataclass
from ssl import SSLContext

from aiohttp import AddrInfoType, SocketFactoryType
from aiohttp.abc import AbstractResolver

from bot.fetching.networks import may_hold_pages


class LeadsInside(OSError):
    """An address at which no page can stand. One sentence for all, so that a host with several such gives this very error."""

    def __init__(self) -> None:
        super().__init__("leads inside")


def connect_as_told(told: AddrInfoType) -> socket.socket:
    """A socket for the very address that was judged."""
    family, kind, protocol, *_ = told
    return socket.socket(family, kind, protocol)


@dataclass(frozen=True)
class Dialer:
    """The way out. Nobody can set it: only who makes a fetcher hands one in, such as a test its own web on the loopback."""

    connect: SocketFactoryType = connect_as_told  # asked only about addresses that passed
    resolver: AbstractResolver | None = None  # the system's
    trust: SSLContext | bool = True  # the system's authorities

    def guarded(self, told: AddrInfoType) -> socket.socket:
        """A socket for an address that is about to be connected, whatever name or number led to it. Raises LeadsInside."""
        host, port = told[4][:2]
        if not may_hold_pages(host, port):
            raise LeadsInside
        return self.connect(told)
