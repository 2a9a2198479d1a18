"""Messages written letter for letter as Telegram Desktop writes them, its two known defects included."""

import re
from json.encoder import encode_basestring

from schakel.simulating.actors import Account

NOT_INCLUDED = "(File not included. Change data exporting settings to download.)"
_MARKED = re.compile(
    r"(?P<link>https?://[^\s]+|t\.me/\w+)|(?P<mention>@\w{4,32})|(?P<hashtag>#\w{2,})"
    r"|(?P<phone>\+31 ?6 ?\d{8})"
)
_CONTROL = re.compile(r"\\u00([0-9a-f]{2})")


def quoted(text: str) -> str:
    r"""A text as the exporter quotes it: control characters as \xHH, which is not JSON, and U+2028 as its
    escape followed by two bytes that are no UTF-8 (kept as lone surrogates until the file is written).
    """
    out = encode_basestring(text)
    if "\\u00" in out:
        out = _CONTROL.sub(lambda found: "\\x" + found.group(1).upper(), out)
    if "\u2028" in out:
        out = out.replace("\u2028", "\\u2028\udc80\udca8")
    return out


class Layout:
    """Indents by place: a single chat starts messages at two spaces, a whole account at five."""

    def __init__(self, outer: int) -> None:
        self.brace = " " * outer
        self.key = " " * (outer + 1)
        self._in1 = " " * (outer + 2)
        self._in2 = " " * (outer + 3)

    def sender(self, account: Account) -> str:
        """The lines that say who wrote; null for somebody whose account is gone."""
        name = quoted(account.name) if account.name else "null"
        return f',\n{self.key}"from": {name},\n{self.key}"from_id": "{account.from_id}"'

    def forwarded(self, account: Account) -> str:
        """The lines that say from whom a message was forwarded."""
        name = quoted(account.name) if account.name else "null"
        return f',\n{self.key}"forwarded_from": {name},\n{self.key}"forwarded_from_id": "{account.from_id}"'

    def plain(self, text: str) -> str:
        """The lines of a text without anything marked in it."""
        word, k = quoted(text), self.key
        return (
            f',\n{k}"text": {word},\n{k}"text_entities": [\n{self._in1}{{\n{self._in2}"type": "plain",\n'
            f'{self._in2}"text": {word}\n{self._in1}}}\n{k}]'
        )

    def text(self, text: str, bold: int = 0) -> str:
        """The lines of a text; mentions, links, hashtags, phones and the first `bold` letters are marked."""
        if not text:
            return f',\n{self.key}"text": "",\n{self.key}"text_entities": []'
        parts = _parts(text, bold)
        if len(parts) == 1 and parts[0][0] == "plain":
            return self.plain(text)
        mixed = ",\n".join(
            f"{self._in1}{quoted(words)}" if kind == "plain" else self._entity(kind, words)
            for kind, words in parts
        )
        entities = ",\n".join(self._entity(kind, words) for kind, words in parts)
        k = self.key
        return f',\n{k}"text": [\n{mixed}\n{k}],\n{k}"text_entities": [\n{entities}\n{k}]'

    def _entity(self, kind: str, words: str) -> str:
        one, two = self._in1, self._in2
        return f'{one}{{\n{two}"type": "{kind}",\n{two}"text": {quoted(words)}\n{one}}}'

    def photo(self, path: str, size: int, width: int, height: int) -> str:
        """The lines of a photo."""
        k = self.key
        return (
            f',\n{k}"photo": "{path}",\n{k}"photo_file_size": {size},'
            f'\n{k}"width": {width},\n{k}"height": {height}'
        )

    def fields(self, pairs: list[tuple[str, str]]) -> str:
        """Any other lines; values are JSON already."""
        return "".join(f',\n{self.key}"{name}": {value}' for name, value in pairs)

    def nested(self, name: str, pairs: list[tuple[str, str]]) -> str:
        """The lines of an object in the message; values are JSON already."""
        rows = ",\n".join(f'{self._in1}"{key}": {value}' for key, value in pairs)
        return f',\n{self.key}"{name}": {{\n{rows}\n{self.key}}}'

    def poll(self, question: str, answers: list[tuple[str, int]]) -> str:
        """The lines of a poll."""
        one, two, three = self._in1, self._in2, self._in2 + " "
        rows = ",\n".join(
            f'{two}{{\n{three}"text": {quoted(text)},\n{three}"voters": {voters},\n{three}"chosen": false\n{two}}}'
            for text, voters in answers
        )
        total = sum(voters for _, voters in answers)
        return (
            f',\n{self.key}"poll": {{\n{one}"question": {quoted(question)},\n{one}"closed": false,\n'
            f'{one}"total_voters": {total},\n{one}"answers": [\n{rows}\n{one}]\n{self.key}}}'
        )

    def reactions(self, emoji: str, count: int) -> str:
        """The lines of one kind of reaction."""
        one, two = self._in1, self._in2
        return (
            f',\n{self.key}"reactions": [\n{one}{{\n{two}"type": "emoji",\n{two}"count": {count},\n'
            f'{two}"emoji": "{emoji}"\n{one}}}\n{self.key}]'
        )

    def names(self, key: str, names: list[str | None]) -> str:
        """The lines of a list of names; null where a name is unknown."""
        rows = ",\n".join(f"{self._in1}{quoted(name) if name is not None else 'null'}" for name in names)
        return f',\n{self.key}"{key}": [\n{rows}\n{self.key}]'


def _parts(text: str, bold: int) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    at = 0
    if bold:
        parts.append(("bold", text[:bold]))
        at = bold
    for found in _MARKED.finditer(text, at):
        if found.start() > at:
            parts.append(("plain", text[at : found.start()]))
        parts.append((found.lastgroup or "plain", found.group()))
        at = found.end()
    if at < len(text):
        parts.append(("plain", text[at:]))
    return parts
