# SPDX-License-Identifier: GPL-3.0-or-later
"""A scanner that is plugged in as a keyboard: the display itself sends its keys, all at once, so that nothing else that runs
comes between them and makes them slow."""

import ctypes
import time

SEPARATOR = "\x1d"

SHIFT = 0xffe1
CONTROL = 0xffe3
BRACKET = 0x5d
RETURN = 0xff0d


def presses(code):
    """What is pressed for each character: a key, and what is held meanwhile."""
    for character in code:
        if character == SEPARATOR:
            yield BRACKET, CONTROL
        elif character.isupper():
            yield ord(character.lower()), SHIFT
        else:
            yield ord(character), None
    yield RETURN, None


def scan(code):
    """All of a code, and the Return after it."""
    x11 = ctypes.CDLL("libX11.so.6")
    test = ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XKeysymToKeycode.restype = ctypes.c_ubyte
    display = ctypes.c_void_p(x11.XOpenDisplay(None))

    def turn(symbol, down):
        key = x11.XKeysymToKeycode(display, ctypes.c_ulong(symbol))
        test.XTestFakeKeyEvent(display, ctypes.c_uint(key), down, ctypes.c_ulong(0))
    for symbol, held in presses(code):
        if held:
            turn(held, 1)
        turn(symbol, 1)
        turn(symbol, 0)
        if held:
            turn(held, 0)
    x11.XSync(display, 0)
    x11.XCloseDisplay(display)
    time.sleep(0.12)
