"""What is sold. One product: commodity | unit | price of one | ladder | names by language | veiled names | emoji."""

# unit: g (gram), x (piece), b (bottle/ml), k (bulk thing)
RAW = """
coke|cocaine|g|50|1 3 5 10|nl:coke,wit,sos,sosa,cola,snuif,charlie,flex,yayo,ski,snow,bolletjes wit,cocaine,pep... nee coke|en:coke,charlie,white,flake,bugle,snow,cocaine|de:koks,schnee,weißes,koka,nase|fr:coke,c,neige,blanche,cess|es:farlopa,perico,coca,nieve,merca|ru:кокс,кокаин,снег,первый|tr:kokain,beyaz,kar|veil:witte was,suiker,sneeuwpop,parelmoer,bakpoeder,vleugels|❄️
crack|crack|x|10|1 5 10|nl:crack,gekookt,gekookte,steentjes,wit om te roken,base,bolletjes gekookt|en:crack,rocks,hard,stones|de:crack,steine|fr:crack,caillou,kecra|es:crack,piedra|ru:крэк|tr:krek,taş|veil:kiezels,grind|🪨
bruin|heroin|g|30|1 3 5|nl:bruin,heroine,bruine,horse bruin,poeier bruin|en:brown,heroin,dark,B|de:braunes,heroin,shore|fr:héro,brune,rabla|es:caballo,heroína,jaco|ru:герыч,героин|tr:eroin,kahverengi|veil:kaneel,stroop|🟤
oxy|opioids|x|5|5 10 20 50|nl:oxy,oxycodon,oxys 80,tramadol,trammies,methadon|en:oxys,oxy 80s,tramadol,trams|de:oxys,tilidin,tilis,tramadol|fr:tramadol,oxy,skénan|es:oxi,tramadol|ru:трамадол,метадон|tr:tramadol,oksi|veil:rugpijn hulp|💊
speed|amphetamine|g|8|5 10 25 50|nl:speed,pep,snelle,amfetamine,paste,natte speed,spied|en:speed,whizz,amph,paste|de:pep,speed,schnelles,amphe|fr:speed,amphet|es:speed,anfeta,spiz|ru:фен,амф,скорость|tr:amfetamin,speed|veil:natte was,turbo|⚡
meth|methamphetamine|g|60|1 3 5|nl:meth,crystal,tina,ice|en:meth,tina,crystal,ice|de:crystal,meth,C|fr:crystal,tina,meth|es:tina,cristal meth,meta|ru:мет,лёд,винт|tr:met,ateş,buz|veil:glaswerk|🧊
xtc|mdma|x|3|5 10 25 50 100|nl:xtc,pillen xtc,snoepjes xtc,ecstacy,tesla's,punishers xtc,blauwe tesla,pilletjes xtc|en:xtc,pingers,pills mdma,ecstasy,E's,teslas xtc|de:teile,xtc,emmas,pillen xtc|fr:taz,ecsta,xtc,plombs|es:pastis,pirulas,éxtasis,xtc|ru:экстази,колёса xtc,диски|tr:ekstazi,xtc,hap xtc|veil:snoepjes,smarties,knikkers|🍬
mdma|mdma|g|20|1 3 5 10|nl:mdma,md,M,emma,molly,kristallen md|en:mdma,md,mandy,molly|de:mdma,m,emma|fr:md,mdma,d|es:mdma,eme,cristal md|ru:мдма,мд|tr:mdma,molly|veil:emma komt langs|💎
keta|ketamine|g|25|1 3 5 10|nl:keta,ket,ketamine,K,special k,naaldjes keta,ketta|en:ket,ketamine,K,wonk,needle ket|de:keta,ketamin,K|fr:ké,kétamine,kéta|es:keta,ketamina|ru:кет,кетамин|tr:ketamin,keta|veil:paardenbrokken,pony|🐴
ghb|ghb|b|10|1 5 10|nl:ghb,G,gebby,geebie,gbl buisjes,ghb flesje|en:ghb,gina,G|de:gbl,ghb,gina,liquid|fr:ghb,gbl,g|es:ghb,chorri,gbl|ru:гбл,бутират|tr:ghb,gbl|veil:sportdrank|💧
lsd|lsd|x|8|2 5 10 25|nl:lsd,zegels,tripjes,papertrips,zegeltjes|en:lsd,tabs,acid,blotters|de:lsd,pappen,trips|fr:lsd,cartons,buvards|es:lsd,tripis,ácido|ru:лсд,марки|tr:lsd,pul|veil:postzegels|🌈
truffel|psilocybin|g|4|15 30|nl:truffels,paddo's,paddos gedroogd,psilo,golden teacher|en:shrooms,mushies,truffles|de:pilze,psilos,trüffel|fr:champis,champignons magiques|es:setas,hongos|ru:грибы псило,грибочки|tr:mantar (sihirli)|veil:bospaddenstoelen|🍄
3mmc|designer-drugs|g|15|1 3 5 10 25|nl:3mmc,3-mmc,miauw,poes,mmc,3m,4mmc,mcat|en:3mmc,3-mmc,meow,mcat|de:3mmc,3-mmc,mephe|fr:3mmc,3-mmc,3M|es:3mmc,mefe,miau|ru:меф,мяу,3ммс,мефедрон|tr:3mmc,mefedron|veil:kattenvoer,kattengrit|🐱
2cb|designer-drugs|x|5|5 10 25|nl:2cb,2c-b,2cbtjes,toezie bee,tucibi,roze tusi|en:2cb,2c-b,tusi,nexus|de:2cb,2c-b|fr:2cb,tucibi|es:2cb,tusi,tusibi|ru:2сб,2cb|tr:2cb|veil:bijtjes|🐝
wiet|cannabis|g|9|5 10 25 50 100|nl:wiet,haze,amnesia,groen,toppen,cali,kush,flowers,ammie,zure haze,toppies,sgit wiet|en:weed,bud,cali,haze,green,loud|de:gras,haze,weed,ott,grünes,cali|fr:beuh,weed,herbe,amné|es:maría,hierba,cogollos,weed|ru:шишки,бошки,ганджа,трава|tr:ot,esrar,skunk,yeşil|veil:plantjes,sla,basilicum,bosje bloemen|🌿
hash|cannabis|g|7|5 10 25 100|nl:hash,hasj,stuff,polm,dry,droge,frozen,static,marok,blokjes hash,3x|en:hash,polm,dry,frozen hash,resin|de:hasch,dope,frozen,platte|fr:shit,teush,résine,frozen,dry,jaune|es:hachís,costo,polen,chocolate|ru:гаш,гашиш,твёрдый|tr:haşhaş... esrar plaka,haşiş,plaka|veil:chocola,repen,blokjes kaas|🍫
xanax|benzodiazepines|x|2|10 25 50 100|nl:xanax,xannies,zannies,diazepam,vals... diaz 10mg,temazepam,tema's,oxazepam,alprazolam,bromazolam,ritjes rivo,clonazepam|en:xans,xanax bars,bars,valium,diaz,zopiclone bars xan|de:xanax,xannis,diazepam,rivotril,benzos|fr:xanax,valium,rivotril|es:trankis,trankimazin,diazepam,xanax|ru:ксанакс,диазепам,алпра|tr:xanax,rivotril,diazem|veil:slaapmutsjes|💤
lyrica|prescription-medicines|x|2|10 28 56|nl:lyrica,pregabalin,lyrica 300,ritalin,kamagra,kama jelly,viagra,concerta,ozempic|en:pregabs,lyrica,pregabalin 300,kamagra,ritalin|de:lyrica,lyris,pregabalin,kamagra,ritalin|fr:lyrica,prégabaline,ritaline|es:lyrica,pregabalina,viagra|ru:лирика,прегабалин|tr:lirika,lyrica,kamagra|veil:apotheekwerk|💊
lachgas|nitrous-oxide|x|60|1 2 5|nl:lachgas,tanks 2kg,smartwhip,lachgas tank,gas cilinder,exotic whip,ballonnen|en:nos,smartwhip,nitrous tanks,balloons gas|de:lachgas,sahnekapseln,smartwhip|fr:proto,bonbonnes proto,smartwhip|es:gas de la risa,bombonas n2o|ru:закись,шарики (закись)|tr:gülme gazı|veil:slagroom|🎈
kuur|steroids|x|45|1 3 5|nl:testo,test e 250,deca,kuurtje,anavar,tren,winny,sust,hgh|en:test e,tren,anavar,sust 250,deca|de:testo,tren,anavar,stoff|fr:testo,tren,anavar|es:testo,trembo,winstrol|ru:тест энантат,трен,метан|tr:testo,tren,winstrol|veil:gymspul|💪
pistool|firearms|k|1400|1|nl:glock 17,glocky,walther,9mm pistool,umarex omgebouwd,zastava,skorpion,blaffer,stuk ijzer,waffie|en:glock,strap,9mm pistol,revolver|de:glock,knarre,makarov,scharfe|fr:glock,calibre,brolique|es:pipa,pistola 9mm,fusca|ru:макаров пм,ствол,тт|tr:tabanca,glock,kurusıkı çevrilmiş|veil:speelgoed,gereedschap|🔫
patroon|ammunition|x|2|50 100|nl:9mm patronen,kogels,7.65,doosje 9mm,munitie,boontjes 9mm|en:9mm rounds,ammo,shells .38|de:9mm munition,patronen|fr:cartouches 9mm,bastos|es:balas 9mm,munición|ru:патроны 9мм|tr:9mm mermi,fişek|veil:kikkererwten|🟡
demper|weapon-parts|k|250|1 2|nl:demper,magazijn glock,loop 9mm,switch glock,slede,houder 17 schots|en:suppressor,mag glock,barrel,switch|de:schalldämpfer,lauf,magazin|fr:silencieux,chargeur,canon|es:silenciador,cargador|ru:глушитель,магазин|tr:susturucu,şarjör|veil:onderdelen|🔧
granaat|explosives|k|900|1 2|nl:handgranaat,appel m75,semtex,kneed,detonatoren,eitje yugo|en:grenades,semtex,dets|de:handgranate,semtex|fr:grenade,semtex|es:granada,goma2|ru:граната,тротил|tr:el bombası|veil:appels|💥
cobra|fireworks|x|6|10 20 50 100|nl:cobra 6,cobra 8,cobras,nitraten,shells 3 inch,dum bum,mortieren,viper 20,illegaal knal,flowerbeds zwaar|en:cobra 6,shells,titan salutes,dumbums|de:böller cobra,kugelbomben,polenböller,dum bum|fr:mortiers,cobra,bombes agricoles|es:petardos cobra,carcasas|ru:петарды кобра|tr:kobra torpil|veil:oud&nieuw spul|🧨
idkaart|documents|k|650|1|nl:rijbewijs b,paspoort nl,id kaart,verblijfsvergunning,diploma vca,papieren,rijbewijs zonder examen|en:passports,driving licence,id cards,papers|de:führerschein,ausweis,pass|fr:permis,carte d'identité,passeport,faux papiers|es:dni,permiso de conducir,pasaporte|ru:права,паспорт,впж|tr:ehliyet,pasaport,kimlik|veil:boekjes|🪪
vals|counterfeit-money|x|12|5 10 50|nl:vals geld 50jes,nepgeld,valse twintigjes,biljetten 50 hologram,prop briefjes,fluppen nep|en:counterfeit 50s,fake notes,bills uv pass|de:falschgeld,blüten 50er|fr:faux billets,biffs 50|es:billetes falsos de 50|ru:фальшивые 50,фальшак|tr:sahte para 50lik|veil:monopolygeld|💶
cc|payment-fraud|x|35|1 5 10|nl:cc's,creditcards met saldo,gekloonde pas,bank log ing,pas met pin,klarna logs,tikkie methode,drops iban|en:ccs,cvv,dumps,bank logs,clone cards|de:ccs,bankdrops,klone karten,bank logs|fr:cc,cartes clonées,rib drop|es:cc,tarjetas clonadas,bizum logs|ru:cc,дропы,картон|tr:cc,kart kopya,banka hesabı log|veil:plastic|💳
panel|fraud-tools|k|200|1|nl:panel ing,sms panel,smish kit,spoofer,ing page,live panel rabo,bulk sms,otp bot,mailer|en:otp bot,phish panel,spoofer,bulk sms,scam page|de:panel sparkasse,sms spoofer,otp bot|fr:panel ameli,spammeur,otp bot|es:panel bbva,spoofer,kit sms|ru:панель,спуфер,фиш кит|tr:panel,oltalama kit,sms spoof|veil:software|🖥️
leads|personal-data|x|1|500 1000 5000|nl:leads,belleads 65+,bsn lijst,fullz nl,nummers ing klanten,klantdata,adressen+iban|en:fullz,leads,uk leads,ssn list|de:leads,kundendaten,fullz de|fr:fiches,numlist,leads fr|es:leads,base de datos|ru:пробив,базы,сканы|tr:data,fullz tr,numara listesi|veil:telefoonboek|📋
netflix|accounts|x|5|1 5 10|nl:netflix acc,spotify premium,videoland,uber eats acc,marktplaats accs geverifieerd,bunq account,disney+,bol acc,iptv|en:netflix accs,spotify lifetime,verified paypal,uber acc,iptv|de:netflix acc,spotify,kleinanzeigen acc,paypal verifiziert|fr:compte netflix,spotify,compte vinted,iptv|es:cuenta netflix,spotify,wallapop cuenta|ru:аккаунты нетфликс,верифы|tr:netflix hesap,spotify,doğrulanmış hesap|veil:abootjes|🎬
vapes|tobacco-vapes|x|12|1 5 10 50|nl:vapes,vape 9k,elfbars,sloffen marlboro,randm 9000,snus velo,sigaretten slof,shag van vliegveld|en:vapes,elfbars,duty free cigs,sleeves,snus|de:vapes,elfbar,stangen,kippen stange|fr:puffs,cartouches marlb,vapes|es:vapers,cartones tabaco|ru:вейпы,блоки сигарет,снюс|tr:vape,puff,karton sigara|veil:fruitjes|💨
replica|counterfeit-goods|x|45|1 2 5|nl:replica nike tech,nep airpods,moncler rep,tn's 1:1,rolex rep,lv tas rep,parfum namaak|en:reps,1:1 airpods,rep moncler,replica watches|de:reps,fake airpods,rolex kopie|fr:contrefaçon tn,airpods copie,sac lv réplique|es:réplicas nike,airpods copia|ru:реплики,люкс копия|tr:replika,1:1 airpods,imitasyon çanta|veil:streetwear|👟
jat|stolen-goods|k|220|1|nl:fatbike zonder sleutel,iphones icloud lock,gejatte e-bike,parfums uit winkel halve prijs,accu's fiets geen papieren,scooter zonder kenteken,laptops geen vragen|en:hot iphones,ebike no papers,nicked perfumes|de:ebike ohne papiere,heiße iphones|fr:tombé du camion iphone,vélo sans papier|es:iphones robados,bici sin papeles|ru:краденые айфоны,велик без документов|tr:çalıntı iphone,evraksız motor|veil:geen bon erbij|📦
"""


class Product:
    """A product with its street names, unit and prices."""

    def __init__(self, line):
        parts = line.split("|")
        self.key, self.commodity, self.unit, price, ladder = parts[:5]
        self.price = float(price)
        self.ladder = [int(x) for x in ladder.split()]
        self.names = {}
        for part in parts[5:-1]:
            lang, words = part.split(":", 1)
            self.names[lang] = [x.split("... ")[-1].replace("nee ", "") for x in words.split(",")]
        self.emoji = parts[-1]

    def name(self, rng, lang="nl", veiled=False):
        """A street name, veiled or not."""
        if veiled and rng.random() < 0.75:
            return rng.choice(self.names["veil"])
        words = self.names.get(lang) or self.names["nl"]
        k = min(int(rng.expovariate(0.45)), len(words) - 1)
        return words[k]


PRODUCTS = {p.key: p for p in (Product(x) for x in RAW.strip().splitlines())}

SHELVES = {
    "straat": ["coke", "crack", "bruin", "wiet", "hash", "xtc", "lachgas", "vapes"],
    "party": ["coke", "xtc", "mdma", "keta", "3mmc", "2cb", "speed", "ghb", "lsd", "lachgas"],
    "groen": ["wiet", "hash", "vapes", "truffel"],
    "apotheek": ["xanax", "lyrica", "oxy", "kuur", "ghb"],
    "psy": ["lsd", "truffel", "2cb", "mdma", "keta"],
    "knal": ["cobra", "granaat"],
    "ijzer": ["pistool", "patroon", "demper", "granaat"],
    "papier": ["idkaart", "vals"],
    "fraude": ["cc", "panel", "leads", "netflix"],
    "winkel": ["vapes", "replica", "jat", "netflix"],
    "hard": ["coke", "crack", "bruin", "meth"],
    "slaap": ["xanax", "lyrica", "oxy"],
    "sport": ["kuur", "lyrica"],
}
BULK = ["coke", "hash", "wiet", "speed", "xtc", "keta", "3mmc", "bruin", "mdma", "meth"]
