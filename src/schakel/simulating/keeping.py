"""Those who keep the groups: rules, pins, removals, forwards to the notice board, joins and polls."""

from schakel.simulating.actors import NOTHING, Body, Chat, Post
from schakel.simulating.chance import Chance
from schakel.simulating.names import Names
from schakel.simulating.stage import Stage
from schakel.simulating.tdesktop import quoted


class Keeping:
    """The keepers' day."""

    def __init__(self, stage: Stage, names: Names, chance: Chance) -> None:
        self._stage = stage
        self._names = names
        self._chance = chance
        self._habits = stage.habits["keepers"]
        self._warnings: dict[tuple[int, int], int] = {}  # chat, account

    def day(self) -> None:
        """Everything keepers do on a day, after the others have posted."""
        for chat in self._stage.chats:
            if not chat.open or chat.keeper is None:
                continue
            if chat.is_channel:
                self._forward(chat)
            else:
                self._rules(chat)
                self._joins(chat)
                self._poll(chat)
        self._remove_scammers()

    def _rules(self, chat: Chat) -> None:
        stage, chance = self._stage, self._chance
        if (stage.day + chat.index * 3) % int(self._habits["rules_days"]) or chat.keeper is None:
            return
        text = chance.pick(stage.lexicon.talk["nl"]["rules"]).replace("{c}", chat.keeper.handle)
        at = stage.moment(chance)
        rules = stage.put(Post(at, chat.index, chat.keeper, stage.say(text), NOTHING))
        pin = stage.service(
            at + 20, chat.index, chat.keeper, stage.layout.fields([("action", '"pin_message"')])
        )
        pin.reply = rules

    def _joins(self, chat: Chat) -> None:
        stage, chance = self._stage, self._chance
        mean = self._habits["joins"] * stage.target / stage.settings.days / len(stage.chats)
        for _ in range(chance.poisson(mean)):
            who = stage.registry.person("nl") if chance.yes(0.3) else chance.pick(stage.buyers)
            at = stage.moment(chance)
            if chance.yes(0.8):
                action = [("action", '"join_group_by_link"'), ("inviter", quoted(chat.title))]
                stage.service(at, chat.index, who, stage.layout.fields(action))
            elif chat.keeper is not None:
                lines = stage.layout.fields([("action", '"invite_members"')])
                lines += stage.layout.names("members", [who.name or None])
                stage.service(at, chat.index, chat.keeper, lines)

    def _poll(self, chat: Chat) -> None:
        stage, chance = self._stage, self._chance
        if (stage.day + chat.index * 5) % int(self._habits["poll_days"]) != 1 or chat.keeper is None:
            return
        talk = stage.lexicon.talk["nl"]
        answers = [(text, chance.below(40)) for text in chance.some(talk["poll_answers"], 3)]
        body = Body(stage.layout.poll(chance.pick(talk["poll"]), answers) + stage.layout.text(""))
        stage.put(Post(stage.moment(chance), chat.index, chat.keeper, body, NOTHING))

    def _forward(self, chat: Chat) -> None:
        """The notice board takes over some of today's advertisements."""
        stage, chance = self._stage, self._chance
        for _ in range(chance.poisson(len(stage.today_ads) * 0.012)):
            ad = chance.pick(stage.today_ads)
            if ad.who is None:
                continue
            at = min(ad.at + 300 + chance.below(4000), stage.zero + stage.length - 1)
            post = Post(at, chat.index, chat.account, ad.body, ("offer", ad.seller, ad.campaign))
            post.extra = stage.layout.forwarded(ad.who)
            stage.put(post)

    def _remove_scammers(self) -> None:
        """Counts today's warnings, honest or not: the keeper cannot know which are."""
        stage = self._stage
        for bucket in stage.buckets:
            for post in bucket:
                if post.act == "warning":
                    self._count(post)

    def _count(self, post: Post) -> None:
        stage, chance = self._stage, self._chance
        seller, chat = stage.by_key[post.seller], stage.chats[post.chat]
        account = seller.account()
        if account is None or chat.keeper is None:
            return
        key = (post.chat, account.tg_id)
        self._warnings[key] = self._warnings.get(key, 0) + 1
        if self._warnings[key] < self._habits["ban_after"] or not chance.yes(self._habits["ban"]):
            return
        at = min(post.at + 120 + chance.below(7200), stage.zero + stage.length - 1)
        lines = stage.layout.fields([("action", '"remove_members"')])
        lines += stage.layout.names("members", [account.name])
        stage.service(at, post.chat, chat.keeper, lines)
        self._names.ban(seller, account, at, f"{self._warnings[key]} warnings")
        text = chance.pick(stage.lexicon.talk["nl"]["removed"])
        stage.plan(Post(at + 30, post.chat, chat.keeper, stage.say(text), NOTHING))
