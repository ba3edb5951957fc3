// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/purgedrows.h"

#include "models/merkle/sha256.h"
#include "models/store/storedrow.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace Trailglass {

namespace {

Digest hashOfText(const QByteArray &text)
{
    return Sha256().add({text.constData(), static_cast<std::size_t>(text.size())}).finish();
}

/// Takes a row from the beginning of a text; it is written without zeros in front.
std::optional<RowId> takeRow(std::string_view &text)
{
    constexpr std::size_t MaxDigits = 10; // of the greatest row
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > MaxDigits || text.front() == '0')
        return std::nullopt;
    RowId row;
    std::from_chars(text.data(), text.data() + digits, row.value);
    text.remove_prefix(digits);
    return StoredRanges::Row.holds(row.value) ? std::optional(row) : std::nullopt;
}

/// Takes one range; one row has no end of its own.
std::optional<RemovedRange> takeRange(std::string_view &text)
{
    const std::optional<RowId> first = takeRow(text);
    if (!first)
        return std::nullopt;
    if (!text.starts_with('-'))
        return RemovedRange{*first, *first};
    text.remove_prefix(1);
    const std::optional<RowId> last = takeRow(text);
    return last && *first < *last ? std::optional(RemovedRange{*first, *last}) : std::nullopt;
}

} // namespace

PurgedRows purgedRows(std::vector<RemovedRange> ranges)
{
    const QByteArray text = purgedRowsText(ranges);
    if (text.size() <= PurgedRows::MaxText)
        return {.ranges = std::move(ranges)};
    return {
        .hash = hashOfText(text), .first = ranges.front().first, .count = static_cast<qint64>(ranges.size())};
}

bool areNamed(const PurgedRows &rows, std::span<const RemovedRange> ranges)
{
    if (!rows.hash)
        return std::ranges::equal(rows.ranges, ranges);
    return rows.count == static_cast<qint64>(ranges.size())
        && hashOfText(purgedRowsText(ranges)) == *rows.hash;
}

QByteArray purgedRowsText(std::span<const RemovedRange> ranges)
{
    QByteArray text;
    for (const RemovedRange &range : ranges) {
        if (!text.isEmpty())
            text += ',';
        text += QByteArray::number(range.first.value);
        if (range.first < range.last)
            text += '-' + QByteArray::number(range.last.value);
    }
    return text;
}

std::optional<std::vector<RemovedRange>> readPurgedRows(std::string_view text)
{
    std::vector<RemovedRange> ranges;
    while (!text.empty()) {
        const std::optional<RemovedRange> range = takeRange(text);
        if (!range || (!ranges.empty() && range->first <= ranges.back().last))
            return std::nullopt;
        ranges.push_back(*range);
        if (text.empty())
            break;
        if (text.size() == 1 || text.front() != ',')
            return std::nullopt;
        text.remove_prefix(1);
    }
    return ranges;
}

} // namespace Trailglass
