"""Everybody else: people who talk about football, food, snow and bicycles."""

import re

from schakel.simulating.actors import NOTHING, Account, Body, Post
from schakel.simulating.chance import Chance, running
from schakel.simulating.stage import Stage
from schakel.simulating.tdesktop import NOT_INCLUDED
from schakel.simulating.words import Chatter

_SLOT = re.compile(r"\{(\w+)\}")
_Pattern = tuple[str, tuple[list[str], ...]]


class Talking:
    """Makes chatter: a large space of sentences, so that most of it is said once."""

    def __init__(self, stage: Stage, chance: Chance, talkers: list[Account]) -> None:
        self._stage = stage
        self._chance = chance
        self._talkers = talkers
        self._patterns = {name: _patterns(words) for name, words in sorted(stage.lexicon.chatter.items())}
        self._media = _media_bodies(stage)
        self._short = {
            name: [Body(stage.layout.plain(text)) for text in words.short]
            for name, words in sorted(stage.lexicon.chatter.items())
        }

    def day(self, count: int) -> None:
        """So many messages of chatter today."""
        stage = self._stage
        groups = stage.open_groups([chat.index for chat in stage.chats])
        if not groups or count <= 0:
            return
        sums = running([stage.chats[index].weight for index in groups])
        done = 0
        for place, index in enumerate(groups):
            upto = round(count * sums[place] / sums[-1])
            self._chat(index, upto - done)
            done = upto
        stage.made += done

    def _chat(self, index: int, count: int) -> None:
        stage, unit, habits = self._stage, self._chance.unit, self._stage.habits["talkers"]
        talkers, hours, zero, bucket = self._talkers, stage.hours, stage.zero, stage.buckets[index]
        crowd, shift, last = len(talkers), index * 7919, stage.zero + stage.length - 1
        reply_at, edited_at = habits["reply"], habits["edited"]
        before: list[Post] = []
        for _ in range(count):
            at = zero + hours[int(unit() * 1440)] + int(unit() * 90)
            who = talkers[(int(unit() * unit() * crowd) + shift) % crowd]
            post = Post(at if at < last else last, index, who, self._body(who.language), NOTHING)
            luck = unit()
            if luck < reply_at:
                before.append(post)
            elif luck > 1.0 - edited_at:
                post.edited = min(post.at + 30 + int(unit() * 900), last)
            bucket.append(post)
        self._link(index, before)

    def _link(self, index: int, replies: list[Post]) -> None:
        """Replies go to something said shortly before in the same chat."""
        bucket, unit = self._stage.buckets[index], self._chance.unit
        bucket.sort(key=lambda post: post.at)
        places = {id(post): place for place, post in enumerate(bucket)}
        for post in replies:
            back = places[id(post)] - 1 - int(unit() * unit() * 12)
            if back >= 0 and not bucket[back].body.service:
                post.reply = bucket[back]

    def _body(self, language: str) -> Body:
        stage, unit, habits = self._stage, self._chance.unit, self._stage.habits["talkers"]
        luck = unit()
        if luck < habits["short"]:
            short = self._short[language]
            return short[int(unit() * len(short))]
        if luck < habits["short"] + habits["media"]:
            return self._media[int(unit() * len(self._media))]
        patterns = self._patterns[language]
        form, slots = patterns[int(unit() * len(patterns))]
        text = form % tuple([slot[int(unit() * len(slot))] for slot in slots])
        if unit() < habits["emoji"]:
            tails = stage.lexicon.chatter[language].tails
            text += tails[int(unit() * len(tails))]
        return Body(stage.layout.plain(self._spoil(text)))

    def _spoil(self, text: str) -> str:
        """Now and then a character that the exporter cannot write properly."""
        luck, defects = self._chance.unit(), self._stage.habits["defects"]
        if luck < defects["control"]:
            return f"{text[:5]}\x1f{text[5:]}"
        if luck > 1.0 - defects["separator"]:
            return f"{text[:7]}\u2028{text[7:]}"
        return text


def _patterns(words: Chatter) -> list[_Pattern]:
    return [
        (_SLOT.sub("%s", form.replace("%", "%%")), tuple(words.slots[name] for name in _SLOT.findall(form)))
        for form in words.templates
    ]


def _media_bodies(stage: Stage) -> list[Body]:
    """Stickers, voice notes and pictures that the exporter left out."""
    layout, missing, empty = stage.layout, f'"{NOT_INCLUDED}"', stage.layout.text("")
    bodies = [Body(layout.photo(NOT_INCLUDED, 20_000 + 777 * i, 960, 1280) + empty) for i in range(8)]
    for emoji in ("😂", "👍", "🎈", "😭", "⚽"):
        sticker = [
            ("file", missing), ("file_name", '"sticker.webp"'), ("file_size", "18342"),
            ("media_type", '"sticker"'), ("sticker_emoji", f'"{emoji}"'), ("mime_type", '"image/webp"'),
            ("width", "512"), ("height", "512"),
        ]  # fmt: skip
        bodies.append(Body(layout.fields(sticker) + empty))
    for seconds in (3, 7, 12, 31):
        voice = [
            ("file", missing), ("file_name", f'"audio_{seconds}.ogg"'), ("file_size", str(seconds * 4100)),
            ("media_type", '"voice_message"'), ("mime_type", '"audio/ogg"'), ("duration_seconds", str(seconds)),
        ]  # fmt: skip
        bodies.append(Body(layout.fields(voice) + empty))
    contact = layout.nested(
        "contact_information", [("first_name", '"Opa"'), ("last_name", '""'), ("phone_number", '""')]
    )
    place = layout.fields([("place_name", '"Stadspark"'), ("address", '"Parklaan 1"')])
    place += layout.nested("location_information", [("latitude", "52.3"), ("longitude", "5.1")])
    return [*bodies, Body(contact + empty), Body(place + empty)]
