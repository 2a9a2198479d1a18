"""Who looks for people whom only the trade needs calls for hands, though the words for them name frauds too."""

import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Suche Finanzagenten, 500€ die woche",
        "Finanzagenten gesucht bundesweit",
        "Suche Finanzagenten",
        "Suche Finanzagenten, keine Fragen, kein Risiko",
        "Warenagent gesucht, homeoffice, 1500 monatlich",
        "suche strohmann für gmbh",
        "abhebboys gesucht, 15%",
        "zoek geldezels",
        "need money mules uk",
        "ищу дропов",
        "требуются склады-мины",
        "wij zoeken geldezels",
        "ищу дропов, опыт не нужен",
    ],
)
def test_who_looks_for_such_people_calls_for_hands(text: str) -> None:
    assert read_text(text).act == "recruit"


@pytest.mark.parametrize(
    "text",
    [
        "vorsicht strohmann gesucht, betrug",
        "warenagent gesucht? das ist geldwäsche",
        "finanzagent ist strafbar, lasst euch nicht reinlegen",
        "Polizei sucht Geldabholer nach Enkeltrick",
        "Finanzberater gesucht bei der sparkasse",
        "ich suche keinen finanzagenten",
        "куплю дропов",
        "дропы в наличии сбер",
        "ищу курьера пицца",
        "дропы не нужны",
        "не нужны дропы",
        "betrüger suchen finanzagenten auf telegram",
        "kriminelle suchen finanzagenten über telegram",
        "verbraucherzentrale: finanzagenten gesucht auf instagram",
        "banden zoeken geldezels onder jongeren",
        "looking for money mules is illegal",
        "suche geldautomaten abheber gebühr",
        "bank sucht abheber am automaten",
        "typisches strohmann argument",
        "suche jemanden mit bankkonto bei der sparkasse der mir helfen kann",
        "wir suchen jemanden mit firmenkonto für die steuererklärung",
    ],
)
def test_who_warns_of_them_or_sells_and_buys_their_accounts_does_not(text: str) -> None:
    assert read_text(text).act != "recruit"
