// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sortorder.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/filter/fieldnames.h"
#include "models/filter/timereference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr std::size_t MaxKeys = 16;

Result<Filter::FieldReference> fieldOf(const QString &name)
{
    auto field = Filter::readListedField(name);
    if (field && *field == Filter::FieldReference(Field::Raw)) {
        return Error{ErrorKind::Usage,
                     Trailglass::tr("Events cannot be sorted or counted by raw; use a JSON path such as "
                                    "@details.new_value.")};
    }
    if (field && !Filter::canBeCounted(*field))
        return Filter::notCountable(*field);
    return field;
}

} // namespace

SortOrder defaultSortOrder()
{
    return {{Field::Created, true}};
}

bool isDefaultOrder(const SortOrder &order)
{
    return order.size() == 1 && order.front().descending
        && order.front().field == Filter::FieldReference(Field::Created);
}

SortOrder orderOfTable(SortOrder keys)
{
    if (std::ranges::none_of(keys, [](const SortKey &key) { return Filter::isTime(key.field); }))
        keys.push_back({Field::Created, true});
    return keys;
}

Result<SortOrder> parseSortOrder(const QString &list)
{
    SortOrder order;
    for (const QString &part : Filter::splitFieldList(list)) {
        const bool descending = part.startsWith(u'-');
        TRY(auto field, fieldOf(descending ? part.mid(1) : part));
        // Rows that are equal in a field stay so when they are compared by it again.
        if (std::ranges::find(order, field, &SortKey::field) == order.end())
            order.push_back({std::move(field), descending});
    }
    if (order.size() > MaxKeys)
        return Error{ErrorKind::Usage, tr("You can sort by at most %1 fields.").arg(MaxKeys)};
    return order;
}

QString sortOrderText(const SortOrder &order)
{
    QStringList keys;
    for (const SortKey &key : order)
        keys.append((key.descending ? u"-"_s : QString()) + Filter::fieldReferenceName(key.field));
    return keys.join(u',');
}

Result<std::vector<Filter::FieldReference>> parseFieldList(const QString &list)
{
    std::vector<Filter::FieldReference> fields;
    for (const QString &part : Filter::splitFieldList(list)) {
        TRY(auto field, fieldOf(part));
        if (std::ranges::find(fields, field) == fields.end())
            fields.push_back(std::move(field));
    }
    return fields;
}

} // namespace Trailglass
