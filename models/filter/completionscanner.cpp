// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/completionscanner.h"

#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/timereference.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

using PlaceKind = CompletionPlace::Kind;

constexpr auto Dots = u"..";

bool takesRanges(const CompletionPlace &term)
{
    return term.kind == PlaceKind::ValueOfField && term.comparison == Comparison::Matches
        && (isTime(term.field) || term.field == FieldReference(DerivedField::Hour)
            || term.field == FieldReference(DerivedField::Weekday));
}

bool hasIndex(const FieldReference &field)
{
    const auto *path = std::get_if<JsonPath>(&field);
    return path && !std::ranges::all_of(path->steps, [](const PathStep &step) {
               return step.kind == PathStep::Kind::Member;
           });
}

/// The text after the first quote of \a quoted; the closing quote may be missing.
QString insideQuotes(QStringView quoted)
{
    QString inside = quoted.mid(1).toString();
    if (quoted.startsWith(u'"'))
        inside.replace("\"\""_L1, "\""_L1);
    return inside;
}

} // namespace

CompletionScanner::CompletionScanner(QStringView text, qsizetype cursor)
    : m_text(text)
    , m_cursor(std::clamp<qsizetype>(cursor, 0, text.size()))
    , m_scanner(text)
{
}

CompletionPlace CompletionScanner::place()
{
    while (!m_isFound) {
        m_scanner.skipWhitespace();
        if (isReached())
            foundEmpty(PlaceKind::NameOfField);
        else
            step();
    }
    return m_place;
}

void CompletionScanner::step()
{
    if (m_scanner.take(u'(') || m_scanner.take(u')'))
        return;
    if (!m_isNegated && (m_scanner.take(u'-') || m_scanner.take(u'!'))) {
        m_isNegated = true;
        return;
    }
    m_isNegated = false;
    if (const QStringView word = m_scanner.textWord(); isOperatorWord(word)) {
        m_scanner.moveTo(m_scanner.position() + word.size());
        endHere();
    } else if (m_scanner.isAtQuote()) {
        if (!m_scanner.takeQuoted())
            m_scanner.moveTo(m_text.size());
        endHere();
    } else if (m_scanner.isAtTerm()) {
        readTerm();
    } else if (m_scanner.isAt(u'@')) {
        readPath();
    } else {
        readWord();
    }
}

void CompletionScanner::readWord()
{
    const qsizetype start = m_scanner.position();
    const qsizetype end = start + std::max<qsizetype>(m_scanner.textWord().size(), 1);
    if (m_scanner.isAtLetter()) {
        m_scanner.takeName();
        if (isReached())
            return foundName(start, m_scanner.position(), false);
    }
    m_scanner.moveTo(end);
    endHere();
}

/// What may become a path: it has no operator yet, or is broken.
void CompletionScanner::readPath()
{
    const qsizetype start = m_scanner.position();
    m_scanner.take(u'@');
    while (takePathPart()) { }
    if (isReached() && !m_scanner.isAt(u'[')) {
        Scanner ahead = m_scanner;
        bool isNegated = false;
        foundPath(start, m_scanner.position(), ahead.takeComparison(isNegated).has_value());
        m_place.termStart = start;
        m_place.termLength = m_scanner.position() - start;
        return;
    }
    m_scanner.moveTo(m_scanner.position() + m_scanner.textWord().size());
    endHere();
}

/// Moves past a character of a path, or a name in quotes.
/// \returns false at the end of the path
bool CompletionScanner::takePathPart()
{
    if (m_scanner.isAt(u'"'))
        return takeQuotedName();
    if (m_scanner.atEnd())
        return false;
    const QChar unit = m_text[m_scanner.position()];
    const bool isInside = unit == u'.' || unit.isSurrogate() || isPathCharacter(unit.unicode());
    if (isInside)
        m_scanner.moveTo(m_scanner.position() + 1);
    return isInside;
}

bool CompletionScanner::takeQuotedName()
{
    const qsizetype start = m_scanner.position();
    const bool isClosed = m_scanner.takeQuoted().has_value();
    const bool isPassed = isClosed && m_cursor >= m_scanner.position();
    if (isPassed || (isClosed && (m_scanner.isAtValueEnd() || m_scanner.isAt(u'.'))))
        return true;
    // The quote is not closed, or is closed by the quote of another term: of the text after the cursor only the
    // rest of the word belongs to it.
    m_scanner.moveTo(std::max(m_cursor, start + 1));
    while (!m_scanner.isAtValueEnd())
        m_scanner.moveTo(m_scanner.position() + 1);
    return false;
}

void CompletionScanner::readTerm()
{
    const qsizetype start = m_scanner.position();
    auto path = m_scanner.takePath();
    const QString name = path ? QString() : m_scanner.takeName();
    const qsizetype nameEnd = m_scanner.position();
    bool isNegated = false;
    m_term = {};
    m_term.comparison = *m_scanner.takeComparison(isNegated);
    if (m_cursor <= nameEnd && !path)
        return foundName(start, nameEnd, true);
    const bool isInPath = m_cursor <= nameEnd;
    if (!isInPath && m_cursor < m_scanner.position()) {
        m_isFound = true;
        return;
    }
    const auto field = path ? std::optional<FieldReference>(*std::move(path)) : fieldByName(name);
    const bool isPreset = name.compare("preset"_L1, Qt::CaseInsensitive) == 0;
    m_takesLists = !isPreset
        && (m_term.comparison == Comparison::Matches || m_term.comparison == Comparison::Exactly
            || m_term.comparison == Comparison::Contains);
    if (field)
        m_term.field = *field;
    const bool saysIs = m_term.comparison == Comparison::Matches || m_term.comparison == Comparison::Exactly;
    if (field && saysIs && !isNegated)
        m_term.operatorStart = nameEnd;
    if (isPreset && m_term.comparison == Comparison::Matches && !isNegated)
        m_term.kind = PlaceKind::NameOfPreset;
    else if (field)
        m_term.kind = PlaceKind::ValueOfField;
    m_isInParentheses = false;
    if (isInPath)
        return foundPathOfTerm(start, nameEnd);
    readValues();
    if (m_isFound && m_place.kind == PlaceKind::ValueOfField) {
        skipOtherValues();
        m_place.termStart = start;
        m_place.termLength = m_scanner.position() - start;
    }
}

/// Moves to the end of the term.
void CompletionScanner::skipOtherValues()
{
    const auto takeQuoted = [this] {
        if (!m_scanner.takeQuoted())
            m_scanner.moveTo(m_text.size());
    };
    while (m_isInParentheses && !m_scanner.atEnd() && !m_scanner.take(u')')) {
        if (m_scanner.isAtQuote())
            takeQuoted();
        else
            m_scanner.moveTo(m_scanner.position() + 1);
    }
    while (!m_isInParentheses && m_takesLists && m_scanner.take(u',')) {
        if (m_scanner.isAtQuote())
            takeQuoted();
        else if (m_scanner.isAt(u'/') && !m_scanner.takeRegex())
            m_scanner.moveTo(m_text.size());
        m_scanner.takeBareValue();
    }
}

void CompletionScanner::readValues()
{
    if (m_takesLists && m_scanner.isAt(u'('))
        return readParenthesizedValues();
    do {
        readValue();
        if (m_scanner.isAt(u','))
            m_term.operatorStart = m_place.operatorStart = {};
    } while (!m_isFound && m_takesLists && m_scanner.take(u','));
}

void CompletionScanner::readParenthesizedValues()
{
    m_scanner.take(u'(');
    m_isInParentheses = true;
    m_term.operatorStart = {};
    do {
        m_scanner.skipWhitespace();
        const bool isEmpty = m_scanner.isAt(u')');
        if (m_cursor < m_scanner.position() || (isEmpty && isReached()))
            return foundEmpty(m_term.kind);
        if (!isEmpty)
            readValue();
    } while (!m_isFound && readSeparator());
}

/// Moves to the next value in the parentheses.
/// \returns false after the last one
bool CompletionScanner::readSeparator()
{
    while (!m_scanner.atEnd()) {
        m_scanner.skipWhitespace();
        endHere();
        if (m_isFound || m_scanner.take(u')'))
            return false;
        if (m_scanner.take(u','))
            return true;
        const QStringView word = m_scanner.textWord();
        // Anything else between two values is an error, and is skipped.
        m_scanner.moveTo(m_scanner.position() + std::max<qsizetype>(word.size(), 1));
        endHere();
        if (m_isFound || word == u"OR")
            return !m_isFound;
    }
    return false;
}

void CompletionScanner::readValue()
{
    if (m_scanner.isAt(u'/') && m_term.kind != PlaceKind::NameOfPreset)
        readRegex();
    else if (m_scanner.isAtQuote())
        readQuotedValue();
    else
        readBareValue();
}

void CompletionScanner::readRegex()
{
    if (!m_scanner.takeRegex())
        m_scanner.moveTo(m_text.size());
    m_scanner.takeBareValue();
    endHere();
}

void CompletionScanner::readBareValue()
{
    qsizetype start = m_scanner.position();
    m_scanner.takeBareValue();
    if (!isReached())
        return;
    qsizetype end = m_scanner.position();
    const qsizetype dots = m_text.sliced(start, end - start).indexOf(Dots);
    if (takesRanges(m_term) && dots >= 0) {
        const qsizetype first = start + dots;
        if (m_cursor == first + 1)
            return endHere();
        if (m_cursor >= first + 2)
            start = first + 2;
        else
            end = first;
        m_term.operatorStart = {};
    }
    const qsizetype upToCursor = std::min(m_cursor, end);
    foundValue(start, end, toQString(unescaped(m_text.sliced(start, upToCursor - start)).text));
}

void CompletionScanner::readQuotedValue()
{
    const qsizetype start = m_scanner.position();
    const bool isClosed = m_scanner.takeQuoted().has_value();
    if (!isClosed)
        m_scanner.moveTo(m_text.size());
    const qsizetype end = m_scanner.position();
    if (isClosed && m_scanner.isAtValueEnd()) {
        const qsizetype upToCursor = std::clamp(m_cursor, start, end - 1);
        if (isReached())
            foundValue(start, end, insideQuotes(m_text.sliced(start, upToCursor - start)));
        return;
    }
    if (m_cursor > start && m_cursor < end + (isClosed ? 0 : 1))
        return readBrokenQuote(start);
    m_scanner.takeBareValue();
    endHere();
}

/// The quote is not closed, or is closed by the quote of another term: of the text after the cursor only the
/// rest of the word belongs to it.
void CompletionScanner::readBrokenQuote(qsizetype start)
{
    const QString typed = insideQuotes(m_text.sliced(start, m_cursor - start));
    m_scanner.moveTo(m_cursor);
    const bool isInWord = m_cursor > start + 1 && !isWhitespace(m_text[m_cursor - 1]);
    while (isInWord && !m_scanner.isAtValueEnd())
        m_scanner.moveTo(m_scanner.position() + 1);
    foundValue(start, m_scanner.position(), typed);
    m_place.needsSpace = m_place.kind != PlaceKind::Nothing && !m_scanner.isAtValueEnd();
}

void CompletionScanner::foundName(qsizetype start, qsizetype end, bool hasOperator)
{
    m_isFound = true;
    m_place = {};
    m_place.kind = PlaceKind::NameOfField;
    m_place.typed = m_text.sliced(start, m_cursor - start).toString();
    m_place.start = start;
    m_place.length = end - start;
    m_place.hasOperator = hasOperator;
}

void CompletionScanner::foundPath(qsizetype start, qsizetype end, bool hasOperator)
{
    foundName(start, end, hasOperator);
    m_place.kind = PlaceKind::NameOfPath;
}

/// The path of a term that has its operator. An index has no place in the paths that events are known to have.
void CompletionScanner::foundPathOfTerm(qsizetype start, qsizetype end)
{
    m_isFound = hasIndex(m_term.field);
    if (m_isFound)
        return;
    const qsizetype cursor = std::exchange(m_cursor, m_text.size() + 1); // out of all values
    readValues();
    m_cursor = cursor;
    foundPath(start, end, true);
    m_place.termStart = start;
    m_place.termLength = m_scanner.position() - start;
}

void CompletionScanner::foundValue(qsizetype start, qsizetype end, const QString &typed)
{
    m_isFound = true;
    if (m_term.kind == PlaceKind::Nothing)
        return;
    m_place = m_term;
    m_place.start = start;
    m_place.length = end - start;
    m_place.typed = typed;
}

void CompletionScanner::foundEmpty(PlaceKind kind)
{
    m_isFound = true;
    if (kind != PlaceKind::NameOfField)
        m_place = m_term;
    m_place.kind = kind;
    m_place.start = m_cursor;
    m_place.needsSpace = m_cursor < m_text.size() && !isWhitespace(m_text[m_cursor])
        && m_text[m_cursor] != u')' && kind == PlaceKind::NameOfField;
}

} // namespace Trailglass::Filter
