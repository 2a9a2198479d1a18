"""Loaded first by a helper process: Ctrl-C ends it without a word, also while it loads what it needs.

The process that started it is reached by Ctrl-C too, and says what there is to say; where that one was started so that Ctrl-C
does nothing (nohup, a job in the background of a script), it does nothing here either.
"""

import signal

if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
