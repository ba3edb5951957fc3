// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace Trailglass::Filter {

/// A bare word or the inside of quotes, un-escaped.
struct Word
{
    std::string text; ///< UTF-8
    std::vector<qsizetype> wildcards; ///< byte offsets in text of `*` and `?` that were not escaped
};

/// Whether a character separates words: every Unicode space, including line breaks.
[[nodiscard]] bool isWhitespace(QChar character);

/// Whether a character may occur in a segment of an `@path` without quotes: letters, digits, `_`, `-`, `$`.
[[nodiscard]] bool isPathCharacter(char32_t codePoint);

/// Whether a word by itself is an operator: `AND`, `OR`, `NOT`, `&&`, `||`, `|`.
[[nodiscard]] bool isOperatorWord(QStringView word);

/// Whether a word is `and`, `or` or `not`, but not in capitals: next to other terms it is more likely a
/// mistyped operator than a text.
[[nodiscard]] bool looksLikeOperatorWord(QStringView word);

/// Splits a filter expression into words; the grammar is the parser's. All positions are UTF-16 units.
/// \thread any
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] qsizetype position() const { return m_position; }
    void moveTo(qsizetype position) { m_position = position; }
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] bool isAt(QChar character) const { return !atEnd() && m_text[m_position] == character; }
    [[nodiscard]] bool isAt(QStringView text) const { return m_text.mid(m_position).startsWith(text); }
    [[nodiscard]] bool isAtLetter() const;
    [[nodiscard]] bool isAtQuote() const { return isAt(u'"') || isAt(u'\u201C'); }
    /// Whether a value ends here: at whitespace, `,`, `)` or the end.
    [[nodiscard]] bool isAtValueEnd() const;
    [[nodiscard]] QStringView from(qsizetype start) const { return m_text.mid(start, m_position - start); }

    void skipWhitespace();
    bool take(QChar character);

    /// The text up to whitespace, `(`, `)`, `"` or the end; does not move.
    [[nodiscard]] QStringView textWord() const;

    /// Reads a text in quotes and moves past them.
    /// \returns nothing, without moving, if they are not closed
    std::optional<Word> takeQuoted();

    /// A bare word in value position. Empty at a value's end.
    Word takeBareValue();

    /// One end of a range: quoted, or bare up to `..` or a value's end. Empty when there is none.
    /// \returns nothing, without moving, if quotes are not closed
    std::optional<Word> takeRangeEnd();

    /// Between two `/`, `\/` un-escaped.
    /// \returns nothing, without moving, if the second is missing
    std::optional<QString> takeRegex();

    /// A letter, then letters, digits, `_`, `.`.
    /// \pre isAtLetter()
    QString takeName();

    /// `@` and what follows.
    /// \returns nothing, without moving, if this is not a path
    std::optional<JsonPath> takePath();

    /// The operator after a field, longest first. `!=` is Matches with \a negated set.
    std::optional<Comparison> takeComparison(bool &negated);

    /// Whether a term starts here: a name or an `@path` directly followed by an operator.
    [[nodiscard]] bool isAtTerm() const;

    /// Whether nothing but spaces is between the start or a `(` and \a start, and between the position and
    /// the end or a `)`.
    [[nodiscard]] bool isAlone(qsizetype start) const;

    /// The length of the word here if it starts like a term on an `@path`, but the path itself is broken:
    /// `@a[x]:1`, `@[:x`, `@:x`, `@"a".:1`.
    /// \returns 0 for anything else, also for a text after a whole path: `@scope/pkg:1.2`
    [[nodiscard]] qsizetype brokenPathLength() const;

private:
    [[nodiscard]] char32_t codePoint(qsizetype &next) const;
    std::optional<std::string> takePathSegment();
    std::optional<PathStep> takePathIndex();

    QStringView m_text;
    qsizetype m_position = 0;
};

/// Un-escapes `\*`, `\?` and `\,`; a remaining bare `*` or `?` is a wildcard.
[[nodiscard]] Word unescaped(QStringView bare);

} // namespace Trailglass::Filter
