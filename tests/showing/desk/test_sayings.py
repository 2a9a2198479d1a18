"""The phrase book: sentences of the rooms said in the language of the page, and left as they are where it has none."""

import re
from importlib.resources import files
from tomllib import loads

import pytest

from schakel.showing.desk.figures import Figures
from schakel.showing.desk.language import LANGUAGES, words
from schakel.showing.desk.sayings import in_language

BOOK = loads((files("schakel.showing.desk") / "sayings_nl.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("rule", "english", "dutch"),
    [
        ("ads-seen", "1 ad of 1 text in 1 chat, by 1 account.", "1 advertentie van 1 tekst in 1 chat, door 1 account."),
        ("ads-seen", "1,214 ads of 5 texts in 2 chats, by 1 account.", "1.214 advertenties van 5 teksten in 2 chats, door 1 account."),
        ("reach", "18 ads of 1 text seen: times 1.19.", "18 advertenties van 1 tekst gezien: maal 1,19."),
        ("harm", "cocaine, 10 g: 60 days as starting point (hard drug trade, 2015; at most 8 years, Opiumwet 2B/2D jo 10(4)).",
         "cocaïne, 10 g: 60 strafdagen als uitgangspunt (handel in harddrugs, 2015; hoogstens 8 jaar, Opiumwet 2B/2D jo 10(4))."),
        ("harm", "mdma, 10000 pills: 600 days as starting point (hard drug trade, 2015).", "mdma, 10000 pillen: 600 strafdagen als uitgangspunt (handel in harddrugs, 2015)."),
        ("harm", "crack, 1 ball: 45 days as starting point (hard drug trade, 2015).", "crack, 1 bolletje: 45 strafdagen als uitgangspunt (handel in harddrugs, 2015)."),
        ("harm", "goods not read, 0.5 pack: 20 days as starting point (no guideline found).", "goed niet gelezen, 0,5 pakje: 20 strafdagen als uitgangspunt (geen richtlijn gevonden)."),
        ("not:texts-first-posted-by-another", "0 of 4 texts first posted by another. Counted for 70%: other signs of its family tell partly the same.",
         "0 van 4 teksten eerst door een ander geplaatst. Telt voor 70%: verwante kenmerken zeggen voor een deel hetzelfde."),
        ("questions-stay-unanswered", "0 of 4 questions answered in public. Counted for 12%: in these data the other signs bear this kind out no further.",
         "0 van 4 vragen in het openbaar beantwoord. Telt voor 12%: in deze gegevens bevestigen de andere kenmerken deze soort niet verder."),
        ("spoken-ill-of-when-asked", "Asked about it, 1 account spoke ill and 0 well of it.", "Op de vraag ernaar sprak 1 account kwaad en 0 goed ervan."),
        ("wants-a-login-behind-a-link", "2 texts want a login behind a link.", "2 teksten willen een aanmelding achter een link."),
        ("selling", "Who sells it: 3. 2 of 2 distinct texts offer user quantities.",
         "Wie het verkoopt: 3. 2 van 2 verschillende teksten bieden gebruikershoeveelheden aan."),
        ("courier", "3 messages speak of riding. The account posts 1 ad itself, beside others of its seller.",
         "3 berichten gaan over rijden. Het account plaatst zelf 1 advertentie, naast andere van zijn verkoper."),
        ("courier", "2 of 3 messages speak of riding, or answer for a seller; of what others write 0.12% reads so.",
         "2 van 3 berichten gaan over rijden, of antwoorden namens een verkoper; van wat anderen schrijven leest 0,12% zo."),
        ("voucher", "2 of 9 messages praise sellers; of what others write 5% does. It asks too; 60% of the buyers who praise here ask. That it is paid for it: 3%.",
         "2 van 9 berichten prijzen verkopers; van wat anderen schrijven doet 5% dat. Het vraagt ook; van de kopers die hier prijzen vraagt 60%. Dat het ervoor betaald wordt: 3%."),
        ("names_alike_twice", "@ba•••• / @ba•••••; the same evidence as another reason, counted once",
         "@ba•••• / @ba•••••; hetzelfde bewijs als een andere reden, één keer geteld"),
        ("weapons", "1 distinct text offers firearms.", "1 verschillende tekst biedt vuurwapens aan."),
        ("other_prices", "same for 0 of 12 amounts; more than usual in these data", "gelijk voor 0 van 12 hoeveelheden; meer dan gewoonlijk in deze gegevens"),
        ("same_hours", "0.87, strangers about 0", "0,87, vreemden ongeveer 0"),
        ("waits-too-large", "Needs 64 hours; rotterdam has 40 and landelijk has 50.", "Vraagt 64 uren; rotterdam heeft er 40 en landelijk heeft er 50."),
        ("waits-too-large", "Needs 64 hours; zeeland-west-brabant has 40.", "Vraagt 64 uren; zeeland-west-brabant heeft er 40."),
        ("waits-hours-ran-out", "rotterdam has 12.5 of 40 hours left, landelijk has 3 of 50 hours left; this lead gives 1.20 days an hour; the least of those chosen gives 2.00.",
         "rotterdam heeft nog 12,5 van 40 uren en landelijk nog 3 van 50; dit voorstel geeft 1,20 dagen per uur; het minste van de gekozen voorstellen geeft er 2,00."),
        ("waits-hours-ran-out", "rotterdam has 12.5 of 40 hours left, landelijk has 3 of 50 hours left; this lead gives 1.20 days an hour.",
         "rotterdam heeft nog 12,5 van 40 uren en landelijk nog 3 van 50; dit voorstel geeft 1,20 dagen per uur."),
        ("waits-skill-missing", "Hours of the skill it asks are short: oost-nederland: digital 3 of 4 hours, tactical 10 of 24 hours; landelijk: tactical 3 of 24 hours.",
         "Er zijn te weinig uren van de vaardigheid die het vraagt: oost-nederland: digitaal 3 van 4 uren, tactisch 10 van 24 uren; landelijk: tactisch 3 van 24 uren."),
        ("chosen", "0 of the 40 hours of limburg, so it always fits.", "0 van de 40 uren van limburg, dus het past altijd."),
        ("", "refused: 5 seen, fewer than 8", "geweigerd: 5 gezien, minder dan 8"),
        ("", "anna was ahead of you: ghost, 2026-01-02T03:04:05Z. Your verdict was not written; theirs stands. Look again, and then decide.",
         "anna was u voor: spook, 2026-01-02T03:04:05Z. Uw oordeel is niet opgeschreven; dat van de ander staat. Kijk opnieuw, en beslis dan."),
        ("", "The authorisation A-2 does not cover this: cocaine. Nothing was done or shown. Ask J. Smit for one that does, or stay within its scope.",
         "De machtiging A-2 dekt dit niet: cocaine. Er is niets gedaan of getoond. Vraag J. Smit om een die dat wel doet, of blijf binnen wat zij dekt."),
        ("goods", "designer-drugs", "designerdrugs"),
        ("other_goods", "cannabis, cocaine / fireworks", "cannabis, cocaïne / vuurwerk"),
        ("other_goods", "cannabis, cocaine / fireworks; here 5% of pairs of one seller, 81% of strangers",
         "cannabis, cocaïne / vuurwerk; hier 5% van de paren van één verkoper, 81% van vreemden"),
        ("in_these_data", "a like name: by the ways of such pairs here", "een gelijkende naam: naar de gewoonten van zulke paren hier"),
        ("in_these_data", "a username or link of two accounts: of 11 such pairs about 95% trade as one seller; with who else gives it, 100% here",
         "een gebruikersnaam of link van twee accounts: van 11 zulke paren handelt ongeveer 95% als één verkoper; met wie het verder geeft hier 100%"),
        ("others_as_like", "others as like one of the two: 1.4 and 0.0", "anderen die even goed op één van de twee lijken: 1,4 en 0,0"),
        ("forward_one_channel", "forwards: 7 / 1, accounts: 2", "doorgestuurd: 7 / 1, accounts: 2"),
        ("shares_phone", "ph•••••:+31••••••••• (accounts: 2)", "ph•••••:+31••••••••• (accounts: 2)"),
    ],
)  # fmt: skip
def test_what_is_said(rule: str, english: str, dutch: str) -> None:
    said = in_language(english, "nl", rule)
    assert (said.text, said.language) == (dutch, "nl")
    assert in_language(english, "en", rule).text == english


@pytest.mark.parametrize(
    "text",
    ["Vouched by <b>x</b>.", "cocain", "3 ads", "<script>1 ad</script>", "\u202e", "a" * 4000, ". " * 400],
)
def test_what_the_book_does_not_know_stays_and_says_its_language(text: str) -> None:
    said = in_language(text, "nl")
    assert (said.text, said.language) == (text, "en")


def test_every_saying_uses_what_its_pattern_names() -> None:
    for english, dutch in BOOK["say"].items():
        named = re.findall(r"\{(\w+)", english)
        assert len(named) == len(set(named)), english
        assert set(re.findall(r"\{(\w+)", dutch)) <= set(named), english
        kinds = set(re.findall(r"\{\w+:(\w+)\}", english)) - {
            "text",
            "word",
            "phrase",
            "sentence",
            "figures",
            "measure",
        }
        assert kinds <= set(words("nl")), english


def rules_that_weigh() -> list[str]:
    """Every rule that a fitted or chosen weight is written down for."""
    lists = files("schakel.lexicons")
    read = {
        name: loads((lists / f"{name}_weights.toml").read_text(encoding="utf-8"))
        for name in ("reading", "ghost", "linking", "context")
    }
    signs = read["ghost"]["sign"]
    acts = [name for name in read["reading"]["acts"] if name != "prior"]
    acts += loads((lists / "set_signs.toml").read_text(encoding="utf-8"))["acts"]
    return [*acts, *signs, *(f"not:{sign}" for sign in signs), *read["linking"]["rule"], *read["linking"]["curve"], *read["context"]["reply"]]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_with_a_weight_has_a_name_in_both_languages(language: str) -> None:
    figures = Figures(language, words(language))
    names = {rule: figures.rule(rule) for rule in rules_that_weigh()}
    assert [rule for rule, name in names.items() if not name or "_" in name] == []
    if language == "nl":
        unsaid = [
            rule
            for rule in names
            if (bare := rule.removeprefix("not:")) not in words("nl")["rules"]
            and in_language(bare, "nl").language == "en"
            and bare.rpartition(" of ")[0] not in words("nl")["rules"]
        ]
        assert unsaid == []


def test_every_form_set_by_hand_has_a_dutch_name() -> None:
    """Also those that no text of the example market has."""
    data = loads((files("schakel.lexicons") / "set_signs.toml").read_text(encoding="utf-8"))
    known = words("nl")["rules"]
    assert len(data["acts"]) > 50
    assert [one for one in data["acts"] if one not in known and in_language(one, "nl").language != "nl"] == []
