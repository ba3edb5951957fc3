// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/ordersql.h"

#include "models/archive/eventtable.h"
#include "models/archive/pathvalues.h"
#include "models/filter/timereference.h"

#include <algorithm>

namespace Trailglass {

namespace {

ArchiveSql directed(const ArchiveSql &name, bool descending)
{
    return descending ? name + " DESC" : name;
}

bool isDerived(const SortKey &key)
{
    return std::holds_alternative<Filter::DerivedField>(key.field);
}

OrderTerm numberTerm(const ArchiveSql &value, bool isDescending)
{
    return {"toInt64(" + value + ")", OrderTerm::Kind::Number, isDescending};
}

ArchiveSql sortExpression(const SortKey &key, const LocalTimeSql *localTime)
{
    if (const auto *derived = std::get_if<Filter::DerivedField>(&key.field))
        return localTime->value(*derived);
    if (const auto *path = std::get_if<Filter::JsonPath>(&key.field))
        return PathValues(*path).sortText();
    return ArchiveSql::identifier(archiveColumnName(std::get<Field>(key.field)));
}

} // namespace

std::string sortColumnName(std::size_t index)
{
    return "sort" + std::to_string(index);
}

OrderSql orderSql(const SortOrder &order, const LocalTimeSql *localTime)
{
    OrderSql sql;
    std::vector<ArchiveSql> terms;
    for (const SortKey &key : order) {
        if (key.field == Filter::FieldReference(Field::Created)) {
            terms.push_back(directed("created", key.descending));
            sql.terms.push_back(numberTerm("created", key.descending));
            continue;
        }
        const ArchiveSql name = ArchiveSql::identifier(sortColumnName(sql.columns.size()));
        const ArchiveSql value = sortExpression(key, localTime);
        sql.columns.push_back(value + " AS " + name);
        // The rest are texts, of which an empty one is no value.
        const bool isText = !isDerived(key) && !isTime(key.field);
        if (isText)
            terms.push_back(name + " = ''");
        terms.push_back(directed(name, key.descending));
        sql.terms.push_back(isText ? OrderTerm{value, OrderTerm::Kind::Text, key.descending}
                                   : numberTerm(value, key.descending));
    }
    const bool descending = !order.empty() && order.back().descending;
    terms.push_back(directed("origin", descending));
    terms.push_back(directed("row", descending));
    sql.terms.push_back(numberTerm("origin", descending));
    sql.terms.push_back(numberTerm("row", descending));
    sql.order = joinSql(terms, ", ");
    if (order.size() == 1 && sql.columns.empty())
        sql.createdDescending = descending;
    return sql;
}

bool needsLocalTime(const SortOrder &order)
{
    return std::ranges::any_of(order, isDerived);
}

} // namespace Trailglass
