// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveschema.h"

#include "models/archive/ledgertables.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::string_view LowCardinalityText = "LowCardinality(String)";

/// A table, with its columns in a dialect.
struct ArchiveTable
{
    std::string_view name;
    std::vector<EventTableColumn> columns;
    std::string_view partition; ///< may be empty
    std::string_view order;
    std::string_view shard;
};

std::vector<EventTableColumn> schemaColumns(const LedgerTable &table)
{
    std::vector<EventTableColumn> columns;
    for (const LedgerColumn &column : table.columns)
        columns.push_back({std::string(column.name), std::string(column.type), {}});
    return columns;
}

std::vector<ArchiveTable> tablesIn(ArchiveDialect dialect)
{
    std::vector<ArchiveTable> tables;
    tables.push_back({"event", eventTableColumns(dialect), "month", "(created, origin, row)", "batch"});
    for (const LedgerTable &table : LedgerTables)
        tables.push_back({table.name, schemaColumns(table), {}, table.order, table.shard});
    tables.push_back({"archive", {{"format", "UInt16", {}}, {"at", "Int64", {}}}, {}, "(format)", "format"});
    return tables;
}

bool isNameLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isNameLetter(c) || (c >= '0' && c <= '9') || c == '_';
}

/// Whether a name may stand between backticks as it is.
bool isDatabaseName(std::string_view name)
{
    return !name.empty() && (isNameLetter(name.front()) || name.front() == '_')
        && std::ranges::all_of(name, isNameCharacter);
}

bool isClusterName(std::string_view name)
{
    return std::ranges::all_of(name, [](char c) { return isNameCharacter(c) || c == '-' || c == '.'; });
}

std::string inBackticks(std::string_view name)
{
    return '`' + std::string(name) + '`';
}

/// Writes the statements of one layout.
class SchemaWriter
{
public:
    explicit SchemaWriter(const ArchiveLayout &layout)
        : m_layout(layout)
        , m_onCluster(isDistributed() && layout.hasKeeper ? " ON CLUSTER " + inBackticks(layout.cluster)
                                                          : std::string())
    {
    }

    [[nodiscard]] bool isDistributed() const { return !m_layout.cluster.empty(); }

    [[nodiscard]] std::string createDatabase() const
    {
        return "CREATE DATABASE IF NOT EXISTS " + inBackticks(m_layout.database) + m_onCluster;
    }

    /// The table that has rows.
    [[nodiscard]] std::string createTable(const ArchiveTable &table) const
    {
        std::string sql = "CREATE TABLE IF NOT EXISTS " + place(localName(table)) + m_onCluster + " (";
        for (const EventTableColumn &column : table.columns) {
            sql += &column == &table.columns.front() ? "" : ", ";
            sql += inBackticks(column.name) + ' ' + column.type;
            if (!column.codec.empty())
                sql += " CODEC(" + column.codec + ')';
        }
        sql += ") ENGINE = " + engine(table);
        if (!table.partition.empty())
            sql += " PARTITION BY " + std::string(table.partition);
        return sql + " ORDER BY " + std::string(table.order);
    }

    /// The table that distributes them.
    [[nodiscard]] std::string createDistributed(const ArchiveTable &table) const
    {
        return "CREATE TABLE IF NOT EXISTS " + place(table.name) + m_onCluster + " AS "
            + place(localName(table)) + " ENGINE = Distributed(" + inBackticks(m_layout.cluster) + ", "
            + inBackticks(m_layout.database) + ", " + inBackticks(localName(table)) + ", "
            + std::string(table.shard) + ')';
    }

    [[nodiscard]] std::string place(std::string_view name) const
    {
        return inBackticks(m_layout.database) + '.' + inBackticks(name);
    }

private:
    [[nodiscard]] std::string localName(const ArchiveTable &table) const
    {
        return std::string(table.name) + (isDistributed() ? "_local" : "");
    }

    [[nodiscard]] std::string engine(const ArchiveTable &table) const
    {
        if (m_onCluster.empty())
            return "MergeTree";
        return "ReplicatedMergeTree('/clickhouse/tables/{shard}/" + m_layout.database + '/'
            + std::string(table.name) + "', '{replica}')";
    }

    const ArchiveLayout &m_layout;
    std::string m_onCluster;
};

std::string withoutCoding(std::string type)
{
    const std::size_t start = type.find(LowCardinalityText);
    return start == std::string::npos ? type : type.replace(start, LowCardinalityText.size(), "String");
}

Error ofOtherMaking(std::string_view table, const std::string &column, const std::string &found,
                    const std::string &expected)
{
    const QString sentence = found.empty()
        ? Trailglass::tr("The table “%1” is not one of an archive: it has no column “%2”. Choose another "
                         "database, or create the archive.")
              .arg(visibleText(table), visibleText(column))
        : Trailglass::tr("The table “%1” is not one of an archive: its column “%2” is of type %3 instead of "
                         "%4. Choose another database.")
              .arg(visibleText(table), visibleText(column), visibleText(found), visibleText(expected));
    return {ErrorKind::Usage, sentence};
}

} // namespace

Result<std::vector<std::string>> createStatements(const ArchiveLayout &layout)
{
    if (!isDatabaseName(layout.database)) {
        return Error{ErrorKind::Usage,
                     Trailglass::tr("“%1” cannot be the database of an archive. Use letters, digits and "
                                    "underscores.")
                         .arg(visibleText(layout.database))};
    }
    if (!isClusterName(layout.cluster)) {
        return Error{ErrorKind::Usage,
                     Trailglass::tr("“%1” cannot be the cluster of an archive. Use letters, digits, "
                                    "underscores, hyphens and dots.")
                         .arg(visibleText(layout.cluster))};
    }
    const SchemaWriter writer(layout);
    std::vector<std::string> statements{writer.createDatabase()};
    const std::vector<ArchiveTable> tables = tablesIn(layout.dialect);
    for (const ArchiveTable &table : tables) {
        statements.push_back(writer.createTable(table));
        if (writer.isDistributed())
            statements.push_back(writer.createDistributed(table));
    }
    return statements;
}

std::string formatStatement(const ArchiveLayout &layout, UtcMicros at)
{
    return "INSERT INTO " + SchemaWriter(layout).place("archive") + " (`format`, `at`) VALUES ("
        + std::to_string(ArchiveFormat) + ", " + std::to_string(at.value) + ')';
}

std::vector<std::string_view> archiveTables()
{
    std::vector<std::string_view> names;
    for (const ArchiveTable &table : tablesIn(ArchiveDialect::Modern))
        names.push_back(table.name);
    return names;
}

bool isOptionalTable(std::string_view table)
{
    const auto known = std::ranges::find(LedgerTables, table, &LedgerTable::name);
    return known != LedgerTables.end() && known->isOptional;
}

Result<void> checkColumns(std::string_view table, std::span<const FoundColumn> found)
{
    const std::vector<ArchiveTable> tables = tablesIn(ArchiveDialect::Plain);
    const auto known = std::ranges::find(tables, table, &ArchiveTable::name);
    Q_ASSERT(known != tables.end());
    for (const EventTableColumn &column : known->columns) {
        const auto match = std::ranges::find(found, column.name, &FoundColumn::name);
        const std::string type = match == found.end() ? std::string() : withoutCoding(match->type);
        if (type != column.type)
            return ofOtherMaking(table, column.name, type, column.type);
    }
    return {};
}

ArchiveDialect dialectOf(std::span<const FoundColumn> eventColumns)
{
    const bool isCoded = std::ranges::any_of(eventColumns, [](const FoundColumn &column) {
        return column.type.find(LowCardinalityText) != std::string::npos;
    });
    return isCoded ? ArchiveDialect::Modern : ArchiveDialect::Plain;
}

} // namespace Trailglass
