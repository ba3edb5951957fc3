// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivepusher.h"

#include "models/archive/archiveinspection.h"
#include "models/archive/archivesession.h"
#include "models/archive/batchwriter.h"
#include "models/archive/coveragebatch.h"
#include "models/archive/formerowners.h"
#include "models/archive/pushcheck.h"
#include "models/archive/pushgroup.h"
#include "models/archive/pushorigin.h"
#include "models/archive/quarantinebatch.h"
#include "models/archive/sourceclaims.h"
#include "models/archive/takenbackbatch.h"
#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <QRandomGenerator>

#include <iterator>

namespace Trailglass {

namespace {

using Batches = std::vector<std::unique_ptr<OutgoingBatch>>;

void appendBatches(Batches &batches, Batches more)
{
    batches.insert(batches.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// One push.
class Push
{
public:
    Push(const EventReader &reader, ArchiveSession &session, const PushPlan &plan, const Clock &clock,
         const CancelToken &cancel)
        : m_reader(reader)
        , m_session(session)
        , m_plan(plan)
        , m_clock(clock)
        , m_cancel(cancel)
        , m_retry(plan.wait)
    {
        m_identity.attempt = QRandomGenerator::system()->generate64();
    }

    Result<PushReport> run(const PushProgress &progressed)
    {
        if (m_session.profile().isReadOnly())
            return readOnlyUser();
        TRY(m_dialect,
            m_retry.untilKnown<ArchiveDialect>([this] { return inspectArchive(m_session, m_cancel); },
                                               m_cancel));
        TRY(prepare());
        BatchWriter writer(m_session, m_identity, m_ledger.lastNumber, m_retry, m_clock);
        TRY(writer.giveUp(m_ledger.begun, m_cancel));
        TRY(pushAll(writer, progressed));
        m_report.batches = writer.committed();
        m_report.voidNumbers = writer.voided();
        return m_report;
    }

private:
    [[nodiscard]] Error readOnlyUser() const
    {
        return {
            .kind = ErrorKind::Forbidden,
            .message =
                Trailglass::tr(
                    "The user “%1” of the archive at %2 may only read. Push as a user that may also insert.")
                    .arg(m_session.place().user(), m_session.place().server())};
    }

    /// Who pushes, how far it is, and whether it is allowed to go on.
    Result<void> prepare()
    {
        TRY(const QString identity, m_reader.identity());
        TRY(m_identity.origin,
            pushOrigin(m_session, {toUtf8(identity), m_plan.name}, m_identity.attempt, m_clock.now(), m_retry,
                       m_cancel));
        TRY(m_ledger,
            m_retry.untilKnown<OriginLedger>(
                [this] { return ArchiveLedger::ofOrigin(m_session, m_identity.origin, m_cancel); },
                m_cancel));
        // In this order, an event that is replaced in between is taken back, and its new row is a matter of the next push, as
        // is all that is removed later: no event counts twice.
        TRY(m_lastRow, m_reader.lastRow());
        TRY(m_removed, m_reader.removedAfter(m_ledger.upTo.removal));
        return m_retry.untilKnown<void>(
            [this] {
                return requireSameWorkspace(m_reader, m_session, m_identity.origin, m_ledger, m_cancel);
            },
            m_cancel);
    }

    Result<void> pushAll(BatchWriter &writer, const PushProgress &progressed)
    {
        SourceClaims claims(m_session, m_identity, m_retry);
        FormerOwners formerOwners(m_session, m_identity, m_retry, m_clock);
        const qint64 all = m_lastRow.value - m_ledger.upTo.row.value;
        RowId pushed = m_ledger.upTo.row;
        for (;;) {
            TRY(PushGroup group, PushGroup::read(m_reader, {pushed, m_lastRow}, m_plan, m_dialect, m_cancel));
            TRY(claims.claim(group.sources, m_clock.now(), m_cancel));
            TRY(const qint64 fromOthers,
                formerOwners.takeBack(m_reader, group.sources, pushed, group.lastRow, m_cancel));
            Batches batches = std::move(group.batches);
            const bool isLast = group.lastRow == m_lastRow;
            qint64 takenBack = 0;
            if (isLast) {
                TRY(Batches others, otherBatches(takenBack));
                appendBatches(batches, std::move(others));
            }
            const PushedUpTo upTo{group.lastRow, isLast ? m_removed.sequence : m_ledger.upTo.removal};
            if (batches.empty() && upTo != m_ledger.upTo)
                batches.push_back(std::make_unique<EmptyBatch>());
            if (!batches.empty()) {
                TRY(writer.write(std::move(batches), m_cancel));
                TRY(writer.commit(upTo, m_cancel));
            }
            m_report.events += group.events;
            m_report.leftOut += group.leftOut;
            m_report.takenBack += takenBack + fromOthers;
            pushed = group.lastRow;
            if (progressed)
                progressed(pushed.value - m_ledger.upTo.row.value, all);
            if (isLast)
                return {};
        }
    }

    /// All but events that are new.
    Result<Batches> otherBatches(qint64 &takenBack)
    {
        TRY(Batches batches, known(&TakenBackBatch::find, std::span<const RemovedRange>(m_removed.ranges)));
        for (const std::unique_ptr<OutgoingBatch> &batch : batches)
            takenBack -= batch->content().rows;
        TRY(std::unique_ptr<OutgoingBatch> coverage, known(&CoverageBatch::find, m_reader));
        if (coverage)
            batches.push_back(std::move(coverage));
        TRY(Batches quarantine, known(&QuarantineBatch::find, m_reader));
        appendBatches(batches, std::move(quarantine));
        return batches;
    }

    /// What a batch's find() returns, once that is known.
    template <class Value, class Parameter, class Argument>
    Result<Value> known(Result<Value> (*find)(ArchiveSession &, quint32, const OriginLedger &, Parameter,
                                              const CancelToken &),
                        const Argument &argument)
    {
        return m_retry.untilKnown<Value>(
            [&] { return find(m_session, m_identity.origin, m_ledger, argument, m_cancel); }, m_cancel);
    }

    const EventReader &m_reader;
    ArchiveSession &m_session;
    const PushPlan &m_plan;
    const Clock &m_clock;
    const CancelToken &m_cancel;
    const ArchiveRetry m_retry;
    ArchiveDialect m_dialect = ArchiveDialect::Modern;
    PushIdentity m_identity;
    OriginLedger m_ledger; ///< before the push
    RemovedAfter m_removed; ///< since the ledger's last removal
    RowId m_lastRow; ///< of the workspace
    PushReport m_report;
};

} // namespace

Result<PushReport> pushToArchive(const EventReader &reader, ArchiveSession &session, const PushPlan &plan,
                                 const Clock &clock, const CancelToken &cancel,
                                 const PushProgress &progressed)
{
    const LogTimer timer;
    auto report = Push(reader, session, plan, clock, cancel).run(progressed);
    if (report) {
        qCInfo(logSync) << "push ended: events" << report->events << "taken back" << report->takenBack
                        << "batches" << report->batches << "given up" << report->voidNumbers << "in" << timer;
    } else {
        qCInfo(logSync).noquote() << "push failed:" << errorKindName(report.error().kind) << "after" << timer;
    }
    return report;
}

} // namespace Trailglass
