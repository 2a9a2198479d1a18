"""Dutch: work, keepers, money, logistics."""

RECRUIT = """
[Rijders|Bezorgers] gezocht {a}, eigen [scooter|auto], [150|200|250] per avond
zoek iemand met rijbewijs en auto voor {d}, goed betaald, pb
Snel geld verdienen? [18+|je moet 18 zijn] {a} [pb|dm]
wij zoeken nog een [koerier|rijder] voor de avonden, {m} per rit
[Opslag|Kamer|Schuur|Garagebox] gezocht regio {a}, {m2} per maand, geen gedoe
Iemand met lege [woning|box|loods]? maandelijks vast bedrag, discreet
bankpas liggen die je niet gebruikt? {m2} per week pb
[Gezocht|Zoek]: rekening ing/rabo/abn, ouder dan 2 jaar, 30% voor jou
[Jongens|Mensen] nodig die pakketten aan willen nemen, {m} per pakket
zoek mensen in de haven, badge? dan praten we. groot geld
chauffeurs internationaal gezocht nl-[uk|de|es], ervaring met vracht
ben je werkzaam bij een [pakketdienst|distributiecentrum|douane]? stuur me
nog 2 plekken in t team, telefoon opnemen en rijders aansturen
wie wil er bijverdienen zonder dat je moeder het weet 😂 pb
Werk: ophalen in {a} brengen naar [duitsland|belgië], {m2} cash
zoek student die thuis zit overdag voor ontvangst van post
[katvanger|bv op naam] gezocht, {m2} direct
Gezocht: promotors die onze lijst in groepen zetten, 10% van wat binnenkomt
doorzetters gezocht met eigen telefoon, dagelijks uitbetaald
adres nodig in {a} voor 1 pakket per week {m}
uithalers gezocht, ervaren mensen, alleen via bekenden
iemand een bus te leen/huur {d}? {m} en volle tank
team zoekt inpakker, 4 uur per avond, regio {a}
simkaart op naam zetten = {m} pb
"""
JOBSEEK = """
ik zoek werk als rijder, heb auto en telefoon, {a}
[wie heeft er werk|iemand werk] voor mij? doe alles behalve lijp
heb bus en tijd, {a}, iemand?
18 jaar scooter {a} zoek ritten
ben chauffeur op {a} - [antwerpen|duitsland], heb nog plek, pb
kan pakketten aannemen op mn adres
ervaren koerier, geen strafblad, zoek vaste baas
iemand nog een chauf nodig van t weekend
"""
COURIER = """
onderweg
[eta|aankomst] {h2}
bij {a}, 10 min
[sta voor de deur|ben er]
rit {d} {a} > {a2} heb nog ruimte
2 afgeleverd, nog 3
file op de [A2|A16|A12|A27], kwartier later
controle bij {a} afrit, ik rijd om
terug in {a}, iemand nog
alles gebracht, morgen afrekenen
{d} geen rit, auto bij de garage
pakket staat, [wie haalt|haal voor 18u]
klant doet niet open {a}
weekend kan ik alleen [zaterdag|zondag] rijden
bus is geladen
heb de sleutels nog, wie komt
ritje of 8 gehad vandaag, lekker
kan vanavond niet, opa jarig
doos was open, ik raak niks aan zeg t maar
vrijdag {a2} retour leeg, wie heeft wat mee te geven
wissel met de ander bij het tankstation
"""
STASH = """
kamer zit vol, kan niks meer bij
4 dozen binnen, geteld
kom het halen voor {d} ik ben weg
er stond iemand te loeren, ff niks brengen
alles ligt droog
2 eruit 6 blijven
buren vragen, graag andere tijd
huur vergeten? wacht nog op {m2}
"""
SHIPTALK = """
{d} komt de boot
binnen 🙌
nog niks gehoord van de kade
uitgesteld, terminal ligt plat
scan 😬
staat los, ophalen [vannacht|morgenvroeg]
verdeling zelfde als vorige keer
rustig blijven er is niks gevallen
deze ronde kwijt
wie tekent er voor {d}
papieren waren in orde
"""
MONEY = """
[Cash <> usdt|Crypto naar cash|btc/usdt wisselen] {a}, {pct}, {c}
wissel {m2} tot 50k, {pct} fee, meet up {a}
[Tikkie|Bank] naar cash {pct} {c}
usdt in, euro's in je hand binnen 1 uur {a} {pct}
cash ophalen door heel nl, uitbetaling in usdt {pct}
betrouwbaar wisselkantoor 😉 {a} {pct} {c}
koop en verkoop btc zonder id {pct}
hawala nl - [tr|ma|dxb], zelfde dag, {pct}
"""
MONEYTALK = """
koers vandaag {pct}
staat klaar
ontvangen, check
netwerk ligt eruit wacht op confirm
alleen vijftigjes vandaag
max 5k per keer nu
token nummer van biljet sturen aub
vandaag geen cash in {a}
"""
ESCROW = """
Tussenpersoon nodig? Ik doe escrow 5%, al 2 jaar actief, vraag admins
tussenpersoon beschikbaar {h}
escrow = veilig. kost [5|7|10]%, min 15 euro
deal via mij is geen gezeik achteraf
"""
SLOTS = """
Advertentieplek in deze groep? [50|75|100] per week, pb admin
Slot vrij in de lijst, [100|150] per maand
Pin 24u = [30|40] euro, pb
verkopers zonder slot worden verwijderd
nog 2 plekken op de geverifieerde lijst
Bot plaatst je advertentie elke 2 uur, [60|80] per week
"""
RULES = """
📜 REGELS: geen scam, geen kinderen, geen spam vaker dan 1x per [uur|2 uur], respect. Overtreding = ban
Regels: 1 alleen {a} 2 niet schelden 3 verkopers eerst verificatie bij admin 4 geen vooruitbetaling buiten tussenpersoon
groepsregels staan vast boven, lezen aub
geen links naar andere groepen. direct ban.
Kopers: gebruik altijd een tussenpersoon of de lijst. Wij zijn niet verantwoordelijk.
geen 18- geen wapens geen bedreigingen
alleen adverteren met admin akkoord. rest gaat eruit
"""
REALLIST = """
✅ GEVERIFIEERDE VERKOPERS ✅
Lijst betrouwbare mensen ({mon})
REAL LIJST, rest op eigen risico
De enige echte verkopers van de groep:
vertrouwd door admins 👇
"""
SCAMLIST = """
❌ SCAMLIJST ❌
Scammers deze maand, niet mee in zee gaan:
zwarte lijst {mon}
Gebanned wegens oplichting:
RIPPERS 🚫 doorsturen aub
"""
KEEPTALK = """
[rustig aan|kalm] jongens of ik zet de groep op slot
weer 6 nepaccounts eruit gegooid
groep gaat ff op slot tot 10u
spam weggehaald, weer verder
backup groep: t.me/+{hash} voor als deze weg gaat
wie heeft bewijs? sturen naar admin
niet in mijn pb zeuren aub
gebanned
de groep is verhuisd, nodig je vrienden uit
bij klachten altijd met screenshots
nieuwe leden: eerst lezen dan praten
stem even in de poll
"""
BOTTALK = """
👋 Welkom {x}! Lees de regels en druk op de knop om te bevestigen dat je geen robot bent.
{x} heeft een waarschuwing gekregen (1/3). Reden: spam
{x} heeft een waarschuwing gekregen (2/3). Reden: link
Bericht van {x} verwijderd: verboden woord.
🤖 Deze groep wordt beschermd. {num} spammers geweigerd deze week.
{x} is gedempt voor 24 uur.
Captcha niet opgelost, gebruiker verwijderd.
Statistieken: {num} berichten vandaag, top: {x}
"""
PROXYTALK = """
wie kan er zaterdag rijden {a}
afrekenen vanavond 20u
telling klopt niet, wie heeft de lijst
niet hier typen bel me op signal
nieuwe telefoon zelfde code
"""
WHOLEREQ = """
zoek {q} {u} {g} vaste lijn, geen broodjes
wie kan {q} {g} leveren {a}, prijs pb
winkel zoekt nieuwe leverancier {g}
mijn leverancier ligt eruit, wie heeft {g} per {q}
"""
