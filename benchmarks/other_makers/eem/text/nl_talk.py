"""Dutch: ordinary talk, as threads: openers and follow-ups by topic."""

TOPICS = {
    "voetbal": (
        """
wie kijkt [ajax|feyenoord|psv|utrecht] vanavond
wat een [kut|matige|slappe] wedstrijd weer
die scheids hoort in de gevangenis 😂
[ajax|psv|feyenoord] gaat dit jaar kampioen let maar op
heeft iemand een stream voor de wedstrijd
oranje opstelling is echt om te janken
{num} euro op winst gezet, wens me geluk
transfer al rond of nog niet?
""",
        """
haha nooit
hou op joh
[2-1|0-0|3-1|1-4] wordt het
var weer
die spits kan nog geen deur raken
droom lekker verder
zet m op
wij waren beter eerlijk is eerlijk
goaaaal
weggegeven
lekker voor je, blij met een punt
stream ligt eruit
hahahaha krijg nou wat
""",
    ),
    "nieuws": (
        """
politie weer met een actie in {a} las ik
[1200|800|3400] kilo coke gevonden in de haven, stond op nu.nl
inval in een loods bij {a}, 3 man vast
drugslab opgerold {a}, buren roken het al weken
ontploffing in {a} vannacht, heel de straat wakker
cobra's in beslag genomen, {num} kilo, bij een vent in de slaapkamer
man aangehouden met vuurwapen bij station {a}
gezien? telegram groep opgerold, admins opgepakt
nieuwe wet tegen lachgas helpt geen reet
politie waarschuwt voor nepverkopers op telegram 😂😂
douane heeft pillen gevonden in een pallet ananas
die 3mmc is nu verboden in heel europa toch
""",
        """
zat er aan te komen
stond een helikopter boven mijn huis ja
die zijn dom ook
link?
niks nieuws
hier ook overal blauw
gaat de prijs zeker weer omhoog
altijd de kleine jongens die gepakt worden
volgende week staat er een ander
zag het ook op at5
snap niet dat mensen dat thuis bewaren
respect voor de brandweer wel
ok boomer
3 jaar krijg je daarvoor tegenwoordig
""",
    ),
    "gezond": (
        """
iemand ervaring met stoppen met blowen? 3 weken clean nu
hoe lang na xtc mag je weer? las 3 maanden
let op blauwe tesla's, getest op 260mg, doe een halve
combineer geen ghb met drank jongens serieus
kun je keta laten testen ergens in {a}
wat doe je tegen een pillendip
vriendin van me ging out gister, 112 gebeld, gelukkig ok
testservice {a} is dinsdag open, anoniem, tip
al 5 dagen niet geslapen van de speed, wat nu
neem magnesium tegen kaak klemmen
mn maat snuift elke dag coke, hoe zeg ik daar wat van
roze punisher weer in omloop met troep erin volgens trimbos
oxy afkicken is een hel kan ik je vertellen
""",
        """
drink water maar niet te veel
gewoon laten testen
sterkte bro
huisarts bellen, die oordelen niet
halfje nemen wachten 2 uur
jellinek chat is wel chill
nooit alleen doen
die dip is gewoon slaaptekort
ik ben al een jaar van de wiet, beste keuze ooit
rust pakken en eten
goed dat je het zegt
same hier, week 2
geen benzo's erbij nemen!!
reageerde er vroeger ook zo op
""",
    ),
    "handel": (
        """
fiets te koop, gazelle, {num} euro, met bon
iphone 12 te koop, klein krasje, {num} euro
ps5 controller te koop 35
wie heeft er een bankstel over, net verhuisd
2 kaartjes [awakenings|defqon|lowlands] over, gewoon voor de prijs
zoek een kamer in {a} max 700
iemand een accu voor een fatbike, met sleutel graag haha
marktplaats is dood, niemand reageert
wasmachine gratis op te halen {a}
zoek sneakers maat 43
airfryer te koop nieuw in doos 50
kitten zoekt huis {a}
""",
        """
nog beschikbaar?
wat is je laatste
doe foto
20 en ik kom nu
te duur joh nieuw is ie 60
pb
is al weg sorry
ophalen waar
heeft ie garantie
bon erbij?
haha nee
reserveer m voor mij
bieden vanaf 30
""",
    ),
    "muziek": (
        """
wie gaat er [zaterdag|vrijdag] naar {club}
nieuwe plaat van die [rapper|dj] is hard
iemand set tips voor in de auto
line up [defqon|awakenings|dekmantel|solar] is binnen
{club} was leeg gister
welke afterparty nog open nu
wat is die track met die sirene erin
hardcore > techno discuss
zoek iemand om mee te rijden naar {club}
""",
        """
ik ben er
veel te duur 60 euro een kaartje
stuur link
oude plaat is beter
vond m matig
shazam
staan we achterin links
die bass 😮‍💨
kom ook, met zn 4en
ben te oud hiervoor
kluisje delen?
leuk maar al die telefoons in de lucht
""",
    ),
    "ruzie": (
        """
wie is die gast die steeds in mijn pb zit
stop met spammen man elke 2 uur hetzelfde
wat is dit voor groep alleen maar reclame
jij weer
waarom ben ik gemute
[haha|ja hoor] weer een stoere achter zn telefoon
noem me nog een keer zo
admins slapen zeker
is hier nog iemand normaal
wie heeft mijn bericht weggehaald
""",
        """
hou je bek
doe rustig
lekker belangrijk
kom maar langs dan 😂
jij bent zelf een bot
niemand vroeg je wat
ga slapen
😂😂😂
block m gewoon
kinderen hier
popcorn 🍿
wat een gezeik zo vroeg
kap nou
grote mond klein hart
""",
    ),
    "weer": (
        """
wat een [rotweer|hitte|storm] zeg
goeiemorgen allemaal
goedenavond groep
[morgen|yo|hallo] iedereen
file op de A2 weer, 40 min
treinen rijden weer eens niet
[vrijdag|weekend] eindelijk
wie is er nog wakker
saai vandaag
koffie ☕
gelukkig nieuwjaar vast voor straks
bijna koningsdag 🧡
gefeliciteerd {x} met je verjaardag
""",
        """
goeiemorgen
môge
hier ook
[ikke|ik]
regen regen regen
werken of vrij
helemaal niks vandaag
slaap lekker
ja man eindelijk
koffie eerst
thanks 🙏
👋
over 2 uur klaar met werk
nachtdienst 😩
""",
    ),
    "grap": (
        """
waarom neemt een dealer nooit een dagje vrij? hij staat altijd aan de lijn 😂
mijn moeder vond mn weegschaal, zei dat ik ga bakken
heb mn telefoon in de wc laten vallen, schijt bericht
wie heeft er een aansteker in bruikleen ik lig op de bank
als ik elke keer {num} cent kreeg voor een nep pb
gozer bood me oregano aan haha was nog lekker op de pizza ook
toen ik 16 was kostte een pilletje nog een rijksdaalder zei mn oom
ex appte: mis je. ik: wie ben je
""",
        """
hahahaha
😂😂
die is oud
flauw
💀
ik lig
niet grappig
stuur door
hahaha serieus?
🤣
dat verzin je
klassieker
""",
    ),
    "crypto": (
        """
btc gaat naar de [100k|maan|kelder]
wie heeft er verstand van eth staken
{num} euro verloren op een shitcoin ik ben er klaar mee
Verdien €500 per dag met mijn signaal groep, gratis meekijken t.me/+{hash}
🚀 Join our airdrop, 1000 tokens gratis voor eerste {num} leden
moet je belasting betalen over crypto eigenlijk
welke wallet gebruiken jullie
kan iemand me uitleggen wat usdt is
""",
        """
hodl
te laat ingestapt
scam coin
nooit doen
doe maar gewoon sparen
gister al verkocht
koop de dip
spam, admin?
trust wallet
ja in box 3
leer eerst hoe een ledger werkt
""",
    ),
    "straat": (
        """
vroeger was {g} nog 40 nu vragen ze 60, waar gaat t heen
weed in de coffeeshop is duurder geworden, 15 per gram
in spanje kost een vape 5 euro
ik drink tegenwoordig gewoon een biertje
iemand nog die oude groep? die was beter
hoe weet je of iemand nep is eigenlijk
altijd meet up doen nooit vooruit betalen is mijn regel
gister bij een sluis betonrot gezien, foto volgt
mn oom is jaren verslaafd geweest aan bruin, respect dat ie eruit is
waarom stuurt iedereen alleen maar pb terug
is post nog veilig dezer dagen
heb bijna geen lachgas meer gezien op straat sinds het verbod
vuurwerkverbod slaat nergens op, 1x per jaar man
weet iemand een goede advocaat
mijn neef moet voorkomen voor 2 gram, onzin
""",
        """
klopt alles is duur
inflatie haha
daarom
precies
meet up ja altijd
je weet t nooit
ben gestopt, beste keuze
niet op deze app zetten dit
vroeger was alles beter
ligt eraan wie
goed punt
zucht
ja of een tussenpersoon
weet ik veel
hangt van de stad af
echt waar?
""",
    ),
    "eten": (
        """
waar haal je nu nog een broodje {a}
kapsalon of shoarma
iemand kookt hier ook echt of alleen thuisbezorgd
turkse pizza bij het station is weer open
heb net 2 kilo kip in de airfryer gedaan 😂
recept voor roti iemand
""",
        """
kapsalon altijd
honger nu
thuisbezorgd is 30 euro voor 1 persoon
stuur adres dan kom ik eten
met knoflook
extra sambal
smakelijk
doe mij er ook een
""",
    ),
}
SHORT = """
ja
nee
haha
oke
👍
😂
?
wie
klopt
ik ook
thx
idd
nvm
laat maar
gelukt
ja bro
sws
jwz
tuurlijk
waar dan
wanneer
"""
SPAM = """
Hot dates in je buurt 😘 t.me/+{hash}
🎰 100 free spins bij inschrijving, link in bio
Gratis leden voor je kanaal, 1000 voor €8
Word rijk vanuit huis, vraag mij hoe!
VPN 1 jaar €10 dm
IPTV 12 mnd €35 test 24u
Volgers kopen insta/tiktok, goedkoop
"""
CLUBS = [
    "de Marktkantine",
    "de Kelder",
    "Blok 9",
    "de Loods",
    "Kanaal 40",
    "het Sluisje",
    "club Rand",
    "Toffee",
]
