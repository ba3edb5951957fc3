// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/rowscan.h"

#include "models/core/result.h"
#include "models/query/evaluation/logicalconditions.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

namespace Trailglass {

namespace {

/// A condition, divided between SQL and C++.
struct Division
{
    SqlText sql;
    ConditionPointer rest; ///< constant true when SQL decides alone
};

/// Which events are listed: all, save while a purge runs those of the source being purged. Asking for every
/// row which source it has would cost a third of a scan, so it is done only then.
Result<std::string> listedRows(SqlConnection &connection)
{
    TRY(const auto purged, connection.integer("SELECT count(*) FROM source WHERE name IS NULL"));
    return purged == 0 ? std::string("1")
                       : std::string("event.source IN (SELECT id FROM source WHERE name IS NOT NULL)");
}

Division divide(const ConditionPointer &condition, std::string listed)
{
    Division division{{.text = std::move(listed)}, nullptr};
    std::vector<ConditionPointer> rest;
    for (const ConditionPointer &part : conjuncts(condition)) {
        SqlText longer = division.sql;
        longer.text += " AND ";
        if (part->appendSql(longer))
            division.sql = std::move(longer);
        else
            rest.push_back(part);
    }
    division.rest = conjunction(std::move(rest));
    return division;
}

Result<Statement> prepare(SqlConnection &connection, const std::string &sql,
                          const std::vector<qint64> &parameters)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement;
    int position = 0;
    for (const qint64 parameter : parameters)
        statement->bind(++position, parameter);
    return statement;
}

std::string selectText(const RowLayout &layout, const SqlText &condition)
{
    std::string sql = "SELECT event.row";
    for (const IntegerColumn &column : layout.integers()) {
        if (!column.derived)
            sql += ", " + column.expression;
    }
    for (const std::string &expression : layout.texts())
        sql += ", " + expression;
    return sql + " FROM event WHERE " + condition.text + " ORDER BY event.row";
}

class Scanner
{
public:
    Scanner(const RowScan &scan, ConditionPointer rest, BatchPipeline pipeline)
        : m_scan(scan)
        , m_rest(std::move(rest))
        , m_pipeline(std::move(pipeline))
        , m_integers(scan.layout.integers().size())
        , m_batch(std::make_unique<ScanBatch>(scan.layout))
    {
    }

    Result<void> run(Statement &statement)
    {
        for (;;) {
            TRY(const auto row, statement.step());
            if (!row)
                break;
            if (const auto added = add(statement); !added)
                return added;
        }
        if (const auto submitted = submit(); !submitted)
            return submitted;
        return m_pipeline.finish();
    }

private:
    Result<void> add(const Statement &statement)
    {
        StoredRow stored(statement, "event");
        const RowId id{stored.number(0, StoredRanges::Row)};
        const int nextColumn = readIntegers(stored);
        if (const auto checked = stored.check(); !checked)
            return checked;
        const Truth truth = m_rest->fromIntegers(m_integers);
        if (truth == Truth::No)
            return {};
        const bool matched = truth == Truth::Yes;
        m_batch->addRow(id, matched ? ScanBatch::State::Matched : ScanBatch::State::Undecided, m_integers);
        for (std::size_t slot = 0; slot < m_scan.layout.texts().size(); ++slot)
            m_batch->addText(statement.text(nextColumn + static_cast<int>(slot)));
        return m_batch->size() < BatchPipeline::RowsPerBatch ? Result<void>() : submit();
    }

    /// \returns the first column after them
    int readIntegers(StoredRow &stored)
    {
        int column = 1;
        const auto &layout = m_scan.layout.integers();
        for (std::size_t slot = 0; slot < layout.size(); ++slot) {
            if (layout[slot].derived) {
                const UtcMicros created{m_integers[m_scan.layout.createdSlot()]};
                m_integers[slot] = *layout[slot].derived == Filter::DerivedField::Hour
                    ? m_scan.calendar.hour(created)
                    : m_scan.calendar.weekday(created);
            } else {
                // Times are the widest of what an event's columns hold; consumers look codes up.
                m_integers[slot] = stored.numberOrNone(column, StoredRanges::Time).value_or(RowLayout::None);
                ++column;
            }
        }
        return column;
    }

    Result<void> submit()
    {
        return m_pipeline.submit(std::exchange(m_batch, std::make_unique<ScanBatch>(m_scan.layout)));
    }

    const RowScan &m_scan;
    ConditionPointer m_rest;
    BatchPipeline m_pipeline;
    std::vector<qint64> m_integers;
    std::unique_ptr<ScanBatch> m_batch;
};

} // namespace

Result<void> scanRows(SqlConnection &connection, const RowScan &scan, const BatchVisitor &visit)
{
    if (constantValue(*scan.condition) == false)
        return {};
    TRY(auto listed, listedRows(connection));
    const Division division = divide(scan.condition, std::move(listed));
    TRY(auto statement, prepare(connection, selectText(scan.layout, division.sql), division.sql.parameters));
    TRY(auto pipeline, BatchPipeline::open(connection, division.rest, scan.layout, scan.cancel, visit));
    return Scanner(scan, division.rest, std::move(pipeline)).run(statement);
}

Result<qint64> countRows(SqlConnection &connection, const RowScan &scan)
{
    if (constantValue(*scan.condition) == false)
        return 0;
    TRY(auto listed, listedRows(connection));
    const Division division = divide(scan.condition, std::move(listed));
    if (constantValue(*division.rest) == true) {
        TRY(auto statement,
            prepare(connection, "SELECT count(*) FROM event WHERE " + division.sql.text,
                    division.sql.parameters));
        const auto row = statement.step();
        return row ? Result(statement.integer(0)) : row.error();
    }
    qint64 count = 0;
    const auto scanned = scanRows(connection, scan, [&count](const ScanBatch &batch) {
        for (std::size_t index = 0; index < batch.size(); ++index)
            count += batch.isMatched(index) ? 1 : 0;
    });
    return scanned ? Result(count) : scanned.error();
}

} // namespace Trailglass
