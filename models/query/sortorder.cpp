// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sortorder.h"

#include "models/core/text.h"
#include "models/query/filter/fieldnames.h"
#include "models/query/filter/filter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr std::size_t MostKeys = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("SortOrder", text);
}

QStringList splitOutsideQuotes(const QString &list)
{
    QStringList parts(QString{});
    bool quoted = false;
    for (const QChar character : list) {
        if (character == u'"')
            quoted = !quoted;
        if (character == u',' && !quoted)
            parts.append(QString());
        else
            parts.last().append(character);
    }
    return parts;
}

Result<Filter::FieldReference> fieldOf(const QString &name)
{
    auto parsed = Filter::parseFieldReference(name);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, name);
    auto &field = std::get<Filter::FieldReference>(parsed);
    if (field == Filter::FieldReference(Field::Raw)) {
        return Error{
            ErrorKind::Usage,
            tr("raw cannot be sorted or counted by; name a place in it, such as @details.new_value.")};
    }
    return field;
}

} // namespace

SortOrder defaultSortOrder()
{
    return {{Field::Created, true}};
}

Result<SortOrder> parseSortOrder(const QString &list)
{
    SortOrder order;
    for (const QString &part : splitOutsideQuotes(list)) {
        const QString key = part.trimmed();
        const bool descending = key.startsWith(u'-');
        auto field = fieldOf(descending ? key.mid(1) : key);
        if (!field)
            return field.error();
        order.push_back({std::move(*field), descending});
    }
    if (order.size() > MostKeys)
        return Error{ErrorKind::Usage, tr("At most %1 sort keys, please.").arg(MostKeys)};
    return order;
}

Result<std::vector<Filter::FieldReference>> parseFieldList(const QString &list)
{
    std::vector<Filter::FieldReference> fields;
    for (const QString &part : splitOutsideQuotes(list)) {
        auto field = fieldOf(part.trimmed());
        if (!field)
            return field.error();
        fields.push_back(std::move(*field));
    }
    return fields;
}

} // namespace Trailglass
