// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secretmarker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Of a secret at the edge of a larger word, with whitespace between it and the rest: fewer letters are those of the
/// word.
constexpr std::size_t ShortestPiece = 4;

/// The quotation mark after a secret is a byte of another character, too, and goes on with nothing.
constexpr bool isAsciiAlphanumeric(char byte)
{
    return isAlphanumeric(byte) && static_cast<unsigned char>(byte) < 0x80;
}

constexpr bool isBase64(char byte)
{
    return isAsciiAlphanumeric(byte) || byte == '+' || byte == '/';
}

struct Span
{
    std::size_t begin;
    std::size_t end;
};

/// Something was taken out before \a index.
bool hasGap(const PlacedBytes &layer, std::size_t index)
{
    return layer.places[index].begin > layer.places[index - 1].end;
}

/// Whether at least \a count letters or digits stand at \a index, next to what is before them and to one another.
bool goesOn(const PlacedBytes &layer, const std::string &bytes, std::size_t index, std::size_t count)
{
    const std::size_t end = index + count;
    while (index < end && index < bytes.size() && isAsciiAlphanumeric(bytes[index]) && !hasGap(layer, index))
        ++index;
    return index == end;
}

/// The same for those before \a index.
bool wentOn(const PlacedBytes &layer, const std::string &bytes, std::size_t index, std::size_t count)
{
    for (; count > 0 && index > 0; --count, --index) {
        if (!isAsciiAlphanumeric(bytes[index - 1]) || hasGap(layer, index))
            return false;
    }
    return count == 0;
}

/// Without the first letters of the word after a secret, or the last ones of the word before it, that happen to go on
/// as the secret does.
/// \param shared  characters that a secret shares with what is next to it
Span withoutLettersOfNeighbours(const PlacedBytes &layer, const std::string &bytes, Span span,
                                std::size_t shared)
{
    const std::size_t reach = std::min(ShortestPiece, span.end - span.begin);
    const bool isAfter = goesOn(layer, bytes, span.end, shared + 1);
    const bool isBefore = wentOn(layer, bytes, span.begin, shared + 1);
    for (std::size_t letters = 1; isAfter && letters < reach; ++letters) {
        if (hasGap(layer, span.end - letters)) {
            span.end -= letters;
            break;
        }
    }
    for (std::size_t letters = 1; isBefore && letters < reach; ++letters) {
        if (span.begin + letters < span.end && hasGap(layer, span.begin + letters)) {
            span.begin += letters;
            break;
        }
    }
    return span;
}

/// Each series of runs that overlap or adjoin.
std::vector<Span> series(const SecretRuns &runs, const std::string &bytes)
{
    std::vector<Span> spans;
    runs.find(bytes, [&spans, length = runs.form().length](std::size_t begin) {
        if (spans.empty() || begin > spans.back().end)
            spans.push_back({begin, begin + length});
        else
            spans.back().end = begin + length;
    });
    return spans;
}

} // namespace

SecretMarker::SecretMarker(const QString &text)
    : m_text(text)
    , m_isHidden(static_cast<std::size_t>(text.size()), false)
{
}

void SecretMarker::look(const PlacedBytes &layer, const std::string &bytes, const SecretRuns &runs)
{
    const SecretRuns::Form &form = runs.form();
    const bool isBase64Form = form.alphabet == SecretAlphabet::Base64;
    for (Span span : series(runs, bytes)) {
        if (form.where == SecretRuns::Where::Joined)
            span = withoutLettersOfNeighbours(layer, bytes, span, isBase64Form ? 1 : 0);
        if (span.end - span.begin < form.length)
            continue;
        if (isBase64Form)
            markGroups(layer, bytes, span.begin, span.end);
        else
            mark(layer, span.begin, span.end);
    }
}

void SecretMarker::look(const PlacedBytes &layer, const std::string &bytes, const SecretEnds &ends)
{
    for (const auto &[begin, end] : ends.find(bytes))
        mark(layer, begin, end);
}

/// Takes a single character at either end of the run along, which the secret shares with what is next to it, and the
/// padding.
void SecretMarker::markGroups(const PlacedBytes &layer, const std::string &bytes, std::size_t begin,
                              std::size_t end)
{
    const auto isCharacter = [&bytes](std::size_t index) {
        return index < bytes.size() && isBase64(bytes[index]);
    };
    const auto isPadding = [&bytes](std::size_t index) {
        return index < bytes.size() && bytes[index] == '=';
    };
    if (begin > 0 && isCharacter(begin - 1) && (begin == 1 || !isCharacter(begin - 2))
        && !hasGap(layer, begin))
        --begin;
    if (isCharacter(end) && !isCharacter(end + 1) && (!hasGap(layer, end) || isPadding(end + 1)))
        ++end;
    for (int padding = 0; padding < 2 && isPadding(end); ++padding)
        ++end;
    mark(layer, begin, end);
}

void SecretMarker::mark(const PlacedBytes &layer, std::size_t begin, std::size_t end)
{
    const auto from = static_cast<std::ptrdiff_t>(layer.places[begin].begin);
    const auto to = static_cast<std::ptrdiff_t>(layer.places[end - 1].end);
    std::fill(m_isHidden.begin() + from, m_isHidden.begin() + to, true);
}

QString SecretMarker::hidden() const
{
    QString result;
    for (qsizetype index = 0; index < m_text.size(); ++index) {
        if (!isHidden(index))
            result += m_text[index];
        else if (index == 0 || !isHidden(index - 1))
            result += u"•••"_s;
    }
    return result;
}

} // namespace Trailglass
