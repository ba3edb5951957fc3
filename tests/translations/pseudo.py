#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Writes a .ts file whose translations are the source texts in brackets, with accents: what is shown without brackets
was not translated.

usage: pseudo.py ENGLISH.ts PSEUDO.ts
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
PLACES = re.compile(r"(%L?\d|%L?n|&.)")  # arguments and mnemonics stay


def pseudo(text):
    parts = PLACES.split(text)
    return "⟦" + "".join(part if PLACES.fullmatch(part) else part.translate(ACCENTS) for part in parts) + "⟧"


def main():
    english, target = sys.argv[1:]
    tree = ElementTree.parse(english)
    tree.getroot().set("language", "eo")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        text = pseudo(message.findtext("source"))
        for child in list(translation):
            translation.remove(child)
        translation.attrib.pop("type", None)
        if message.get("numerus") == "yes":
            for _ in range(2):
                ElementTree.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text
    tree.write(target, encoding="utf-8", xml_declaration=True)


main()
