# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a part of the display, to be compared; of no use as a picture."""

import ctypes


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


WHOLE_PIXELS = 2


def pixels(left, top, width, height):
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XGetImage.restype = ctypes.POINTER(Image)
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    image = x11.XGetImage(display, root, left, top, width, height, ctypes.c_ulong(0xffffff), WHOLE_PIXELS)
    found = ctypes.string_at(image.contents.data, image.contents.height * image.contents.bytes_per_line)
    x11.XDestroyImage(image)
    x11.XCloseDisplay(display)
    return found
