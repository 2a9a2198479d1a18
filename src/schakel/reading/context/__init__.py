"""What the place of a message tells about what it does: the chat, its writer, and what it replies to.

The first reading looks at texts alone. Where the context could change what a message does, the message waits in the
table `doubts`; this step weighs its context and writes what it does after all into `offers`, `items` and `selectors`.
"""
