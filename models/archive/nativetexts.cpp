// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/nativetexts.h"

#include "models/archive/nativebytes.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

// \source ClickHouse, src/DataTypes/Serializations/SerializationLowCardinality.cpp
constexpr quint64 DictionaryVersion = 1; ///< shared dictionaries with additional keys
constexpr quint64 HasAdditionalKeys = 1U << 9; ///< the dictionary is in the block
constexpr quint64 UpdatesDictionary = 1U << 10; ///< and is that of this block alone

/// Writes the width of the numbers, the dictionary and the numbers.
/// \param width  0, 1, 2 for indexes of 1, 2, 4 bytes
template <class Index>
void writeCoded(QByteArray &out, quint64 width, const TextDictionary &dictionary,
                const std::vector<quint32> &indexes)
{
    appendLittleEndian(out, HasAdditionalKeys | UpdatesDictionary | width);
    appendLittleEndian(out, quint64{dictionary.size()});
    out.append(dictionary.bytes().data(), static_cast<qsizetype>(dictionary.bytes().size()));
    appendLittleEndian(out, quint64{indexes.size()});
    std::vector<Index> narrow(indexes.size());
    std::ranges::transform(indexes, narrow.begin(), [](quint32 index) { return static_cast<Index>(index); });
    appendLittleEndian(out, std::span<const Index>(narrow));
}

/// Whether numbers of a type are enough for all texts.
template <class Index>
bool fitsIndex(const TextDictionary &dictionary)
{
    return dictionary.size() <= std::size_t{std::numeric_limits<Index>::max()} + 1;
}

} // namespace

void NativeTexts::append(std::string_view text)
{
    if (m_coding == Coding::Dictionary) {
        m_indexes.push_back(m_dictionary.indexOf(text));
        return;
    }
    appendNativeText(m_plain, text);
    ++m_plainCount;
}

std::size_t NativeTexts::size() const
{
    return m_coding == Coding::Dictionary ? m_indexes.size() : m_plainCount;
}

std::size_t NativeTexts::bytes() const
{
    return m_plain.size() + m_dictionary.bytes().size() + m_indexes.size() * sizeof(quint32);
}

std::string_view NativeTexts::typeName() const
{
    return m_coding == Coding::Dictionary ? "LowCardinality(String)" : "String";
}

void NativeTexts::writeHead(QByteArray &out) const
{
    if (m_coding == Coding::Dictionary)
        appendLittleEndian(out, DictionaryVersion);
}

void NativeTexts::writeTexts(QByteArray &out) const
{
    if (m_coding == Coding::Plain)
        out.append(m_plain.data(), static_cast<qsizetype>(m_plain.size()));
    else if (m_indexes.empty())
        return; // a column without a value, as lists that are all empty have, has no dictionary either
    else if (fitsIndex<quint8>(m_dictionary))
        writeCoded<quint8>(out, 0, m_dictionary, m_indexes);
    else if (fitsIndex<quint16>(m_dictionary))
        writeCoded<quint16>(out, 1, m_dictionary, m_indexes);
    else
        writeCoded<quint32>(out, 2, m_dictionary, m_indexes);
}

void NativeTexts::clear()
{
    m_plain.clear();
    m_plainCount = 0;
    m_dictionary.clear();
    m_indexes.clear();
}

} // namespace Trailglass
