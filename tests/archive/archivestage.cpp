// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/archivestage.h"

#include "models/archive/archivecheck.h"
#include "models/archive/archiveledger.h"
#include "models/archive/archivetables.h"
#include "models/archive/pushorigin.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "tests/archive/besides.h"
#include "tests/store/storetesting.h"

#include <QTest>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

namespace {

QString newDatabase()
{
    static int number = 0;
    return u"archive_%1"_s.arg(++number);
}

} // namespace

ArchiveStage::ArchiveStage(ArchiveServer &server)
    : m_server(server)
    , m_database(newDatabase())
{
}

ArchiveStage::~ArchiveStage()
{
    if (!m_isCreated)
        return;
    for (const quint16 port : m_server.ports()) {
        if (const auto session = open(u"push"_s, port)) {
            const std::string sql = "DROP DATABASE IF EXISTS `" + toUtf8(m_database) + '`';
            static_cast<void>((*session)->execute(sql, {}, ArchiveSession::Scope::Server));
        }
    }
}

Result<void> ArchiveStage::create()
{
    m_isCreated = true;
    TRY(const auto session, open());
    const ArchiveLayout layout{.dialect = session->profile().dialect(),
                               .database = toUtf8(m_database),
                               .cluster = toUtf8(m_server.cluster())};
    for (const quint16 port : m_server.ports()) {
        TRY(const auto each, open(u"push"_s, port));
        TRY(createTables(*each, layout, {}));
    }
    return session->execute(formatStatement(layout, m_clock.now()), {});
}

Result<std::unique_ptr<ArchiveSession>> ArchiveStage::open(const QString &user, quint16 throughPort) const
{
    return besides([&] {
        return ArchiveSession::open({m_server.place(m_database, user, throughPort), ArchiveServer::key()},
                                    {});
    });
}

void ArchiveStage::execute(const std::string &sql)
{
    const auto session = open();
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    const Result<void> executed = (*session)->execute(sql, {});
    QVERIFY2(executed, executed ? "" : qPrintable(executed.error().message));
}

PushPlan ArchiveStage::plan(const PushWorkspace &workspace)
{
    return {.name = workspace.name(),
            .groupRows = 40,
            .wait = [](std::chrono::milliseconds, const CancelToken &) {
            }};
}

Result<PushReport> ArchiveStage::push(const PushWorkspace &workspace, const PushPlan &plan,
                                      quint16 throughPort, const CancelToken &cancel) const
{
    return besides([&] { return pushHere(workspace, plan, throughPort, cancel); });
}

Result<PushReport> ArchiveStage::pushHere(const PushWorkspace &workspace, const PushPlan &plan,
                                          quint16 throughPort, const CancelToken &cancel) const
{
    TRY(const auto reader, EventReader::open(workspace.folder()));
    TRY(const auto session,
        ArchiveSession::open({m_server.place(m_database, u"push"_s, throughPort), ArchiveServer::key()},
                             cancel));
    return pushToArchive(*reader, *session, plan, m_clock, cancel);
}

int ArchiveStage::pushUntilDone(const PushWorkspace &workspace, quint16 throughPort, int most) const
{
    for (int tries = 1; tries <= most; ++tries) {
        if (push(workspace, throughPort))
            return tries;
    }
    return 0;
}

QString ArchiveStage::difference(const PushWorkspace &workspace) const
{
    const auto reader = EventReader::open(workspace.folder());
    const auto session = open();
    if (!reader || !session)
        return u"it cannot be opened"_s;
    const auto report = checkArchive(**reader, **session, {});
    if (!report)
        return report.error().message;
    QStringList faults;
    for (const ArchiveFault &fault : report->faults)
        faults.append(fault.text());
    if (report->notPushed != 0)
        faults.append(u"%1 rows were not pushed"_s.arg(report->notPushed));
    // The same without hashes.
    std::map<qint64, std::string> expected;
    for (const EventRecord &record : allEvents(**reader))
        expected.emplace(record.row.value, record.event.id);
    const auto found = countingIds(workspace);
    if (!found)
        faults.append(found.error().message);
    else if (*found != expected)
        faults.append(u"%1 events count instead of %2"_s.arg(found->size()).arg(expected.size()));
    if (report->events != static_cast<qint64>(expected.size()))
        faults.append(u"the ledger has %1 events"_s.arg(report->events));
    return faults.join(u"; "_s);
}

qint64 ArchiveStage::number(const ArchiveSql &sql) const
{
    const auto session = open();
    const auto bytes = (*session)->ask(sql, {});
    if (!bytes)
        qFatal("%s", qPrintable(bytes.error().message));
    RowBinaryReader reader(*bytes);
    return reader.readInt64();
}

/// The id of each row that counts; marked where it does not count once.
Result<std::map<qint64, std::string>> ArchiveStage::countingIds(const PushWorkspace &workspace) const
{
    TRY(const auto reader, EventReader::open(workspace.folder()));
    TRY(const QString identity, reader->identity());
    TRY(const auto session, open());
    TRY(const quint32 origin, existingOrigin(*session, {toUtf8(identity), {}}, {}));
    TRY(const OriginLedger ledger, ArchiveLedger::ofOrigin(*session, origin, {}));
    TRY(const QByteArray bytes,
        session->ask("SELECT row, id, toInt64(sum(sign)) FROM event WHERE " + ledger.counting(origin)
                         + " GROUP BY row, id HAVING sum(sign) != 0",
                     {}));
    RowBinaryReader rows(bytes);
    std::map<qint64, std::string> ids;
    while (!rows.atEnd()) {
        const qint64 row = rows.readInt64();
        std::string id(rows.readText());
        const qint64 times = rows.readInt64();
        TRY(rows.check());
        const bool isNew = ids.emplace(row, times == 1 ? id : id + " counts several times").second;
        if (!isNew)
            ids[row] += " and another one";
    }
    return ids;
}

} // namespace Trailglass::Testing
