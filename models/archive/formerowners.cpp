// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/formerowners.h"

#include "models/archive/archiveledger.h"
#include "models/archive/archivesession.h"
#include "models/archive/batchwriter.h"
#include "models/archive/rowbinary.h"
#include "models/archive/takenbackbatch.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <algorithm>
#include <memory>
#include <span>

namespace Trailglass {

namespace {

constexpr qint64 RowsOfOneRead = 1'024;
constexpr std::size_t MaxIdBytes = std::size_t(1024) * 1024; ///< in one statement, and one id more

Error cancelledTakeover()
{
    return {.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
}

} // namespace

FormerOwners::FormerOwners(ArchiveSession &session, const PushIdentity &identity, const ArchiveRetry &retry,
                           const Clock &clock)
    : m_session(session)
    , m_identity(identity)
    , m_retry(retry)
    , m_clock(clock)
{
}

Result<qint64> FormerOwners::takeBack(const EventReader &reader, const SourceClaims::Sources &sources,
                                      RowId after, RowId last, const CancelToken &cancel)
{
    TRY(lookUp(sources, cancel));
    const bool areAllOurs = std::ranges::all_of(
        sources, [this](const auto &source) { return m_owners.at(source.first).empty(); });
    if (areAllOurs)
        return 0;
    TRY(const auto idsBySource, idsIn(reader, after, last, cancel));
    std::map<quint32, std::vector<RemovedRange>> rowsByOrigin;
    for (const auto &[source, ids] : idsBySource) {
        for (const quint32 origin : m_owners.at(source)) {
            TRY(findRows(origin, source, ids, rowsByOrigin[origin], cancel));
        }
    }
    qint64 takenBack = 0;
    for (const auto &[origin, rows] : rowsByOrigin) {
        TRY(const qint64 ofOrigin, takeBackRows(origin, rows, cancel));
        takenBack += ofOrigin;
    }
    return takenBack;
}

/// Once a source: who owned it before does so no more, and nobody else can while it is claimed.
Result<void> FormerOwners::lookUp(const SourceClaims::Sources &sources, const CancelToken &cancel)
{
    std::vector<std::string> unknown;
    for (const auto &[source, vendor] : sources) {
        if (!m_owners.contains(source))
            unknown.push_back(source);
    }
    if (unknown.empty())
        return {};
    const ArchiveSql sql = "SELECT DISTINCT toUInt32(origin), source FROM claim WHERE "
        + isOneOf("source", unknown)
        + " AND held = 1 AND origin != " + ArchiveSql::number(quint64{m_identity.origin});
    TRY(const QByteArray bytes,
        m_retry.untilKnown<QByteArray>([&] { return m_session.ask(sql, cancel); }, cancel));
    for (const std::string &source : unknown)
        m_owners.emplace(source, Origins());
    RowBinaryReader reader(bytes);
    while (!reader.atEnd()) {
        const quint32 origin = reader.readUInt32();
        const std::string source(reader.readText());
        TRY(reader.check());
        m_owners[source].insert(origin);
    }
    return {};
}

/// Of sources with former owners.
Result<std::map<std::string, FormerOwners::Ids>>
FormerOwners::idsIn(const EventReader &reader, RowId after, RowId last, const CancelToken &cancel) const
{
    std::map<std::string, Ids> ids;
    for (qint64 first = after.value + 1; first <= last.value; first += RowsOfOneRead) {
        if (cancel.isCancelled())
            return cancelledTakeover();
        std::vector<RowId> rows;
        for (qint64 row = first; row <= std::min(last.value, first + RowsOfOneRead - 1); ++row)
            rows.push_back(RowId{row});
        TRY(const std::vector<EventRecord> records, reader.records(rows, EventReader::WithRaw::No));
        for (const EventRecord &record : records) {
            const auto owners = m_owners.find(record.source);
            if (owners != m_owners.end() && !owners->second.empty())
                ids[record.source].push_back(record.event.id);
        }
    }
    return ids;
}

/// Appends the rows of an origin that count and have one of the ids.
Result<void> FormerOwners::findRows(quint32 origin, const std::string &source, const Ids &ids,
                                    std::vector<RemovedRange> &rows, const CancelToken &cancel) const
{
    TRY(const OriginLedger ledger,
        m_retry.untilKnown<OriginLedger>([&] { return ArchiveLedger::ofOrigin(m_session, origin, cancel); },
                                         cancel));
    for (std::size_t first = 0; first < ids.size();) {
        Ids some;
        for (std::size_t bytes = 0; first < ids.size() && bytes < MaxIdBytes; ++first) {
            some.push_back(ids[first]);
            bytes += ids[first].size();
        }
        const ArchiveSql sql = "SELECT row FROM event WHERE " + ledger.counting(origin)
            + " AND source = " + ArchiveSql::literal(source) + " AND " + isOneOf("id", some)
            + " GROUP BY row HAVING sum(sign) > 0";
        TRY(const QByteArray bytes,
            m_retry.untilKnown<QByteArray>([&] { return m_session.ask(sql, cancel); }, cancel));
        RowBinaryReader reader(bytes);
        while (!reader.atEnd()) {
            const RowId row{reader.readInt64()};
            TRY(reader.check());
            rows.push_back({row, row});
        }
    }
    return {};
}

Result<qint64> FormerOwners::takeBackRows(quint32 origin, const std::vector<RemovedRange> &rows,
                                          const CancelToken &cancel) const
{
    if (rows.empty())
        return 0;
    TRY(const OriginLedger ledger,
        m_retry.untilKnown<OriginLedger>([&] { return ArchiveLedger::ofOrigin(m_session, origin, cancel); },
                                         cancel));
    using Found = std::vector<std::unique_ptr<OutgoingBatch>>;
    TRY(Found batches,
        m_retry.untilKnown<Found>(
            [&] { return TakenBackBatch::find(m_session, origin, ledger, std::span(rows), cancel); },
            cancel));
    if (batches.empty())
        return 0;
    qint64 takenBack = 0;
    for (const std::unique_ptr<OutgoingBatch> &batch : batches)
        takenBack -= batch->content().rows;
    BatchWriter writer(m_session, {origin, m_identity.attempt}, ledger.lastNumber, m_retry, m_clock);
    TRY(writer.giveUp(ledger.begun, cancel));
    TRY(writer.write(std::move(batches), cancel));
    TRY(writer.commit(ledger.upTo, cancel));
    return takenBack;
}

} // namespace Trailglass
