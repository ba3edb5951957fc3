// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/query/plainquery.h"

#include "models/filter/decimal.h"
#include "models/filter/jsonpathreader.h"
#include "models/filter/rowevaluator.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <numeric>

namespace Trailglass::PlainQuery {

namespace {

constexpr std::array Days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::string hourOrWeekday(Filter::DerivedField field, UtcMicros time, const QByteArray &zone)
{
    const qint64 milliseconds = time.value / 1'000 - (time.value % 1'000 < 0 ? 1 : 0);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone(zone));
    return field == Filter::DerivedField::Hour ? std::to_string(wall.time().hour())
                                               : Days[static_cast<std::size_t>(wall.date().dayOfWeek() - 1)];
}

/// The order of two present values of a field, as documented.
std::weak_ordering compareValues(const Filter::FieldReference &reference, const std::string &left,
                                 const std::string &right)
{
    if (const auto *derived = std::get_if<Filter::DerivedField>(&reference)) {
        if (*derived == Filter::DerivedField::Hour)
            return std::stoi(left) <=> std::stoi(right);
        return std::ranges::find(Days, left) <=> std::ranges::find(Days, right);
    }
    if (std::holds_alternative<Filter::JsonPath>(reference)) {
        const bool leftIsNumber = Filter::isDecimal(left);
        if (leftIsNumber && Filter::isDecimal(right))
            return Filter::compareDecimals(left, right);
        if (leftIsNumber != Filter::isDecimal(right))
            return leftIsNumber ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    return left <=> right;
}

/// Records of a vector that somebody else has.
using Records = std::vector<const EventRecord *>;

Records found(const std::vector<EventRecord> &records, const Filter::NodePointer &filter,
              const QueryContext &context)
{
    const auto evaluator = Filter::RowEvaluator::compile(filter, context);
    if (!evaluator)
        qFatal("%s", qPrintable(evaluator.error().message));
    Records accepted;
    for (const EventRecord &record : records) {
        const auto matches = evaluator->matches(record);
        if (matches && *matches)
            accepted.push_back(&record);
    }
    return accepted;
}

RowList sorted(const Records &records, const SortOrder &order, const QueryContext &context)
{
    std::vector<std::vector<std::vector<std::string>>> columns; // by key, by record
    for (const SortKey &key : order) {
        auto &column = columns.emplace_back();
        for (const EventRecord *record : records)
            column.push_back(values(*record, key.field, context.displayZone));
    }
    std::vector<std::size_t> places(records.size());
    std::iota(places.begin(), places.end(), std::size_t(0));
    if (!order.empty() && order.back().descending)
        std::ranges::reverse(places);
    std::ranges::stable_sort(places, [&](std::size_t left, std::size_t right) {
        for (std::size_t key = 0; key < order.size(); ++key) {
            const auto &leftValues = columns[key][left];
            const auto &rightValues = columns[key][right];
            if (leftValues.empty() || rightValues.empty()) {
                if (leftValues.empty() != rightValues.empty())
                    return rightValues.empty();
                continue;
            }
            const auto compared = compareValues(order[key].field, leftValues.front(), rightValues.front());
            if (compared != 0)
                return order[key].descending ? compared > 0 : compared < 0;
        }
        return false;
    });
    RowList rows;
    for (const std::size_t place : places)
        rows.push_back(records[place]->row);
    return rows;
}

} // namespace

std::vector<EventRecord> matching(const std::vector<EventRecord> &records, const Filter::NodePointer &filter,
                                  const QueryContext &context)
{
    std::vector<EventRecord> accepted;
    for (const EventRecord *record : found(records, filter, context))
        accepted.push_back(*record);
    return accepted;
}

RowList matchingRows(const std::vector<EventRecord> &records, const Filter::NodePointer &filter,
                     const QueryContext &context)
{
    RowList rows;
    for (const EventRecord *record : found(records, filter, context))
        rows.push_back(record->row);
    return rows;
}

std::vector<std::string> values(const EventRecord &record, const Filter::FieldReference &reference,
                                const QByteArray &zone)
{
    std::vector<std::string> values;
    if (const auto *path = std::get_if<Filter::JsonPath>(&reference)) {
        Filter::visitElements(record.event.raw, *path, [&values](const JsonValueView &value) {
            if (value.isPresent())
                values.push_back(value.text());
            return true;
        });
    } else if (const auto *derived = std::get_if<Filter::DerivedField>(&reference)) {
        values.push_back(hourOrWeekday(*derived, record.event.created, zone));
    } else {
        std::string scratch;
        values.emplace_back(fieldText(record, std::get<Field>(reference), scratch));
    }
    std::erase(values, std::string());
    return values;
}

RowList sortedRows(const std::vector<EventRecord> &records, const SortOrder &order,
                   const QueryContext &context)
{
    Records all;
    for (const EventRecord &record : records)
        all.push_back(&record);
    return sorted(all, order, context);
}

RowList select(const std::vector<EventRecord> &records, const Filter::NodePointer &filter,
               const SortOrder &order, const QueryContext &context)
{
    return sorted(found(records, filter, context), order, context);
}

} // namespace Trailglass::PlainQuery
