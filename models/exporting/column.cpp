// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/column.h"

#include "models/core/text.h"
#include "models/exporting/jsontext.h"
#include "models/query/filter/fieldnames.h"
#include "models/query/filter/jsonpathreader.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

Column fieldColumn(Field field)
{
    return {field, std::string(name(field))};
}

/// At commas, save those inside the quotes of a path segment.
QStringList splitList(const QString &list)
{
    QStringList parts;
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype position = 0; position < list.size(); ++position) {
        if (list.at(position) == u'"')
            quoted = !quoted;
        if (list.at(position) == u',' && !quoted) {
            parts += list.mid(start, position - start).trimmed();
            start = position + 1;
        }
    }
    parts += list.mid(start).trimmed();
    return parts;
}

Error emptyPlace()
{
    return {ErrorKind::Usage,
            QCoreApplication::translate("Columns",
                                        "The list of columns has an empty place. Write names with one comma "
                                        "between them, for example created,actor,@details.new_value.")};
}

Error notAColumn(const QString &text)
{
    return {
        ErrorKind::Usage,
        QCoreApplication::translate("Columns", "\"%1\" can be filtered by, but is not a column; use created.")
            .arg(visibleText(text))};
}

Error unknownColumn(const QString &text, const Filter::SyntaxError &error)
{
    QString message =
        QCoreApplication::translate("Columns", "Column \"%1\": %2").arg(visibleText(text), error.message);
    if (!error.suggestion.isEmpty())
        message += u' ' + QCoreApplication::translate("Columns", "Did you mean %1?").arg(error.suggestion);
    return {ErrorKind::Usage, message};
}

Result<Column> parseColumn(const QString &text)
{
    if (text.isEmpty())
        return emptyPlace();
    const auto parsed = Filter::parseFieldReference(text);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return unknownColumn(text, *error);
    const auto &reference = std::get<Filter::FieldReference>(parsed);
    if (const auto *field = std::get_if<Field>(&reference))
        return fieldColumn(*field);
    if (const auto *path = std::get_if<Filter::JsonPath>(&reference))
        return Column{*path, toUtf8(text)};
    return notAColumn(text);
}

} // namespace

bool Column::needsRaw() const
{
    const auto *field = std::get_if<Field>(&place);
    return !field || *field == Field::Raw;
}

Result<std::vector<Column>> parseColumns(const QString &list)
{
    std::vector<Column> columns;
    for (const QString &part : splitList(list)) {
        auto column = parseColumn(part);
        if (!column)
            return column.error();
        columns.push_back(*std::move(column));
    }
    return columns;
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
    const auto token = Filter::cellToken(record.event.raw, std::get<Filter::JsonPath>(column.place));
    appendJsonOnOneLine(token ? std::string_view(*token) : std::string_view("null"), out);
}

} // namespace Trailglass
