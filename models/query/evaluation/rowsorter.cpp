// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/rowsorter.h"

#include "models/core/result.h"
#include "models/filter/decimal.h"
#include "models/query/evaluation/cancellablesort.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>

namespace Trailglass {

namespace {

/// Numbers by value and first, then texts by code point (for UTF-8 that is by byte).
std::weak_ordering compareRawValues(std::string_view left, std::string_view right)
{
    const bool leftIsNumber = Filter::isDecimal(left);
    const bool rightIsNumber = Filter::isDecimal(right);
    if (leftIsNumber && rightIsNumber)
        return Filter::compareDecimals(left, right);
    if (leftIsNumber != rightIsNumber)
        return leftIsNumber ? std::weak_ordering::less : std::weak_ordering::greater;
    return left <=> right;
}

using Compare = std::weak_ordering (*)(std::string_view, std::string_view);

std::weak_ordering compareTexts(std::string_view left, std::string_view right)
{
    return left <=> right;
}

/// The rank of each text in sorted order, the same for equal ones; RowLayout::None for empty ones.
Result<std::vector<qint64>> ranksOf(const std::vector<std::string_view> &texts, Compare compare,
                                    const CancelToken &cancel)
{
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto less = [&](std::size_t left, std::size_t right) {
        return compare(texts[left], texts[right]) < 0;
    };
    TRY(sortUnlessCancelled(order, less, cancel));
    std::vector<qint64> ranks(texts.size(), RowLayout::None);
    qint64 rank = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (place > 0 && compare(texts[order[place - 1]], texts[order[place]]) != 0)
            ++rank;
        if (!texts[order[place]].empty())
            ranks[order[place]] = rank;
    }
    return ranks;
}

/// What direct() makes of no value.
constexpr qint64 Last = std::numeric_limits<qint64>::max();
constexpr quint64 GreatestHalf = std::numeric_limits<quint32>::max();

/// A number and its row in eight bytes each: sorted in half the memory and time of pairs.
/// \param numbers  of the rows, as direct() makes them
/// \returns nothing when numbers or rows take more than four bytes
std::optional<std::vector<quint64>> packRows(const std::vector<qint64> &numbers, const RowList &rows,
                                             bool descending)
{
    qint64 least = Last;
    qint64 greatest = std::numeric_limits<qint64>::min();
    for (const qint64 number : numbers) {
        least = std::min(least, number);
        greatest = number == Last ? greatest : std::max(greatest, number);
    }
    const bool fits =
        greatest < least || static_cast<quint64>(greatest) - static_cast<quint64>(least) < GreatestHalf;
    if (!fits || !rows.isSmall())
        return std::nullopt;
    std::vector<quint64> packed(rows.size());
    for (std::size_t index = 0; index < packed.size(); ++index) {
        const auto row = static_cast<quint32>(rows[index].value);
        const quint64 number = numbers[index] == Last
            ? GreatestHalf
            : static_cast<quint64>(numbers[index]) - static_cast<quint64>(least);
        packed[index] = number << 32 | (descending ? ~row : row);
    }
    return packed;
}

RowList unpackRows(const std::vector<quint64> &packed, bool descending)
{
    std::vector<quint32> rows(packed.size());
    std::ranges::transform(packed, rows.begin(), [descending](quint64 item) {
        const auto row = static_cast<quint32>(item);
        return descending ? ~row : row;
    });
    return RowList(std::move(rows));
}

} // namespace

Result<RowSorter> RowSorter::make(const SortOrder &order, Dictionaries &dictionaries, RowLayout &layout,
                                  const CancelToken &cancel)
{
    RowSorter sorter(cancel);
    for (const SortKey &sortKey : order) {
        TRY(auto values, FieldValues::of(sortKey.field, dictionaries, layout, cancel));
        Key key{.values = std::move(values), .descending = sortKey.descending};
        TRY(sorter.rankCodes(key, sortKey.field));
        sorter.m_keys.push_back(std::move(key));
    }
    return sorter;
}

Result<void> RowSorter::rankCodes(Key &key, const Filter::FieldReference &field) const
{
    if (key.values.kind != FieldValues::Kind::Code)
        return {};
    std::vector<std::string_view> texts(key.values.texts.size());
    for (std::size_t code = 0; code < texts.size(); ++code)
        texts[code] = key.values.texts[code];
    if (std::holds_alternative<Filter::DerivedField>(field)) {
        key.rankByCode.resize(texts.size());
        std::iota(key.rankByCode.begin(), key.rankByCode.end(), qint64(0));
        return {};
    }
    TRY(auto ranks, ranksOf(texts, compareTexts, m_cancel));
    key.rankByCode = std::move(ranks);
    return {};
}

void RowSorter::reserve(std::size_t rows)
{
    m_rows.reserve(rows);
    for (Key &key : m_keys)
        key.numbers.reserve(rows);
}

void RowSorter::add(const RowBatch &batch)
{
    for (std::size_t index = 0; index < batch.size(); ++index) {
        m_rows.push_back(batch.row(index));
        for (Key &key : m_keys)
            key.numbers.push_back(numberOf(key, batch, index));
    }
}

qint64 RowSorter::numberOf(Key &key, const RowBatch &batch, std::size_t index)
{
    switch (key.values.kind) {
    case FieldValues::Kind::Time:
        return batch.integers(index)[key.values.slot];
    case FieldValues::Kind::Code: {
        const qint64 code = batch.integers(index)[key.values.slot];
        const bool known = code >= 0 && static_cast<std::size_t>(code) < key.rankByCode.size();
        return known ? key.rankByCode[static_cast<std::size_t>(code)] : RowLayout::None;
    }
    case FieldValues::Kind::Text:
    case FieldValues::Kind::Target:
        return placeOf(key, key.values.text(batch, index));
    case FieldValues::Kind::Raw:
        break;
    }
    const auto &values = batch.values(index, key.values.slot);
    return placeOf(key, values.empty() ? std::string_view() : std::string_view(values.front()));
}

qint64 RowSorter::placeOf(Key &key, std::string_view text)
{
    if (text.empty())
        return RowLayout::None;
    const auto known = key.places.find(text);
    if (known != key.places.end())
        return known->second;
    const auto place = static_cast<qint64>(key.places.size());
    key.places.emplace(text, place);
    return place;
}

Result<void> RowSorter::replacePlacesByRanks(Key &key) const
{
    if (key.places.empty())
        return {};
    std::vector<std::string_view> texts(key.places.size());
    for (const auto &[text, place] : key.places)
        texts[static_cast<std::size_t>(place)] = text;
    const bool raw = key.values.kind == FieldValues::Kind::Raw;
    TRY(const auto ranks, ranksOf(texts, raw ? compareRawValues : compareTexts, m_cancel));
    for (qint64 &number : key.numbers) {
        if (number != RowLayout::None)
            number = ranks[static_cast<std::size_t>(number)];
    }
    key.places = {};
    return {};
}

/// Makes ascending numbers the requested order: reversed when descending, no value last.
void RowSorter::direct(Key &key)
{
    for (qint64 &number : key.numbers) {
        if (number == RowLayout::None)
            number = Last;
        else if (key.descending)
            number = ~number;
    }
}

Result<RowList> RowSorter::sorted()
{
    for (Key &key : m_keys) {
        TRY(replacePlacesByRanks(key));
        direct(key);
    }
    return m_keys.size() == 1 ? sortedByOne(m_keys.front()) : sortedBySeveral();
}

/// The common case, with what is compared side by side in memory. What is not needed any more makes room
/// before the next is made: each is 40 MB or more at ten million rows.
Result<RowList> RowSorter::sortedByOne(Key &key)
{
    if (auto packed = packRows(key.numbers, m_rows, key.descending)) {
        key.numbers = std::vector<qint64>(); // = {} would keep the memory
        m_rows = {};
        TRY(sortUnlessCancelled(*packed, std::less<>(), m_cancel));
        return unpackRows(*packed, key.descending);
    }
    const qint64 sign = key.descending ? -1 : 1;
    std::vector<std::pair<qint64, qint64>> pairs(m_rows.size());
    for (std::size_t index = 0; index < m_rows.size(); ++index)
        pairs[index] = {key.numbers[index], sign * m_rows[index].value};
    key.numbers = std::vector<qint64>(); // = {} would keep the memory
    m_rows = {};
    TRY(sortUnlessCancelled(pairs, std::less<>(), m_cancel));
    RowList sorted;
    sorted.reserve(pairs.size());
    for (const auto &pair : pairs)
        sorted.push_back(RowId{sign * pair.second});
    return sorted;
}

Result<RowList> RowSorter::sortedBySeveral() const
{
    const bool descending = !m_keys.empty() && m_keys.back().descending;
    std::vector<std::size_t> order(m_rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto less = [&](std::size_t left, std::size_t right) {
        for (const Key &key : m_keys) {
            if (key.numbers[left] != key.numbers[right])
                return key.numbers[left] < key.numbers[right];
        }
        return descending ? m_rows[left] > m_rows[right] : m_rows[left] < m_rows[right];
    };
    TRY(sortUnlessCancelled(order, less, m_cancel));
    RowList sorted;
    sorted.reserve(m_rows.size());
    for (const std::size_t place : order)
        sorted.push_back(m_rows[place]);
    return sorted;
}

} // namespace Trailglass
