// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/eventtable.h"

#include "models/archive/jsonflattener.h"
#include "models/core/timefield.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

constexpr std::string_view CodedText = "LowCardinality(String)";
constexpr std::string_view PlainText = "String";

std::array<std::string, FieldCount> makeColumnNames()
{
    std::array<std::string, FieldCount> names;
    std::ranges::transform(allFields(), names.begin(), [](Field field) {
        std::string column(name(field));
        std::ranges::replace(column, '.', '_');
        return column;
    });
    return names;
}

/// Collects columns in a dialect.
class ColumnList
{
public:
    explicit ColumnList(ArchiveDialect dialect)
        : m_isModern(dialect == ArchiveDialect::Modern)
    {
    }

    void add(std::string name, std::string_view type)
    {
        m_columns.push_back({std::move(name), std::string(type), m_isModern ? "ZSTD(1)" : ""});
    }

    /// A number that is near that of the row before.
    void addRising(std::string name, std::string_view type)
    {
        m_columns.push_back({std::move(name), std::string(type), m_isModern ? "Delta, ZSTD(1)" : ""});
    }

    void addText(std::string name, bool isCoded) { add(std::move(name), textType(isCoded)); }

    void addTextList(std::string name, bool isCoded)
    {
        add(std::move(name), "Array(" + std::string(textType(isCoded)) + ')');
    }

    std::vector<EventTableColumn> take() && { return std::move(m_columns); }

private:
    [[nodiscard]] std::string_view textType(bool isCoded) const
    {
        return isCoded && m_isModern ? CodedText : PlainText;
    }

    bool m_isModern;
    std::vector<EventTableColumn> m_columns;
};

} // namespace

const std::string &archiveColumnName(Field field)
{
    static const std::array<std::string, FieldCount> names = makeColumnNames();
    return names.at(static_cast<std::size_t>(field));
}

bool isCodedColumn(Field field)
{
    switch (field) {
    case Field::Id:
    case Field::Created:
    case Field::Received:
    case Field::Target:
    case Field::TargetId:
    case Field::TargetName:
    case Field::Correlation:
    case Field::Message:
    case Field::Raw:
        return false;
    default:
        return true;
    }
}

std::string flatColumnName(int list, std::string_view part)
{
    std::string name = list == JsonFlattener::ObjectList ? "jo" : "j" + std::to_string(list);
    name += '.';
    name += part;
    return name;
}

std::vector<EventTableColumn> eventTableColumns(ArchiveDialect dialect)
{
    ColumnList columns(dialect);
    columns.add("month", "UInt32");
    columns.add("origin", "UInt32");
    columns.addRising("batch", "UInt64");
    columns.addRising("row", "Int64");
    columns.add("sign", "Int8");
    columns.addRising(archiveColumnName(Field::Created), "Int64");
    columns.addRising(archiveColumnName(Field::Received), "Int64");
    for (const Field field : allFields()) {
        if (!isTime(field))
            columns.addText(archiveColumnName(field), isCodedColumn(field));
    }
    columns.addText("ip_key", true);
    columns.addText("decoded", false);
    columns.addText("extra", false);
    columns.addTextList("form.field", true);
    columns.addTextList("form.text", false);
    for (int list = 0; list < JsonFlattener::ListCount; ++list) {
        columns.addTextList(flatColumnName(list, "path"), true);
        columns.addTextList(flatColumnName(list, "at"), true);
        columns.addTextList(flatColumnName(list, "text"), false);
        columns.addTextList(flatColumnName(list, "key"), false);
    }
    return std::move(columns).take();
}

} // namespace Trailglass
