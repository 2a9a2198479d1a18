"""French."""

ONELINE = """
{g} [dispo|en stock] {a} {c}
qui veut {g} mp {c}
{g} {p} le {u} livraison {a}
on est là {a} 🔥 {g} {g2} {c}
{q}{u} de {g} à {p} ajd seulement
envoi partout france belgique {g} {c}
arrivage {g} frappe {c}
{g}, {g2}, {g3} en mp
reste un peu de {g} {p} ça part vite
"""
OPEN = """
📋 MENU {n}
{n} {a} ouvert
wesh la famille voici la carte
🔥 nouvelle carte 🔥
"""
CLOSE = """
Contact {c}
{c}
minimum {m}
paiement à la livraison
pas de touristes
ouvert {h}
meetup ou livraison
"""
PREPAY = """
paiement d'avance pcs / crypto {w}
acompte 50% obligatoire
"""
RESTOCK = """
{g} de retour {p}
nouvel arrivage {g} {c}
"""
SOLDOUT = """
plus de {g} jusqu'à demain
tout est parti merci la team
"""
CLOSED = """
fermé ajd
pause jusqu'à {d}
"""
PRAISE_R = """
validé
carré
livré en 30 min merci
frère t'es un bon
lourd 🔥
"""
PRAISE_N = """
{w} validé
{w} carré, {g} au top
je recommande {w}, déjà 4 commandes
reçu de {w} en 2 jours nickel
"""
WARN_R = """
arnaque
arnaqueur il bloque
m'a pris {m}
photos volées
faux compte
"""
WARN_N = """
{w} arnaqueur, {m} perdus
attention à {w} il encaisse et bloque
rien reçu de {w} depuis 6 jours
{w} vend de la merde, {g} coupée
{w} demande la carte d'identité, fuyez
"""
REQUEST = """
qqn a {g} sur {a}
cherche {g} {q}{u}
dispo {g} ce soir {a} ?
qui livre {a} la
je cherche un plan {g} sérieux
"""
REQUEST_R = """
dispo ?
prix ?
combien les {q}
tu livres {a} ?
"""
BUMP_R = """
mp
mp envoyé
réponds mp
"""
CHECK = """
{w} fiable ?
qqn connaît {w}
"""
CHECK_YES = """
oui carré
fiable
"""
CHECK_NO = """
non arnaque
fuis
"""
RECRUIT = """
cherche livreur {a}, scooter, {m} par soir
besoin de rib propre, 40% pour toi
cherche guetteur et charbonneur {a}
"""
COURIER = """
j'arrive
10 min {a}
3 livrés
"""
MONEY = """
usdt contre cash {a} {pct} {c}
"""
ANSWER_HAVE = """
j'ai mp
{p} viens mp
"""
ANSWER_AD = """
mp
oui
{p}
"""
TOPICS = {
    "quotidien": (
        """
salut la team
qui regarde l'om ce soir
y a des contrôles à {a} faites gaffe
le train encore en grève
vends vélo {num} euros avec facture
c'est calme ajd
qui va au {club} samedi
""",
        """
salut
mdr
jamais
pareil
ptdr
c'est mort
wesh
vrai
lien ?
trop cher
""",
    ),
}
SHORT = """
mdr
oui
non
ok
frr
vrai
"""
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
