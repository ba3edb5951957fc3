# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Texts, numbers and addresses against one operand."""

import ipaddress
import itertools
import re
import unicodedata
from decimal import Decimal

from operands import FilterError

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def fold(text):
    """Normal form C, then Unicode simple case folding: one character for one."""
    return "".join(map(_fold_character, unicodedata.normalize("NFC", text)))


def _fold_character(character):
    folded = character.casefold()
    if len(folded) == 1:
        return folded
    lower = character.lower()
    return lower if len(lower) == 1 else character


def text_matcher(operator, operand):
    """A function from a text to whether it matches. For : := :~ and any operand but `field:*`.

    No text at all matches only the value "", no pattern and no regex.
    """
    if operand.text == "":
        if operator == ":~":
            raise FilterError("`:~` needs a text", operand.position)
        return lambda text: text == ""
    on_text = _nonempty_matcher(operator, operand)
    return lambda text: text != "" and on_text(text)


def _nonempty_matcher(operator, operand):
    if operand.kind == "regex":
        if operator != ":":
            raise FilterError("only `:` takes a regex", operand.position, len(operand.text))
        return _regex_matcher(operand)
    if operator == ":=":
        return lambda text: text == operand.text
    if operator == ":~":
        wanted = fold(operand.text)
        return lambda text: wanted in fold(text)
    if operand.kind == "quoted":
        wanted = fold(operand.text)
        return lambda text: wanted == fold(text)
    pattern = ""
    for part, run in itertools.groupby(operand.pattern, lambda part: part if part in (None, True) else ""):
        pattern += re.escape(fold("".join(run))) if part == "" else {None: ".*", True: "."}[part] * len(list(run))
    compiled = re.compile(pattern, re.DOTALL)
    return lambda text: compiled.fullmatch(fold(text)) is not None


def _regex_matcher(operand):
    try:
        compiled = re.compile(operand.text, re.IGNORECASE if operand.ignore_case else 0)
    except re.error as error:
        raise FilterError(f"a broken regex: {error}", operand.position) from error
    return lambda text: compiled.search(text) is not None


def is_number(text):
    return NUMBER.fullmatch(text) is not None


def compare(operator, left, right):
    return {
        ":>": lambda: left > right,
        ":>=": lambda: left >= right,
        ":<": lambda: left < right,
        ":<=": lambda: left <= right,
    }[operator]()


def number_matcher(operator, text):
    """Against texts that are numbers; others do not match."""
    wanted = Decimal(text)
    return lambda found: is_number(found) and compare(operator, Decimal(found), wanted)


def address_matcher(operand):
    """An address, a network or a pattern of the field ip, or None when the operand is a text."""
    if "/" in operand.text:
        network = _network_or_error(operand)
        on_text = text_matcher(":", operand)
        return lambda text: on_text(text) or any(_is_in(address, network) for address, _ in addresses_in(text))
    if operand.kind == "bare" and any(part in (None, True) for part in operand.pattern):
        on_text = text_matcher(":", operand)
        return lambda text: on_text(text) or any(
            on_text(spelling) or (address.version == 4 and on_text(str(address)))
            for address, spelling in addresses_in(text)
        )
    written = _written_address(operand.text)
    if written is None:
        return None
    return lambda text: any(address == written[0] for address, _ in addresses_in(text))


def network_matcher(operand):
    """A network at a path, or None when the operand is none."""
    if operand.kind not in ("bare", "quoted") or any(part in (None, True) for part in operand.pattern):
        return None
    try:
        network = _network(operand.text) if "/" in operand.text else None
    except ValueError:
        return None
    return network and (lambda text: any(_is_in(address, network) for address, _ in addresses_in(text)))


def addresses_in(text):
    """The addresses of a list, each with how it is spelled."""
    written = map(_written_address, re.split(r"[, \t\n\r\f\v]+", text))
    return [pair for pair in written if pair]


def _written_address(text):
    """An address with a zone, in brackets or with a port, and its spelling; None for anything else."""
    host = text
    bracketed = re.fullmatch(r"\[([^\]]*)\](?::([0-9]{1,5}))?", text)
    port = re.fullmatch(r"(.*\..*):([0-9]{1,5})", text)
    if bracketed:
        host = bracketed[1]
    elif port and "%" not in text and _address(text) is None:
        host = port[1]
    number = (bracketed and bracketed[2]) or (host != text and not bracketed and port[2]) or "0"
    address_text, percent, zone = host.partition("%")
    address = _address(address_text)
    if address is None or int(number) > 65535 or (percent and (not zone or ":" not in address_text)):
        return None
    return address, address_text


def _network_or_error(operand):
    try:
        return _network(operand.text)
    except ValueError as error:
        raise FilterError(f"no network: {error}", operand.position, len(operand.text)) from error


def _network(text):
    """A network of IPv4 addresses written as IPv6 is one of IPv4. Raises ValueError."""
    network = ipaddress.ip_network(text, strict=False)
    mapped = network.version == 6 and network.network_address.ipv4_mapped
    return ipaddress.ip_network((mapped, network.prefixlen - 96)) if mapped and network.prefixlen >= 96 else network


def _is_in(address, network):
    return address.version == network.version and address in network


def _address(text):
    """None for any other text. An IPv4 address written as IPv6 is an IPv4 address."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
