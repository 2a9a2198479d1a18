"""How people write the dot of an address so that no machine sees it."""

DOT_WORDS = "dot|punt|punkt|point|точка|nokta|punto"
DOT = (
    rf"(?: {{0,2}}[.,·•․。] {{0,2}}| {{0,2}}[\[({{<] {{0,2}}(?:\.|{DOT_WORDS}) {{0,2}}[\])}}>] {{0,2}}"
    rf"| {{1,2}}(?:{DOT_WORDS}) {{1,2}})"
)
SCHEME = r"(?:h(?:tt|xx)ps?(?::|\[:\])//)"
