// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/segmentcodec.h"

#include "models/core/result.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Trailglass {

namespace {

/// Format version (also encodes byte order). A segment with another version is rebuilt.
constexpr quint32 Format = 0x54474902;
constexpr std::size_t MaxBytes = Segment::Rows * 8 + 1024;
constexpr qint64 NotShared = -1;

/// What each part begins with.
struct Header
{
    quint32 format = Format;
    qint32 part = 0;
    qint64 segment = 0;
};

struct ColumnHeader
{
    qint64 sharedWith = NotShared; ///< a column of a lower number that is the same
    qint64 base = 0;
    qint64 unit = 1;
    quint64 constant = 0;
    qint64 width = 0;
};

struct ListedHeader
{
    qint64 removedSequence = 0;
    quint64 count = 0;
};

template <class Value>
void append(std::vector<char> &bytes, const Value &value)
{
    const std::size_t end = bytes.size();
    bytes.resize(end + sizeof value);
    std::memcpy(bytes.data() + end, &value, sizeof value);
}

/// Takes values from the front of some bytes.
class Reader
{
public:
    explicit Reader(std::span<const char> bytes)
        : m_rest(bytes)
    {
    }

    template <class Value>
    bool take(Value &value)
    {
        if (m_rest.size() < sizeof value)
            return false;
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest = m_rest.subspan(sizeof value);
        return true;
    }

    [[nodiscard]] std::span<const char> rest() const { return m_rest; }

    bool takeHeader(qint64 segment, int part)
    {
        Header header;
        return take(header) && header.format == Format && header.segment == segment && header.part == part;
    }

private:
    std::span<const char> m_rest;
};

std::vector<char> plainColumn(const Segment &segment, std::size_t number)
{
    std::vector<char> plain;
    append(plain, Header{.part = static_cast<qint32>(number), .segment = segment.number});
    const auto &column = segment.columns[number];
    const auto same = std::ranges::find(segment.columns, column);
    const auto first = static_cast<std::size_t>(same - segment.columns.begin());
    if (first < number) {
        append(plain, ColumnHeader{.sharedWith = static_cast<qint64>(first)});
        return plain;
    }
    append(plain,
           ColumnHeader{.base = column->base(),
                        .unit = column->unit(),
                        .constant = column->constant(),
                        .width = column->width()});
    plain.insert(plain.end(), column->bytes().begin(), column->bytes().end());
    return plain;
}

const SegmentCodec::Part *findPart(const std::vector<SegmentCodec::Part> &parts, int number)
{
    const auto found = std::ranges::find(parts, number, &SegmentCodec::Part::number);
    return found == parts.end() ? nullptr : &*found;
}

std::vector<char> plainListed(const ListedSegment &listed, qint64 removedSequence)
{
    std::vector<char> plain;
    append(plain, Header{.part = SegmentCodec::ListedPart, .segment = listed.segment->number});
    append(plain, ListedHeader{removedSequence, listed.listed->count()});
    for (const RowBits::Word word : listed.listed->words())
        append(plain, word);
    return plain;
}

} // namespace

Result<std::vector<SegmentCodec::Part>> SegmentCodec::pack(const ListedSegment &segment,
                                                           qint64 removedSequence)
{
    std::vector<Part> parts;
    const auto add = [&](int number, const std::vector<char> &plain) -> Result<void> {
        TRY(const auto packed, m_codec.pack(plain));
        parts.push_back({number, {packed.begin(), packed.end()}});
        return {};
    };
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        TRY(add(static_cast<int>(column), plainColumn(*segment.segment, column)));
    }
    TRY(add(ListedPart, plainListed(segment, removedSequence)));
    return parts;
}

std::optional<SegmentCodec::Unpacked> SegmentCodec::unpack(qint64 number, const std::vector<Part> &parts,
                                                           const IndexColumnSet &columns)
{
    auto segment = std::make_shared<Segment>();
    segment->number = number;
    segment->size = Segment::Rows;
    if (!unpackColumns(number, parts, columns, *segment))
        return std::nullopt;
    const Part *listed = findPart(parts, ListedPart);
    auto unpacked = listed ? unpackListed(number, *listed) : std::nullopt;
    if (unpacked)
        unpacked->segment.segment = std::move(segment);
    return unpacked;
}

/// From the last one on: a column that is kept as another one has a higher number than that, which is then needed as well.
bool SegmentCodec::unpackColumns(qint64 number, const std::vector<Part> &parts, const IndexColumnSet &columns,
                                 Segment &segment)
{
    IndexColumnSet needed = columns;
    std::array<std::size_t, IndexColumnCount> sharedWith{}; // itself where a column has an own part
    for (std::size_t column = IndexColumnCount; column-- > 0;) {
        sharedWith[column] = column;
        if (!needed.test(column))
            continue;
        const Part *part = findPart(parts, static_cast<int>(column));
        if (!part || !unpackColumn(number, *part, segment, sharedWith[column]))
            return false;
        needed.set(sharedWith[column]);
    }
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        if (sharedWith[column] == column)
            continue;
        segment.columns[column] = segment.columns[sharedWith[column]];
        // What may be a time need not be a code.
        if (!segment.columns[column]->isWithin(indexColumns()[column].range))
            return false;
    }
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        if (!columns.test(column))
            segment.columns[column].reset();
    }
    return true;
}

/// \param sharedWith  set where the column is kept as another one
bool SegmentCodec::unpackColumn(qint64 number, const Part &part, Segment &segment, std::size_t &sharedWith)
{
    if (!m_codec.unpack(part.data, MaxBytes, m_plain))
        return false;
    Reader reader(m_plain);
    ColumnHeader header;
    if (!reader.takeHeader(number, part.number) || !reader.take(header))
        return false;
    if (header.sharedWith != NotShared) {
        if (header.sharedWith < 0 || header.sharedWith >= part.number)
            return false;
        sharedWith = static_cast<std::size_t>(header.sharedWith);
        return true;
    }
    const auto place = static_cast<std::size_t>(part.number);
    const auto bytes = reader.rest();
    auto column =
        PackedColumn::fromParts(Segment::Rows, header.base, header.unit, static_cast<int>(header.width),
                                header.constant, {bytes.begin(), bytes.end()});
    if (column.size() != Segment::Rows || !column.isWithin(indexColumns()[place].range))
        return false;
    segment.columns[place] = std::make_shared<const PackedColumn>(std::move(column));
    return true;
}

std::optional<SegmentCodec::Unpacked> SegmentCodec::unpackListed(qint64 number, const Part &part)
{
    if (!m_codec.unpack(part.data, MaxBytes, m_plain))
        return std::nullopt;
    Reader reader(m_plain);
    ListedHeader header;
    if (!reader.takeHeader(number, part.number) || !reader.take(header))
        return std::nullopt;
    std::vector<RowBits::Word> words(Segment::Rows / RowBits::WordBits);
    for (RowBits::Word &word : words) {
        if (!reader.take(word))
            return std::nullopt;
    }
    auto listed = RowBits::fromWords(Segment::Rows, std::move(words));
    if (listed.count() != header.count || !reader.rest().empty())
        return std::nullopt;
    return Unpacked{{nullptr, std::make_shared<const RowBits>(std::move(listed))}, header.removedSequence};
}

} // namespace Trailglass
