// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Saved parts of the column index, changed before they were packed, so that every checksum is right, and after: a segment that
// is accepted has all its numbers in their ranges and is saved as it was read.

#include "models/query/index/segmentbuilder.h"
#include "models/query/index/segmentcodec.h"
#include "tests/fuzz/choices.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>
#include <limits>

using namespace Trailglass;

using Fuzz::require;

namespace {

using Part = SegmentCodec::Part;

constexpr qint64 Number = 3;
constexpr qint64 RemovedSequence = 7;
constexpr std::size_t HeaderBytes = 64; ///< where a part says what it is; the rest is rows
constexpr std::size_t MaxUnpacked = Segment::Rows * 8 + 4096;
constexpr std::array<qint64, 12> Numbers{0,
                                         1,
                                         -1,
                                         2,
                                         8,
                                         std::numeric_limits<qint32>::max(),
                                         qint64(1) << 32,
                                         (qint64(1) << 32) + 8,
                                         qint64(1) << 62,
                                         std::numeric_limits<qint64>::max(),
                                         std::numeric_limits<qint64>::min(),
                                         1'000'000};

/// A full segment with columns of each width, and gaps.
ListedSegment wholeSegment()
{
    SegmentBuilder builder(Number);
    for (std::size_t row = 0; row < Segment::Rows; row += 2) {
        std::array<qint64, IndexColumnCount> numbers{};
        for (std::size_t column = 0; column < IndexColumnCount; ++column) {
            const auto [least, greatest] = indexColumns()[column].range;
            const qint64 steps =
                std::min<qint64>(greatest - least, column < 2 ? greatest : qint64(1) << (column + 2));
            numbers[column] = least + static_cast<qint64>(row * 2'654'435'761) % (steps + 1);
        }
        builder.add(row, numbers);
    }
    return builder.finish(Segment::Rows);
}

void changeNumber(std::vector<char> &bytes, Choices &choices)
{
    if (bytes.size() < sizeof(qint64))
        return;
    const std::size_t places = std::min(bytes.size(), HeaderBytes) / sizeof(qint64);
    const qint64 number = Numbers[choices.below(Numbers.size())];
    std::copy_n(reinterpret_cast<const char *>(&number), sizeof number,
                bytes.begin() + static_cast<std::ptrdiff_t>(choices.below(places) * sizeof number));
}

void changeBytes(std::vector<char> &bytes, Choices &choices)
{
    switch (choices.below(5)) {
    case 0:
        bytes.resize(bytes.size() - choices.below(std::min<std::size_t>(bytes.size(), 65'536) + 1));
        break;
    case 1:
        bytes.resize(bytes.size() + choices.below(1'024));
        break;
    case 2:
        if (!bytes.empty())
            bytes[choices.below(std::min(bytes.size(), HeaderBytes))] = static_cast<char>(choices.below(256));
        break;
    case 3:
        if (!bytes.empty())
            bytes[choices.below(65'536) % bytes.size()] = static_cast<char>(choices.below(256));
        break;
    default:
        changeNumber(bytes, choices);
    }
}

void changePart(std::vector<Part> &parts, Choices &choices)
{
    Part &part = parts[choices.below(parts.size())];
    switch (choices.below(8)) {
    case 0:
        part.data = parts[choices.below(parts.size())].data;
        break;
    case 1:
        part.number = static_cast<int>(choices.below(256));
        break;
    case 2:
        changeBytes(part.data, choices);
        break;
    default: {
        FrameCodec codec;
        std::vector<char> plain;
        if (!codec.unpack(part.data, MaxUnpacked, plain))
            break;
        changeBytes(plain, choices);
        const auto packed = codec.pack(plain);
        require(packed.hasValue(), "everything can be packed");
        part.data.assign(packed->begin(), packed->end());
    }
    }
}

void checkSegment(const ListedSegment &listed)
{
    require(listed.segment->number == Number && listed.segment->size == Segment::Rows, "it is the segment");
    require(listed.listed->size() == Segment::Rows, "every row is listed or not");
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        const auto &packed = listed.segment->columns[column];
        require(packed && packed->size() == Segment::Rows, "every column has every row");
        const auto range = indexColumns()[column].range;
        require(std::ranges::all_of(
                    packed->numbers(),
                    [range](qint64 number) { return number == PackedColumn::None || range.holds(number); }),
                "numbers are in the range of their column");
    }
}

bool isSame(const ListedSegment &left, const ListedSegment &right)
{
    return *left.listed == *right.listed
        && std::ranges::equal(left.segment->columns, right.segment->columns,
                              [](const auto &one, const auto &other) { return *one == *other; });
}

void checkAccepted(SegmentCodec &codec, const SegmentCodec::Unpacked &unpacked)
{
    checkSegment(unpacked.segment);
    const auto parts = codec.pack(unpacked.segment, unpacked.removedSequence);
    require(parts.hasValue(), "everything can be packed");
    const auto again = codec.unpack(Number, *parts);
    require(again && again->removedSequence == unpacked.removedSequence
                && isSame(again->segment, unpacked.segment),
            "an accepted segment is saved as it was read");
}

} // namespace

/// The bytes are the choices of what is changed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ListedSegment whole = wholeSegment();
    static const std::vector<Part> wholeParts = SegmentCodec().pack(whole, RemovedSequence).value();
    std::vector<Part> parts = wholeParts;
    Choices choices({data, std::min(size, Fuzz::MaxInput)});
    const std::size_t changes = choices.below(4);
    for (std::size_t change = 0; change < changes; ++change)
        changePart(parts, choices);
    SegmentCodec codec;
    const std::size_t column = choices.below(IndexColumnCount);
    const auto only = codec.unpack(Number, parts, IndexColumnSet().set(column));
    const auto unpacked = codec.unpack(Number, parts);
    const bool isUnchanged = unpacked && isSame(unpacked->segment, whole);
    Fuzz::reached(!unpacked ? "refused" : isUnchanged ? "unchanged" : "accepted with changes");
    require(changes > 0 || isUnchanged, "what was saved is read");
    if (unpacked && !isUnchanged)
        checkAccepted(codec, *unpacked);
    require(!unpacked || !only
                || *only->segment.segment->columns[column] == *unpacked->segment.segment->columns[column],
            "a column is the same alone");
    return 0;
}
