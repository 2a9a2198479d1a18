import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.records.said_of_accounts import before_a_name, said_of_accounts


def says(what: str, text: str) -> bool:
    found: bool = pc.match_substring_regex(pa.array([text]), said_of_accounts(what))[0].as_py()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "vorige account is weg, dit is mijn nieuwe",
        "@een is gebanned, vanaf nu @twee",
        "eerder bekend als @een",
        "lost @een, new one is @twee",
        "neues konto: @twee",
        "mein altes konto @een wurde leider gesperrt, altes konto weg",
        "ancien compte @een banni, nouveau @twee",
        "me banearon, ahora @twee",
        "старый аккаунт @een забанили",
        "eski hesap @een gitti yeni @twee",
    ],
)
def test_a_move_is_told_in_every_language(text: str) -> None:
    assert says("move", text)


@pytest.mark.parametrize(
    "text", ["coke 50 vandaag open", "hij reageert niet", "wat een nieuwe smaak", "my newest drop", ""]
)
def test_other_talk_tells_of_no_move(text: str) -> None:
    assert not says("move", text)


@pytest.mark.parametrize(
    "text",
    [
        "hij reageert niet",
        "geen reactie",
        "die gast antwoordt nooit",
        "no response",
        "he does not reply",
        "antwortet nicht",
        "antwoordet nicht",
        "il répond pas",
        "no contesta",
        "не отвечает",
        "cevap yok",
    ],
)
def test_who_waits_for_an_answer_tells_of_no_loss(text: str) -> None:
    assert says("no_answer", text)
    assert not says("loss", text)


@pytest.mark.parametrize(
    "text",
    [
        "reageert niet meer na tikkie",
        "no reply since i paid him",
        "antwortet nicht, geld weg",
        "не отвечает, деньги перевел",
    ],
)
def test_who_lost_money_tells_of_a_loss_too(text: str) -> None:
    assert says("no_answer", text)
    assert says("loss", text)


@pytest.mark.parametrize(
    "text",
    [
        "let op nep account van een, de echte is @een",
        "fake account of een around, real one is @een",
        "iemand doet zich voor als een. enige echte: @een",
        "fake konto von een, der richtige ist @een",
        "faux compte de een, le vrai: @een",
        "cuenta falsa de een, la única verdadera es @een",
        "фейк аккаунт, настоящий @een",
        "sahte hesap var, gerçek hesap @een",
        "@een is now on @twee, verified",
        "@een zit nu op @twee",
    ],
)
def test_who_says_which_account_is_the_true_one_speaks_for_it(text: str) -> None:
    assert says("spoken_for", text)


@pytest.mark.parametrize(
    "text",
    [
        "@een is fake",
        "nep account, pas op",
        "@een verkoopt nep, niks gekregen",
        "scam alert @een",
        "real scammer",
    ],
)
def test_who_only_warns_speaks_for_nobody(text: str) -> None:
    assert not says("spoken_for", text)


@pytest.mark.parametrize(
    "text",
    [
        "we verhuizen naar @twee, tot zo",
        "ik zit voortaan op @twee",
        "mijn profiel bruine beer is gestolen",
        "jullie kenden mij als bruine beer",
        "deze wordt niet meer gebruikt",
        "migrated to @twee after the raid",
        "you know me as brown bear",
        "this profile is dead, use the other",
        "ab sofort nur @twee",
        "wir ziehen um auf @twee",
        "ihr kennt uns als braunbär",
        "on bascule sur @twee",
        "vous me connaissez, ours brun",
        "ce compte n'est plus à moi",
        "ahora estamos en @twee",
        "me paso a @twee",
        "nos conocéis como oso pardo",
        "переходим на @twee",
        "вы меня знаете как мишка",
        "geçtik @twee",
        "bizi boz ayı olarak tanıyorsunuz",
    ],
)
def test_who_goes_to_another_account_tells_of_a_move(text: str) -> None:
    assert says("move", text)


@pytest.mark.parametrize(
    "text",
    [
        "bereikbaar op @twee",  # as ads say it
        "add me on @twee",
        "zijn account met mijn 50 euro",
        "it was good before, now it is bad",
        "пишите @twee",
        "экстази вернулись",
        "ik ga naar @twee voor coke",
    ],
)
def test_who_sends_somebody_to_an_account_tells_of_no_move(text: str) -> None:
    assert not says("move", text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vorige account @een weg, dit is mn nieuwe", "een_x"),
        ("ben terug, was @een", "een_x"),
        ("zelfde gast als @een ander account", "een_x"),
        ("lost @een, back here", "een_x"),
        ("alter account @een gesperrt, bin jetzt hier", "een_x"),
        ("ancien compte @een banni", "een_x"),
        ("antes @een, me banearon", "een_x"),
        ("старый аккаунт @een забанили", "een_x"),
        ("eski hesap @een gitti", "een_x"),
        ("nieuwe account @een, oude weg", None),
        ("order via @een, old account banned", None),
    ],
)
def test_the_name_that_one_had_stands_right_behind_what_says_so(text: str, name: str | None) -> None:
    written = pa.array([text.replace("@een", "@een_x")])
    found = pc.extract_regex(written, before_a_name("was").replace("@([a-z]", "@(?P<name>[a-z]"))[0].as_py()
    assert (found and found["name"]) == name
