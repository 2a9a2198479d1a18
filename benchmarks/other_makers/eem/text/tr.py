"""Turkish."""

ONELINE = """
{g} [mevcut|var] {a} {c}
{g} isteyen yazsın {c}
{g} {u} {p} {a} teslim
{g}, {g2}, {g3} dm
bugüne özel {q}{u} {g} {p}
avrupa içi kargo {g} {c}
yeni mal geldi {g} kaliteli {c}
son kalan {g} {p}
"""
OPEN = """
🔥 {n} liste
selam gençler bugünkü liste
{n} {a}
"""
CLOSE = """
iletişim {c}
{c}
en az {m}
elden ödeme
ciddi olanlar yazsın
"""
PREPAY = """
ödeme önden usdt {w}
kapora şart
"""
RESTOCK = """
{g} tekrar geldi {p}
"""
SOLDOUT = """
{g} bitti yarın var
"""
CLOSED = """
bugün kapalıyız
"""
PRAISE_R = """
sağlam adam
eyvallah geldi
güvenilir
"""
PRAISE_N = """
{w} sağlam, {g} güzel
{w} güvenilir kaç kere aldım
{w} yarım saatte getirdi
"""
WARN_R = """
dolandırıcı
parayı aldı engelledi
sahte
"""
WARN_N = """
{w} dolandırıcı {m} gitti
{w} dikkat edin göndermiyor
{w} kimlik istiyor vermeyin
"""
REQUEST = """
{a} {g} olan var mı
{g} lazım {q}{u}
{a} kim getirir şimdi
"""
REQUEST_R = """
kaldı mı
fiyat?
{q} kaça
"""
BUMP_R = """
dm
yazdım
dm bak
"""
CHECK = """
{w} güvenilir mi
{w} dan alan var mı
"""
CHECK_YES = """
evet sağlam
"""
CHECK_NO = """
dolandırıcı uzak dur
"""
RECRUIT = """
şoför aranıyor {a} sefer başı {m}
banka hesabı olan yazsın haftalık {m2}
kurye lazım {a} günlük nakit
"""
COURIER = """
yoldayım
10 dk
teslim ettim
"""
MONEY = """
usdt nakit bozum {a} {pct} {c}
"""
ANSWER_HAVE = """
bende var yaz
"""
ANSWER_AD = """
dm
var
{p}
"""
TOPICS = {
    "gündelik": (
        """
selam millet
maç kaçta
kapıkule 4 saat bekleme var
bisiklet satılık {num} euro
hava çok soğuk
fener yine yaktı bizi
""",
        """
selam
ahahah
yok ya
aynen
pahalı
valla
""",
    ),
}
SHORT = """
aynen
yok
tamam
he
"""
DAYS = ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi"]
