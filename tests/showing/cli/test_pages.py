"""What the pages on the screen say of a message."""

import pytest
from rich.console import Console

from schakel.showing.cli.pages import Names, print_message
from schakel.showing.seller_file import MessageFile


@pytest.mark.parametrize(
    ("quantity", "unit", "said"),
    [(10, "piece", "10 pieces"), (1, "pill", "1 pill"), (2500, "pill", "2,500 pills"), (2, None, "2 40 EUR")],
)
def test_amounts_go_with_the_word_for_one_or_for_several(
    quantity: float, unit: str | None, said: str
) -> None:
    item = {"commodity": "mdma", "product": "xtc", "quantity": quantity, "unit": unit}
    item |= {"price": 40.0, "currency": "EUR", "scale": "retail"}
    keys = ("message_id", "tg_id", "chat_id", "account_id", "account_name", "sent_at", "sent_as_written")
    message = dict.fromkeys((*keys, "source_id"), "x") | {"place_in_source": 1}
    console = Console(width=100)
    with console.capture() as shown:
        print_message(console, MessageFile(message, [], [item], [], [], []), Names(False))
    assert said in shown.get()
