# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Reads a filter expression by the grammar of the language (docs/decisions/0007-filter-language.md) into a tree of tuples.

("all",)  ("and", [tree])  ("or", [tree])  ("not", tree)  ("text", str)  ("preset", name)
("term", field, operator, [Operand])  with a field name or a Path, and one of : := :~ :> :>= :< :<=
"""

import re

import fields
from operands import ESCAPED, FilterError, Operand, Path, unescape

BLANKS = " \t\n\r"
OPERATORS = [":=", ":~", ":>=", ":>", ":<=", ":<", ":", "==", "=", "!=", ">=", ">", "<=", "<"]
CANONICAL = {"=": ":", "==": ":=", ">": ":>", ">=": ":>=", "<": ":<", "<=": ":<="}
NAME = re.compile(r"[^\W\d_][\w.]*")
SEGMENT = re.compile(r"[\w$-]+")
CURLY_START, CURLY_END = "\u201c", "\u201d"
WORD = re.compile(r'[^ \t\n\r()"]+')
BROKEN_PATH = re.compile(r'@("[^"]*"|[^ \t\n\r:=<>"()])*[:=<>]')
INDEX = re.compile(r"\[([0-9]+|\*)\]")
SMALL_OPERATORS = ("and", "or", "not")
WORD_OPERATORS = {"AND": "and", "&&": "and", "OR": "or", "||": "or", "|": "or", "NOT": "not"}


class Parser:
    def __init__(self, expression):
        self.expression = expression
        self.position = 0
        self.after_sign = -1  # the position after the last sign that negates

    def parse(self):
        self._skip()
        if self._at_end():
            return ("all",)
        tree = self._or()
        if not self._at_end():
            raise self._error("a parenthesis closes that was never opened")
        return tree

    # The grammar, from the outside in.

    def _or(self):
        parts = [self._and()]
        while self._take_word("or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else ("or", parts)

    def _and(self):
        parts = [self._unary()]
        while True:
            if self._take_word("and"):
                parts.append(self._unary())
            elif self._at_end() or self._peek() == ")" or self._word_operator() == "or":
                return parts[0] if len(parts) == 1 else ("and", parts)
            else:
                parts.append(self._unary())

    def _unary(self):
        self._skip()
        negated = self._take_word("not")
        if not negated and self._peek() in ("-", "!"):
            self.position += 1
            self.after_sign = self.position
            negated = True
        if negated and self._peek() in ("-", "!"):
            raise self._error("one negation is enough")
        return ("not", self._primary()) if negated else self._primary()

    def _primary(self):
        self._skip()
        if self._at_end() or self._peek() == ")" or self._word_operator():
            raise self._error("a term is missing")
        if self._peek() == "(":
            self.position += 1
            tree = self._or()
            if self._peek() != ")":
                raise self._error("a parenthesis is not closed")
            self.position += 1
            self._skip()
            return tree
        tree = self._term()
        self._skip()
        return tree

    def _term(self):
        start = self.position
        reference = self._reference()
        is_whole_path = isinstance(reference, Path) and self._peek() != "]"
        operator = self._operator() if reference else None
        if operator is None:
            self.position = start
            if not is_whole_path and BROKEN_PATH.match(self.expression, start):
                raise self._error("a broken path")
            return self._text()
        if reference == "preset" and operator == ":":
            return ("preset", self._value().text)
        if isinstance(reference, str):
            known = fields.canonical(reference)
            if known is None:
                message = f"unknown field {reference}; nearest: {fields.suggestion(reference)}; or put it in quotes"
                raise FilterError(message, start, len(reference))
            reference = known
        if operator == "!=":
            return ("not", ("term", reference, ":", self._values(":")))
        operator = CANONICAL.get(operator, operator)
        return ("term", reference, operator, self._values(operator))

    def _reference(self):
        if self._peek() == "@":
            return self._path()
        match = NAME.match(self.expression, self.position)
        if not match:
            return None
        self.position = match.end()
        return match[0]

    def _path(self):
        position = self.position + 1
        steps = []
        while True:
            if self.expression[position : position + 1] == '"':
                key, position = self._quoted_at(position, '"')
            else:
                match = SEGMENT.match(self.expression, position)
                if not match:
                    return None
                key, position = match[0], match.end()
            steps.append(key)
            while self.expression[position : position + 1] == "[":
                match = INDEX.match(self.expression, position)
                if not match:
                    return None
                steps.append(("*",) if match[1] == "*" else int(match[1]))
                position = match.end()
            if self.expression[position : position + 1] != ".":
                self.position = position
                return Path(steps)
            position += 1

    def _operator(self):
        for operator in sorted(OPERATORS, key=len, reverse=True):
            if self.expression.startswith(operator, self.position):
                self.position += len(operator)
                return operator
        return None

    def _values(self, operator):
        takes_list = operator in (":", ":=", ":~")
        if takes_list and self._peek() == "(":
            return self._parenthesised()
        values = [self._value()]
        while self._peek() == ",":
            if not takes_list:
                raise self._error("this operator takes one value")
            self.position += 1
            values.append(self._value())
        return values

    def _parenthesised(self):
        self.position += 1
        values = []
        while True:
            self._skip()
            values.append(self._value())
            self._skip()
            if self._peek() == ")":
                self.position += 1
                return values
            if self._peek() == ",":
                self.position += 1
            elif not self._take_word("or"):
                raise self._error("a comma or OR is missing")

    def _value(self):
        start = self.position
        first = self._peek()
        if first in ('"', CURLY_START):
            text, self.position = self._quoted_at(start, '"' if first == '"' else CURLY_END)
            self._value_ends()
            return Operand("quoted", text, position=start)
        if first == "/":
            return self._regex()
        end = start
        while end < len(self.expression) and self.expression[end] not in BLANKS + ",)":
            end += 2 if self.expression[end] == "\\" and self.expression[end + 1 : end + 2] in ESCAPED else 1
        word = self.expression[start:end]
        if not word:
            raise self._error("a value is missing")
        self.position = end
        if word == "*":
            return Operand("any", word, position=start)
        text, pattern = unescape(word)
        return Operand("bare", text, pattern, position=start)

    def _regex(self):
        start = self.position
        end = start + 1
        while end < len(self.expression) and self.expression[end] != "/":
            end += 2 if self.expression[end] == "\\" else 1
        if end >= len(self.expression):
            raise FilterError("a regex does not end; put a path in quotes", start, len(self.expression) - start)
        pattern = self.expression[start + 1 : end].replace("\\/", "/")
        ignore_case = self.expression[end + 1 : end + 2] == "i"
        self.position = end + (2 if ignore_case else 1)
        self._value_ends("put a path in quotes")
        if not pattern or len(pattern) > 1000 or pattern.startswith("(*"):
            raise FilterError("a regex that is refused", start, self.position - start)
        return Operand("regex", pattern, ignore_case=ignore_case, position=start)

    def _value_ends(self, hint=""):
        if not self._at_end() and self._peek() not in BLANKS + ",)":
            raise self._error("the value should have ended; " + hint)

    def _text(self):
        first = self._peek()
        if first in ('"', CURLY_START):
            text, self.position = self._quoted_at(self.position, '"' if first == '"' else CURLY_END)
            if not text:
                raise self._error("a text is missing")
            return ("text", text)
        end = self.position
        while end < len(self.expression) and self.expression[end] not in BLANKS + '()"':
            end += 1
        start, word = self.position, self.expression[self.position : end]
        self.position = end
        if word.lower() in SMALL_OPERATORS and start != self.after_sign and not self._is_alone(start, end):
            raise FilterError(f"an operator is written in capitals: {word.upper()}", start, len(word))
        return ("text", unescape(word)[0])

    def _is_alone(self, start, end):
        """Whether nothing else stands in the expression, or in the parentheses around."""
        before, after = self.expression[:start].rstrip(), self.expression[end:].lstrip()
        return before[-1:] in ("", "(") and after[:1] in ("", ")")

    # Characters.

    def _quoted_at(self, position, closing):
        start = position
        position += 1
        pieces = []
        while True:
            end = self.expression.find(closing, position)
            if end < 0:
                raise FilterError("a quote is not closed", start, len(self.expression) - start)
            pieces.append(self.expression[position:end])
            if closing == '"' and self.expression[end + 1 : end + 2] == '"':
                pieces.append('"')
                position = end + 2
            else:
                return "".join(pieces), end + 1

    def _word_operator(self):
        """The operator the word here is, if it is one: and, or, not."""
        match = WORD.match(self.expression, self.position)
        return WORD_OPERATORS.get(match[0]) if match else None

    def _take_word(self, wanted):
        self._skip()
        if self._word_operator() != wanted:
            return False
        self.position = WORD.match(self.expression, self.position).end()
        self._skip()
        return True

    def _skip(self):
        while not self._at_end() and self.expression[self.position] in BLANKS:
            self.position += 1

    def _peek(self):
        return self.expression[self.position : self.position + 1]

    def _at_end(self):
        return self.position >= len(self.expression)

    def _error(self, message):
        return FilterError(message, self.position)
