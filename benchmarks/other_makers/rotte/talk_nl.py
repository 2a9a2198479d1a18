"""Dutch, the rest of life: topics with openers and answers. One pattern a line; '--' parts openers from answers."""

TOPICS = {}
TOPICS["voetbal"] = """
{feyenoord|feye} vanavond, wie kijkt waar
{die penalty|dat doelpunt} net {omg|wtf}
{3-1|0-2|1-1|2-0} {wordt het|denk ik}, schrijf maar op
{ajax|psv|sparta|excelsior} is {echt kansloos|lachwekkend} dit jaar
heeft iemand nog kaarten over voor zondag {de kuip|kasteel}
wie is er bij de wedstrijd zo
--
{die keeper|die trainer} moet {weg|met pensioen}
hand in hand kameraden
{lekker puh|kut scheids}\x20
{ik kijk bij|zit bij} {ome nick|de kroeg|me pa}
wedden om een {kapsalon|krat}?
nee man {offside|buitenspel} was t
{var is corrupt|altijd hetzelfde met die club}
stream werkt niet, iemand {link|andere}?
{haha|hahaha} hou op over {voetbal|die club}
"""
TOPICS["fiets"] = """
fiets te koop, {gazelle|batavus|sparta}, {120|80|150} euro, {slot werkt|net nieuwe band}, <h>
wie heeft een {fiets|damesfiets|kinderfiets} {over|te koop} onder de 100?\x20
mn scooter start niet, iemand {verstand van|goed met} {piaggio|zip|vespa}?
{fatbike|ebike} te koop met sleutels en bon, 700 vaste prijs
gezocht: achterband 28 inch, liefst vandaag
--
hoeveel wil je dr voor {hebben|min}
{ophalen kan|kan ophalen} in <h>
beetje duur {niet|toch}?
zijn er {foto's|fotoos} van
{is die gejat|komt ie van marktplaats} 😂
{bougie|accu} checken
{kapsalon erbij|50 en ik haal hem nu}
bij {die turk op de hoek|fietsenmaker <st>} is goedkoper
al weg?
"""
TOPICS["telefoon"] = """
te koop iphone {11|12|13} {64|128}gb, {scherm krasje|accu 84%}, {180|220|260}, met bon
{samsung s21|pixel 6} {weg|te koop}, {oplader erbij|compleet met doos}
wie {repareert|maakt} schermen in <h>? {niet te duur|snel graag}
welk abbo is goedkoop {nu|tegenwoordig}, {lebara|simyo} of
--
bod {100|150}
ruilen tegen {ps4|airpods}?
{icloud vrij toch|zit er icloud op}
{lebara|odido|simyo} doet 8 euro ofzo
ja heb interesse {stuur foto|is ie er nog}
{zuidplein|de bazaar} zit een goeie
"""
TOPICS["muziek"] = """
nieuwe {track|plaat|album} van die gasten uit {zuid|spijk|bijlmer} al gehoord?
wie gaat er naar {rotterdam rave|dominator|defqon|soenda|maassilo} {zaterdag|volgende week}
ticket over voor {zaterdag|toffler vrijdag}, {35|inkoop prijs}
{welke set|welk nummer} is dit 🎧 youtu.be/<id>
--
{zware plaat|hard}
{vroeger was alles beter|hardstyle is dood}
wie rijdt er {terug|mee}?\x20
{ben erbij|ik ga ook}, zie jullie daar
te duur man, {65|80} voor een kaartje
die dj {draait|speelt} altijd hetzelfde
🔊🔊🔊
{kan niet moet werken|geen oppas}
"""
TOPICS["blauw"] = """
{controle|fuik} bij <st>, {motoragenten|2 busjes}
helikopter boven <h>, {wat is daar|iemand enig idee}
weer {400|1200|80} kilo {gepakt|onderschept} in de haven, stond op rijnmond
{inval|politie} in <h> {vanochtend|net}, hele straat afgezet
gelezen? {lab|loods} opgerold in {brabant|<h2>}, {3|5} man vast
{explosie|knal} gehoord vannacht <h>, wie weet meer
--
{staat op rijnmond|zie nu.nl}
die {jongens|gasten} zijn dom ook
{rijd om|neem de andere brug}
was mn {straat|portiek} 😳
{ze hebben niks beters te doen|altijd op vrijdag}
drop in de oceaan
prijs gaat weer omhoog dan 😂
{helm op|gordel om} is {boete 420|280 euro}
pff {weer|alweer}
"""
TOPICS["gezond"] = """
{mensen|let op}: {oranje|blauwe|roze} {punisher|tesla|superman} in omloop met {250|280|300}mg, halfjes nemen
hoeveel uur tussen {drinken|alcohol} en {g|ghb} is veilig? vriend wil niet luisteren
hoe lang blijft {wiet|coke|speed} in je {urine|speeksel}? moet {rijden|blazen}
{kan|mag} je {md|xtc} met {ssri|antidepressiva}?
waar kan je {testen|laten testen}? {antes nog op dinsdag|jellinek toch}
mn kaak is kapot van gister, {magnesium helpt|tips}?
--
drink water, {niet te veel|kleine slokjes}
{nooit mixen|echt niet doen} met alcohol
{testservice|test} gratis bij {antes|gemeente}, gewoon gaan
half nemen, {uur wachten|anderhalf uur}\x20
bel {112|ambulance} als iemand niet wakker wordt, echt
{3 dagen|48 uur} ofzo
{slapen en eten|vitamine c} bro
ben al {8|14|90} dagen clean, {trots|moeilijk}
sterkte, {pb als je wil praten|rustig aan}
"""
TOPICS["ruzie"] = """
<nm> {je krijgt|ik krijg nog} {50|150|200|75} {van me|van jou}, {wanneer|hoe lang nog}
{wie heeft|wie zat} er aan {me scooter|me tas} gezeten bij <st>
<nm> {loopt te praten over mij|liegt}, zeg het dan hier
{nog altijd|al 3 weken} niks teruggezien van wat ik {heb voorgeschoten|geleend heb aan} <nm>
iedereen weet dat jij {schulden hebt|bij heel zuid in t krijt staat} <nm>
--
doe dat in {pb|prive}
{kom dan|kom zuidplein}
{vrijdag|eind van de maand} krijg je het, {rustig|relax}
praat niet zo over mn {moeder|broer}
{hou op|jongens}, {geen ruzie hier|admin}
popcorn 🍿
{jij hebt mij toch laten staan|weet je nog koningsdag}
{blocked|doei}
{half|25} nu rest volgende week
je {neef|broer} zei wat anders
heb jou altijd geholpen he
"""
TOPICS["nacht"] = """
{wie is er|iemand} nog wakker
kan niet slapen {ey|weer}
{half 5|4 uur} en de buren {boren|ruzie}
wat een {nacht|avond} weer
{ben zo|zit helemaal} stuk 😵‍💫
is er nog een {snackbar|avondwinkel} open in <h>
--
ik
ga slapen {gek|man}
{kapsalon|broodje} bij {die op|} <st>
{morgen|straks} werken 🥲
haha {same|idem}
{truste|welterusten}
{water drinken|eet wat}
waar ben je dan
"""
TOPICS["advies"] = """
iemand ervaring met {uwv|schuldhulp|de gemeente}? {krijg brief|ben 2 maanden te laat}
hoe kom ik aan een {kamer|woning} in <h> onder 600
{cjib|deurwaarder} staat {weer|} voor de deur, wat nu
wie kent een goeie {advocaat|tandarts|kapper} in <h>
mijn {dochter|zoontje} wordt {2|5|8} morgen, waar {taart|slingers} goedkoop
--
bel {sociaal raadslieden|het juridisch loket}, gratis
betalingsregeling {vragen|doen ze altijd}
{succes|sterkte} ermee
{woonnet|kamernet} maar heb geduld, 6 jaar
gewoon {niet opendoen|negeren} haha
{mijn tante|me zus} werkt daar, {vraag ik|pb}
action
{gefeliciteerd|proficiat} alvast 🎉
"""
TOPICS["crypto"] = """
{btc|sol|eth} {gaat door het dak|dumpt weer}, wie zit erin
wat doen jullie met {xrp|doge|pepe}
{alles kwijt op|x2 gemaakt met} {shitcoin|bonk|futures}
--
{hodl|verkopen}
nooit {leverage|hefboom} gaan
{ik zei het|zie je wel}
{zakt nog verder|naar de maan 🚀}
had ik maar {goud|niks} gekocht
"""
TOPICS["grap"] = """
waarom {neemt een dealer nooit de lift|gaat een koerier nooit op vakantie}? {hij is al high|hij is altijd onderweg}
{mn moeder|oma} vond {zakje basilicum|mn vloei} en {dacht|vroeg} of ik {italiaans kookte|rookte}
stuurde per ongeluk {locatie|hartje} naar mn {baas|schoonmoeder} 😭
die duif op <st> {is dikker dan ik|heeft mn frikandel}
kat zit weer {op het dak|in de printer}
--
hahahaha
{dood|ik ga stuk} 💀
{slecht|flauw}
jij {weer|ook altijd}
{foto|bewijs}?
😂😂
die is oud
"""
TOPICS["weer"] = """
{sneeuw|ijzel} {buiten|eindelijk} ❄️ {echte dan haha|alles wit}
wat een {hitte|regen} {vandaag|weer}
code {geel|oranje} morgen, {blijf binnen|trams rijden niet}
--
{lekker|heerlijk} binnen blijven
{fiets|scooter} gleed weg bij <st>
hier ook
{klimaat|zomer in nl} 🤡
ret rijdt weer niet
"""
TOPICS["werk"] = """
{wie zoekt|iemand} bijbaan? {magazijn|glastuin|kassa} {barendrecht|waalhaven}, 14 pu, gewoon wit
{rooster|baas} is {ziek|knettergek} deze week
{uitzendbureau|tempo team} betaalt weer te laat
--
{zit daar ook|heb ik gedaan}, {niet doen|prima}
{pakketjes|bakkie} doen bij {dhl|postnl} is chill
{wat schuift dat|netto?}
neem ziek
{respect|hard werken}
"""
TOPICS["markt"] = """
alles is {zo duur|echt duurder} geworden, <g> was vroeger {de helft|5 euro minder}
ben {gestopt|2 weken gestopt} met <g>, {slaap beter|gaat goed}
wie vindt <g> ook {overschat|niks aan}
mn {broertje|neef} zit {vast|te zweten} voor {beetje|paar gram} <g>, kansloos
{die ene documentaire|docu op npo} over <g> gezien gister?
waarom {komen die gasten altijd|zijn ze allemaal} een uur te laat
{vroeger|toen} liep je gewoon naar {de dorpsweg|het huisje} en klaar
al die {nieuwe namen|lijsten} hier, {zijn het dezelfde gasten|ik zie door de bomen het bos niet}
zat gister met <g> op en {moest|kwam} bij {mn oma|werk} 😭
verwijder {die foto|dat bericht} <nm> straks is groep weg
--
{vroeger was alles beter|tijden veranderen}
{coffeeshop|shop} is ook {15 nu|niet meer te doen}
{respect|netjes} man
{nooit aan begonnen|niks voor mij}
dacht {ik ook al|ik alleen}
{1 vd velen|lijkt me sterk}
jij {gebruikt teveel|moet slapen}
{ja dit|precies}
niet {hier|openlijk} bespreken 🤫
{drank is erger|koffie is mijn drug}
"""
TOPICS["eten"] = """
wat eten jullie {vanavond|vandaag}
{beste|lekkerste} {roti|bara|döner|kapsalon|broodje pom} van {zuid|010}? niet liegen
{thuisbezorgd|ubereats} is al {uur|40 min} onderweg
heb {pasta|nasi} {laten aanbranden|over voor 3 man}, wie komt
--
{warung mini|de turk|bij mn moeder}
{kipcorn|frikandel} {speciaal|zonder}
honger {nu|gekregen}
kom eraan
{bewaar wat|lust ik niet}
{8|11} euro voor een {broodje|menu}, ziek
"""
SINGLES = """
{goedemorgen|goeiemorgen|morgen} {allemaal|mensen|zuid}
{goedenavond|avond}\x20
{fijne|prettige} {dag|avond|weekend|vrijdag} {iedereen|allen}
haha {nee|ja}
{lol|lmao}
{ja toch|zeker weten|precies}
nee
{wat|huh}?
👍
😂
🤣🤣
ok
{eens|mee eens}
{jammer|kut}
{wie is dit|ken ik jou}
gefeliciteerd {<nm>|ouwe} 🎂
{druk|stil} hier vandaag
{iemand|wie} bij <st>?
{admin|beheer} {bot doet raar|kan die spam weg}
<nm> waar ben jij
{komt goed|geen stress}
{rip|rust zacht} 🖤
{snap ik|logisch}
batterij {2%|1%}
{weekend|vrijdag}!!!
ik zeg niks meer
kijk {insta|snap}
verkeerde groep sorry
die {gast|mevrouw} uit die {video|tiktok} 😭
{fijne|een gezegende} {jumah|ramadan|eid} {allemaal|broeders}
gelukkig {nieuwjaar|koningsdag} alvast haha
wat {kost|is} {een kratje|benzine} {tegenwoordig|nu} zeg
weet iemand of {tram 2|metro d} rijdt
nou
echt wel
hou je haaks <nm>
{zo|net} thuis
mogge
"""
SPAM = """
💰 Verdien {500|1000|300} per dag met {trading|forex} zonder ervaring 👉 t.me/<hd>
🔥 {Gratis signalen|FREE signals} {BTC|forex} 🔥 join t.me/<hd>
Hi dear, I am {Anna|Sofia}, I help people with {investment|crypto mining}, write me
🎰 {bonus|free spins} 200% 👉 <hd>.example
{eenzaam|zin in chatten}? kijk mn bio 💋
Need followers? 10k = {9|12}$ fast t.me/<hd>
"""
BOT = """
Welkom <nm>! Lees de regels in het vastgezette bericht.
<nm>, bevestig dat je geen robot bent. 👇
⚠️ <nm>: bericht verwijderd (link niet toegestaan). Waarschuwing {1|2}/3
📊 Statistieken van vandaag: {213|480|96|341} berichten, {41|77|23} leden actief
<nm> is gedempt voor {24 uur|1 uur}.
"""
RULES = """
REGELS\n1. geen ruzie 2. geen wapens 3. {geen spam|max 1 advertentie per uur} 4. betaal {cash aan de deur|op eigen risico}\nbeheer is niet aansprakelijk
Huisregels <e>: {respect|geen racisme}, geen {prive links|andere groepen}, {twijfel je vraag een admin|koop op eigen risico}. klagen in pb
nieuwe regel: verkopers eerst {verifiëren|melden} bij beheer, {anders ban|geen discussie}
{chat dicht|groep op slot} tussen {04 en 10|03 en 09}. {slaap lekker|iedereen slapen}
reclame alleen {na 12 uur|met tag}. {volgende keer kick|laatste keer}
"""
BAN = """
<who> {eruit|verwijderd|geband}, {meerdere klachten|oplichting}
<who> is {nep|een scammer} gebleken, {weg|ban}. geen zaken mee doen
🚫 {zwarte lijst|scamlijst}: <who>
"""
CHECKED = """
{gecheckt|geverifieerd|goedgekeurd} door beheer: <who> ✅
<who> {is oke|staat op de goede lijst}, {jaren bekend|zelf getest}
"""
CREW = """
{onderweg|vertrek nu} naar {2e|volgende|<h>}
{10|5|20} min
gedropt {<h>|✅}
{klant|die} doet niet open, {bellen|wat doe ik}
{kas|kassa} {640|820|1150|430}, {2|3|1} open
blauw bij <st>, rij om
{bijna door|nog 4 van} de {wit|groene|bruin}, {aanvullen|kom halen}
wie heeft {tel|de telefoon} nu?
{wisselen|wissel} om {8|20:00|half 9}
band lek, {kut|kom me halen}
{adres|volgende} {2 hoog achter|bij de kerk|flat 7e}
die van {gister|vrijdag} moet nog {60|40|90} betalen
{me deel|mn geld} nog van {zaterdag|vorige week}, {150|220}
niet zoveel {praten|typen} hier
klaar, {naar huis|afrekenen bij} <nm>
"""
STASHTALK = """
{3|5|10|2} eruit, nog {40|22|61|8}
{box|kelder} {nat|vol}, {waar moet rest heen|niks meer brengen}
sleutel {onder de mat|bij <nm>}
{buurvrouw|huismeester} stelt vragen, {2 dagen niks|rustig}
{geteld|telling}: {118|76|204}, {1 te weinig|klopt}
pak van {gister|maandag} is {open geweest|te licht}
"""
TRANSPORT = """
{rit|retour} <h2> - rdam {gereden|gelost}, {geen controle|10 min gestaan}
{laden|lossen} {05:30|22:00} {loods 4|bij de koelhal}
{bak|container} staat {achter|op rij 9}, {vrijdag vrij|nog niet vrij}
{busje|bakwagen} {gehuurd|in de garage}, morgen {klaar|rijden}
papieren {kloppen|liggen klaar}, {fruit|hout|tegels} zendbrief mee
tol {betaald|via duitsland}, km {412|288|610}
{wacht op groen licht|nog geen groen}
uitbetaling {rit|vorige} {900|1200|700} {ontvangen|nog open}
"""
