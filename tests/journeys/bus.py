# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, asked about many things at once: a window has hundreds of parts, and one question after the other
each waits until two other programs have had their turn. So much of D-Bus as that takes.
"""

import os
import socket
import struct

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# Questions on their way at once: a turn of the program's main loop may have to answer all of them.
AT_ONCE = 64

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
ACTION = "org.a11y.atspi.Action"
PROPERTIES = "org.freedesktop.DBus.Properties"
DAEMON = "org.freedesktop.DBus"
ROOT = "/org/a11y/atspi/accessible/root"

REPLY, FAILURE = 2, 3

SIZES = {"y": 1, "g": 1, "v": 1, "(": 8, "x": 8, "t": 8, "d": 8, "{": 8}

FORMATS = {"i": "<i", "u": "<I", "b": "<I", "y": "<B", "x": "<q", "t": "<Q", "d": "<d", "n": "<h", "q": "<H"}


class Gone(GLib.Error):
    """What was asked is not there any more, or does not answer."""


def padded(data, size=8):
    return data + b"\0" * (-len(data) % size)


def written(signature, values):
    """Arguments: texts, objects and numbers are all that is asked with."""
    data = b""
    for kind, value in zip(signature, values, strict=True):
        if kind in "so":
            raw = value.encode()
            data = padded(data, 4) + struct.pack("<I", len(raw)) + raw + b"\0"
        else:
            data = padded(data, 4) + struct.pack(FORMATS[kind], value)
    return data


def header(code, kind, value):
    raw = value.encode()
    length = struct.pack("<B" if kind == "g" else "<I", len(raw))
    return bytes([code, 1, ord(kind), 0]) + length + raw + b"\0"


def ended(signature, at):
    """Where the type that begins here ends."""
    if signature[at] == "a":
        return ended(signature, at + 1)
    if signature[at] not in "({":
        return at + 1
    deep = 0
    while True:
        deep += (signature[at] in "({") - (signature[at] in ")}")
        at += 1
        if not deep:
            return at


def value_of(signature, data, at):
    """What stands there, and where the next begins."""
    kind = signature[0]
    size = SIZES.get(kind, 4)
    at += -at % size
    if kind in "so":
        end = at + 4 + struct.unpack_from("<I", data, at)[0]
        return data[at + 4:end].decode(), end + 1
    if kind == "g":
        end = at + 1 + data[at]
        return data[at + 1:end].decode(), end + 1
    if kind == "v":
        inner, at = value_of("g", data, at)
        return value_of(inner, data, at)
    if kind == "a":
        inner = signature[1:]
        length = struct.unpack_from("<I", data, at)[0]
        at += 4
        at += -at % SIZES.get(inner[0], 4)
        values, end = [], at + length
        while at < end:
            value, at = value_of(inner, data, at)
            values.append(value)
        return values, at
    if kind in "({":
        return values_of(signature[1:-1], data, at)
    return struct.unpack_from(FORMATS[kind], data, at)[0], at + struct.calcsize(FORMATS[kind])


def values_of(signature, data, at=0):
    values, here = [], 0
    while here < len(signature):
        end = ended(signature, here)
        value, at = value_of(signature[here:end], data, at)
        values.append(value)
        here = end
    return tuple(values), at


class Bus:
    """A connection of its own."""

    def __init__(self, patience):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                          Gio.DBusCallFlags.NONE, -1).unpack()
        place = dict(part.split("=", 1) for part in self.address.removeprefix("unix:").split(","))
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(patience)
        self.socket.connect("\0" + place["abstract"] if "abstract" in place else place["path"])
        self.socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        while not self.socket.recv(1024).endswith(b"\r\n"):
            pass
        self.socket.sendall(b"BEGIN\r\n")
        self.received = b""
        self.serial = 0
        self.ask((DAEMON, "/org/freedesktop/DBus", DAEMON, "Hello"))

    def send(self, questions):
        """Each is whom, what, which interface, which question, and what it is asked with."""
        data = b""
        for whom, path, interface, member, *rest in questions:
            signature, arguments = (rest[0], rest[1:]) if rest else ("", ())
            self.serial += 1
            body = written(signature, arguments)
            fields = b"".join(padded(header(*field)) for field in (
                (1, "o", path), (2, "s", interface), (3, "s", member), (6, "s", whom), (8, "g", signature)))
            # the length does not count what fills up the last of them
            last = -len(header(8, "g", signature)) % 8
            data += b"l\1\0\1" + struct.pack("<III", len(body), self.serial, len(fields) - last) + fields + body
        self.socket.sendall(data)

    def need(self, length):
        while len(self.received) < length:
            try:
                part = self.socket.recv(65536)
            except TimeoutError:
                raise Gone("no answer") from None
            if not part:
                raise Gone("the accessibility bus has gone")
            self.received += part

    def message(self):
        """The next: what it is, what it answers, and what it says."""
        self.need(16)
        body, _, fields = struct.unpack_from("<III", self.received, 4)
        start = 16 + fields + -fields % 8
        self.need(start + body)
        data, self.received = self.received[:start + body], self.received[start + body:]
        said = dict(value_of("a(yv)", data, 12)[0])
        return data[1], said.get(5), said.get(8, ""), data[start:]

    def answers(self, questions):
        """To each, in their order; an exception stands where there is none."""
        found = {}
        waiting = {}
        at = 0
        while at < len(questions) or waiting:
            if at < len(questions) and len(waiting) <= AT_ONCE // 2:
                some = questions[at:at + AT_ONCE - len(waiting)]
                waiting.update((self.serial + 1 + number, at + number) for number in range(len(some)))
                self.send(some)
                at += len(some)
            kind, serial, signature, body = self.message()
            number = waiting.pop(serial, None) if kind in (REPLY, FAILURE) else None
            if number is not None:
                said = values_of(signature, body)[0]
                found[number] = Gone(str(said[0]) if said else "") if kind == FAILURE else said[0] if said else None
        return [found[number] for number in range(len(questions))]

    def ask(self, question):
        answer = self.answers([question])[0]
        if isinstance(answer, Gone):
            raise answer
        return answer


def fits(answer):
    return not isinstance(answer, Gone)


def role_name(number):
    return Atspi.role_get_name(Atspi.Role(number))
