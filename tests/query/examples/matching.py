# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Texts, numbers and addresses against one operand."""

import ipaddress
import re
from decimal import Decimal

from operands import FilterError

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def fold(text):
    """Unicode simple case folding: one character for one."""
    return "".join(map(_fold_character, text))


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
    parts = {None: ".*", True: "."}
    pattern = "".join(parts.get(part) or re.escape(fold(part)) for part in operand.pattern)
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
    """An address or network of the field ip, or None when the operand is neither."""
    if "/" in operand.text:
        try:
            network = _network(operand.text)
        except ValueError as error:
            raise FilterError(f"no network: {error}", operand.position, len(operand.text)) from error
        return lambda text: _address(text) is not None and _is_in(_address(text), network)
    address = _address(operand.text)
    if address is None:
        return None
    return lambda text: _address(text) == address


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
