"""What is sold: items, their street names by language, units, prices and ladders."""


class Item:
    """A commodity with its street names, unit and prices."""

    __slots__ = ("com", "emoji", "key", "ladder", "names", "price", "unit", "veil")

    def __init__(self, key, com, unit, price, ladder, emoji, nl, en, veil="", **other):
        self.key, self.com, self.unit, self.price = key, com, unit, price
        self.ladder, self.emoji = ladder, emoji.split()
        self.names = {"nl": nl.split(";"), "en": en.split(";")}
        for lang, s in other.items():
            self.names[lang] = s.split(";")
        self.veil = veil.split(";") if veil else []

    def name(self, rng, lang="nl"):
        """A street name."""
        return rng.choice(self.names.get(lang) or self.names["en"])


G, S = (1, 2, 5, 10), (10, 25, 50, 100)
_ALL = [
    Item("coke", "cocaine", "g", 50, G, "❄️ 🥥 👃 🐚", "coke;cola;sos;snuif;wit;coca;flakes;peru vlokken;coke wasje", "coke;snow;flake;yayo;charlie;bolivian flake", "sneeuw;🥥;❄️;witte wijn", de="koks;schnee;koka;weißes;nase", fr="coke;c;neige;poudre;blanche", es="coca;farlopa;perico;nieve", ru="кокс;снег;кокаин;кокос", tr="kokain;kar;beyaz"),
    Item("crack", "crack", "bol", 10, (1, 3, 6, 10), "🪨 🔥", "gekookt;crack;base;basecoke;gekookte bolletjes;steentjes", "crack;rocks;base;hard", "steentjes;🪨", de="crack;steine;base", fr="crack;cailloux;galette", es="crack;piedra", ru="крэк", tr="taş"),
    Item("bruin", "heroin", "g", 25, G, "🤎 🐎", "bruin;hero;heroine;bruine;bolletjes bruin", "brown;H;smack;heroin;dark", "🤎;bruin brood", de="braunes;hero;schore;H", fr="héro;brune;rabla", es="caballo;heroína;jaco", ru="герыч;хмурый", tr="eroin;beyaz toz"),
    Item("oxy", "opioids", "strip", 40, (1, 2, 5, 10), "💊", "oxy 20mg;oxycodon;oxycontin 40;oxy's", "oxy 30s;oxycodone;oxycontin;blues", "", de="oxy;oxycodon", fr="oxy;oxycodone"),
    Item("tram", "opioids", "strip", 12, (1, 3, 5, 10), "💊", "tramadol 200;trammies;tramadol;methadon", "tramadol 225;trams;tapentadol", "", de="tramadol;tilidin;tilis", fr="tramadol;méthadone", es="tramadol", ru="трамадол", tr="tramadol;contramal"),
    Item("speed", "amphetamine", "g", 8, (5, 10, 25, 50), "⚡ 🏃", "speed;pep;speed paste;natte pep;sjpiet;snelle", "speed;base;whizz;amph paste", "snelle jelle;⚡", de="speed;pep;amphe;paste", fr="speed;amphé", es="speed;anfetas", ru="фен;амф;скорость", tr="amfetamin;spid"),
    Item("tina", "methamphetamine", "g", 60, G, "🧊 💎", "tina;ice;crystal;t;crystal meth", "tina;ice;crystal;meth;shards", "ijsblokjes;🧊", de="crystal;ice;tina", fr="tina;cristal", es="tina;cristal", ru="лёд;винт;метамф", tr="met;ateş-buz"),
    Item("xtc", "mdma", "st", 3, S, "💊 🍬 🍭", "xtc;pillen;tesla's;punishers;snoepjes 240mg;xtc pillen;audi's blauw;philipp plein", "xtc;pills;teslas;pingers;ecstasy;beans", "snoepjes;🍬;skittles", de="teile;xtc;pillen;teslas", fr="ecsta;taz;ecstas;bonbons xtc", es="pastis;éxtasis;rulas;xtc", ru="экстази;колёса;таблы", tr="ecstasy;hap ecs;şeker"),
    Item("mdma", "mdma", "g", 15, G, "💎 💜", "mdma;mdma kristal;md;kristallen md;champagne md", "mdma;mandy;md crystals;molly", "suikerklontjes;💎", de="mdma;emma;m kristalle", fr="md;mdma cristaux", es="m;cristal mdma", ru="мдма;эмка", tr="mdma kristal"),
    Item("keta", "ketamine", "g", 25, G, "🐴 🦄", "keta;ket;ketamine;k naalden;keta suiker;paardenspul", "ket;ketamine;k;special k;s-isomer ket", "paardje;🐴", de="keta;ketamin;k", fr="kéta;ketamine;k", es="keta;ketamina", ru="кет;кетамин", tr="ketamin;keta"),
    Item("ghb", "ghb", "fles", 60, (1, 2, 5), "💧 🧴", "ghb;g;buisjes g;liter g;ghb flesje;gbl velgenreiniger", "ghb;g;gina;gbl", "velgenreiniger;💧", de="gbl;ghb;liquid g", fr="ghb;gbl;g", es="ghb;biberón;éxtasis líquido", ru="бутират", tr="ghb"),
    Item("lsd", "lsd", "st", 7, S, "🌈 🎨", "lsd;zegels;lsd zegels 150ug;trips;druppels lsd", "lsd;tabs;acid;blotters 200ug", "postzegels;🎨", de="lsd;pappen;trips", fr="lsd;buvards;cartons", es="tripis;lsd;secantes", ru="лсд;марки", tr="lsd;pul"),
    Item("paddo", "psilocybin", "g", 8, (5, 10, 25, 50), "🍄", "paddos;golden teachers gedroogd;paddo's;mexicaantjes gedroogd;shrooms", "shrooms;golden teachers;mush;penis envy", "champignons;🍄", de="pilze;zauberpilze;golden teacher", fr="champis;champis séchés", es="setas;hongos", ru="грибы", tr="mantar"),
    Item("2cb", "designer-drugs", "st", 4, S, "🔷 🧠", "2cb;2C-B pillen;2cb's;nexus", "2cb;2c-b;nexus pills", "legoblokjes", de="2cb;2c-b", fr="2cb;2c-b", es="2cb;nexus", ru="2cb", tr="2cb"),
    Item("poes", "designer-drugs", "g", 18, G, "🐱 😺", "3mmc;poes;miauw;3-mmc;4mmc;3m;kattenspul", "3mmc;4mmc;meph;miaow;3-cmc", "kattenvoer;🐱", de="3mmc;mephe;4mmc", fr="3mmc;3m;4mmc", es="mefe;3mmc;tusi", ru="мяу;меф;соль", tr="3mmc;mefedron"),
    Item("4fa", "designer-drugs", "st", 4, S, "🍇", "4fa;4-fa pillen;4fmp;6apb;fluor", "4fa;6apb;4-fmp", "", de="4fa;6-apb", fr="4fa"),
    Item("wiet", "cannabis", "g", 9, (5, 10, 25, 50), "🌿 🍁 🥦", "wiet;amnesia;haze;cali;lemon haze;kush;buds;groen;top wiet;zakjes wiet;gelato", "weed;cali;gelato;zaza;bud;haze;kush", "groente;🥦;broccoli", de="gras;ott;weed;cali;haze", fr="beuh;weed;cali;amné;herbe", es="maría;hierba;cali;weed", ru="шишки;бошки;трава;стафф", tr="ot;cali;esrar yeşil;skunk"),
    Item("hash", "cannabis", "g", 7, (5, 10, 25, 50), "🍫 🟫", "hash;hasj;polm;dry;marok;blokje;ketama;3x gefilterd;frozen hash", "hash;dry sift;static;frozen;pollen", "chocolade;🍫", de="hasch;dope;piece;haschisch;static", fr="shit;hash;filtré;dry;frozen;jaune mousseux", es="hachís;costo;chocolate;polen;static", ru="гаш;гашиш;план", tr="esrar;kubar"),
    Item("edible", "cannabis", "st", 10, (1, 3, 5, 10), "🍪 🧁", "spacecake;thc gummies;edibles;thc vape pen;wiet chocola", "edibles;thc gummies;thc carts;brownies", "koekjes;🍪", de="edibles;thc vapes", fr="gâteaux thc;edibles;puff thc", es="gominolas thc;comestibles", ru="тгк мармелад", tr="thc vape"),
    Item("diaz", "benzodiazepines", "strip", 12, (1, 3, 5, 10), "😴 💙", "diazepam;valium 10mg;temazepam;oxazepam;strips diaz;zepammetjes", "valium;diazepam 10mg;vallies", "slaapmutsjes", de="diazepam;valium;benzos", fr="valium;benzo", es="diazepam;trankimazin", ru="феназепам;диазепам", tr="diazem;xanax"),
    Item("xan", "benzodiazepines", "st", 3, S, "🟦", "xanax 2mg;bars;xannies;alprazolam;rivotril;clonazepam", "xanax bars;xans;alprazolam;klonopin", "", de="xanax;xans;rivotril", fr="xanax;rivotril;rivo", es="rivotril;xanax", ru="ксанакс;алпразолам", tr="rivotril;xanax"),
    Item("lyrica", "prescription-medicines", "strip", 20, (1, 2, 5, 10), "💊 🚀", "lyrica 300;pregabaline;pregabalin;lyrica strips", "lyrica 300mg;pregabs;pregabalin", "", de="lyrica;lyris;pregabalin", fr="lyrica;prégabaline;fusée", es="lyrica", ru="лирика", tr="lyrica;lirika"),
    Item("kama", "prescription-medicines", "strip", 10, (1, 3, 5, 10), "🍆 💪", "kamagra;viagra;cialis;kamagra jelly;ritalin;ozempic pen;concerta", "viagra;kamagra;cialis;adderall;ozempic;modafinil", "", de="kamagra;viagra;ritalin", fr="viagra;kamagra;ozempic", es="viagra;cialis;ozempic", tr="viagra;ozempic"),
    Item("gas", "nitrous-oxide", "tank", 35, (1, 2, 4, 6), "🎈 💨", "lachgas;fastgas;tank 2kg;smartwhip;ballonnen tank;exotic whip", "nos tanks;fastgas;smartwhip;laughing gas", "slagroom;🎈", de="lachgas;fastgas", fr="proto;bonbonne proto;ballons", es="gas de la risa", tr="balon gazı"),
    Item("test", "steroids", "fles", 35, (1, 2, 5, 10), "💉 🏋️", "testo e 250;deca;tren;anavar;hgh pen;kuur testo;sustanon", "test e;tren;anavar;dbol;hgh", "", de="testo;tren;anavar", fr="testo;anavar", es="testo;winstrol", ru="тест э;трен", tr="testo;anavar"),
    Item("glock", "firearms", "stuk", 1900, (1,), "🔫 🧰", "glock 17;ijzer;pipa;blaffer;klapper 9mm;g19;tokarev;omgebouwde zoraki;skorpion", "glock 19;strap;piece;blicky;converted zoraki", "gereedschap;boormachine", de="knarre;glock;wumme", fr="glock;calibre;kalash;pétard", es="pipa;hierro;glock", ru="ствол;пм;тт", tr="silah;glock;emanet"),
    Item("patr", "ammunition", "doos", 60, (1, 2, 5), "🧨 🎯", "9mm patronen;kogels;munitie 7.65;doosje 9x19;snoep voor de ijzer 9mm", "9mm rounds;ammo;box of 9", "spijkers", de="9mm mumpeln;munition", fr="bastos;munitions 9mm", es="balas 9mm", ru="маслята;патроны", tr="mermi;9mm fişek"),
    Item("demper", "weapon-parts", "stuk", 300, (1,), "🧰 🔩", "demper;lader 17;g17 slede;verlengde lader;switch;loop glock", "suppressor;switch;glock mag;lower", "boorkop", de="schalldämpfer;magazin glock", fr="silencieux;chargeur glock", es="silenciador;cargador"),
    Item("granaat", "explosives", "stuk", 900, (1, 2), "💣", "handgranaat;ei m75;granaat;semtex;slagkoord", "grenade;m75;semtex", "paasei", de="handgranate", fr="grenade;m75", es="granada", ru="граната;тротил"),
    Item("taser", "other-weapons", "stuk", 40, (1, 2, 5), "🗡️ ⚡", "taser;boksbeugel;vlindermes;pepperspray;ploertendoder;zombie mes;wapenstok", "taser;knuckles;zombie knife;machete;pepper spray", "", de="schlagring;butterfly;pfefferspray;taser", fr="taser;poing américain;gazeuse", es="puño americano;taser", ru="кастет;шокер", tr="muşta;sustalı"),
    Item("cobra", "fireworks", "st", 12, (5, 10, 25, 50), "🧨 🎆 🎇", "cobra 6;cobra's;nitraten;c6;cobra 8;shells;nitraat bommen;mortieren;dum bum", "cobra 6;flashbangs pyro;cakes;shells", "sinterklaas snoep", de="cobra 6;böller;polenböller;dum bum", fr="mortiers;cobra 6;feux d'artifice f4", es="petardos cobra"),
    Item("cake", "fireworks", "doos", 70, (1, 2, 5), "🎆", "cakeboxen;vuurpijlen;compound;100 shots;flowerbeds;matten rood", "cakes 100 shot;rockets;compound box", "", de="batterien;raketen;verbundfeuerwerk", fr="batteries 100 coups;fusées"),
    Item("rijb", "documents", "stuk", 900, (1,), "🪪 📄", "rijbewijs b;rijbewijs;paspoort;id kaart;diploma mbo;code 95;verblijfsvergunning;vca", "driving licence;passport;id card;diploma", "papiertje", de="führerschein;ausweis;pass", fr="permis;passeport;cni;titre de séjour", es="carnet de conducir;pasaporte;nie", ru="паспорт;права;внж", tr="ehliyet;pasaport;kimlik"),
    Item("nepgeld", "counterfeit-money", "st", 12, S, "💶 🖨️", "nep 50ers;fake 20's;nepgeld;valse vijftigjes;monopoly geld;briefjes met hologram", "fake 50s;counterfeits;prop bills grade a;funny money", "monopoly", de="falschgeld;blüten;50er grade a", fr="faux billets;faux 50", es="billetes falsos", ru="фальш;фальшивые евро", tr="sahte euro"),
    Item("cvv", "payment-fraud", "st", 25, (1, 5, 10), "💳", "cvv's;cc's nl;clone kaarten;paypal transfer;gekloonde passen;apple pay linkables", "cvv;cc non vbv;clone cards;dumps+pin;paypal transfers", "plastic", de="cc;cvv;klonkarten", fr="cc;cartes clonées;cvv fr", es="cc;tarjetas clonadas", ru="картон;сс;дампы", tr="cc;kopya kart"),
    Item("panel", "fraud-tools", "stuk", 250, (1,), "🖥️ 🎣", "panel ing;phishing panel;bulk sms;spoof bot;otp bot;kit rabo;sms blaster", "otp bot;phishing page;panel;spoofer;smtp;bulk sms", "websitebouw", de="otp bot;panel;phishing seite", fr="panel;kit phishing;spam sms", es="panel;kit smishing", ru="панель;фишинг кит;спам смс", tr="panel;phishing sayfası"),
    Item("leads", "personal-data", "st", 1, (100, 500, 1000), "📇 📊", "leads;bellijst 60+;verse leads nl;iban leads;fullz;marktplaats leads", "leads;fullz;fresh leads;bank leads", "adresboekje", de="leads;fullz;bankdaten", fr="fiches;numlist;leads fr", es="leads;fullz", ru="базы;пробив;фуллки", tr="data;liste;fullz"),
    Item("accs", "accounts", "stuk", 30, (1, 3, 5), "🔑 📱", "bol accounts;netflix acc;thuisbezorgd acc;bunq geverifieerd;klarna acc;uber eats acc;verified revolut", "aged fb accounts;netflix;verified revolut;klarna accs;paypal aged", "sleutels", de="klarna accs;verif. n26;netflix acc", fr="comptes netflix;compte revolut vérifié;comptes uber", es="cuentas netflix;cuenta revolut verificada", ru="аккаунты;вериф кошельки", tr="hesap netflix;onaylı hesap"),
    Item("vape", "tobacco-vapes", "st", 10, (1, 5, 10, 50), "💨 🚬", "elfbars;vapes 10k;sloffen marlboro;shag zonder zegel;snus;jnr 20k;drum pakjes", "elfbar;10k vapes;cartons marlboro;snus", "", de="elfbar;stangen marlboro;vapes 10k", fr="puffs 10k;cartouches marlboro;clopes", es="vapers;cartones marlboro", ru="электронки;сигареты блок", tr="vape;karton sigara"),
    Item("rep", "counterfeit-goods", "stuk", 60, (1, 2), "👟 ⌚", "reps;nike tn 1:1;rolex 1:1;airpods 1:1;louis tassen replica;moncler reps;parfum 1:1", "reps;1:1 jordans;rolex rep;airpods rep", "", de="reps;1:1 uhren;airpods replika", fr="contrefaçons 1:1;tn reps;sac lv rep", es="réplicas;imitación 1:1", ru="реплики 1:1", tr="replika;çakma saat"),
    Item("boost", "stolen-goods", "stuk", 150, (1, 2), "📦 🤫", "iphone zonder bon;fatbike zonder sleutel;gereedschap uit bus;winkelspul met alarm er nog op;makita heet;merkkleding half prijs uit de winkel;scooter zonder papieren", "boosted gear;hot iphones;no-receipt laptops;jacked ebike", "van de vrachtwagen gevallen", de="heiße iphones;ebike ohne papiere", fr="iphone tombé du camion;trottinette sans papiers", es="iphone robado barato;patinete sin papeles", ru="краденые айфоны", tr="kaçak iphone;faturasız telefon"),
]  # fmt: skip
ITEMS = {i.key: i for i in _ALL}
DRUGS = [i.key for i in _ALL if i.com in str.split("cocaine crack heroin opioids amphetamine methamphetamine mdma ketamine ghb lsd psilocybin designer-drugs cannabis benzodiazepines prescription-medicines nitrous-oxide")]  # fmt: skip
PARTY = ["coke", "xtc", "mdma", "keta", "speed", "2cb", "poes", "lsd", "4fa", "ghb", "tina"]
GREEN = ["wiet", "hash", "edible", "paddo"]
PILLS = ["oxy", "tram", "diaz", "xan", "lyrica", "kama", "test"]
STREET = ["coke", "crack", "bruin", "hash"]
ARMS = ["glock", "patr", "demper", "granaat", "taser"]
PYRO = ["cobra", "cake"]
FRAUD = ["cvv", "panel", "leads", "accs", "nepgeld"]
PAPER = ["rijb"]
SMOKE = ["vape", "gas"]
GREY = ["rep", "boost", "vape"]
SETS = {"party": PARTY, "green": GREEN, "pills": PILLS, "street": STREET, "arms": ARMS, "pyro": PYRO, "fraud": FRAUD, "paper": PAPER, "smoke": SMOKE, "grey": GREY}  # fmt: skip
BULK = {"coke": (50, 100, 500, 1000), "hash": (100, 500, 1000, 5000), "wiet": (100, 250, 500, 1000), "xtc": (500, 1000, 5000, 10000),
        "mdma": (100, 500, 1000), "keta": (100, 500, 1000), "speed": (500, 1000, 5000), "poes": (100, 500, 1000), "bruin": (50, 100, 500, 1000),
        "2cb": (500, 1000, 5000), "tina": (50, 100, 500, 1000), "lsd": (100, 500, 1000), "diaz": (50, 100, 500), "lyrica": (50, 100, 500),
        "cobra": (100, 500, 1000), "vape": (100, 500, 1000), "gas": (24, 48, 96), "nepgeld": (100, 500, 1000), "xan": (500, 1000, 5000)}  # fmt: skip
UNITS = {
    "nl": {"g": ["g", "gr", "gram", "G"], "st": ["st", "stuks", "x", "stk"], "strip": ["strip", "strips", "strip(10)"], "fles": ["fles", "flesje", "fl"],
           "tank": ["tank", "tanks", "fles"], "doos": ["doos", "dozen", "ds"], "stuk": ["stuk", "st", "x"], "bol": ["bol", "bolletje", "steen"]},
    "en": {"g": ["g", "gram", "gr"], "st": ["pcs", "x", "pc"], "strip": ["strip", "strips"], "fles": ["bottle", "btl"], "tank": ["tank", "tanks"],
           "doos": ["box", "bx"], "stuk": ["pc", "each"], "bol": ["rock", "ball"]},
    "de": {"g": ["g", "gramm"], "st": ["stk", "stück"], "strip": ["blister"], "fles": ["flasche"], "tank": ["flasche"], "doos": ["kiste"], "stuk": ["stk"], "bol": ["stein"]},
    "fr": {"g": ["g", "gr"], "st": ["pcs", "u"], "strip": ["plaquette"], "fles": ["bouteille"], "tank": ["bonbonne"], "doos": ["boîte"], "stuk": ["pièce"], "bol": ["caillou"]},
    "es": {"g": ["g", "gr"], "st": ["uds", "u"], "strip": ["blíster"], "fles": ["bote"], "tank": ["botella"], "doos": ["caja"], "stuk": ["ud"], "bol": ["piedra"]},
    "ru": {"g": ["г", "гр"], "st": ["шт"], "strip": ["пласт"], "fles": ["фл"], "tank": ["баллон"], "doos": ["кор"], "stuk": ["шт"], "bol": ["шт"]},
    "tr": {"g": ["g", "gr"], "st": ["adet"], "strip": ["tablet"], "fles": ["şişe"], "tank": ["tüp"], "doos": ["kutu"], "stuk": ["adet"], "bol": ["tane"]},
}  # fmt: skip
