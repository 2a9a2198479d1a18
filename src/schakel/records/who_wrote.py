"""The schemas of what is kept of writers beside what was read: how much each wrote, and which lines speak of work in the chain."""

import pyarrow as pa

WRITERS = pa.schema(  # how much was written: messages with a text, by account and chat
    [
        ("chat_id", pa.string()),
        ("account_id", pa.string()),
        ("messages", pa.int64()),
        ("replies", pa.int64()),  # those of them that reply to another message of the chat
    ]
)
WORK_TALK = pa.schema(  # short lines that read as those of people with a function in the chain
    [
        ("message_id", pa.string()),
        ("text_id", pa.string()),
        ("chat_id", pa.string()),
        ("account_id", pa.string()),
        ("role", pa.string()),  # courier, recruiter, group-keeper, money-handler, voucher, supplier
        ("odds", pa.float64()),  # log10, by the wording alone; only what is above even odds stands here
    ]
)
