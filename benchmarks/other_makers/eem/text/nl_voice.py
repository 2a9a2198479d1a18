"""Dutch: how buyers praise, warn, ask. R = reply below the post, N = naming {w}."""

PRAISE_R = """
legit man
legit
top
topper 🙏
[snel|netjes|top] geregeld [bedankt|thanks|dankje]
👌 komt afspraak na
+1
[beste|lekkerste] {g} [van de stad|in tijden]
kan ik beamen
[vouch|vouch!!|big vouch]
deze gast is echt
binnen [20|30|45] min [binnen|geleverd]
al [4|5|10|20] keer besteld nooit gezeik
thx voor gister, super
net binnen, netjes verpakt
was ff bang maar gewoon gekomen 😅
💯💯
goeie peer dit
klopt gewoon, {g} is lekker
betrouwbaar 👍
[10/10|9/10|8/10] [snelle levering|fijn contact]
kom zeker terug
vaste klant hier, niks te klagen
bedankt broer weekend gered
deze moet je hebben jongens
was op tijd en gewicht klopte
"""
PRAISE_N = """
{w} legit
vouch voor {w}
{w} net gehad, {g} was [top|prima|goed]
[grote|dikke] vouch {w}, snel en vriendelijk
shout out {w} 🙌 {g} binnen half uur
wie twijfelt aan {w}: niet nodig, al maanden klant
bij {w} moet je wezen voor {g}
{w} = real
{w} heeft me gister nog om 2u geholpen 👏
Post van {w} binnen, 2 dagen, alles klopte
eerste keer bij {w}, goed bevallen
[feedback|review] {w}: levering 9, {g} 9, contact 10
ik zweer bij {w}
{w} is de enige die ik hier vertrouw
{w} gaf me zelfs wat extra voor het wachten, netjes
was te laat maar {w} loste het op, dus top
{w} ✅✅✅
gewoon {w} pakken klaar
heb met {w} gemeet, chille gast, {g} in orde
{w} al 3 jaar mijn mannetje
kan {w} aanraden aan iedereen [in {a}|]
goede ervaring met {w}, {q} {u} {g} besteld
{w} weegt eerlijk
eindelijk iemand die doet wat ie zegt {w}
"""
PRAISE_PAID = """
{w} de beste in {a} al meerdere keren besteld en altijd tevreden
Super ervaring met {w}, snelle levering en top kwaliteit! Aanrader
Vandaag ontvangen van {w}, 10/10 ⭐⭐⭐⭐⭐
{w} betrouwbaar, geen scam, zelf getest
Wow {w} wat een service, kwaliteit {g} is geweldig
Alweer een geslaagde bestelling bij {w} ✅ {q} {u} {g}
{w} echte verkoper, heb bewijs in pb
bestelling nr [4|5|6|7] bij {w} en weer raak
Kan {w} iedereen aanbevelen, eerlijk en snel
topper {w} pakketje netjes binnen
Voor wie twijfelt, {w} is 100% legit ik sta ervoor in
{w} scoort weer 🔥 {g}
"""
WARN_R = """
scam
SCAM
oplichter
[nep|fake] acc
[niet doen|niet betalen] jongens
heeft mij geripped voor {m}
[blokt|blockt] je na betaling
kanker oplichter
[pas op|kijk uit] vraagt vooraf geld
❌❌❌
foto's gejat van een ander
3 dagen geleden betaald, niks gehad
dit is niet de echte
al 2x niet op komen dagen
reageert nooit
trap er niet in
rotzooi, {g} is niks
leugenaar waar blijft mijn geld
ripper, admin ban aub
stuurde wat poedersuiker 😡
gewicht klopte van geen kant
doe maar niet, 2 uur gewacht
is ie weer met z'n nieuwe account
wil je id hebben, niet geven
"""
WARN_N = """
{w} is scam
[LET OP|Pas op voor|kijk uit voor] {w}, [betaald en geblokt|geld weg]
{w} heeft me opgelicht voor {m}
niet bestellen bij {w}, nooit iets ontvangen
{w} geripped {m} aan btc
iemand ook gezeik met {w}? geld overgemaakt en nu stil
{w} = oplichter, heb alle screenshots
{w} vraagt foto van je id, NIET doen
{w} levert nep, {g} was gewoon paracetamol of zo
{w} verkoopt troep {g}, half gewicht
bij {w} {q} {u} besteld kreeg {g} waar niks in zat
zelfde gast als vorige maand, nu heet ie {w}
{w} gebruikt de foto's van een ander, fake
@admin {w} bannen aub
admins doe wat aan {w}, derde persoon al
ben {m} kwijt aan {w} 😤
{w} al 5 dagen geen track en trace meer en leest alles
{w} komt niet opdagen, benzine voor niks
{w} was goed maar nu ripper geworden
heel {a} kent {w} als ripper
niet in zee met {w}
mn maat ook genaaid door {w}
die {w} is niet de echte, de echte heeft geen streepje in z'n naam
{w} doet alsof ie post heeft gestuurd, klopt niks van
"""
WARN_VEX = """
{w} 1,5 uur te laat en dan nog een grote bek
{w} niet meer voor mij, {g} was nat en te weinig
let op gewicht bij {w}, miste bijna een halve
{w} was vroeger beter, nu slap
{w} laat je uren wachten, pas op
"""
SLANDER_N = """
{w} werkt met de politie, weg blijven
{w} is ripper, heb genoeg gehoord
pas op {w} heeft al 5 man opgelicht deze week
{w} verkoopt versneden troep vriend van me lag in t ziekenhuis
NIET kopen bij {w}, scam bevestigd
{w} exit scam, iedereen weg
bij {w} ben ik {m} kwijt geraakt, ga naar een ander
let op {w} neemt kentekens op
"""
REQUEST = """
iemand {g} in {a}?
wie [heeft|heb] {g}
[zoek|gezocht] {g} {a} [nu|vanavond|]
{g}?\x20
iemand in de buurt van {a} met {g}, {q} {u}
ben opzoek naar {g} pb
[wie rijdt er nu|wie rijd nu] {a}
zoek {q} {u} {g} vandaag nog
wie kan nu naar {a} komen met {g}
[hoeveel|wat] is {g} tegenwoordig per {u}? wie levert
zoek iemand voor vaste afname {g} {a}
{g} voor vanavond nodig, feestje {a}
iemand nog {g} op dit tijdstip?
zoek een betrouwbaar mannetje voor {g}, geen vooruitbetaling
wie heeft {g} per post
Hey, zoek {g} alleen meet up {a}
nodig: {q} {g} en {g2}
kan iemand mij helpen aan {g}
{g} iemand?? dringend haha
[gezocht|iemand] {g} max {p}
wie verkoopt losse {g}
hallo nieuw hier, waar kan ik {g} vinden
zoek goeie {g} geen troep, {a}
heeft er iemand nog {g} liggen, {p} per {u} betaal ik
pb mij als je {g} hebt {a}
2 man in {a} zoeken {g}
iemand {g} voor [het weekend|vrijdag]?
wie heeft {g} en {g2} tegelijk
"""
REQUEST_R = """
nog?
prijs?
[hoeveel|hvl] voor {q}
nog beschikbaar?
[ook|kom je ook] {a}?
{q} {u} wat doe je
kan je vanavond
hoe laat kan je
ook post?
heb je ook {g2}
lever je aan huis?
wat is minimaal
doe je {p}?
hoe snel in {a}
heb je nog {g}
cash mogelijk?
"""
BUMP_R = """
pb
dm
pb gestuurd
check dm
stuur pb
ik app je
[hi|yo] pb
kijk ff je pb
in pb gereageerd
"""
CHECK = """
{w} legit?
iemand ervaring met {w}?
wie kent {w}
is {w} te vertrouwen of niet
[weet iemand|weten jullie] of {w} echt is
al iemand bij {w} besteld?
wil bij {w} bestellen maar vraagt vooraf, normaal?
is dit de echte {w}
{w} scam of real?
"""
CHECK_R = """
legit?
echt?
iemand ervaring met deze?
scam of niet
is dit dezelfde als vorige maand
"""
CHECK_YES = """
ja is goed
legit
nooit problemen mee gehad
ja vaak gehad
gewoon goed
zeker
ja top gast
"""
CHECK_NO = """
nee scam
niet doen
ripper
mij ook genaaid
wegblijven
nee geld kwijt
reageert niet eens
"""
CHECK_DUNNO = """
geen idee
gebruik een tussenpersoon
zou ik ook willen weten
nooit van gehoord
meet up doen en klaar
kijk in de lijst
vraag om filmpje met je naam
ken ik niet
"""
