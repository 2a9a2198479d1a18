"""Dutch: how sellers advertise."""

ONELINE = """
{g} nog [genoeg|zat] liggen, {a} en omstreken, {c}
[wie zoekt|wie wilt] {g} [stuur|app] {c}
{g} {p} per {u} {a} [bezorgd|ophalen|meet up]
{G} [vandaag|nu] [binnen|aan], top [spul|kwa|kwaliteit] {c}
Te koop {g} {p}
tk: {g}, {g2} en {g3}. {c}
{g} + {g2} [rijden|rijdt] nu {a}
[Wij rijden|We rijden weer|Rijden] {a} {g} {g2} {g3} {c}
iemand {g} nodig? [pb|dm|stuur privé] {c}
{g} [weg|moet weg] vandaag, {p} laatste
laatste beetje {g} voor {p}, weg is weg
{g} {q}{u} {p} 🔥 {c}
nu {a} met {g}, 20 min bij je
[goeie|goede|dikke] {g} geen troep getest, {p} de {u}
[hele dag|de hele nacht|tot 4u] open voor {g} en {g2} {c}
{g}{g2e} leveren aan huis {a} v.a. {m}
[heb|hebben] {g} vers, geen oude meuk. {c}
[wie wat nodig heeft|wie nodig] {g}/{g2}/{g3} pb
{g} per post door heel NL en BE, {p} per {u}, stealth {c}
[Bestel voor|Besteld voor] 21u = morgen in huis 📦 {g} {g2} {c}
{g} alleen per {q}, {p}, niet vragen voor minder
onder {m} kom ik niet rijden. {g} {g2}. {c}
Ey {a} waar zijn jullie 😂 {g} ligt klaar {c}
Goedemorgen {a}, {g} en {g2} staan klaar ☕ {c}
weekend deal: {q} {u} {g} voor {p}
[2 halen 1 betalen|3e gratis] op {g} alleen [vandaag|dit weekend] {c}
{g} {p}. niet onderhandelen. {c}
Menu in pb. {g}, {g2}, {g3}
bel of app {c} voor {g} {a}
{a} ✅ {g} ✅ {g2} ✅ snel ✅ {c}
heb nog {q} {u} {g} over van gister {p}
wederom de beste {g} van {a}, zie foto. {c}
foto van vandaag met datum erbij 📸 {g} {c}
{g} is [echt bizar|niet normaal] deze batch, {p}
Nieuwe klanten krijgen [een proefje|korting] bij {g} {c}
We zitten ook in {a} nu!! {g} {g2} {c}
{G}❗{G2}❗{G3}❗ {c}
op=op {g} {p}/{u}
{g} beschikbaar, ook grotere aantallen, {c}
💯 {g} {p} 💯 {a} 💯 {c}
"""
OPEN = """
[🔥|⭐|🚀] {n} [🔥|⭐|🚀]
{n} - {a}
MENU {n}
Prijslijst [{mon}|vandaag|week]
Welkom bij {n} 👋
[Goedemiddag|Goeiemorgen|Goedenavond] allemaal
{a} [en omstreken|e.o.|+ omgeving]
[Wij zijn weer open|WEER OPEN|we zijn er weer|OPEN]
[Beste prijs kwaliteit|Alleen topkwaliteit], geen gelul
Bezorging {a} 🚗💨
📦 Verzending NL / BE / DE 📦
‼️ NIEUWE LIJST ‼️
Update {d}
{n} sinds [2019|2020|2021|2022]
Al jaren vertrouwd in {a}
Lijstje van vandaag:
[wat er ligt|dit ligt er|op voorraad]:
🟢 ONLINE 🟢
Hallo [beste|lieve] mensen, hierbij de lijst
*** {n} ***
➖➖➖➖➖➖
Ez mannen en vrouwen
nieuw hier, niet nieuw in het vak
"""
CLOSE = """
Bezorgen vanaf {m} 🚗
Minimaal {m}, {a} [gratis|geen bezorgkosten]
[Contact|Bestellen]: {c}
{c}
Alleen serieuze [mensen|klanten|pbs]
Geen tijdverspillers aub
[Cash|Contant] bij levering
Betalen kan met cash of tikkie
Crypto of cash, {c}
Open van {h}
{h} elke dag
Stuur adres + bestelling, dan hoor je hoelang
[Wij komen binnen|Bij je binnen] 30 [min|minuten]
Verzenden = vooraf betalen (btc/usdt)
Feedback in onze [groep|kanaal], vraag maar
niet bellen alleen appen
Eerst pb dan pas adres
Geen kinderen onder de 18!!
[Let op|LET OP] nepaccounts, dit is mijn enige: {c}
Discreet en snel 🤝
Niet goed geld terug
Tussenpersoon van de groep altijd oké
Korting bij vaste klanten
Groothandel apart vragen
we rijden {a}
[vragen?|meer weten?] {c}
ophalen kan ook
Eerste keer? Dan [ID|selfie] niet nodig, gewoon normaal doen
foto's en filmpjes in pb
"""
PREPAY = """
Vooraf betalen, geen uitzondering. {w}
Betaling vooraf met btc / paysafe
Alleen met aanbetaling [50%|helft vooraf] ivm nepbestellingen
Eerst tikkie dan stuur ik de rijder
Betaling via {w}
ivm fakers voortaan aanbetaling van {m}
Post = vooruit betalen. Track & trace krijg je zelfde dag
Wij werken alleen nog met vooruitbetaling
"""
HARVEST = """
Stuur ff een selfie met id zodat ik weet dat je geen politie bent
Nieuwe klant: naam + nummer + adres doorsturen voor screening
Verificatie verplicht (foto id), daarna lijst
Meld je aan via de link in bio en vul je gegevens in
"""
RESTOCK = """
{g} weer binnen!! {p}
[weer|eindelijk weer] {g} 🙌 {c}
Nieuwe batch {g} vanmiddag binnen gekomen, {p}
{g} terug van weggeweest
RESTOCK {G} {p} {c}
jullie vroegen erom: {g} is terug
nieuwe smaak {g} binnen, eerste testers enthousiast
{g} aangevuld {a}
vers [van de pers|binnen] {g} {c}
"""
PRICECUT = """
{g} nu {p} (was {p2})
Prijs omlaag!! {g} {p}
{g} van {p2} naar {p} tot zondag
prijsverlaging op {g}: {p} per {u}
sorry mannen {g} is iets duurder geworden, {p}
inkoop omhoog dus {g} nu {p}
"""
SOLDOUT = """
{g} is op, morgen weer
{g} ff op mensen
uitverkocht, wachten op nieuwe
vandaag geen {g} meer
alles weg bedankt allemaal 🙏
{g} uitverkocht tm vrijdag
even wachten op aanvulling, ben over 2 dagen terug
"""
CLOSED = """
vandaag dicht, morgen weer
we zijn gesloten tot {d}
[ff|even] paar dagen weg, {d} terug
Dicht voor vandaag, welterusten
rijder ziek, vandaag geen bezorging
auto stuk 😩 vandaag alleen ophalen
vakantie! {d} weer van de partij
Door drukte loopt het uit, sorry voor het wachten
"""
OPENED = """
online 🟢
[weer aan|we zijn aan|open] {a} {c}
[vanaf nu|tot 3 uur vannacht] bereikbaar {c}
goeiemorgen, ben aan
rijden weer, stuur maar
slots vrij vanavond pb
2 rijders op de weg vanavond, weinig wachttijd
"""
NEWACC = """
oude account weg, dit is de nieuwe, zelfde als altijd {n}
[Geband|Verwijderd] door telegram 🙄 hier verder, {n}
backup van {n}, voeg toe: {c}
Nieuw nummer! oude niet meer gebruiken {c}
ben [t|het] weer {n}, acc kwijt geraakt
"""
IMITWARN = """
LET OP nep {n} in omloop, enige echte: {c}
er doet iemand zich voor als ons. check altijd de @. {c}
Mensen mijn foto's worden gejat, ik zit alleen hier {c}
nepaccount met onze naam en lijst, trap er niet in!!
wij vragen NOOIT vooraf geld, degene die dat doet is een namaker
"""
SELFVOUCH = """
[Feedback van vandaag|weer een blije klant|Reviews] 👇 "{v}"
"{v}" bedankt voor de feedback 🙏
blije klanten daar doen we het voor: "{v}"
screenshots van klanten deze week, "{v}"
"""
ANSWER_HAVE = """
heb ik pb
heb ik, [dm|pb] mij
ik heb {g} pb
pb mij {g} {p}
[kan ik regelen|kan ik fixen] {c}
ja {p}
ligt hier nog, {p} per {u}
ben in de buurt met {g} pb
kom pb bro heb {g} staan
{c} heeft {g}
bij ons {p}, {c}
stuur mij ff
"""
ANSWER_AD = """
pb
check pb
ja nog
ja [maat|bro|man] pb
heb je een pb gestuurd
{p}
nog genoeg
morgen weer
staat in de lijst
vanaf {m}
half uurtje
reageer je niet, heb 3x gestuurd
"""
BULKLINE = """
{g} per {q} {p}, alleen serieuze [partijen|afnemers]
[Blokken|Partij] {g} direct leverbaar, {p} per {q}
{g} {q}+ vaste prijs {p}, testen op locatie mag
winkeliers opgelet: {g} v.a. {q} {u} {p}
nieuwe lading {g}, stempel op foto, {p} de {q}
alleen groot: {g} {g2}. onder {q} niet bellen
{g} {q} {u} {p} ophalen regio {a} eigen vervoer
heel NL brengen mogelijk vanaf {q} {u} {g}
heb ruimte voor 2 nieuwe vaste afnemers {g}, {q} per week
{g}: {q} = {p}. Kwaliteit voorop, sample mogelijk
"""
SUPPLYLINE = """
{g} staat weer vanaf {d}, bekende mensen weten me te vinden
verse aanvoer {g}, verdeling {d}
nog {q} {u} {g} niet toegezegd
{g} direct van de bron, alleen via intro
wie nog {g} wil uit deze ronde voor {d} melden
"""
VEILLINE = """
{v1} en {v2} staan weer in de koeling 😉 {c}
[verse|lekkere] {v1} {p}
boodschappen doen? {v1}, {v2} {c}
marktkraam open: {v1} {p}, {v2}
[de bakker|de groenteboer|de snoepwinkel] is open, {v1} {v2}
{v1} {v1} {v2} je weet zelf {c}
proeverij: {v1} nu {p}
{v1} {q} voor {p}
"""
HOURS = [
    "12:00-00:00",
    "14u-2u",
    "16.00 tot 04.00",
    "10-22",
    "13:00 - 01:00",
    "11u tot 23u",
    "24/7",
    "ma-za 15u-1u",
]
DAYS = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "morgen",
    "volgende week",
]
MON = str.split("januari februari maart april mei juni juli augustus september oktober november december")
