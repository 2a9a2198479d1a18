"""German."""

ONELINE = """
{g} [am start|da|vorrätig] {a} {c}
wer braucht {g} schreibt mir {c}
{g} {p} pro {u} [lieferung|treff] {a}
verkaufe {g}, {g2}, {g3} pn
{q}{u} {g} für {p} nur heute
versand de/at/ch {g} {g2} diskret {c}
frisch rein {g}, beste quali {c}
{g} nur ab {q}, {p}
rest {g} {p} muss weg
moin {a}, {g} und {g2} liegen bereit
"""
OPEN = """
{n} Preisliste
Moin Leute, Liste von heute
🔥 {n} {a} 🔥
wieder da 🟢
"""
CLOSE = """
Kontakt {c}
{c}
MBW {m}
Barzahlung bei Übergabe
nur ernste Anfragen
Versand am selben Tag, Treuhand ok
offen {h}
"""
PREPAY = """
Nur Vorkasse btc {w}
Vorkasse, dann Versand mit Tracking {w}
"""
RESTOCK = """
{g} wieder da {p}
neue charge {g} {c}
"""
SOLDOUT = """
{g} leer, freitag wieder
alles weg danke
"""
CLOSED = """
heute zu
bis {d} im urlaub
"""
NEWACC = """
alter acc gesperrt, bin jetzt hier, {n}
"""
PRAISE_R = """
läuft
ehrenmann
alles top danke
legit
schnell da gewesen
"""
PRAISE_N = """
{w} ist korrekt
bei {w} bestellt, 2 tage, alles gut
kann {w} empfehlen, {g} sauber
{w} ehrenmann, immer pünktlich
"""
WARN_R = """
betrüger
abzocke nicht zahlen
hat mich um {m} abgezogen
fake bilder
blockt nach zahlung
"""
WARN_N = """
{w} ist scam, {m} weg
vorsicht vor {w}
bei {w} nix angekommen
{w} will ausweis sehen, finger weg
{w} streckt, {g} war müll
"""
REQUEST = """
jemand {g} in {a}?
suche {g} {q}{u}
wer hat {g} raum {a}
brauche heute noch {g}
wer fährt {a}
"""
REQUEST_R = """
noch da?
preis?
was für {q}
auch {a}?
"""
BUMP_R = """
pn
check pn
schreib dir
"""
CHECK = """
{w} seriös?
jemand erfahrung mit {w}?
"""
CHECK_YES = """
ja passt
nie probleme gehabt
"""
CHECK_NO = """
nee betrug
finger weg
"""
RECRUIT = """
fahrer gesucht {a}, {m} pro tour
suche leute mit konto, 30% für euch
läufer gesucht {a}, täglich bar
"""
COURIER = """
bin unterwegs
stau auf der a3
2 übergeben, 4 noch
"""
MONEY = """
usdt gegen bar {a} {pct} {c}
"""
ANSWER_HAVE = """
hab ich pn
{p} schreib mir
"""
ANSWER_AD = """
pn
ja
{p}
"""
TOPICS = {
    "alltag": (
        """
moin zusammen
wer guckt heute [bvb|bayern|köln]
schon wieder bahn streik
wer geht samstag ins {club}
verkaufe fahrrad {num} euro mit rechnung
gestern kontrolle an der grenze, alle raus
wie lang ist cbd nachweisbar
""",
        """
moin
haha
nee
nie im leben
same
alter
link?
stimmt
pn
zu teuer
""",
    ),
}
SHORT = """
ja
ne
haha
ok
digga
stimmt
"""
DAYS = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]
