"""Spanish."""

ONELINE = """
{g} disponible {a} {c}
quien quiere {g} md {c}
{g} a {p} el {u} entrega {a}
tengo {g}, {g2} y {g3} privado
oferta {q}{u} de {g} {p} solo hoy
envíos toda europa {g} discreto {c}
recién llegado {g} de la buena {c}
queda poco {g} {p}
"""
OPEN = """
CARTA {n}
buenas gente, lista de hoy
🔥 {n} {a} 🔥
"""
CLOSE = """
contacto {c}
{c}
mínimo {m}
pago en mano
gente seria
abierto {h}
"""
PREPAY = """
pago por adelantado usdt {w}
bizum antes de enviar
"""
RESTOCK = """
{g} otra vez {p}
llegó {g} {c}
"""
SOLDOUT = """
{g} agotado hasta el viernes
"""
CLOSED = """
hoy cerrado
"""
PRAISE_R = """
legal
todo perfecto
un crack
llegó rápido gracias
"""
PRAISE_N = """
{w} legal 100%
recomiendo a {w}, {g} muy buena
pedido de {w} en 3 días perfecto
"""
WARN_R = """
estafa
estafador bloquea
me robó {m}
fotos falsas
"""
WARN_N = """
{w} es estafador, perdí {m}
cuidado con {w} no envía nada
{w} vende basura
{w} pide dni, ni caso
"""
REQUEST = """
alguien con {g} en {a}?
busco {g} {q}{u}
quien reparte en {a} ahora
necesito {g} para hoy
"""
REQUEST_R = """
queda?
precio?
cuanto por {q}
"""
BUMP_R = """
md
te escribí
mira privado
"""
CHECK = """
{w} es fiable?
alguien conoce a {w}
"""
CHECK_YES = """
si es legal
"""
CHECK_NO = """
estafa
ni de coña
"""
RECRUIT = """
busco conductor {a} pago {m} por viaje
se buscan cuentas bancarias 30% para ti
"""
COURIER = """
en camino
10 min
entregado
"""
MONEY = """
usdt por efectivo {a} {pct} {c}
"""
ANSWER_HAVE = """
tengo md
{p} escríbeme
"""
ANSWER_AD = """
md
si
{p}
"""
TOPICS = {
    "diario": (
        """
buenas a todos
quien ve el madrid hoy
mucha policia en {a} hoy
vendo bici {num} euros
que calor hace tio
alguien al {club} el sabado
""",
        """
buenas
jajaja
que va
ni idea
igual
caro
eso
""",
    ),
}
SHORT = """
jaja
si
no
vale
tio
"""
DAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
