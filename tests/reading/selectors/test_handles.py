"""Telegram names and handles elsewhere, and words that are none."""

import pytest

from schakel.reading.selectors.find import read_selectors


def found(text: str) -> list[str]:
    return [f"{selector.type}:{selector.value}" for selector in read_selectors(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("wiet @Plug050 bellen", ["username:plug050"]),
        ("[at]plug050 voor menu", ["username:plug050"]),
        ("(at) plug050", ["username:plug050"]),
        ("dm at plug_050", ["username:plug_050"]),
        ("@ plug050", ["username:plug050"]),
        ("@p l u g 0 5 0", ["username:plug050"]),
        ("Telegram: plug050", ["username:plug050"]),
        ("TG: plugamsterdam", ["username:plugamsterdam"]),
        ("dm@plug050", ["username:plug050"]),
        ("snap: plug.050", ["snapchat:plug.050"]),
        ("👻 plug050", ["snapchat:plug050"]),
        ("👻: plugadam", ["snapchat:plugadam"]),
        ("snapchat plug_050", ["snapchat:plug_050"]),
        ("insta @plug050", ["instagram:plug050"]),
        ("ig: plug.amsterdam", ["instagram:plug.amsterdam"]),
        ("wickr plugadam", ["wickr:plugadam"]),
        ("bestellen: tg zwartekraai", ["username:zwartekraai"]),
        ("reach me on snap zwartekraai 🚀", ["snapchat:zwartekraai"]),
        ("Wickr me: plug050", ["wickr:plug050"]),
        ("Threema ID: ABCD1234", ["threema:ABCD1234"]),
        ("threema *ABCD123", ["threema:*ABCD123"]),
        ("signal plug.42", ["signal:plug.42"]),
        (
            "session 05aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899",
            ["session:05aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899"],
        ),
        ("wire: plug050", ["wire:plug050"]),
        ("stad groningen ophalen, sig noordknal.44", ["signal:noordknal.44"]),
        ("wiet snel en discreet pb S1gnal noordknal.44", ["signal:noordknal.44"]),
        ("snap lekkers.kortrijk of hier", ["snapchat:lekkers.kortrijk"]),
        ("Hasselt snap vape.hasselt.late", ["snapchat:vape.hasselt.late"]),
        ("çubuk dolapta @orman.gurultu", ["username:orman.gurultu"]),
        ("user flippy_jacks has been removed", ["username:flippy_jacks"]),
        ("User schrauberkalle_x meiden", ["username:schrauberkalle_x"]),
        ("Ник sell_phone_omsk, Омск", ["username:sell_phone_omsk"]),
        ("gelen yok, adı alacati_parti", ["username:alacati_parti"]),
        ("@plug050.Bel niet", ["username:plug050"]),
        ("@plug050. morgen weer", ["username:plug050"]),
        ("@plug_аmsterdam", ["username:plug_amsterdam"]),
        ("@𝐩𝐥𝐮𝐠𝟎𝟓𝟎", ["username:plug050"]),
        ("@PLUG050, @plug050", ["username:plug050"]),
        ("Contact @plug050. Nu", ["username:plug050"]),
        ("_@plug050_", ["username:plug050"]),
        ("(@plug050)", ["username:plug050"]),
        ("Contact:@plug050", ["username:plug050"]),
        ("➡️@plug050⬅️", ["username:plug050"]),
        (
            "Snapchat: plug050 / Telegram: @plug_nl / Signal: plug.01",
            ["snapchat:plug050", "username:plug_nl", "signal:plug.01"],
        ),
        ("пиши в телеграм @plug_msk или +7 (916) 123-45-67", ["username:plug_msk", "phone:+79161234567"]),
        ("тг: plug_msk", ["username:plug_msk"]),
        ("Insta 📸 plug050", ["instagram:plug050"]),
        ("Snap👻: plug050", ["snapchat:plug050"]),
        ("IG👉plug.adam", ["instagram:plug.adam"]),
        ("＠plug050", ["username:plug050"]),
        ("bestel via telegram @plug050 of wickr plug050", ["username:plug050", "wickr:plug050"]),
        ("@iedereen let op", ["username:iedereen"]),
        ("Wickr Me ID: plug_050", ["wickr:plug_050"]),
        ("Snapchat naam - plug.050", ["snapchat:plug.050"]),
        ("Signal username: plug.42", ["signal:plug.42"]),
        ("Threema-ID: ABCD1234", ["threema:ABCD1234"]),
    ],
)
def test_is_read(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "@abcd kort",
        "bezorging @ Amsterdam",
        "telegram is beter",
        "wire transfer only",
        "snap mij voor info",
        "snap en insta beschikbaar",
        "tiktok @plug050",
        "@Москва",
        "@plug050.nl",
        "koop op 4chan of reddit",
        "meet at station 5",
        "at home delivery",
        "ik ben @ huis",
        "prijs @ 50 euro",
        "een twee drie vier vijf zes zeven acht",
        "ig: 100gram",
        "insta 50 euro per 2.5g",
        "wire: 1000usd",
    ],
)
def test_is_nothing(text: str) -> None:
    assert found(text) == []
