"""English."""

ONELINE = """
{g} in stock, {a}, {c}
who needs {g} hmu {c}
{g} {p} per {u} [delivered|meet up] {a}
fire {g} just landed {c}
[selling|got] {g}, {g2}, {g3} dm
{g} & {g2} [on deck|ready] {a}
{q}{u} {g} for {p} today only
tap in {a} 🔌 {g} {g2} {c}
worldwide shipping {g} stealth vac sealed {c}
no timewasters, {g} {p}
last bit of {g} {p} gone when gone
menu in dms {g} {g2} {g3}
weekend special {q} {g} {p}
"""
OPEN = """
🔌 {n} 🔌
MENU {n}
[We're open|OPEN NOW|Back online] {a}
{n} updated list
Shipping all EU 📦
what we got today:
"""
CLOSE = """
[Order|Contact]: {c}
{c}
Min order {m}
cash on delivery
crypto only, {c}
No prepay no problem, meet ups
Tracked next day
serious buyers only
open {h}
"""
PREPAY = """
payment upfront btc/usdt {w}
full upfront, no exceptions. {w}
50% deposit before dispatch
"""
HARVEST = """
New customers send ID + selfie for verification
fill in the form with your number and address first
"""
RESTOCK = """
{g} back in stock {p} {c}
restocked {g} 🔥
new batch of {g} landed, {p}
"""
PRICECUT = """
{g} now {p} (was {p2})
price drop {g} {p}
"""
SOLDOUT = """
{g} sold out, back in 2 days
all gone thanks everyone
"""
CLOSED = """
closed today back tmrw
off till {d}
"""
OPENED = """
online now {a}
drivers out {a} hit me
"""
NEWACC = """
old acc got banned this is the new one, {n}
backup of {n}, {c}
"""
IMITWARN = """
fake {n} going round, only real one is {c}
someone copied my page, check the @ {c}
"""
SELFVOUCH = """
feedback today 👇 "{v}"
"{v}" appreciate the love 🙏
"""
ANSWER_HAVE = """
got it dm
I got {g} pm me
{p} dm
hmu {c}
"""
ANSWER_AD = """
dm
yes still
check dm
{p}
tmrw
"""
BULKLINE = """
{g} per {q} {p}, serious only
bulk {g} {q} {u} {p}, can deliver EU
wholesale {g} from {q}, samples ok
"""
VEILLINE = """
{v1} and {v2} in the fridge 😉 {c}
groceries: {v1} {p}, {v2}
"""
PRAISE_R = """
legit
real deal
came in 30 mins
W plug
vouch
solid 💯
landed today, thanks bro
"""
PRAISE_N = """
{w} legit vouch
big ups {w}, {g} fire
{w} came through, 2 day shipping
vouch for {w}, used him 6 times
{w} is real don't sleep
"""
PRAISE_PAID = """
Received from {w} today, amazing quality 10/10
{w} is 100% legit and trusted, highly recommended
best vendor {w} fast delivery ⭐⭐⭐⭐⭐
"""
WARN_R = """
scammer
scam don't pay
took my {m} and blocked me
fake pics
never replies
bunk {g}
"""
WARN_N = """
{w} scammed me {m}
don't send money to {w}
{w} is a ripper, blocked after btc
{w} sends fakes, tested negative
{w} asks for ID, avoid
same guy new name {w}
"""
WARN_VEX = """
{w} 2 hours late smh
{w} short on weight again
"""
SLANDER_N = """
{w} is a fed stay away
{w} exit scamming everyone leave
"""
REQUEST = """
anyone got {g} in {a}
looking for {g} {q}{u}
who's around {a} with {g}
need {g} tonight {a}
[plug|link] for {g}?
in {a} for the weekend need {g} and {g2}
anyone ship {g} to uk
"""
REQUEST_R = """
still got?
price?
how much for {q}
do you deliver {a}
ship to uk?
"""
BUMP_R = """
dm
pm sent
check dm bro
hmu
"""
CHECK = """
{w} legit?
anyone used {w}?
is {w} real or scam
"""
CHECK_R = """
legit?
anyone tried?
"""
CHECK_YES = """
yeah legit
never had issues
"""
CHECK_NO = """
scam bro
nah ripped me
"""
CHECK_DUNNO = """
use escrow
no idea
"""
RECRUIT = """
drivers needed {a}, {m} per night, own car
looking for someone to receive parcels {m} each
need EU bank drops, 40% yours
lorry drivers nl-uk wanted, good money
"""
JOBSEEK = """
looking for driving work {a}, got van
anyone got work? clean licence
"""
COURIER = """
on my way
at {a} 10 min
3 dropped 2 left
ferry delayed, tomorrow morning
"""
MONEY = """
usdt to cash {a} {pct} {c}
swap btc/eur no kyc {pct}
"""
RULES = """
Rules: english only, no spam, use escrow
no scamming no minors, ban on sight
"""
REALLIST = """
✅ VERIFIED VENDORS ✅
trusted list, everyone else own risk
"""
SCAMLIST = """
❌ SCAMMER LIST ❌
banned rippers:
"""
BOTTALK = """
Welcome {x}! Please read the rules and press the button.
{x} has been warned (1/3). Reason: spam
{x} was muted for 24h
Message deleted: forbidden word
{num} spammers blocked this week
"""
KEEPTALK = """
chat locked till morning
removed 5 bots
backup group t.me/+{hash}
"""
TOPICS = {
    "football": (
        """
who's watching the game tonight
arsenal are bottling it again
that ref is blind
""",
        """
lol no chance
2-1 easy
cope
stream down
hahaha
""",
    ),
    "life": (
        """
morning all
rain again ffs
anyone been to {club}? worth it?
how long does customs take these days
got a spare ticket for saturday face value
selling my bike {num} euro
test your stuff people, bad batch going round
seen the news? big seizure in the port
flight to spain is cheaper than the train lol
""",
        """
morning
same here
yeah mate
link?
nah
too expensive
lol
stay safe
true
gm
""",
    ),
}
SHORT = """
lol
yeah
nah
ok
gm
facts
bro
?
thanks
"""
HOURS = ["12-12", "24/7", "2pm-2am", "10am till late"]
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
