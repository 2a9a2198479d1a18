"""The other languages, the trade. Same keys as text_nl."""

X = {}
X["en"] = {
"ad": """
<gg> {available|in stock}, <h> area, hit <c>
{fresh|new} batch of <g>, <a> for <p>, {no timewasters|serious only}
delivering <h> tonight, <gg>. <c>
{worldwide|EU} shipping <gg> {stealth|vac sealed}, <c>
<g> <p> each, {bulk cheaper|deals on more}. {dm|msg me}
line's on till late, <gg>
got <g>, {tested|lab tested}, <p>. {meet|drop} <h>
""", "adpre": """
<gg> shipped {next day|tracked}, {btc up front|payment first}, <c>
""", "restock": """
<g> back {in stock|on the menu} {🔥|}
restock! <g> <p>
""", "open": """
{open|line on} till {2|3|late}, {two drivers|quick tonight}
""", "soldout": """
<g> {sold out|finished}, {back friday|soon come}
""", "closed": """
off today, back {tomorrow|monday}
""", "have": """
{yeah got some|yes mate}, dm
i got <g>, <p>
""", "req": """
anyone got <g> round <h>?
{looking for|after} <g>, {cash|no upfront}
who's about with <g> {tonight|rn}
need <a>, can {meet|pick up}
tourist here, where to get <g> in <h>?
wtb <g>, {reliable|legit} plug only
""", "ask": """
<who> legit?
anyone used <who>?
""", "vouch": """
<who> {solid|legit}, {landed in 3 days|here in 20}
big up <who>, <g> is {proper|fire}
vouch for <who> {💯|🤝}
second order from <who>, {spot on weight|no drama}
""", "yes": """
yeah {sound|legit}, used twice
""", "no": """
nah {scammer|avoid}, took my {80|50}
""", "warn": """
<who> is a {scammer|rip off}, sent {btc|money} got blocked
avoid <who>, {selective|never ships}
don't pay <who> up front, {lost 120|gone}
<who> sent me {sugar|aspirin} lol
""", "complain": """
<who> where's my {order|pack}, been {a week|2 hours}
""", "bad": """
same, lost {60|100}
""", "good": """
weird, always fine with me
""", "deny": """
show proof {or stfu|bro}
{pm me|tracking issue}, will reship
""", "rider": """
driver needed {own car|van}, <h> to <h2>, {400|600} a trip, <c>
""", "mule": """
bank accounts needed {revolut|monzo|wise}, {40%|same day pay}, dm
""", "exchange": """
usdt to cash {london|rdam|antwerp}, {3|4}%, <c>
""", "jobseek": """
got a van going <h2> thursday, {space|room} if anyone needs
"""}  # fmt: skip
X["de"] = {
"ad": """
<gg> {am Start|verfügbar}, Raum <h>, <c>
{frische Ware|neu reingekommen}: <g>, <a> für <p>
liefern heute <h>, <gg>, {bis 2 Uhr|24/7}
Versand {DHL|Brief} <gg>, {diskret|vakuum}, <c>
<g> <p> {das Stück|pro}, {nur ernstgemeint|keine Spinner}
wer was braucht: <gg>, schreib <c>
""", "adpre": """
<gg> nur Versand, {Vorkasse btc|erst zahlen}, <c>
""", "restock": """
<g> {wieder da|wieder am Start} 🔥
""", "open": """
bin {unterwegs|on}, bis {1|3} uhr
""", "soldout": """
<g> {leider leer|ist aus}, {Freitag|morgen} wieder
""", "closed": """
heute {zu|Pause}
""", "have": """
hab da, {schreib pn|pn}
<g> kann ich, <p>
""", "req": """
jemand <g> in <h>?
suche <g>, {Übergabe|bar}, {keine Vorkasse|nur Treffen}
wer hat <g> {heute|gerade}?
brauch <a> {übers Wochenende|dringend}
kann mir einer <g> {klarmachen|besorgen}
""", "ask": """
<who> {seriös|legit}?
hat wer Erfahrung mit <who>?
""", "vouch": """
<who> {ehrenmann|top}, {ging schnell|alles da}
danke <who>, <g> {ballert|super}
<who> 10/10, {gerne wieder|gewicht passt}
""", "yes": """
ja passt, {schon 3x|immer gut}
""", "no": """
ne {abzocker|finger weg}
""", "warn": """
Vorsicht <who>, {Abzocker|Betrüger}, {80|150} weg
<who> hat mich {abgezogen|blockiert nach zahlung}
bei <who> nur {Mehl|Müll} bekommen
""", "complain": """
<who> {meld dich|wo bleibt das paket}, {5 tage|2 stunden}
""", "bad": """
bei mir auch, {50|90} weg
""", "good": """
bei mir {immer alles gut|nie probleme}
""", "deny": """
laber nicht, {beweise|konkurrenz}
""", "rider": """
Fahrer gesucht, {Führerschein|eigenes Auto}, <h>, {200|300} am Tag, <c>
""", "mule": """
Konten gesucht ({N26|Sparkasse}), {gute Bezahlung|40%}, <c>
"""}  # fmt: skip
X["fr"] = {
"ad": """
<gg> {dispo|en stock}, secteur <h>, <c>
{arrivage|nouvel arrivage} <g>, <a> à <p>
livraison <h> {ce soir|7j/7}, <gg>, <c>
envoi {colissimo|mondial relay} <gg>, {discret|sous vide}
<g> <p>, {sérieux only|pas de crédit}
four ouvert {11h-minuit|jusqu'à 2h}, <gg>
""", "adpre": """
<gg> {paiement avant|pcs ou crypto d'abord}, <c>
""", "restock": """
<g> de retour {🔥|les gars}
""", "open": """
on est {ouvert|dispo} jusqu'à {minuit|2h}
""", "soldout": """
<g> {rupture|terminé}, demain
""", "closed": """
fermé {aujourd'hui|dimanche}
""", "have": """
j'ai, {mp|viens mp}
<g> ok, <p>
""", "req": """
qui a de la <g> sur <h> ?
cherche <g>, {remise en main|cash}
{qlqn|quelqu'un} pour <g> ce soir <h>
besoin de <a> {vite|svp}
un plan <g> {sérieux|pas d'arnaque} ?
""", "ask": """
<who> {fiable|c'est sûr} ?
déjà testé <who> ?
""", "vouch": """
<who> {carré|au top}, livré en {30 min|2 jours}
merci <who> la <g> est {incroyable|propre}
<who> validé {💯|✅}
""", "yes": """
oui {carré|validé}
""", "no": """
non {arnaque|fuis}
""", "warn": """
<who> {arnaqueur|carotteur}, {100|60} balles perdu
attention <who> {prend l'argent et bloque|envoie rien}
<who> m'a {carotte|envoyé du doliprane}
""", "complain": """
<who> {t'es où|réponds}, j'attends depuis {1h|lundi}
""", "bad": """
pareil, {40|70}€
""", "good": """
perso {jamais de souci|tjs bien}
""", "deny": """
{prouve|mytho}, t'as jamais commandé
""", "rider": """
recherche {livreur|chauffeur} <h>, {scooter|permis b}, {150|200}/jour, <c>
""", "mule": """
cherche {rib|comptes} {bourso|revolut}, {50%|bien payé}, mp
"""}  # fmt: skip
X["es"] = {
"ad": """
<gg> {disponible|tengo}, zona <h>, <c>
{recién llegado|material nuevo} <g>, <a> por <p>
{envíos|entrego} <h> {hoy|24h}, <gg>, <c>
<g> a <p>, {solo gente seria|no fío}
tengo <gg>, {escribe|privado}
""", "adpre": """
<gg> por correo, {pago por adelantado|bizum antes}, <c>
""", "restock": """
<g> otra vez {disponible|aquí} 🔥
""", "open": """
abierto hasta {las 2|tarde}
""", "soldout": """
<g> {agotado|se acabó}
""", "closed": """
hoy {cerrado|descanso}
""", "have": """
tengo, {privado|mp}
yo <g>, <p>
""", "req": """
alguien con <g> por <h>?
busco <g>, {en mano|efectivo}
quién tiene <g> {ahora|esta noche}
necesito <a> {ya|para el finde}
""", "ask": """
<who> es {fiable|de fiar}?
""", "vouch": """
<who> {legal|un crack}, {rápido|llegó bien}
gracias <who>, <g> {brutal|de diez}
recomiendo a <who> {👌|}
""", "yes": """
sí {legal|sin problema}
""", "no": """
no, {estafa|timador}
""", "warn": """
ojo con <who>, {estafador|timo}, {50|100} perdidos
<who> cobra y {bloquea|desaparece}
<who> me dio {yeso|harina}
""", "complain": """
<who> {dónde estás|contesta}, llevo {2 horas|una semana}
""", "bad": """
a mí también
""", "good": """
a mí siempre {bien|perfecto}
""", "deny": """
{mentira|pruebas}? nunca compraste
""", "rider": """
se busca {conductor|repartidor} <h>, {coche propio|moto}, {150|300} al día, <c>
""", "mule": """
busco cuentas {bbva|revolut}, {pago al día|30%}
"""}  # fmt: skip
X["ru"] = {
"ad": """
<gg> {в наличии|есть}, <h>, <c>
{свежий завоз|новая партия}: <g>, <a> за <p>
доставка <h>, <gg>, {до ночи|24/7}, <c>
<g> по <p>, {без предоплаты|опт дешевле}
отправлю почтой <gg>, <c>
""", "adpre": """
<gg> {предоплата|сначала оплата}, <c>
""", "restock": """
<g> {снова есть|опять в наличии} 🔥
""", "open": """
работаем до {двух|утра}
""", "soldout": """
<g> {закончился|кончился}
""", "closed": """
сегодня {выходной|не работаем}
""", "have": """
есть, {пиши в лс|лс}
""", "req": """
у кого есть <g> в <h>?
ищу <g>, {наличка|встреча}
кто может <g> {сегодня|сейчас}?
нужно <a>, {срочно|на выходные}
""", "ask": """
<who> {нормальный|проверенный}?
кто брал у <who>?
""", "vouch": """
<who> {красавчик|ровный}, {быстро|всё чётко}
спасибо <who>, <g> {огонь|качество}
рекомендую <who> {👍|}
""", "yes": """
да {ровный|брал два раза}
""", "no": """
нет, {кидала|кинет}
""", "warn": """
<who> {кидала|скам}, {100|50} евро ушло
осторожно <who>, {берёт деньги и в чс|ничего не привёз}
""", "complain": """
<who> {ты где|ответь}, жду {час|неделю}
""", "bad": """
меня тоже кинул
""", "good": """
у меня всё {норм|чётко} было
""", "deny": """
{докажи|не гони}, ты не заказывал
""", "rider": """
нужен {водитель|курьер} <h>, {своя машина|права}, {200|300} в день, <c>
""", "mule": """
нужны {карты|счета}, {оплата сразу|30%}
"""}  # fmt: skip
X["tr"] = {
"ad": """
<gg> {var|mevcut}, <h> {çevresi|civarı}, <c>
{yeni geldi|taze} <g>, <a> <p>
<h> {teslimat|getiriyoruz} bu akşam, <gg>, <c>
<g> <p>, {ciddi olan yazsın|veresiye yok}
""", "adpre": """
<gg> kargo, {önce ödeme|kapora lazım}, <c>
""", "restock": """
<g> {tekrar var|geldi} 🔥
""", "open": """
gece {2ye|3e} kadar açığız
""", "soldout": """
<g> {bitti|kalmadı}
""", "closed": """
bugün {kapalı|yokuz}
""", "have": """
var, {özelden yaz|dm}
""", "req": """
<h> tarafında <g> olan var mı?
<g> {arıyorum|lazım}, {elden|nakit}
kimde <g> var {şimdi|bu gece}
<a> lazım {acil|hafta sonu}
""", "ask": """
<who> {güvenilir mi|sağlam mı}?
""", "vouch": """
<who> {sağlam|adam gibi adam}, {hemen geldi|sorunsuz}
eyvallah <who>, <g> {süper|kaliteli}
<who> {tavsiye ederim|güvenilir} 💯
""", "yes": """
evet {sağlam|aldım}
""", "no": """
yok {dolandırıcı|uzak dur}
""", "warn": """
<who> {dolandırıcı|sahtekar}, {100|50} euro gitti
<who> parayı alıp {engelliyor|kayboluyor} dikkat
""", "complain": """
<who> {neredesin|cevap ver}, {1 saat|3 gün} oldu
""", "bad": """
beni de {dolandırdı|kandırdı}
""", "good": """
ben hep {memnunum|sorunsuz aldım}
""", "deny": """
{yalan|ispat et}, sen hiç almadın
""", "rider": """
{kurye|şoför} aranıyor <h>, {arabası olan|ehliyetli}, günlük {150|250}, <c>
""", "mule": """
banka hesabı olan {yazsın|lazım}, {iyi para|%30}
"""}  # fmt: skip
