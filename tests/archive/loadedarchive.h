// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesession.h"
#include "models/archive/filtersql.h"
#include "models/archive/watermark.h"
#include "tests/archive/archiveserver.h"

#include <memory>
#include <vector>

namespace Trailglass::Testing {

/// The engines that every query has to agree on: the oldest that is supported and the newest.
struct RealEngine
{
    QByteArray name;
    QString reasonMissing; ///< for QSKIP; empty: there is one to start
    std::unique_ptr<ArchiveServer> server;
};
[[nodiscard]] std::vector<RealEngine> realEngines();

/// Some events in a real server, without ledger: one batch of one origin.
/// \thread the one that made it
class LoadedArchive
{
public:
    explicit LoadedArchive(std::unique_ptr<ArchiveServer> server);

    /// Starts the server, creates the tables and sends the events, with row numbers from 1 in their order.
    Result<void> load(std::vector<EventRecord> records);

    [[nodiscard]] const std::vector<EventRecord> &records() const { return m_records; }
    [[nodiscard]] ArchiveSession &session() const { return *m_session; }
    [[nodiscard]] static Watermark watermark() { return {{{1, 1}}, {}}; }
    [[nodiscard]] FilterSqlContext contextOf(const QueryContext &query) const;

    /// What a filter becomes, with the regular expressions that are left to the client.
    Result<ArchiveSql> conditionOf(const Filter::NodePointer &filter, const QueryContext &query) const;

    /// The row numbers that each of some conditions finds, ascending. Many conditions with each query: most of the time of
    /// a query on few events is what it takes to begin.
    Result<std::vector<std::vector<qint64>>> rowsOfEach(const std::vector<ArchiveSql> &conditions) const;

    /// The row numbers that a filter finds, ascending.
    Result<std::vector<qint64>> rows(const Filter::NodePointer &filter, const QueryContext &query) const;
    /// The same of the row evaluator.
    Result<std::vector<qint64>> evaluatedRows(const Filter::NodePointer &filter,
                                              const QueryContext &query) const;

    /// The row numbers of pageSql(), or with signs of firstRowsSql().
    Result<std::vector<qint64>> pageRows(const ArchiveSql &sql, bool hasSigns = false) const;
    /// The only column of a query, Int64 or String.
    Result<std::vector<qint64>> numbers(const ArchiveSql &sql) const;
    Result<std::vector<std::string>> texts(const ArchiveSql &sql) const;

private:
    std::unique_ptr<ArchiveServer> m_server;
    std::unique_ptr<ArchiveSession> m_session;
    std::vector<EventRecord> m_records;
    TimeWindow m_events;
};

/// Events in one of the engines.
struct LoadedEngine
{
    QByteArray name;
    QString reasonMissing;
    std::unique_ptr<LoadedArchive> archive = nullptr; ///< null where the engine is missing
};

/// The same events in each of realEngines().
[[nodiscard]] Result<std::vector<LoadedEngine>> loadedEngines(const std::vector<EventRecord> &records);

} // namespace Trailglass::Testing
