// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/column.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/fieldnames.h"
#include "models/filter/jsonpathreader.h"
#include "models/json/jsontext.h"

#include <QStringList>

#include <algorithm>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

Column fieldColumn(Field field)
{
    return {field, std::string(name(field))};
}

Error notAColumn(const Filter::FieldReference &field)
{
    const bool isState = field == Filter::FieldReference(Filter::ReviewField::Is);
    const QString name = Filter::fieldReferenceName(field);
    return {ErrorKind::Usage,
            isState ? tr("“%1” can be used in filters but is not a column; use mark or note.").arg(name)
                    : tr("“%1” can be used in filters but is not a column; use created.").arg(name)};
}

/// Characters; a longer list is not looked at.
constexpr qsizetype LongestList = 65'536;

Error tooManyColumns()
{
    return {ErrorKind::Usage,
            tr("A column list can contain at most %1 columns and %2 characters.")
                .arg(MaxColumns)
                .arg(LongestList)};
}

Result<Column> parseColumn(const QString &text)
{
    TRY(const auto reference, Filter::readListedField(text));
    if (!canBeColumn(reference))
        return notAColumn(reference);
    std::string title = toUtf8(Filter::fieldReferenceName(reference));
    if (const auto *field = std::get_if<Field>(&reference))
        return Column{*field, std::move(title)};
    if (const auto *review = std::get_if<Filter::ReviewField>(&reference))
        return Column{*review, std::move(title)};
    return Column{std::get<Filter::JsonPath>(reference), std::move(title)};
}

/// What a reviewer says of an event.
std::string_view reviewText(const EventRecord &record, Filter::ReviewField field)
{
    if (field == Filter::ReviewField::Note)
        return record.note;
    return record.mark ? name(*record.mark) : std::string_view();
}

} // namespace

bool Column::needsRaw() const
{
    return std::holds_alternative<Filter::JsonPath>(place) || place == Place(Field::Raw);
}

bool canBeColumn(const Filter::FieldReference &field)
{
    return !std::holds_alternative<Filter::DerivedField>(field)
        && field != Filter::FieldReference(Filter::ReviewField::Is);
}

Result<std::vector<Column>> parseColumns(const QString &list)
{
    if (list.size() > LongestList)
        return tooManyColumns();
    const QStringList parts = Filter::splitFieldList(list);
    if (static_cast<std::size_t>(parts.size()) > MaxColumns)
        return tooManyColumns();
    std::vector<Column> columns;
    for (const QString &part : parts) {
        TRY(auto column, parseColumn(part));
        if (std::ranges::find(columns, column) == columns.end())
            columns.push_back(std::move(column));
    }
    return columns;
}

QString columnsText(std::span<const Column> columns)
{
    QStringList titles;
    for (const Column &column : columns)
        titles.append(toQString(column.title));
    return titles.join(u',');
}

const std::vector<Column> &defaultColumns()
{
    static const std::vector<Column> Columns{
        fieldColumn(Field::Created), fieldColumn(Field::Source), fieldColumn(Field::Vendor),
        fieldColumn(Field::Action),  fieldColumn(Field::Op),     fieldColumn(Field::Outcome),
        fieldColumn(Field::Actor),   fieldColumn(Field::Target), fieldColumn(Field::Ip),
        fieldColumn(Field::Message), fieldColumn(Field::Id),
    };
    return Columns;
}

std::string_view cellText(const EventRecord &record, const Column &column, std::string &scratch)
{
    if (const auto *field = std::get_if<Field>(&column.place))
        return fieldText(record, *field, scratch);
    if (const auto *review = std::get_if<Filter::ReviewField>(&column.place))
        return reviewText(record, *review);
    scratch =
        Filter::cellText(record.event.raw, std::get<Filter::JsonPath>(column.place)).value_or(std::string());
    return scratch;
}

void appendFieldJson(const EventRecord &record, Field field, std::string &out)
{
    std::string scratch;
    const std::string_view text = fieldText(record, field, scratch);
    if (text.empty())
        out += "null";
    else if (field == Field::Raw)
        appendJsonOnOneLine(text, out);
    else
        appendJsonString(text, out);
}

void appendCellJson(const EventRecord &record, const Column &column, std::string &out)
{
    if (const auto *field = std::get_if<Field>(&column.place)) {
        appendFieldJson(record, *field, out);
        return;
    }
    if (const auto *review = std::get_if<Filter::ReviewField>(&column.place)) {
        const std::string_view text = reviewText(record, *review);
        if (text.empty())
            out += "null";
        else
            appendJsonString(text, out);
        return;
    }
    const auto token = Filter::cellToken(record.event.raw, std::get<Filter::JsonPath>(column.place));
    appendJsonOnOneLine(token ? std::string_view(*token) : std::string_view("null"), out);
}

} // namespace Trailglass
