"""Addresses inside a text on the screen, written so that no terminal makes a link of them."""

import re

from schakel.reading.selectors.find import defang

# What a terminal or mail program takes for a link: an address with its scheme, a mail address, a host. Each is tried from
# its start only, so that the time grows with the length of the text.
_ADDRESS = re.compile(
    r"(?i:\bhttps?://\S+)|(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}|(?<![\w.-])(?:[\w-]+\.)+[a-z]{2,6}\b(?:/\S*)?"
)


def without_links(text: str) -> str:
    """The text with every address in it broken: `hxxps://shop[.]example/a`, `name[@]mail[.]example`."""
    return _ADDRESS.sub(lambda found: defang(found[0]), text)


def selector_shown(member: str) -> str:
    """A selector as `kind:value`, its value broken if it is an address."""
    kind, colon, value = member.partition(":")
    return f"{kind}{colon}{defang(value)}"
