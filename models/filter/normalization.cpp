// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/normalization.h"

#include "models/json/utf8.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <bitset>
#include <cstring>
#include <unordered_map>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Trailglass::Filter {

namespace {

/// The first code point that is not settled, and the first byte of its UTF-8.
constexpr char32_t FirstUnsettled = 0x300;
constexpr unsigned char FirstUnsettledLead = 0xCC;
/// After the last code point that form C changes (compatibility ideographs).
constexpr char32_t EndOfUnsettled = 0x2FA20;

// Hangul syllables are computed (Unicode 3.12). \source The Unicode Standard, section 3.12
constexpr char32_t FirstSyllable = 0xAC00, FirstLead = 0x1100, FirstVowel = 0x1161, BeforeTails = 0x11A7;
constexpr char32_t Leads = 19, Vowels = 21, Tails = 28;

bool isSyllable(char32_t codePoint)
{
    return codePoint >= FirstSyllable && codePoint < FirstSyllable + Leads * Vowels * Tails;
}

quint64 pairOf(char32_t first, char32_t second)
{
    return (quint64(first) << 32) | second;
}

std::u32string toCodePoints(const QString &text)
{
    const QList<uint> units = text.toUcs4();
    return {units.begin(), units.end()};
}

/// Qt's decompositions of single code points, inverted.
struct Tables
{
    std::bitset<EndOfUnsettled> unsettled;
    std::unordered_map<char32_t, std::u32string> parts; ///< one or two, which may have parts themselves
    std::unordered_map<quint64, char32_t> compositions; ///< by their two parts
    std::bitset<EndOfUnsettled> isComposition;
    std::unordered_map<char32_t, std::u32string> replacedBy;

    Tables()
    {
        for (char32_t codePoint = FirstUnsettled; codePoint < EndOfUnsettled; ++codePoint) {
            if (QChar::combiningClass(codePoint) != 0)
                unsettled.set(codePoint);
        }
        for (char32_t codePoint = 0x80; codePoint < EndOfUnsettled; ++codePoint) {
            if (QChar::decompositionTag(codePoint) == QChar::Canonical && !isSyllable(codePoint))
                add(codePoint);
        }
        for (char32_t vowel = FirstVowel; vowel < FirstVowel + Vowels; ++vowel)
            unsettled.set(vowel);
        for (char32_t tail = BeforeTails + 1; tail < BeforeTails + Tails; ++tail)
            unsettled.set(tail);
    }

private:
    void add(char32_t codePoint)
    {
        const auto found = parts.emplace(codePoint, toCodePoints(QChar::decomposition(codePoint))).first;
        const std::u32string normal =
            toCodePoints(QString::fromUcs4(&codePoint, 1).normalized(QString::NormalizationForm_C));
        if (normal.size() == 1 && normal.front() == codePoint) {
            compositions.emplace(pairOf(found->second.front(), found->second.back()), codePoint);
            isComposition.set(codePoint);
            unsettled.set(found->second.back());
            return;
        }
        unsettled.set(codePoint);
        for (const char32_t part : normal)
            replacedBy[part] += codePoint;
    }
};

const Tables &tables()
{
    static const Tables known;
    return known;
}

void appendParts(std::u32string &out, char32_t codePoint)
{
    if (codePoint < 0x80) {
        out += codePoint;
        return;
    }
    if (isSyllable(codePoint)) {
        const char32_t index = codePoint - FirstSyllable;
        out += FirstLead + index / (Vowels * Tails);
        out += FirstVowel + index / Tails % Vowels;
        if (const char32_t tail = index % Tails; tail != 0)
            out += BeforeTails + tail;
        return;
    }
    const auto found = tables().parts.find(codePoint);
    if (found == tables().parts.end()) {
        out += codePoint;
        return;
    }
    for (const char32_t part : found->second)
        appendParts(out, part); // a few levels deep
}

/// \returns 0 if the two do not compose
char32_t compositionOf(char32_t first, char32_t second)
{
    if (first >= FirstLead && first < FirstLead + Leads && second >= FirstVowel
        && second < FirstVowel + Vowels)
        return FirstSyllable + ((first - FirstLead) * Vowels + second - FirstVowel) * Tails;
    if (isSyllable(first) && (first - FirstSyllable) % Tails == 0 && second > BeforeTails
        && second < BeforeTails + Tails)
        return first + second - BeforeTails;
    const auto found = tables().compositions.find(pairOf(first, second));
    return found == tables().compositions.end() ? 0 : found->second;
}

/// Sorts the marks after a letter by combining class; those of one class keep their order.
void sortMarks(std::u32string &parts)
{
    const auto isMark = [](char32_t codePoint) {
        return QChar::combiningClass(codePoint) != 0;
    };
    for (auto place = parts.begin(); place != parts.end();) {
        const auto first = std::find_if(place, parts.end(), isMark);
        place = std::find_if_not(first, parts.end(), isMark);
        if (place - first > 1) {
            std::stable_sort(first, place, [](char32_t left, char32_t right) {
                return QChar::combiningClass(left) < QChar::combiningClass(right);
            });
        }
    }
}

/// Appends a range in form C.
/// \param parts  working memory: decomposed and sorted
void appendComposed(std::u32string &out, const std::u32string &parts)
{
    constexpr std::size_t None = std::u32string::npos;
    constexpr int Adjacent = -1;
    std::size_t starter = None;
    int last = Adjacent; // combining class between the starter and the next code point
    for (const char32_t codePoint : parts) {
        const int kind = QChar::combiningClass(codePoint);
        if (starter != None && last < kind) {
            if (const char32_t composition = compositionOf(out[starter], codePoint)) {
                out[starter] = composition;
                continue;
            }
        }
        if (kind == 0)
            starter = out.size();
        last = kind == 0 ? Adjacent : kind;
        out += codePoint;
    }
}

/// The first byte that may begin a code point that is not settled.
const char *skipSettledBytes(const char *place, const char *end)
{
#ifdef __SSE2__
    constexpr std::ptrdiff_t Step = sizeof(__m128i);
    const __m128i below = _mm_set1_epi8(static_cast<char>(FirstUnsettledLead - 1));
    for (; end - place >= Step; place += Step) {
        __m128i block;
        std::memcpy(&block, place, sizeof block);
        const __m128i over = _mm_subs_epu8(block, below);
        if (_mm_movemask_epi8(_mm_cmpeq_epi8(over, _mm_setzero_si128())) != 0xFFFF)
            break;
    }
#endif
    return std::find_if(place, end,
                        [](char byte) { return static_cast<unsigned char>(byte) >= FirstUnsettledLead; });
}

} // namespace

bool isSettled(char32_t codePoint)
{
    return codePoint < FirstUnsettled || codePoint >= EndOfUnsettled || !tables().unsettled[codePoint];
}

bool isSurelySettled(std::string_view utf8)
{
    const char *const end = utf8.data() + utf8.size();
    return skipSettledBytes(utf8.data(), end) == end;
}

bool isSettled(std::string_view utf8)
{
    const char *const end = utf8.data() + utf8.size();
    for (const char *place = skipSettledBytes(utf8.data(), end); place != end;) {
        auto position = static_cast<std::size_t>(place - utf8.data());
        if (!isSettled(nextCodePoint(utf8, position)))
            return false;
        place = utf8.data() + position;
        if (place != end && static_cast<unsigned char>(*place) < 0x80)
            place = skipSettledBytes(place, end);
    }
    return true;
}

bool isComposition(char32_t codePoint)
{
    return isSyllable(codePoint)
        || (codePoint >= 0x80 && codePoint < EndOfUnsettled && tables().isComposition[codePoint]);
}

std::u32string_view replacedBy(char32_t codePoint)
{
    const auto found = tables().replacedBy.find(codePoint);
    return found == tables().replacedBy.end() ? std::u32string_view() : found->second;
}

std::u32string composed(std::u32string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    std::u32string parts;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin + 1;
        while (end < text.size() && !isSettled(text[end]))
            ++end;
        if (end == begin + 1 && isSettled(text[begin])) {
            out += text[begin];
        } else {
            parts.clear();
            for (const char32_t codePoint : text.substr(begin, end - begin))
                appendParts(parts, codePoint);
            sortMarks(parts);
            appendComposed(out, parts);
        }
        begin = end;
    }
    return out;
}

std::u32string takenApart(std::u32string_view text)
{
    std::u32string parts;
    for (const char32_t codePoint : text)
        appendParts(parts, codePoint);
    return parts;
}

} // namespace Trailglass::Filter
