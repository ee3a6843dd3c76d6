"""Rule: which addresses of the internet a page can have. The reserved networks stand here, since Python's own list errs."""

from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Final

PORTS: Final = frozenset({80, 443})
RESERVED: Final = tuple(
    IPv4Network(each)
    for each in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # between a provider and its customers; one cloud's metadata
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # another cloud's machinery, at a public address
        "169.254.0.0/16",  # link-local; most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # a sink of name servers
        "192.52.193.0/24",  # tunnels of multicast
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # a sink of name servers
        "198.18.0.0/15",  # measuring
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
# Everything outside is loopback, link-local, private, multicast, or holds an IPv4 address (mapped, NAT64).
GLOBAL: Final = IPv6Network("2000::/3")
RESERVED_WITHIN: Final = tuple(
    IPv6Network(each)
    for each in (
        "2001::/23",  # protocol assignments; Teredo, which holds an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which holds an IPv4 address
        "2620:4f:8000::/48",  # a sink of name servers
        "3fff::/20",  # documentation
    )
)


def may_hold_pages(address: str, port: int) -> bool:
    """Whether a page can stand at this very address and port; False for what is no address."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if port not in PORTS:
        return False
    if found.version == 4:
        return not any(found in network for network in RESERVED)
    return found in GLOBAL and not any(found in network for network in RESERVED_WITHIN)
