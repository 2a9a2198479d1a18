"""How people write the signs of an address so that no machine sees it (`lexicons/spelled_signs.toml`)."""

from schakel.reading.word_data import data_file

_SIGNS = data_file("spelled_signs.toml")
DOT_WORDS = "|".join(_SIGNS["dot"]["words"])
# The at of an address in words; a bare "a", "chez" or "bei" is believed only before a host whose dots are spelled out too.
AT_WORDS = "|".join(_SIGNS["at"]["words"])
SAID_AT_WORDS = "|".join([AT_WORDS, *_SIGNS["at"]["before_said_host"]])
AT_IN_BRACKETS = "|".join(_SIGNS["at"]["in_brackets"])
AT_BEGINS = tuple[str, ...](_SIGNS["at"]["begins"])
BRACKETED_AT_BEGINS = tuple[str, ...](_SIGNS["at"]["begins_in_brackets"])
UNDERSCORE_WORDS = "|".join(_SIGNS["underscore"]["words"])
SLASH_WORDS = "|".join(_SIGNS["slash"]["words"])
SLASH_BEGINS = tuple[str, ...](_SIGNS["slash"]["begins"])
DOT = (
    rf"(?: {{0,2}}[.,·•․。] {{0,2}}| {{0,2}}[\[({{<] {{0,2}}(?:\.|{DOT_WORDS}) {{0,2}}[\])}}>] {{0,2}}"
    rf"| {{1,2}}(?:{DOT_WORDS}) {{1,2}})"
)
SCHEME = r"(?:h(?:tt|xx)ps?(?::|\[:\])//)"
