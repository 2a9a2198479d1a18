"""How people write the dot of an address so that no machine sees it."""

DOT_WORDS = "dot|punt|punkt|point|точка|тчк|nokta|punto"
# The at of an address in words; a bare "a", "chez" or "bei" is believed only before a host whose dots are spelled out too.
AT_WORDS = "at|ät|apenstaart(?:je)?|apestaart(?:je)?|klammeraffe|affenschwanz|arroba|arobase?|собака|собачка|kuyruklu a"
SAID_AT_WORDS = f"{AT_WORDS}|et|ет|эт|chez|bei|bij"
UNDERSCORE_WORDS = "underscore|onderstrepje|liggend streepje|unterstrich|tiret bas|underscor|guion bajo|guión bajo|barra baja|нижнее подчеркивание|нижнее подчёркивание|подчеркивание|alt çizgi|alt tire"
DOT = (
    rf"(?: {{0,2}}[.,·•․。] {{0,2}}| {{0,2}}[\[({{<] {{0,2}}(?:\.|{DOT_WORDS}) {{0,2}}[\])}}>] {{0,2}}"
    rf"| {{1,2}}(?:{DOT_WORDS}) {{1,2}})"
)
SCHEME = r"(?:h(?:tt|xx)ps?(?::|\[:\])//)"
