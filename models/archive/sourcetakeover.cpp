// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/sourcetakeover.h"

#include "models/archive/archiveinspection.h"
#include "models/archive/archiveledger.h"
#include "models/archive/archivesession.h"
#include "models/archive/batchwriter.h"
#include "models/archive/pushorigin.h"
#include "models/archive/rowbinary.h"
#include "models/archive/sourceclaims.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <QRandomGenerator>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

namespace {

/// A workspace that holds a claim.
struct SourceOwner
{
    quint32 origin = 0;
    std::string workspace; ///< EventReader::identity()
    std::string name;
    std::string vendor;
};

/// One source of one workspace on its way to belong to it.
class Takeover
{
public:
    Takeover(const EventReader &reader, ArchiveSession &session, const ClaimPlan &plan, const Clock &clock,
             const CancelToken &cancel)
        : m_reader(reader)
        , m_session(session)
        , m_plan(plan)
        , m_clock(clock)
        , m_cancel(cancel)
        , m_retry(plan.wait)
        , m_source(toUtf8(plan.source))
        , m_attempt(QRandomGenerator::system()->generate64())
    {
    }

    Result<ClaimReport> run();

private:
    [[nodiscard]] Result<std::vector<SourceOwner>> owners() const;
    [[nodiscard]] Result<void> nameOwners(std::vector<SourceOwner> &found) const;
    [[nodiscard]] Result<qint64> eventsOf(const SourceOwner &owner) const;
    [[nodiscard]] Result<void> release(const SourceOwner &owner) const;
    [[nodiscard]] Result<void> stopPushOf(const SourceOwner &owner) const;
    template <class Value, class Statement>
    [[nodiscard]] Result<Value> known(const Statement &statement) const
    {
        return m_retry.untilKnown<Value>(statement, m_cancel);
    }

    const EventReader &m_reader;
    ArchiveSession &m_session;
    const ClaimPlan &m_plan;
    const Clock &m_clock;
    const CancelToken &m_cancel;
    const ArchiveRetry m_retry;
    const std::string m_source;
    const quint64 m_attempt;
};

Error readOnlyClaimant(const ArchivePlace &place)
{
    return {.kind = ErrorKind::Forbidden,
            .message =
                Trailglass::tr("The user “%1” of the archive at %2 may only read. Claim the source as a user "
                               "that may also insert.")
                    .arg(place.user(), place.server())};
}

Error isOfOtherVendor(const SourceOwner &owner, const QString &source, const QString &vendor)
{
    return {.kind = ErrorKind::Rejected,
            .message = Trailglass::tr(
                           "The source “%1” in the archive belongs to the workspace “%2” and is of the type "
                           "%3; that of this workspace is of the type %4. Rename the source here.")
                           .arg(visibleText(source), visibleText(owner.name), visibleText(owner.vendor),
                                visibleText(vendor))};
}

Result<ClaimReport> Takeover::run()
{
    if (m_session.profile().isReadOnly())
        return readOnlyClaimant(m_session.place());
    TRY(const SourceRecord record, m_reader.source(m_plan.source));
    const auto vendor = vendorFromName(toUtf8(record.type));
    if (!vendor) {
        return Error{
            .kind = ErrorKind::Usage,
            .message = Trailglass::tr(
                           "The source “%1” is of a type that this version does not know. Update Trailglass.")
                           .arg(visibleText(record.name))};
    }
    TRY(inspectArchive(m_session, m_cancel));
    TRY(const QString identity, m_reader.identity());
    TRY(std::vector<SourceOwner> holders, owners());
    const auto isOurs = [ours = toUtf8(identity)](const SourceOwner &owner) {
        return owner.workspace == ours;
    };
    const bool wasOurs = std::ranges::any_of(holders, isOurs);
    std::erase_if(holders, isOurs);
    if (wasOurs && holders.empty())
        return ClaimReport{.wasOurs = true};
    ClaimReport report;
    for (const SourceOwner &owner : holders) {
        if (owner.vendor != toUtf8(record.type))
            return isOfOtherVendor(owner, m_plan.source, record.type);
        if (!m_plan.takesOver) {
            TRY(const qint64 events, eventsOf(owner));
            return ClaimReport{.heldBy = SourceHolder{toQString(owner.name), events}};
        }
        report.takenFrom = toQString(owner.name);
    }
    TRY(const quint32 origin,
        pushOrigin(m_session, {toUtf8(identity), m_plan.name}, m_attempt, m_clock.now(), m_retry, m_cancel));
    for (const SourceOwner &owner : holders) {
        TRY(release(owner));
        TRY(stopPushOf(owner));
    }
    SourceClaims claims(m_session, {origin, m_attempt}, m_retry);
    TRY(claims.claim({{m_source, *vendor}}, m_clock.now(), m_cancel));
    return report;
}

/// Mostly one, and several only while they claim it at the same moment.
Result<std::vector<SourceOwner>> Takeover::owners() const
{
    const ArchiveSql claims =
        "SELECT toUInt32(origin), vendor FROM (SELECT DISTINCT vendor, origin, attempt, held FROM "
        "claim WHERE source = "
        + ArchiveSql::literal(m_source) + ") GROUP BY origin, vendor HAVING sum(held) > 0";
    TRY(const QByteArray claimed, known<QByteArray>([&] { return m_session.ask(claims, m_cancel); }));
    std::vector<SourceOwner> found;
    RowBinaryReader reader(claimed);
    while (!reader.atEnd()) {
        SourceOwner owner;
        owner.origin = reader.readUInt32();
        owner.vendor = reader.readText();
        TRY(reader.check());
        found.push_back(std::move(owner));
    }
    TRY(nameOwners(found));
    return found;
}

Result<void> Takeover::nameOwners(std::vector<SourceOwner> &found) const
{
    const ArchiveSql sql =
        "SELECT toUInt32(origin), workspace, name FROM (SELECT DISTINCT origin, workspace, name, "
        "attempt, held FROM origin) GROUP BY origin, workspace, name HAVING sum(held) > 0";
    TRY(const QByteArray bytes, known<QByteArray>([&] { return m_session.ask(sql, m_cancel); }));
    RowBinaryReader reader(bytes);
    while (!reader.atEnd()) {
        const quint32 origin = reader.readUInt32();
        const std::string_view workspace = reader.readText();
        const std::string_view name = reader.readText();
        TRY(reader.check());
        for (SourceOwner &owner : found) {
            if (owner.origin != origin)
                continue;
            owner.workspace = workspace;
            owner.name = name;
        }
    }
    return {};
}

Result<qint64> Takeover::eventsOf(const SourceOwner &owner) const
{
    TRY(const OriginLedger ledger,
        known<OriginLedger>([&] { return ArchiveLedger::ofOrigin(m_session, owner.origin, m_cancel); }));
    const ArchiveSql sql = "SELECT toInt64(sum(sign)) FROM event WHERE " + ledger.counting(owner.origin)
        + " AND source = " + ArchiveSql::literal(m_source);
    TRY(const QByteArray bytes, known<QByteArray>([&] { return m_session.ask(sql, m_cancel); }));
    RowBinaryReader reader(bytes);
    const qint64 events = reader.readInt64();
    TRY(reader.check());
    return events;
}

/// Takes its claims back. Twice comes to the same as once, since lines are compared without regard to repetitions.
Result<void> Takeover::release(const SourceOwner &owner) const
{
    const ArchiveSql sql =
        "INSERT INTO claim (source, vendor, origin, attempt, held, at) SELECT DISTINCT source, vendor, "
        "origin, attempt, toInt8(-1), at FROM claim WHERE held = 1 AND source = "
        + ArchiveSql::literal(m_source) + " AND origin = " + ArchiveSql::number(quint64{owner.origin});
    int tries = 0;
    return known<void>([&] {
        const QString queryId = QStringLiteral("tg-%1-release-%2-%3")
                                    .arg(owner.origin)
                                    .arg(m_attempt, 16, 16, QLatin1Char('0'))
                                    .arg(++tries);
        return m_session.executeOnce(sql, queryId, m_cancel);
    });
}

/// A push looks whether somebody else has used a number of its origin: from now on it finds one. Its last look may be over,
/// and the statement that makes its batches count still to come: so what it has begun is void.
Result<void> Takeover::stopPushOf(const SourceOwner &owner) const
{
    const auto read = [&] {
        return known<OriginLedger>(
            [&] { return ArchiveLedger::ofOrigin(m_session, owner.origin, m_cancel); });
    };
    TRY(const OriginLedger before, read());
    BatchWriter writer(m_session, {owner.origin, m_attempt}, before.lastNumber, m_retry, m_clock);
    const quint64 number = before.lastNumber + 1;
    TRY(writer.giveUp({&number, 1}, m_cancel));
    // Also what it has begun since the first look. Whatever it begins from now on, it does not let count.
    TRY(const OriginLedger after, read());
    return writer.giveUp(after.begun, m_cancel);
}

} // namespace

Result<ClaimReport> claimSource(const EventReader &reader, ArchiveSession &session, const ClaimPlan &plan,
                                const Clock &clock, const CancelToken &cancel)
{
    return Takeover(reader, session, plan, clock, cancel).run();
}

} // namespace Trailglass
