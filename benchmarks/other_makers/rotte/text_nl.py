"""Dutch, the trade: adverts, questions, praise, complaints, recruiting. One pattern a line."""

T = {}
T["ad"] = """
{Bezorging|Levering|Bezorgd} in <h> en omstreken, <gg>, {bericht|app|dm} <c>
<gg> {aanwezig|op voorraad|ligt klaar}. {afhalen|ophalen} <h> of {bezorgen|langsbrengen} vanaf <min>
{Hoi|Yo|Mensen} wij {rijden|zijn onderweg} vanavond <h>, <gg>. <c>
vers binnen <g>, {proeven mag|top kwali|niet van die meuk}, <a> voor <p>. <c>
{nog wat|laatste beetje} <g> liggen, moet weg, <p> {per|de} <u>
Wie {wil|moet} er {nog|} {wat|iets}? <gg>. <h> binnen {20 min|half uur|kwartiertje}. <c>
🛵 <h> 🛵 <gg> 🛵 {tot 02:00|tot laat|24/7} 🛵 <c>
{lijn is open|telefoon staat aan|we draaien}, <gg>, meetup <st> of aan de deur
{Actie|Aktie|Weekendactie} <a> = <p>!! alleen {vandaag|dit weekend|voor vaste klanten}
<g> <p> {p.st.|per <u>|de <u>}, <h>. geen gezeur geen krediet
heb <gg> {te koop|weg te doen}, pb
{nieuwe batch|nieuwe lading|verse} <g> {eindelijk|net} binnen, zelfde prijs als altijd <p>
koerier zit in <h>, {stuur locatie|stuur adres} naar <c>, <gg>
{ALLES|alles} {aanwezig|er weer}: <gg>. {Discreet en snel|Stipt en netjes|rustige jongens}
<a> {vr|voor} <p>. <a> meer? vraag {maar|gerust}. <c>
Opgelet <h>! <gg> {aan de deur|bij u thuis}. minimaal {50|40|30} euro
{goedemiddag|goeienavond} allemaal, voor <g> kan je bij {mij|ons} terecht, <p>, {eerlijk gewogen|altijd op gewicht}
kwaliteit boven alles. <gg>. {ook verzenden|post kan ook}, {track en trace|brievenbus}. <c>
ik sta bij <st> met <g>, <p>, {nog een uurtje|tot 1}
wie <g> zoekt moet mij {pb'en|hebben}. <h>
{Bestellen|bestellingen} via <c> | <gg> | {geen voorschot|cash aan de deur|vooraf de helft}
te koop <g>. niet voor {kinderen|zeikerds}
"""
T["adpre"] = """
<gg> verzending heel NL, {betalen vooraf|eerst betalen dan versturen}, <c>
{tikkie vooraf|vooraf via crypto|halve aanbetaling} en ik {stuur|breng} direct, <gg>
door {nepbestellingen|grapjassen} werken wij met aanbetaling {20|25|30} euro. <gg>. <c>
eerste keer {vooraf betalen|aanbetaling}, daarna aan de deur. <g> <p>
<g> <p> per post, {revolut|tikkie|btc} eerst. {geen discussie|niet leuk ga weg}
"""
T["ladder_head"] = """
{MENU|MENUKAART|Menu van vandaag|PRIJSLIJST|prijzen} <e>
<e><e> <brand> <e><e>
{Lijst|lijst} {vandaag|deze week|v/d week}
{Wat we hebben|Dit is er|Aanwezig}:
🚚 {Bezorging|Delivery} <h> 🚚
⬇️ {PRIJZEN|prijzen} ⬇️
<brand> {is open|staat voor u klaar|rijdt weer}
{Beste klant|Lieve mensen|Heren en dames|mannen}, de lijst:
"""
T["ladder_foot"] = """
{Bestellen|Bel of app|Contact|info}: <c>
Open <hours>, <c>
{minimum|min.} bestelling {30|50|40}, <h> {gratis|+5|+10 euro rit}
Alleen {serieuze|nette} mensen. <c>
meer = korting, {vraag|dm} <c>
geen {krediet|pof}, geen {snapchat|whatsapp}, <c>
levertijd {20-40 min|half uur|rond de 45 min} 🛵 <c>
Post & bezorgen, <c> (let op namakers)
❗enige echte account ❗ <c>
niet goed = {geld terug|omruilen}. <c>
"""
T["bulk"] = """
<g> per {100|kilo|half} beschikbaar, {prijs in pb|prijs op aanvraag}, alleen {handel|groothandel}
{tops|blokken|stempel} <g>, vanaf {100|250|500}, <pb>. {komen kijken mag|testen kan}
<g>: 100 <p100> / 500 <p500> / 1000 <pk>. ophalen regio <h>
{heb partij|er is partij} <g> binnen, {grote aantallen|1k en hoger}, geen straat
zoek vaste afnemers <g>, wekelijks {2|5|10} {kilo|stuks|blokken}, <c>
{nieuwe stempel|nieuwe pers} <g>, {hele|halve}, prijs zakt bij 5+
alleen per 100, <g> <p100>. geen proefjes gratis
"""
T["open"] = """
{open|we zijn open|lijn open|aan} {tot|t/m} {02:00|03:00|1 uur|23:30}
Goedenavond, {koerier rijdt|onderweg}, bestellen maar
{weer open|weer bereikbaar}, {sorry voor gister|drukke nacht gehad}, {app maar|bel maar}
vandaag {wat later|pas om 16:00} open maar {alles is er|rest normaal}
{2 rijders|twee man} op de weg dus {snel|geen wachttijd} <h>
nog {1 rondje|een rondje} en dan {dicht|slapen}, laatste bestellingen
"""
T["restock"] = """
<g> is {weer binnen|terug|er weer}!
{eindelijk|yes} <g> {terug op de kaart|weer aanwezig}, zelfde prijs
<g> aangevuld. <p>
update: <g> weer {leverbaar|op voorraad} {🔥|✅|}
jullie vroegen erom: <g> {is er|ligt klaar}
"""
T["drop"] = """
prijs {omlaag|gezakt}: <a> nu <p>
<g> {goedkoper|in de aanbieding}, <a> <p>
{vanaf nu|per direct} <a> <p>, {duur inkopen sorry|blijft zo}
"""
T["soldout"] = """
<g> {is op|even op|uitverkocht}, {morgen weer|weekend weer|geen idee wanneer}
{voor vandaag|we zijn} alles {uitverkocht|op}, bedankt {allemaal|iedereen}
<g> op helaas. niet meer vragen
"""
T["closed"] = """
{dicht|gesloten} {vandaag|tot morgen}, {familie dingen|rustdag}
koerier {pech|ziek}, {even geen leveringen|morgen weer}
{we stoppen voor nu|tel leeg|niet bereikbaar tot 18u}
zondag zijn we {vrij|dicht}. {fijne|prettige} dag
te druk op straat met {blauw|petten}, we wachten even
"""
T["have"] = """
{ja|jaa|yes} {heb ik|hebben we}, {pb|stuur bericht|dm}
<g> {heb ik hier|ligt hier}, <p>. pb
kan ik {regelen|brengen}, {waar zit je|welke wijk}
check pb, <g> <p>
bij ons te krijgen, <c>
{10|15|20} min bij je. {stuur loc|adres?}
ik heb nog <g>, {<h>|ophalen}
ja <p>
"""
T["pb"] = """
pb
check pb
stuur dm
{zie pb|pm je|heb je geappt}
?? {waar|welke buurt}
"""
T["req"] = """
iemand <g> in <h>?
wie heeft <g> {nu|vanavond|nog}? {zit in|omgeving} <h>
{zoek|gezocht} <g>, {liefst bezorgd|kan ophalen|contant}
{yo|ey|hoi} {wie kan|kan iemand} <g> brengen naar <h>
<g> iemand??
{op zoek naar|ben opzoek naar} {betrouwbaar|goed} adres voor <g>, geen voorschot
hoeveel {vragen jullie|kost} <g> {tegenwoordig|hier} en wie heeft
need <g> asap <h>
{mn vaste ligt eruit|mijn jongen is op vakantie}, wie heeft er <g>
{tip|iemand tips} waar ik <g> kan {krijgen|halen} {zonder opgelicht te worden|die ook echt komt}
wtb <a>
{10e|20e|30e|50e} {op zak|cash} voor <g>, wie is {in de buurt|wakker}
wie is er {nog|} open? <g>
zoek <a>, {betaal cash|meetup bij <st>}
heeft iemand <g> {over|liggen}? feestje {zaterdag|vanavond}
is er iemand met <g> die WEL {opneemt|reageert}
<h> <g> <h> <g>??
{vriendin|me maat} wil <g> proberen, wie heeft {wat goeds|iets normaals}
kan er iemand <a> doen voor {<p>|vriendenprijs}
wie rijd er nu nog, <g> <h>, {tweede keer dat ik vraag|pls}
moet <g> hebben voor {mn rug|het weekend|op het werk|dekmantel}, {pb graag|wie}
"""
T["reqbulk"] = """
zoek {grotere hoeveelheid|partijtje} <g>, {100+|halve|hele}, {alleen serieus|vaste afname}
inkoop <g> gezocht, wat doet {een kilo|100}
wie levert <g> aan {winkels|jongens}, wekelijks
"""
T["ask"] = """
{iemand ervaring met|is} <who> {legit|te vertrouwen|betrouwbaar}?
<who> {goed of nep|echt of nep}?
{heeft|hb} iemand {wel eens|ooit} bij <who> {besteld|gehaald}
is dit {de echte|dezelfde} <who> als van {vorig jaar|de andere groep}?
<who> wil {voorschot|tikkie vooraf}, doen of niet
twijfel over <who>, wat denken jullie
"""
T["vouch"] = """
<who> {top|echt top|gewoon goed}, {was er binnen 20 min|snel en netjes}
{vouch|+1|+rep} <who>
net gehad van <who>, {prima spul|goeie <g>|niks op aan te merken}
respect voor <who>, {eerlijk gewogen|extra erbij gedaan|wachtte zelfs op me}
{al 3x|al jaren|vijfde keer} bij <who>, {altijd goed|nooit gezeik}
<who> is {echt|100% echt|een baas}. aanrader
{dankje|thanks|bedankt} <who>, {lekker spul|we zijn blij hier|heel de kamer stil}
{kwam te laat maar|duurde lang maar} <g> van <who> is {zwaar oke|goed}
{eerlijk is eerlijk|moet gezegd worden}, <who> {kwam gewoon|deed netjes}
<who> {💯|🔥🔥|👌👌}
voor wie twijfelt: <who> heeft {gister|net} geleverd {bij mij|in <h>}
<g> van <who> getest, {kleur klopt|test oke|zuiver}, {geen rommel|blij mee}
pakketje binnen van <who>, {2 dagen|netjes verpakt|dubbel geseald}
die gozer van <who> is {wel grappig ook|beleefd}, spul {is goed|klopt}
8/10 <who>, {punt eraf voor wachten|beetje duur maar goed}
<who> {klopt|legit}, kan je blind halen
"""
T["yes"] = """
ja {goeie gozer|is goed|heb ik vaker gehad}
{legit|betrouwbaar}, {vorige week nog|2x gehad}
ja gewoon doen, {mij nooit genaaid|die komt}
yes, wel {duur|laat} maar {echt|komt altijd}
"""
T["no"] = """
nee {niet doen|blijf weg}, {mij 50 lichter|geld weg}
{nep|oplichter}, {heeft mij geblokt|nooit iets gezien}
{ik zou het niet doen|nope}, vriend van me {wacht nog steeds|is geld kwijt}
zelfde {gast|clown} als die onder andere naam, {nep|scam}
"""
T["dunno"] = """
geen idee
ken ik niet
{nog nooit van gehoord|nieuwe denk ik}
vraag {admin|ff de beheerder}
zelf {ff meeten|cash doen}, dan weet je het
"""
T["warn"] = """
<who> = {oplichter|scammer|nep}. {150 kwijt|50 euro weg|80 getikkied en weg}
PAS OP <who> {pakt je geld|komt nooit}, {blokt je daarna|reageert niet meer}
{niet betalen aan|geen zaken doen met|blijf weg bij} <who>
<who> heeft mij {genaaid|gerript|geflikt}, {tikkie gedaan en geblokt|uur staan wachten bij <st>}
{jongens|mensen} <who> levert {waspoeder|paracetamol|stenen|lucht|zout}
{scam|nep} alert <who>, {stuurt foto's van een ander|gebruikt gejatte foto's}
wie heeft info over <who>? {die hond heeft|hij heeft} {mn geld|mij} {opgelicht|gestolen}
<who> is {een kind van 16 op zn zolderkamer|gewoon een snotneus}, neemt {geld|tikkies} aan en {weg|lacht je uit}
{derde persoon al|ben niet de enige}, <who> {scamt|is fake}
{nooit meer|1x nooit meer} <who>, {halve gram voor een hele|ondergewicht en brutaal}
@admin {kan|gooi} <who> {eruit|weg}? {oplichter|heeft 3 man genaaid}
vraagt eerst {60|40} voorschot, dan 'borg koerier', dan {douane kosten|nog 30}. <who> {nep dus|niet in trappen}
<who> vroeg {foto van mn id|mn adres en nummer} en toen {niks meer|stond er iemand te bellen om geld}
let op met <who>, {spul is troep|puur versneden}, {hoofdpijn|neus kapot}
geen {<g>|spul} maar {glucose|stopverf} gekregen van <who>
"""
T["complain"] = """
<who> waar blijf je? {uur|anderhalf uur} geleden besteld
{leest wel|online} maar reageert niet <who>
<who> {doe es normaal|reageer in pb}, ik sta {buiten|in de regen}
wanneer komt mn {bestelling|pakje} <who>, {betaald is betaald|4 dagen geleden}
"""
T["bad"] = """
{zelfde hier|mij ook}, {40|60|75} euro
klopt {bij mij ook|ik had het ook}, oplichter
{jaa die|ja} heeft mij ook geblokt
eens, {niet doen|nep}
"""
T["good"] = """
{onzin|raar}, bij mij {altijd goed|gewoon gekomen}
{nooit last van gehad|ik heb er gister nog gehaald}, goeie {vent|gast}
+1
{eens|klopt}, top {jongen|service}
"""
T["deny"] = """
{lieg niet|kk leugenaar|wat lul je}, jij {was er niet|stond er niet}
wie ben jij? {laat gesprek zien|nooit besteld bij ons}
{concurrentie|hater} weer {hoor|bezig}, laat maar
{excuses|sorry} {rijder had pech|telefoon leeg}, pb dan {maken we goed|krijg je extra}
jij hebt {nep geld|te weinig} gegeven, {praat niet|dat zeg je er niet bij}
bewijs? {dacht ik al|screenshots of stil zijn}
stuur pb ik {regel het|kijk het na}
"""
T["slander"] = """
<who> {is van de petten|werkt met skotoe}, {weet genoeg|pas op}
{gister|laatst} bij <who> gehaald, {hele neus ontstoken|puur afval|half gewicht}, {nooit meer|ga naar een ander}
<who> {geript|scam}, mn {neef|maat} {100|200} kwijt
hoor overal dat <who> {mensen rript|nep is}, niet meer halen daar
"""
T["rider"] = """
{Rijder|Koerier|Bezorger} gezocht {eigen scooter|eigen auto|rijbewijs B}, <h>, {150|200|120} per {avond|dienst}
zoeken {jongen|iemand} voor {bezorging|ritten} {weekend|avonduren}, {betaling per rit|dagelijks uitbetaald}, <c>
{wie wil|geld nodig?} {rijden|bezorgen} voor ons in <h>, {18+|met telefoon}, serieus, pb
2 plekken vrij {op de lijn|avonddienst}, {rustig werk|niet moeilijk}, vast {800|900} p/w. <c>
{chauffeur|rijder} nodig {morgen|vrijdag} R'dam - <h2>, {250|400} ritje, {busje|schone auto}
"""
T["stashjob"] = """
{woning|garagebox|schuur} gezocht om {spullen|dozen} neer te leggen, <h>, {500|750|1000} p/m
wie heeft {berging|kamer over}, {niks doen|alleen bewaren}, goed betaald
{plek gezocht|opslag gezocht} {droog|veilig} regio <h>, {contant per maand|huur vooraf}
"""
T["mule"] = """
{bankpas|rekening} {gezocht|nodig}, {ing|rabo|abn|bunq}, {30%|40%|500 p/d}, geen risico
wie heeft {een pas over|ongebruikte bank}? {direct cash|zelfde dag geld}, <c>
snel {geld|cash} verdienen? {alleen een rekening nodig|pas 2 dagen lenen}, {pb|dm}
{jongeren|mensen} met {bunq|revolut|knab} {gezocht|meld je}, {300-1500|tot 2k} per keer
"""
T["harbour"] = """
mensen gezocht {met pasje|werkzaam} {haven|terminal|maasvlakte}, {serieus geld|goed geld}, <c>
{kraan|planner|chauffeur container} contacten gezocht, {praten kan altijd|discreet}
"""
T["jobseek"] = """
zoek werk als rijder, {heb scooter|eigen auto}, {alle avonden|weekend}, <h>
iemand nog {een koerier|chauffeur} nodig? {betrouwbaar|ken heel zuid}
kan {rijden|ritten doen} <h2> {op en neer|}, {busje leeg terug|nog plek}
{net ontslagen|geld krap}, wie heeft er {ritten|werk}
"""
T["exchange"] = """
{Crypto naar cash|usdt - cash|btc omzetten} {3%|4%|5%}, {rdam|heel NL}, vanaf {1k|5k}, <c>
wissel {groot naar klein|50jes naar 20jes|euro usdt}, {meet op kantoor|alleen bekend}, <c>
geld {brengen en halen|verplaatsen} {antwerpen|spanje|turkije|dubai}, token, {2%|3%}, pb
cash <-> usdt, {vandaag|nu} {20k|50k|10k} {beschikbaar|nodig}
"""
T["newacc"] = """
{vorige acc weg|account geband|telegram heeft me gebanned}, dit is de nieuwe
nieuw account, {zelfde jongens|zelfde nummer|oude bestaat niet meer}
{let op|info}: dit is mn enige acc nu, {andere is gehackt|andere niet meer toevoegen}
ben er weer. {oude ligt eruit|raad maar wie} 😉
"""
T["movedchan"] = """
backup kanaal: t.me/<hd> {voor de zekerheid|join allemaal}
join backup t.me/<hd> voordat deze {weg|plat} is
"""
