"""The other languages, ordinary talk."""

TOPICS_X = {
    "en": {
        "a": """
anyone going {amsterdam|berlin|barca} this weekend
{arsenal|spurs|united|celtic} are {finished|a joke} this season
selling my old bike {60|90} quid, has lights
{met|police} outside the {station|flats} again, vans everywhere
how long does {weed|ket} stay in your system, got a test monday
that new {album|set} is {mad|class} youtu.be/<id>
red {teslas|punishers} at 280mg going round, take halves
what hostel is {decent|cheap} in <h>
--
{lol|lmao}
{nah|no way} mate
drink water and {sleep|chill}
how much you want for it
was there last night, {dead|rammed}
{same|facts}
{get well soon|be safe} x
never mix with {booze|xanax} tbh
train was {cancelled|late} again
"""
    },
    "de": {
        "a": """
wer guckt heute {bvb|fc|bayern}
fahrrad abzugeben, {60|100} euro, <h>
{bullen|zoll} an der grenze {bei venlo|a3}, kontrolle
wie lang ist {thc|speed} im urin nachweisbar?
neue {folge|platte} schon gehört? youtu.be/<id>
kennt wer einen {günstigen|guten} {friseur|anwalt} in <h>
bin {krank|müde}, alles {doof|nervt}
--
haha {jo|ne}
{echt jetzt|krass}
{trink wasser|schlaf mal}
{guten morgen|moin}
bahn wieder {zu spät|ausgefallen}
was willst dafür
2-3 tage, {kommt drauf an|bei dauerkonsum länger}
gute besserung
{stimmt|kein plan}
"""
    },
    "fr": {
        "a": """
vous regardez {psg|l'om|losc} ce soir
vends vélo {80|120}€, bon état, <h>
y'a {les condés|contrôle} à {la gare|la frontière}, attention
combien de temps le thc reste dans {la salive|le sang}
le nouvel album {est lourd|c'est nul} youtu.be/<id>
qlqn connait un {bon kebab|garage pas cher} <h>
--
{mdr|ptdr}
{grave|c'est clair}
{non|nan} jamais
bois de l'eau et {dors|mange}
{bonjour|salut} la {team|famille}
c'est combien
{force à toi|courage}
{la sncf|le train} encore en grève
"""
    },
    "es": {
        "a": """
{barça|madrid|betis} hoy, quién lo ve
vendo {bici|móvil} {80|120}, buen estado
control de {los mossos|la poli} en {la ronda|la estación}
cuánto dura {la maría|la coca} en saliva?
vaya {noche|fiesta} ayer
alguien sabe de {piso|habitación} barata en <h>
--
jajaja
{ya ves|total}
{no|qué va}
bebe agua {anda|tío}
{buenos días|buenas}
cuánto pides
{ánimo|suerte}
menudo {calor|frío}
"""
    },
    "ru": {
        "a": """
кто смотрит {футбол|хоккей} сегодня
продам {велик|айфон 11}, {100|180} евро
на {границе|вокзале} проверяют, осторожно
сколько держится в {крови|слюне}?
{погода|дождь} достала уже
кто знает {недорогого врача|парикмахера} в <h>
--
{ахах|лол}
{да|ну да}
не {мешай|надо} с алкоголем
{доброе утро|всем привет}
сколько просишь
{выздоравливай|держись}
{хз|без понятия}
"""
    },
    "tr": {
        "a": """
{fener|galatasaray|beşiktaş} maçı nerede izleniyor
bisiklet satılık {80|100} euro <h>
{polis|çevirme} var {köprüde|istasyonda}
bu {hava|yağmur} ne ya
iyi {berber|avukat} bilen var mı <h>
--
{ahahah|random}
{aynen|doğru}
{yok ya|hayır}
su iç {uyu|kanka}
{günaydın|selamlar}
kaça verirsin
{geçmiş olsun|kolay gelsin}
"""
    },
}
