"""The goods: what they are called in seven languages, how they are sold, what they cost."""

LANGS = ("nl", "en", "de", "fr", "es", "ru", "tr")

# key;code;emoji;ladder;base;nl;en;de;fr;es;ru;tr;veiled
_TABLE = """
coke;cocaine;❄️ 🥥 ⛄;g;48;coke,coca,sos,wit,sosa,snuif,cola,bolivia;coke,coca,charlie,snow,flake;koks,koka,schnee,weisses;coke,coca,cc,neige;coca,farlopa,perico;кокс,кокаин,снежок;kokain,beyaz,koko;winterjas,sneeuw,bloem,suiker
crack;crack;🪨 🎱;p;10;gekookte,crack,basecoke,bolletjes gekookt,base;crack,rocks,hard;crack,steine;crack,caillou;crack,piedra;крэк,камни;taş,crack;kiezels,steentjes
hero;heroin;🟤 🤎;g;25;bruin,heroine,bruine,smack;brown,heroin,dog food;h,heroin,braunes;rabla,hero,brune;caballo,heroina;герыч,гера;eroin;bruine suiker,theeblad
oxy;opioids;🔵;t;6;oxy,oxycodon,oxycontin;oxy,oxycodone,percs;oxy,oxycodon;oxy,oxycodone;oxi,oxicodona;окси;oksi;blauwe knopen
tram;opioids;🟡;t;1.5;tramadol,tramadollen,trammies;tramadol,tramal;tramal,tramadol,tilidin;tramadol,tram;tramadol;трамадол;tramadol;gele knopen
speed;amphetamine;⚡ 🏎️;g;6;speed,pep,pasta,pep droog,natte speed;speed,amph,paste;pep,speed,peppen,paste;speed,amphet;speed,anfeta;фен,спиды,амф;speed,amfetamin;benzine,koffie,stroom
meth;methamphetamine;🧊 🔷;g;38;meth,ice,tina,crystal meth;ice,meth,tina,crystal;crystal,tina,meth;meth,tina;meta,tina,cristal;мет,винт,лед;met,kristal,ateş buz;glas,ijsblokjes
xtc;mdma;🍬 💊 🍭;t;2.5;xtc,pillen,snoepjes,pills,pilletjes,e;xtc,pills,beans,ecstasy;teile,xtc,ecstasy,e's;taz,ecsta,xtc;pastis,pastillas,éxtasis;экстази,круглые,колеса;ekstazi,hap,xtc;snoepjes,knikkers,m&ms
mdma;mdma;💎 🔮;g;13;mdma,md,emma,mdma kristal;mdma,molly,mandy,md;md,mdma,emma;md,mdma;eme,md,cristal mdma;мдма,кристаллы мдма;mdma,emma;emma,diamantjes
keta;ketamine;🐴 🦄 🥄;g;16;keta,ket,k,ketamine naalden,ket suiker,paard;ket,ketamine,k,special k;keta,ket,k;keta,ké,k;keta,ketamina;кет,кетамин;ket,ketamin;paardje,hooi,pony
ghb;ghb;💧 🧴;ml;0.6;ghb,g,gbl,geebs;ghb,g,gina;g,ghb,gbl,liquid;ghb,gbl,gé;ghb,chorri,éxtasis líquido;бутик,ghb;ghb;water,velgenreiniger
lsd;lsd;🌀 🎟️ 👅;z;7;lsd,zegels,trips,tripjes,papertrips;acid,lsd,tabs,blotters;pappen,lsd,tickets;lsd,buvards,cartons,trips;tripis,lsd,secantes;марки,кислота;lsd,kağıt;postzegels,kaartjes
paddo;psilocybin;🍄;g;7;paddos,truffels,paddo's,mcsmart,golden teachers;shrooms,mushrooms,truffles;pilze,zauberpilze,trüffel;champis,champignons,truffes;setas,trufas;грибы;mantar;bospaddenstoelen
3mmc;designer-drugs;🐱 😺;g;14;3mmc,3-mmc,poes,miauw,3m,poesie;3mmc,3-mmc,meow;3mmc,3-mmc,mmc;3mmc,3-mmc,3m;3mmc,mefe;3ммс;3mmc;poezenvoer,kattenbrokjes
4mmc;designer-drugs;😼;g;18;4mmc,meph,mef,4-mmc;4mmc,mephedrone,drone;4mmc,mephe;4mmc,mephe;mefedrona,4mmc;меф,мяу,мефедрон;mef;kattengrit
2cb;designer-drugs;🐝 🌸;t;3.5;2cb,2c-b,tucibi,bijtjes;2cb,2c-b,bees;2cb,2c-b,bienen;2cb,2c-b;tusi,2cb,2c-b;2cb,2св;2cb;bijtjes,honing
wiet;cannabis;🌿 🥦 🍀 🌲;w;9;wiet,wied,haze,amnesia,cali,kush,groen,jonko,wit widow;weed,bud,cali,haze,za;gras,weed,ott,haze,grünes;beuh,weed,herbe,cali,amné;maría,weed,hierba,cogollos;шишки,трава,бошки;ot,esrar,yeşil;groente,broccoli,spinazie
hash;cannabis;🍫 🟫;w;8;hash,hasj,drysift,dry,static,maroc,piatella,shit;hash,dry,static,frozen;hasch,hasch dry,piece,shit;shit,teush,dry,static,commercial;hachís,polen,dry,costo;гашиш,гарик,план;haşhaş plaka,pleyt,kubar;chocola,bruine chocolade
thcvape;cannabis;💨;p;30;thc vape,thc pen,wietpen;thc carts,thc vape,cart;thc vape,thc pen;puff thc,cart thc;vape thc;вейп тгк;thc vape;groene pennetjes
xanax;benzodiazepines;🍫 💤;t;2;xanax,xanny's,bars,alprazolam;xans,xanax,bars,alpraz;xanax,xannies,alpras;xanax,xan;trankis,xanax;ксанакс,алпра;xanax,sanaks;slaapsnoepjes
valium;benzodiazepines;😴 🛌;t;1;diazepam,valium,temazepam,tema's,lorazepam,oxazepam;valium,vallies,diazepam;diazepam,vallis,benzos;valium,diaz,benzos;diazepam,valium;диазепам,реланиум;diazem,valium;nachtrust
prega;prescription-medicines;🚀;t;1.8;pregabalin,lyrica,prega;lyrica,pregabalin,pregabs;lyrica,pregas,pregabalin;lyrica,pregab,saroukh;lyrica,pregabalina;лирика,прега;lirika,prega;raketjes
rita;prescription-medicines;🧠;t;2;ritalin,dexamfetamine tabs,concerta,medikinet,methylfenidaat;ritalin,adderall,concerta;ritalin,medikinet,elvanse;ritaline,concerta;ritalin,concerta;риталин;ritalin,concerta;studiepilletjes
via;prescription-medicines;🍆;t;2;viagra,kamagra,cialis;viagra,kamagra,cialis;viagra,kamagra;viagra,kamagra;viagra,cialis;виагра;viagra,cialis;blauwe liefde
ozem;prescription-medicines;💉;p;150;ozempic,wegovy,mounjaro,afslankpen;ozempic,mounjaro,wegovy;ozempic,abnehmspritze;ozempic,mounjaro;ozempic;оземпик;ozempic;afvalpennen
lach;nitrous-oxide;🎈 😂;p;40;lachgas,smartwhip,cilinder,tank gas,fastgas;nos,balloons,smartwhip,nitrous;lachgas,galaxy gas,fastgas;proto,protoxyde,bonbonne;gas de la risa,globos;веселящий газ;gülme gazı,balon;ballonnetjes,slagroom
test;steroids;💪 🏋️;p;35;testo,testosteron,anavar,deca,kuurtje,tren,dbol;test,tren,anavar,gear,dbol;testo,stoff,kur,tren,dbol;testo,cure,dianabol;testo,ciclo,winstrol;тест,курс,метан;testo,kür,dianabol;eiwitten
glock;firearms;🔫;s;1900;glock,pistool,alarmpistool omgebouwd,ijzer,zoraki omgebouwd,ak,blaffer,kalasj;glock,strap,piece,pistol,ak;knarre,wumme,glock,scharfe;flingue,calibre,glock,kalash;pipa,fusca,glock;ствол,глок,калаш;silah,tabanca,glock;ijzerwaren,gereedschap dat lawaai maakt
ammo;ammunition;🪙;t;3;9mm patronen,munitie,kogels,.22 patronen,7.62;9mm rounds,ammo,bullets;munition,9mm muni,patronen;cartouches,balles 9mm;balas,munición;патроны,маслята;mermi,fişek;bonen,koperen boontjes
gpart;weapon-parts;🔩;s;250;demper,glock magazijn,extended mag,switch,loop,geluiddemper;suppressor,extended mag,switch,barrel;schalldämpfer,magazin,lauf;silencieux,chargeur;silenciador,cargador;глушитель,магазин к глоку;susturucu,şarjör;verlengstukje
boom;explosives;💣;s;700;handgranaat,granaat,semtex,plofpakket,kneed;grenade,semtex,c4;handgranate,semtex,granate;grenade,plastic c4;granada,explosivo;граната,тротил;el bombası;ananas,kneedgum
knife;other-weapons;🔪 🥊;s;35;taser,stroomstootwapen,boksbeugel,vlindermes,pepperspray,ploertendoder,machete;taser,knuckles,butterfly knife,pepper spray,machete;schlagring,butterfly,elektroschocker,pfefferspray;taser,poing américain,gazeuse,machette;puño americano,navaja,táser;кастет,шокер,нож бабочка;muşta,kelebek,şok cihazı;broodmes voor buiten
vuurw;fireworks;🎆 🧨;s;9;cobra 6,cobra's,nitraten,shells,vlinders,crazy robots,flowerbeds,strijkers illegaal;cobra 6,mortars,shells,flashbangers;cobra 6,böller,kugelbomben,polenböller;mortiers,cobra 6,pétards;petardos,cobra 6;петарды,салюты;havai fişek,torpil;knallers,nieuwjaarswens
docs;documents;🪪 🛂;s;650;rijbewijs,paspoort,id kaart,verblijfsvergunning,diploma,vca pasje;passport,id card,driving licence,residence permit;führerschein,ausweis,reisepass;permis,carte d'identité,passeport;carnet,dni,pasaporte;паспорт,права,внж;ehliyet,pasaport,kimlik;roze pasje,papierwerk
geld;counterfeit-money;💶;x;14;vals geld,nepgeld,valse vijftigjes,prop money,nep briefjes;counterfeits,fake notes,prop money,fake 50s;falschgeld,blüten,falsche fuffis;faux billets,fausse monnaie;billetes falsos;фальшивки,фальшивые купюры;sahte para;monopolygeld
cc;payment-fraud;💳;s;45;cc's,creditcards,cloned cards,non vbv,paypal transfers,tikkie methode;ccs,cvv,clones,dumps,non vbv,paypal transfers;kreditkarten,cvv,paypal transfers;cc,cvv,cartes clonées;tarjetas clonadas,cvv;картон,сс,дампы;klon kart,cc;plastic,pasjes met saldo
tool;fraud-tools;🖥️ 🛠️;s;220;phishing panel,panels,sms sender,spoofing,otp bot,scampage,rat;otp bot,panel,scampage,sms sender,stealer;phishing kit,otp bot,panel,spoofer;panel,scampage,otp bot;panel,scam page,bot otp;стиллер,панель,фиш панель;panel,otp bot,phishing;knoppenkast
leads;personal-data;📇 📊;s;90;leads,bellijsten,fullz,bsn lijst,iban leads,databases;leads,fullz,ssn,databases;leads,fullz,datensätze;fiches,leads,numlist;fullz,bases de datos;базы,пробив,фуллки;data,fullz,leads;telefoonboek
accs;accounts;🔑;s;18;netflix accounts,bol accounts,bunq rekening,marktplaats accounts,verified revolut,spotify,coinbase verified;netflix accs,verified revolut,coinbase accs,logs,bank logs;accs,netflix account,n26 konto,bankdrop;comptes netflix,compte revolut,comptes;cuentas netflix,cuentas,revolut verificado;акки,аккаунты,ревoлют;netflix hesap,papara hesap,hesaplar;sleutelbos
vape;tobacco-vapes;💨 🚬;p;12;vapes,elfbars,randm 9000,slof marlboro,sloffen,snus,velo,iqos;vapes,lost mary,cigs,cartons,snus;vapes,elfbar,stangen kippen,snus;puffs,cartouches de clopes,snus;vapers,cartones de tabaco,snus;вейпы,сигареты блок,снюс;vape,karton sigara,puff;fruitpennetjes
nep;counterfeit-goods;👟 👜;s;70;replica nike,moncler rep,nep rolex,airpods 1:1,stone island 1:1,reps;reps,1:1 moncler,rolex reps,fake airpods;reps,fake rolex,moncler 1:1;contrefaçon,reps nike,tn 1:1;réplicas,imitaciones;реплики,паль;çakma,replika;1:1 kledij
gest;stolen-goods;📱 🚲;s;220;iphone zonder bon,fatbike zonder sleutel,makita set heet,van de vrachtwagen,fatbikes geen vragen,airfryers pallet geript;hot iphones,ebikes no questions,fell off truck;iphone ohne rechnung,lkw ware,heisse ware;tombé du camion,iphone bloqué,vélo sans facture;iphones robados,sin preguntas;краденые айфоны,левак;çalıntı telefon,faturasız;zonder bonnetje
"""

LADDERS = {
    "g": ((1, 2, 5, 10, 25, 50, 100), "g"),
    "w": ((5, 10, 25, 50, 100), "g"),
    "t": ((10, 25, 50, 100, 250, 500, 1000), "st"),
    "ml": ((50, 100, 250, 500, 1000), "ml"),
    "z": ((1, 5, 10, 25, 100), "st"),
    "p": ((1, 3, 5, 10, 20), "st"),
    "s": ((1, 2, 5, 10), "st"),
    "x": ((10, 25, 50, 100), "st"),
}
BULK = {
    "g": ((100, 250, 500, 1000), "g"),
    "w": ((250, 500, 1000, 5000), "g"),
    "t": ((1000, 2500, 5000, 10000), "st"),
    "ml": ((1000, 5000, 10000), "ml"),
    "z": ((100, 500, 1000), "st"),
    "p": ((20, 50, 100), "st"),
    "s": ((5, 10, 25, 50), "st"),
    "x": ((100, 250, 500, 1000), "st"),
}


class Good:
    """A commodity with its street names, amounts and prices."""

    def __init__(self, row):
        f = row.split(";")
        self.key, self.code = f[0], f[1]
        self.emoji = f[2].split()
        self.ladder, self.base = f[3], float(f[4])
        self.names = {lang: f[5 + i].split(",") for i, lang in enumerate(LANGS)}
        self.veil = f[12].split(",")

    def steps(self, bulk=False):
        """Usual amounts and their unit."""
        return (BULK if bulk else LADDERS)[self.ladder]

    def price(self, qty, mult=1.0, bulk=False):
        """Quantity discount: a power law, rounded as street prices are."""
        first = LADDERS[self.ladder][0][0]
        expo = 0.90 if not bulk else 0.84
        p = self.base * first * (qty / first) ** expo * mult
        for top, step in ((20, 1), (100, 5), (1000, 10), (10000, 50)):
            if p < top:
                return max(1, int(round(p / step) * step))
        return int(round(p / 500) * 500)


GOODS = {g.key: g for g in (Good(r) for r in _TABLE.strip().splitlines())}

DRUGS = [
    "coke",
    "crack",
    "hero",
    "oxy",
    "tram",
    "speed",
    "meth",
    "xtc",
    "mdma",
    "keta",
    "ghb",
    "lsd",
    "paddo",
    "3mmc",
    "4mmc",
    "2cb",
    "wiet",
    "hash",
    "thcvape",
    "xanax",
    "valium",
    "prega",
    "rita",
    "via",
    "ozem",
    "lach",
    "test",
]
PARTY = ["coke", "speed", "xtc", "mdma", "keta", "3mmc", "4mmc", "2cb", "lsd", "ghb", "paddo"]
PHARMA = ["oxy", "tram", "xanax", "valium", "prega", "rita", "via", "ozem"]
GREEN = ["wiet", "hash", "thcvape"]
STREET = ["coke", "crack", "hero", "meth"]
ARMS = ["glock", "ammo", "gpart", "knife", "boom"]
BANG = ["vuurw", "boom"]
FRAUD = ["cc", "tool", "leads", "accs"]
PAPER = ["docs", "geld"]
STUFF = ["vape", "nep", "gest", "lach"]

# what one kind of firm tends to carry: (name, core, extras, number range)
PROFILES = {
    "party": (PARTY, [*PARTY, "xanax", "lach"], (3, 9)),
    "white": (["coke"], ["coke", "keta", "3mmc", "crack"], (1, 3)),
    "green": (GREEN, [*GREEN, "vape", "paddo"], (1, 3)),
    "pharma": (PHARMA, [*PHARMA, "test"], (2, 6)),
    "street": (STREET, [*STREET, "prega", "valium"], (1, 3)),
    "psy": (["lsd", "paddo", "2cb"], ["lsd", "paddo", "2cb", "mdma", "keta"], (2, 4)),
    "gym": (["test"], ["test", "via", "ozem"], (1, 3)),
    "gas": (["lach", "vape"], ["lach", "vape", "thcvape"], (1, 2)),
    "arms": (["glock", "knife"], ARMS, (1, 4)),
    "bang": (["vuurw"], [*BANG, "knife"], (1, 2)),
    "fraud": (FRAUD, FRAUD, (1, 4)),
    "paper": (PAPER, [*PAPER, "accs"], (1, 2)),
    "stuff": (["nep", "gest", "vape"], STUFF, (1, 3)),
}
MARGIN = {
    "party": 0.55,
    "white": 0.5,
    "green": 0.4,
    "pharma": 0.6,
    "street": 0.45,
    "psy": 0.6,
    "gym": 0.5,
    "gas": 0.4,
    "arms": 0.35,
    "bang": 0.5,
    "fraud": 0.8,
    "paper": 0.7,
    "stuff": 0.45,
}
