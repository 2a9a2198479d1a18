"""What buyers say of crews where others read it: praise, complaints, warnings, grudges, and who joins in."""

OPEN = ("markt", "wijk", "praat")


def opinions(w, c, crew, a, q, asker):
    r = w.rng
    who = [x for x in w.people if crew.cid in x.trust and c in x.acct.chats and x is not asker]
    r.shuffle(who)
    n = 0
    for x in who[:4]:
        if r.random() < 0.25 + x.voice:
            t = x.trust[crew.cid]
            react(w, x, c, q, "yes" if t > 0 else "no", crew)
            asker.trust.setdefault(crew.cid, 0)
            asker.trust[crew.cid] += 0.5 if t > 0 else -0.9 * (1 + asker.care)
            n += 1
    for f in crew.friends:
        if r.random() < 0.35 and c in f.acct.chats:
            w.soon(1, 30, react, w, f, c, q, "yes", crew)
            asker.trust[crew.cid] = asker.trust.get(crew.cid, 0) + 0.6
            n += 1
    if not n and c.members and r.random() < 0.5:
        x = r.choice(c.members)
        if not x.fid.startswith("channel") and not x.crew:
            w.current = c
            w.soon(
                1,
                30,
                w.post,
                c,
                x,
                w.say(x.hand, w.line("nl", "dunno") if c.lang == "nl" else r.choice(["?", "🤷‍♂️", "idk"])),
            )


def react(w, x, c, m, key, crew):
    lang = w.lang_for(x.lang, c)
    w.current = c
    act = {"yes": "vouch", "good": "vouch", "no": "warning", "bad": "warning"}[key]
    w.post(c, x.acct, w.say(x.hand, w.line(lang, key)), act, reply=m)


def grudge(w, p, crew, c, key):
    if crew.active():
        warn(w, p, crew, None, c, key)


def feedback(w, crew, p, key):
    """The shop shows what a customer wrote."""
    c = crew.channel
    if c is None or not crew.active():
        return
    v = w.voice_of(c)
    r = w.rng
    if r.random() < 0.25:
        w.post(
            c,
            v,
            r.choice(
                ["", "🙏", "feedback 💯", "weer een tevreden klant" if c.lang == "nl" else "another one"]
            ),
            "vouch",
            photo=((r.randrange(10**6), 1), False),
            crew=crew,
        )
    else:
        w.current = c
        text = w.say(
            p.hand,
            w.line(p.lang, "vouch"),
            {
                "who": r.choice(
                    [crew.brand, crew.brand.split(" ")[0].lower(), "jullie" if p.lang == "nl" else "guys"]
                ),
                "g": w.good(key, p.lang),
                "h": p.hood,
            },
        )
        w.post(c, v, text.strip(" ,"), "vouch", fwd=p.acct.name, crew=crew)


def praise(w, p, crew, c, reply, key="vouch", tip=False, good=None, a=None):
    r = w.rng
    k = good or r.choice(list(crew.goods))
    lang = w.lang_for(p.lang, c)
    w.current = c
    live = (
        [x for x in crew.live() if c in x.chats and not x.fid.startswith("channel")]
        or crew.live()
        or crew.accounts
    )
    a = a or live[-1]
    photo = ((r.randrange(10**6), r.choice([0, 1])), False) if r.random() < 0.06 else None
    ad = crew.lastad.get(c)
    if reply is None and ad is not None and r.random() < 0.3:
        reply = ad
    w.post(
        c,
        p.acct,
        w.say(p.hand, w.line(lang, key), {"who": w.ref(crew, a, c), "g": w.good(k, lang), "h": p.hood}),
        "vouch",
        reply=reply,
        photo=photo,
    )
    w.gossip[(c.cid, crew.cid)] = w.gossip.get((c.cid, crew.cid), 0) + 0.3
    if not tip:
        p.acct.shows["buys"] = True
    if r.random() < 0.12:
        chime(w, c, crew, c.last, True)


def warn(w, p, crew, a, c, key, pat="warn"):
    r = w.rng
    lang = w.lang_for(p.lang, c)
    live = [x for x in crew.live() if c in x.chats] or crew.live() or crew.accounts
    a = a or live[-1]
    w.current = c
    photo = ((r.randrange(10**6), 1), False) if r.random() < 0.12 else None
    ad = crew.lastad.get(c)
    m = w.post(
        c,
        p.acct,
        w.say(p.hand, w.line(lang, pat), {"who": w.ref(crew, a, c), "g": w.good(key, lang)}),
        "warning",
        reply=ad if ad is not None and r.random() < 0.3 else None,
        photo=photo,
    )
    if m is None:
        return
    if pat == "warn":
        p.acct.shows["buys"] = True
    w.gossip[(c.cid, crew.cid)] = w.gossip.get((c.cid, crew.cid), 0) - 0.7
    c.complaints.setdefault(crew.cid, []).append(w.now)
    if r.random() < 0.5:
        chime(w, c, crew, m, False)
    if (
        live
        and a in c.members
        and not a.fid.startswith("channel")
        and r.random() < (0.3 if crew.ghost else 0.45)
    ):
        w.soon(2, 120, deny, w, c, crew, a, m)
    for f in crew.friends:
        if c in f.acct.chats and r.random() < 0.3:
            w.soon(3, 60, react, w, f, c, m, "good", crew)
    w.soon(10, 900, w.judge, c, crew)


def deny(w, c, crew, a, m):
    w.current = c
    w.post(c, a, w.say(crew.hand(), w.line(w.lang_for(crew.lang, c), "deny")), reply=m, crew=crew)


def chime(w, c, crew, m, good):
    r = w.rng
    for x in [x for x in w.people if crew.cid in x.trust and c in x.acct.chats][:12]:
        if r.random() < 0.1 + 0.4 * x.voice and m is not None and m.acct is not x.acct:
            w.soon(1, 90, react, w, x, c, m, "good" if x.trust[crew.cid] > 0 else "bad", crew)


def friend_day(w, crew, t):
    """Praise that was bought, or is owed."""
    r = w.rng
    for f in crew.friends:
        if r.random() < 0.11:
            cs = [c for c in f.acct.chats if c.kind in OPEN]
            if cs:
                w.at(t + r.uniform(13, 24) * 3600, paid, w, f, crew, r.choice(cs))


def paid(w, f, crew, c):
    if crew.active():
        praise(w, f, crew, c, None, tip=True)
        f.acct.roles.add("voucher")


def slander(w, crew, p, c):
    if crew.active():
        warn(w, p, crew, None, c, w.rng.choice(list(crew.goods)), "slander" if c.lang == "nl" else "bad")
