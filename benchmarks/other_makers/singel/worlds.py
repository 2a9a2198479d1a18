"""The six worlds (numbers in `data/common_worlds.toml`, mechanisms in the modules named).

**gracht**: an ordinary Dutch city market (Utrecht, with Arnhem, Amsterdam and visitors who write English). Cash at the door, retail of all drugs and some
shop goods, five delivery crews. A third of the sellers are ghosts (34 %): one report found
13 of 13 sellers real, another nearly none; a third lies between.

**kaai**: a whole chain of cocaine and hashish, port to street (Antwerp, Rotterdam, Brussels, Liège, Madrid; Dutch, French, English, Spanish). Suppliers
unload, wholesalers sell blocks in two closed trade groups, retailers ask there for stock, money handlers change cash by token, drivers offer space.
Port crews talk in their own groups in turns of five to nine days: plan, wait, loss or success, pay. Recruiters look for port hands. Ghosts 20 %: who has
to be known to trade is less easily a ghost.

**ketel**: a whole chain of amphetamine, MDMA, ketamine and designer drugs, laboratory to street (Eindhoven, Tilburg, Maastricht, Groningen, Cologne; Dutch and
German). Laboratory crews, trade over the border, recruiters for barns, hands and drivers. Ghosts 26 %.

**spiegel**: an adapted market (Amsterdam, Rotterdam, The Hague, visitors). Nearly half of the ghosts and three in ten real sellers buy praise, from a pool
that praises many and from fresh accounts; a fifth of the sellers slander rivals; 45 % of real sellers ask money first; bans and a sweep make many new
accounts. Ghosts 50 %.

**haven**: an international market (Berlin, Paris, Madrid, Barcelona, Istanbul, London, and Russian speakers in Europe with dead drops), hardly any Dutch.
Ghosts 42 %.

**stil**: arms, papers, fraud and fireworks (Rotterdam, The Hague, Antwerp, Brussels, Cologne), much posting and little reaction, prepayment is usual.
Ghosts 60 %: with such goods hardly anyone can check or complain.

What acts, and what follows from it
- Sellers (`sellers.py`): post the same few texts by a personal rate and hours, answer, run out, come back, shut for the night; some buy praise, some
  slander. How much of a working day somebody shows is a habit (`slack`) of real and ghost alike; real ones have somewhat more to tell.
- Ghosts have a trick: money first (52 %), rubbish in place of goods (22 %, and some buyers praise rubbish), a bot that only posts (14 %), fishing for data
  (12 %). A third and more of them take text, prices, photos and sometimes the name from a real seller (`thieves.py`); one in seven of their victims then
  blames the real one.
- Customers (`customers.py`): ask in groups or go to who they know or by praise and blame; most deals leave no trace. Praise after 8 to 9 % of good deals,
  warning after 34 to 44 % of losses, and real sellers get warnings for bad goods, for asking money first, and out of spite. Who paid nothing seldom writes.
- Keepers and the platform (`keepers.py`): bans for complaints, rightly or not; random bans; sweeps that hit a fifth; three in four come back.
- Aliases (`aliases.py`): half of the sellers have more than one account: after a ban, a second brand, a channel, a separate account for the crew's chat.
  Each thing (phone, wallet, handle elsewhere, name, text, prices, photos) is kept or not by carelessness (beta 2.4, 1.8); about one pair in four shows nothing
  but style, place and hours. Strangers share too: thieves, a wholesaler's photos at his retailers, a sold phone line, an exchange office's wallet.
- Crews and trade (`chain.py`): dispatch, stock, till and trouble in crews' own chats; traders' requests, deals, praise and blame in closed groups.
- Recruiters (`recruiting.py`), talk (`chatter.py`).

How messages are labelled
- offer: it offers goods (with commodities) or a service of the trade (changing money, transport: no commodity). "Back in stock" is an offer, "sold out" is none.
- request: asks for goods or a price, or who is active (no commodity then), or for transport or money changing (no commodity).
- vouch, warning: also short answers that do it in their thread ("yes, is good" under "is X legit?"); bans that are announced, lists of cheats, and a keeper's
  "many cheats today, never pay first" are warnings. A nag ("where are you?"), a denial, a question whether somebody is to be trusted is none.
- recruit: looks for riders, port hands, houses, drivers, bank accounts, in crews' chats too; who looks for work himself is none.
- none: the rest, bare answers ("dm"), new-account notes, legal trade, care for health, and all that a crew says to itself about its own stock and rounds.
- Roles: who praises for money is a voucher; a customer who praises stays customer. Riders and tills of a crew have a role and no seller.
"""

WORLDS = ("gracht", "haven", "kaai", "ketel", "spiegel", "stil")
