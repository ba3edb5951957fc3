// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/textsignature.h"

#include "models/json/jsonstring.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace Trailglass {

namespace {

/// Levels of JSON inside JSON strings that are decoded; deeper escapes may be any character.
constexpr int MaxDecodings = 4;

constexpr std::size_t HashCount = 1 << 16;
static_assert(TextSignature::MaxSize * 8 == HashCount, "a hash is the number of a bit");
static_assert(TextSignature::RunLength == sizeof(quint32), "a run is a quint32");

/// The character as it is in runs, 0 for one that is in no run.
constexpr quint8 runCharacter(char32_t character)
{
    if (character < 0x20 || character > 0x7E || character == U'"' || character == U'\\' || character == U'/')
        return 0;
    const bool isUpper = character >= U'A' && character <= U'Z';
    return static_cast<quint8>(isUpper ? character - U'A' + U'a' : character);
}

constexpr std::array<quint8, 256> RunCharacters = [] {
    std::array<quint8, 256> characters{};
    for (std::size_t byte = 0; byte < characters.size(); ++byte)
        characters[byte] = runCharacter(static_cast<char32_t>(byte));
    return characters;
}();

/// \param run  its four characters, one a byte
quint16 hashOf(quint32 run)
{
    return static_cast<quint16>((run * 0x9E3779B1U) >> 16);
}

/// Whether the text has one of the two characters outside ASCII that fold into it: KELVIN SIGN, LONG S.
bool hasOddForms(std::string_view text)
{
    return text.find("\u212A") != std::string_view::npos || text.find("\u017F") != std::string_view::npos;
}

/// Whether the character can be written as another one that is not a letter: U+037E for `;`, U+1FEF for the
/// grave accent. Sets do not decode these, so a search does not use them.
bool hasOtherSpelling(char32_t character)
{
    return character == U';' || character == U'`';
}

bool hasUnicodeEscape(std::string_view text)
{
    return text.find("\\u") != std::string_view::npos;
}

/// \param bits  their size is a multiple of eight
std::size_t bitsSet(std::span<const quint8> bits)
{
    std::size_t count = 0;
    for (std::size_t byte = 0; byte < bits.size(); byte += sizeof(quint64)) {
        quint64 word = 0;
        std::memcpy(&word, bits.data() + byte, sizeof(word));
        count += static_cast<std::size_t>(std::popcount(word));
    }
    return count;
}

/// Eight marks as the bits of a byte, the first one the lowest: times this number, each lands in the highest byte at a place
/// of its own.
quint8 packedMarks(const quint8 *marks)
{
    constexpr quint64 Gather = 0x0102040810204080U;
    return static_cast<quint8>((qFromLittleEndian<quint64>(marks) * Gather) >> 56);
}

bool contains(std::span<const quint8> bits, quint16 hash)
{
    const std::size_t bit = hash & (bits.size() * 8 - 1);
    return (bits[bit / 8] >> (bit % 8) & 1) != 0;
}

} // namespace

TextSignature::TextSignature()
    : m_marks(HashCount + 1)
{
}

void TextSignature::clear()
{
    std::ranges::fill(m_marks, quint8(0));
}

void TextSignature::add(std::string_view text)
{
    addRuns(text);
    bool isSeenThrough = !hasOddForms(text);
    // Only `\uXXXX` may be a character of a run. The decoded text may be JSON with escapes, too.
    for (int times = 0; hasUnicodeEscape(text); ++times) {
        std::string &decoded = m_decoded[times % 2];
        decoded.clear();
        appendDecodedJsonString(decoded, text);
        if (decoded == text)
            break;
        text = decoded;
        addRuns(text);
        isSeenThrough = isSeenThrough && !hasOddForms(text) && times < MaxDecodings;
        if (!isSeenThrough)
            break;
    }
    if (!isSeenThrough)
        std::ranges::fill(m_marks, quint8(1));
}

void TextSignature::addRuns(std::string_view text)
{
    // Without a branch, since the ends of runs are unpredictable. One byte per hash, since setting a bit
    // needs a read first: 1.0 ns per byte of text instead of 1.8.
    quint8 *const marks = m_marks.data();
    quint32 run = 0;
    for (const char byte : text) {
        run = (run << 8) | RunCharacters[static_cast<quint8>(byte)];
        const bool hasZero = ((run - 0x01010101U) & ~run & 0x80808080U) != 0;
        marks[hasZero ? HashCount : hashOf(run)] = 1;
    }
}

std::vector<quint8> TextSignature::bits() const
{
    std::vector<quint8> bits(MaxSize);
    for (std::size_t byte = 0; byte < bits.size(); ++byte)
        bits[byte] = packedMarks(m_marks.data() + byte * 8);
    // Halving merges hashes. A set of undecodable text is full in any size.
    const bool isFull = bitsSet(bits) == HashCount;
    while (bits.size() > MinSize) {
        const std::size_t half = bits.size() / 2;
        std::vector<quint8> halved(bits.begin(), bits.begin() + static_cast<std::ptrdiff_t>(half));
        for (std::size_t byte = 0; byte < half; ++byte)
            halved[byte] = static_cast<quint8>(halved[byte] | bits[half + byte]);
        if (!isFull && bitsSet(halved) * 5 > half * 8 * 2)
            break;
        bits = std::move(halved);
    }
    return bits;
}

bool TextSignature::isWithin(std::span<const quint8> bits) const
{
    // Eight marks at a time. Halving puts marks that are the size of the set apart into the same place.
    const std::size_t mask = bits.size() - 1;
    for (std::size_t byte = 0; byte < MaxSize; ++byte) {
        if ((packedMarks(m_marks.data() + byte * 8) & ~bits[byte & mask]) != 0)
            return false;
    }
    return true;
}

TextRuns::TextRuns(std::u32string_view folded)
{
    quint32 run = 0;
    std::size_t length = 0;
    for (const char32_t codePoint : folded) {
        const quint8 character = hasOtherSpelling(codePoint) ? quint8(0) : runCharacter(codePoint);
        run = (run << 8) | character;
        length = character == 0 ? 0 : length + 1;
        if (length >= TextSignature::RunLength)
            m_hashes.push_back(hashOf(run));
    }
    std::ranges::sort(m_hashes);
    m_hashes.erase(std::unique(m_hashes.begin(), m_hashes.end()), m_hashes.end());
}

bool TextRuns::mayOccurIn(std::span<const quint8> bits) const
{
    return std::ranges::all_of(m_hashes, [bits](quint16 hash) { return contains(bits, hash); });
}

} // namespace Trailglass
