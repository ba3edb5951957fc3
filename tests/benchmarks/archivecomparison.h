// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivequeryengine.h"
#include "models/archive/archiverecords.h"
#include "models/archive/rowtimes.h"
#include "models/query/index/sharedindex.h"
#include "models/query/queryengine.h"
#include "models/query/storerecordsource.h"
#include "models/store/eventreader.h"
#include "tests/benchmarks/archiveratios.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/plaintable.h"

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass::Benchmarks {

/// A question of all three.
struct Question
{
    using Work = std::function<qint64()>; ///< returns a number that has to be the same

    const char *what;
    Work workspace;
    Work archive;
    Work plain = {}; ///< empty: there is no such query
    bool isPlainEqual = true; ///< whether the plain table results in the same number
};

/// Asks the same of a workspace, of the archive that it has pushed into, and of a plain table beside the archive.
class ArchiveComparison
{
public:
    /// \param session  of the archive; outlives this
    ArchiveComparison(const QString &folder, ArchiveSession &session, ArchiveRatios &ratios);

    /// Measures and prints; what differs is printed to standard error.
    void run();
    [[nodiscard]] bool isEqual() const { return m_isEqual; }

private:
    [[nodiscard]] bool hasJson() const { return m_session.profile().isAtLeast(20, 3); }
    [[nodiscard]] static ArchiveSql countAll() { return "SELECT toInt64(count()) FROM plain"; }
    [[nodiscard]] qint64 bytesOf(std::string_view table);
    void forget();
    void compare(
        const Question &question, const std::function<void()> &prepare = [] {});
    void require(const char *what, qint64 number, qint64 expected);

    void count(const char *what, const QString &expression, const ArchiveSql &condition,
               bool hasPlain = true);
    [[nodiscard]] qint64 facetValues(QueryEngine &engine, const QString &fields);
    void facets(const char *what, const QString &fields);
    void pathFacet(const char *what);
    void histogram(const char *what);
    [[nodiscard]] ResultPointer sorted(QueryEngine &engine, const QString &order);
    [[nodiscard]] static qint64 read(RecordSource &records, const ResultPointer &result, std::size_t first);
    [[nodiscard]] qint64 plainPage(std::size_t first, const ArchiveSql &order);
    void newestPage(const char *what);
    void middlePage(const char *what, const QString &order, const ArchiveSql &plainOrder);
    void manyRecords(const char *what, const QString &order);

    ArchiveSession &m_session;
    ArchiveRatios &m_ratios;
    PlainTable m_plain;
    std::unique_ptr<QueryEngine> m_local;
    std::shared_ptr<SharedIndex> m_index;
    std::unique_ptr<EventReader> m_reader;
    StoreRecordSource m_localRecords;
    RowTimes m_times;
    std::optional<ArchiveQueryEngine> m_archive; ///< made again for each round
    ArchiveRecords m_archiveRecords;
    const QueryContext m_context{*parseTime("2026-11-20T12:00:00Z")};
    bool m_isEqual = true;
};

} // namespace Trailglass::Benchmarks
