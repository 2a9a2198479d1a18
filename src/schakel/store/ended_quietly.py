"""Loaded first by a helper process: Ctrl-C ends it without a word, also while it loads what it needs.

The process that started it is reached by Ctrl-C too, and says what there is to say.
"""

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
