// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/scanner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

constexpr qsizetype MaxIndexDigits = 9;

bool endsText(QChar character)
{
    return isWhitespace(character) || character == u'(' || character == u')' || character == u'"';
}

bool endsValue(QChar character)
{
    return isWhitespace(character) || character == u',' || character == u')';
}

bool isEscapable(QChar character)
{
    return character == u'*' || character == u'?' || character == u',';
}

struct Operator
{
    QLatin1StringView text;
    Comparison comparison = Comparison::Matches;
    bool negated = false;
};

// Longest first.
constexpr std::array Operators{
    Operator{":>="_L1, Comparison::GreaterOrEqual}, Operator{":<="_L1, Comparison::LessOrEqual},
    Operator{":="_L1, Comparison::Exactly},         Operator{":~"_L1, Comparison::Contains},
    Operator{":>"_L1, Comparison::Greater},         Operator{":<"_L1, Comparison::Less},
    Operator{"=="_L1, Comparison::Exactly},         Operator{"!="_L1, Comparison::Matches, true},
    Operator{">="_L1, Comparison::GreaterOrEqual},  Operator{"<="_L1, Comparison::LessOrEqual},
    Operator{":"_L1, Comparison::Matches},          Operator{"="_L1, Comparison::Matches},
    Operator{">"_L1, Comparison::Greater},          Operator{"<"_L1, Comparison::Less},
};

} // namespace

bool isWhitespace(QChar character)
{
    return character.isSpace();
}

bool isPathCharacter(char32_t codePoint)
{
    return QChar::isLetter(codePoint) || QChar::isDigit(codePoint) || codePoint == U'_' || codePoint == U'-'
        || codePoint == U'$';
}

bool isOperatorWord(QStringView word)
{
    constexpr std::array words{u"AND", u"OR", u"NOT", u"&&", u"||", u"|"};
    return std::ranges::find(words, word, [](const char16_t *known) { return QStringView(known); })
        != words.end();
}

bool looksLikeOperatorWord(QStringView word)
{
    constexpr std::array words{u"and", u"or", u"not"};
    return !isOperatorWord(word) && std::ranges::any_of(words, [word](const char16_t *known) {
        return word.compare(QStringView(known), Qt::CaseInsensitive) == 0;
    });
}

Word unescaped(QStringView bare)
{
    Word word;
    QString plain;
    const auto flush = [&] {
        word.text += plain.toStdString();
        plain.clear();
    };
    for (qsizetype index = 0; index < bare.size(); ++index) {
        const bool escape = bare[index] == u'\\' && index + 1 < bare.size() && isEscapable(bare[index + 1]);
        if (escape) {
            plain += bare[++index];
        } else if (bare[index] == u'*' || bare[index] == u'?') {
            flush();
            word.wildcards.push_back(static_cast<qsizetype>(word.text.size()));
            plain += bare[index];
        } else {
            plain += bare[index];
        }
    }
    flush();
    return word;
}

char32_t Scanner::codePoint(qsizetype &next) const
{
    const QChar unit = m_text[m_position];
    next = m_position + 1;
    if (!unit.isHighSurrogate() || next >= m_text.size() || !m_text[next].isLowSurrogate())
        return unit.unicode();
    return QChar::surrogateToUcs4(unit, m_text[next++]);
}

bool Scanner::isAtLetter() const
{
    qsizetype next = 0;
    return !atEnd() && QChar::isLetter(codePoint(next));
}

bool Scanner::isAtValueEnd() const
{
    return atEnd() || endsValue(m_text[m_position]);
}

void Scanner::skipWhitespace()
{
    while (!atEnd() && isWhitespace(m_text[m_position]))
        ++m_position;
}

bool Scanner::take(QChar character)
{
    if (!isAt(character))
        return false;
    ++m_position;
    return true;
}

QStringView Scanner::textWord() const
{
    const QStringView rest = m_text.mid(std::min(m_position, m_text.size()));
    return rest.left(std::ranges::find_if(rest, endsText) - rest.begin());
}

std::optional<Word> Scanner::takeQuoted()
{
    const bool curly = isAt(u'\u201C');
    const QChar closing = curly ? u'\u201D' : u'"';
    QString inside;
    for (qsizetype index = m_position + 1; index < m_text.size(); ++index) {
        if (m_text[index] != closing) {
            inside += m_text[index];
        } else if (!curly && index + 1 < m_text.size() && m_text[index + 1] == closing) {
            inside += m_text[++index];
        } else {
            m_position = index + 1;
            return Word{inside.toStdString(), {}};
        }
    }
    return std::nullopt;
}

Word Scanner::takeBareValue()
{
    const qsizetype start = m_position;
    while (!isAtValueEnd()) {
        const bool escape =
            isAt(u'\\') && m_position + 1 < m_text.size() && isEscapable(m_text[m_position + 1]);
        m_position += escape ? 2 : 1;
    }
    return unescaped(from(start));
}

std::optional<Word> Scanner::takeRangeEnd()
{
    if (isAtQuote())
        return takeQuoted();
    const qsizetype start = m_position;
    while (!isAtValueEnd() && !isAt(u".."))
        ++m_position;
    return Word{from(start).toString().toStdString(), {}};
}

std::optional<QString> Scanner::takeRegex()
{
    QString pattern;
    for (qsizetype index = m_position + 1; index < m_text.size(); ++index) {
        if (m_text[index] == u'/') {
            m_position = index + 1;
            return pattern;
        }
        if (m_text[index] == u'\\' && index + 1 < m_text.size()) {
            if (m_text[++index] != u'/')
                pattern += u'\\';
        }
        pattern += m_text[index];
    }
    return std::nullopt;
}

QString Scanner::takeName()
{
    const qsizetype start = m_position;
    while (!atEnd()) {
        qsizetype next = 0;
        const char32_t character = codePoint(next);
        if (!QChar::isLetter(character) && !QChar::isDigit(character) && character != U'_'
            && character != U'.')
            break;
        m_position = next;
    }
    return from(start).toString();
}

std::optional<std::string> Scanner::takePathSegment()
{
    if (isAt(u'"')) {
        const auto quoted = takeQuoted();
        return quoted ? std::optional(quoted->text) : std::nullopt;
    }
    const qsizetype start = m_position;
    for (qsizetype next = 0; !atEnd() && isPathCharacter(codePoint(next));)
        m_position = next;
    return m_position > start ? std::optional(from(start).toString().toStdString()) : std::nullopt;
}

std::optional<PathStep> Scanner::takePathIndex()
{
    if (isAt(u"*]")) {
        m_position += 2;
        return PathStep{PathStep::Kind::Every, {}, 0};
    }
    const qsizetype start = m_position;
    while (!atEnd() && m_text[m_position] >= u'0' && m_text[m_position] <= u'9')
        ++m_position;
    const QStringView digits = from(start);
    if (digits.isEmpty() || digits.size() > MaxIndexDigits || !take(u']'))
        return std::nullopt;
    return PathStep{PathStep::Kind::Index, {}, digits.toLongLong()};
}

std::optional<JsonPath> Scanner::takePath()
{
    const qsizetype start = m_position;
    JsonPath path;
    bool member = take(u'@');
    bool wellFormed = member;
    while (wellFormed && (member || isAt(u'['))) {
        std::optional<PathStep> step;
        if (member) {
            if (const auto segment = takePathSegment())
                step = PathStep{PathStep::Kind::Member, *segment, 0};
        } else {
            ++m_position;
            step = takePathIndex();
        }
        wellFormed = step.has_value();
        if (step)
            path.steps.push_back(*std::move(step));
        member = wellFormed && take(u'.');
    }
    if (wellFormed)
        return path;
    m_position = start;
    return std::nullopt;
}

std::optional<Comparison> Scanner::takeComparison(bool &negated)
{
    const QStringView rest = m_text.mid(std::min(m_position, m_text.size()));
    const auto found =
        std::ranges::find_if(Operators, [&](const Operator &known) { return rest.startsWith(known.text); });
    if (found == Operators.end())
        return std::nullopt;
    m_position += found->text.size();
    negated = found->negated;
    return found->comparison;
}

bool Scanner::isAtTerm() const
{
    Scanner ahead = *this;
    bool negated = false;
    if (ahead.isAtLetter())
        ahead.takeName();
    else if (!ahead.isAt(u'@') || !ahead.takePath())
        return false;
    return ahead.takeComparison(negated).has_value();
}

bool Scanner::isAlone(qsizetype start) const
{
    const QStringView before = m_text.left(start).trimmed();
    const QStringView after = m_text.mid(std::min(m_position, m_text.size())).trimmed();
    return (before.isEmpty() || before.endsWith(u'(')) && (after.isEmpty() || after.startsWith(u')'));
}

qsizetype Scanner::brokenPathLength() const
{
    if (!isAt(u'@') || isAtTerm())
        return 0;
    const auto startsOperator = [](QChar unit) {
        return unit == u':' || unit == u'=' || unit == u'<' || unit == u'>';
    };
    Scanner ahead = *this;
    // A whole path with something else than an operator after it is a text: `@scope/pkg:1.2`.
    if (ahead.takePath() && !ahead.isAt(u']'))
        return 0;
    ahead = *this;
    bool hasOperator = false;
    while (!ahead.atEnd()) {
        // Text in quotes is part of the word and not an operator.
        if (ahead.isAt(u'"') && ahead.takeQuoted())
            continue;
        const QChar unit = m_text[ahead.position()];
        if (endsText(unit))
            break;
        hasOperator = hasOperator || startsOperator(unit);
        ahead.moveTo(ahead.position() + 1);
    }
    return hasOperator ? ahead.position() - m_position : 0;
}

} // namespace Trailglass::Filter
