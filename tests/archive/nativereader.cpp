// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/nativereader.h"

#include <algorithm>

namespace Trailglass::Testing {

namespace {

constexpr std::string_view CodedType = "LowCardinality(String)";

/// Reads from left to right; after the end everything is 0 or empty.
class BlockBytes
{
public:
    explicit BlockBytes(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool isWhole() const { return m_fits && m_rest.empty(); }
    [[nodiscard]] bool fits() const { return m_fits; }

    std::string take(quint64 size)
    {
        m_fits = m_fits && size <= m_rest.size();
        if (!m_fits)
            return {};
        std::string bytes(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
        return bytes;
    }

    /// Of a number of bytes, the lowest first.
    quint64 number(std::size_t size)
    {
        quint64 value = 0;
        const std::string bytes = take(size);
        for (std::size_t index = 0; index < bytes.size(); ++index)
            value |= quint64{static_cast<unsigned char>(bytes[index])} << (8 * index);
        return value;
    }

    quint64 variableLength()
    {
        quint64 value = 0;
        for (unsigned shift = 0; shift < 64 && m_fits; shift += 7) {
            const quint64 group = number(1);
            value |= (group & 0x7F) << shift;
            if (group < 0x80)
                break;
        }
        return value;
    }

    std::string text() { return take(variableLength()); }

private:
    std::string_view m_rest;
    bool m_fits = true;
};

std::vector<std::string> readTexts(BlockBytes &bytes, std::string_view type, std::size_t count)
{
    std::vector<std::string> texts;
    if (type != CodedType) {
        for (std::size_t index = 0; index < count && bytes.fits(); ++index)
            texts.push_back(bytes.text());
        return texts;
    }
    if (count == 0)
        return texts;
    const quint64 flags = bytes.number(8);
    const std::size_t width = std::size_t{1} << (flags & 0x3);
    std::vector<std::string> keys;
    for (quint64 left = bytes.number(8); left > 0 && bytes.fits(); --left)
        keys.push_back(bytes.text());
    bytes.take(bytes.number(8) == count ? 0 : std::string_view::npos);
    for (std::size_t index = 0; index < count && bytes.fits(); ++index) {
        const quint64 key = bytes.number(width);
        texts.push_back(key < keys.size() ? keys[key] : bytes.take(std::string_view::npos));
    }
    return texts;
}

std::string readNumber(BlockBytes &bytes, std::string_view type)
{
    if (type == "Int8")
        return std::to_string(static_cast<int>(static_cast<qint8>(bytes.number(1))));
    if (type == "UInt32")
        return std::to_string(bytes.number(4));
    if (type == "UInt64")
        return std::to_string(bytes.number(8));
    if (type == "Int64")
        return std::to_string(static_cast<qint64>(bytes.number(8)));
    return bytes.take(std::string_view::npos); // of no known type
}

void readLists(BlockBytes &bytes, std::string_view textType, std::size_t rows, ReadColumn &column)
{
    std::vector<quint64> ends;
    for (std::size_t row = 0; row < rows && bytes.fits(); ++row)
        ends.push_back(bytes.number(8));
    const std::vector<std::string> texts = readTexts(bytes, textType, ends.empty() ? 0 : ends.back());
    quint64 start = 0;
    for (const quint64 end : ends) {
        if (end < start || end > texts.size()) {
            bytes.take(std::string_view::npos);
            return;
        }
        const auto from = texts.begin() + static_cast<std::ptrdiff_t>(start);
        column.lists.emplace_back(from, texts.begin() + static_cast<std::ptrdiff_t>(end));
        start = end;
    }
}

ReadColumn readColumn(BlockBytes &bytes, std::size_t rows)
{
    ReadColumn column{bytes.text(), bytes.text(), {}, {}};
    std::string_view type = column.type;
    const bool isList = type.starts_with("Array(") && type.ends_with(')');
    if (isList)
        type = type.substr(6, type.size() - 7);
    if (type == CodedType)
        bytes.take(bytes.number(8) == 1 ? 0 : std::string_view::npos);
    if (isList) {
        readLists(bytes, type, rows, column);
    } else if (type == CodedType || type == "String") {
        column.values = readTexts(bytes, type, rows);
    } else {
        for (std::size_t row = 0; row < rows && bytes.fits(); ++row)
            column.values.push_back(readNumber(bytes, type));
    }
    return column;
}

} // namespace

const ReadColumn &ReadBlock::column(std::string_view name) const
{
    static const ReadColumn none;
    const auto found = std::ranges::find(columns, name, &ReadColumn::name);
    return found == columns.end() ? none : *found;
}

std::optional<ReadBlock> readNativeBlock(const QByteArray &block)
{
    BlockBytes bytes({block.constData(), static_cast<std::size_t>(block.size())});
    const quint64 columns = bytes.variableLength();
    ReadBlock read;
    read.rows = bytes.variableLength();
    for (quint64 column = 0; column < columns && bytes.fits(); ++column)
        read.columns.push_back(readColumn(bytes, read.rows));
    return bytes.isWhole() ? std::optional(std::move(read)) : std::nullopt;
}

} // namespace Trailglass::Testing
