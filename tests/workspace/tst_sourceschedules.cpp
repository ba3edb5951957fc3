// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourceschedules.h"

#include "models/credentials/sessionsecretstore.h"
#include "models/workspace/sourceservice.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QDir>
#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr SyncSchedule Quarterly{.everyMinutes = 15};

/// A user who has a workspace open.
struct Desk
{
    Desk(const QString &folder, const QString &settings)
        : service(folder, {session, session, approvals}, clock)
        , schedules(service, settings)
    {
    }

    void list()
    {
        const quint64 number = service.reload();
        QTRY_VERIFY(service.listNumber() >= number);
    }

    NoonClock clock;
    QTemporaryDir home;
    SessionSecretStore session;
    ReferenceApprovals approvals{home.filePath(u"approvals.json"_s)};
    SourceService service;
    SourceSchedules schedules;
};

} // namespace

/// Whose the schedules are, and how long.
class SourceSchedulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_home = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>();
    }

    void areThereWhereverTheFolderIs()
    {
        m_workspace->addSource(u"work"_s);
        {
            Desk desk(m_workspace->folder(), settings());
            desk.list();
            QCOMPARE(desk.schedules.of(u"work"_s), SyncSchedule());
            QSignalSpy changed(&desk.schedules, &SourceSchedules::changed);
            desk.schedules.set(u"work"_s, Quarterly);
            desk.schedules.set(u"work"_s, Quarterly);
            desk.schedules.setPaused(true);
            QCOMPARE(changed.size(), 2);
        }
        const QTemporaryDir elsewhere;
        for (const QString &file : QDir(m_workspace->folder()).entryList(QDir::Files))
            QVERIFY(QFile::copy(QDir(m_workspace->folder()).filePath(file), elsewhere.filePath(file)));
        Desk desk(elsewhere.path(), settings());
        QVERIFY(desk.schedules.isEmpty());
        desk.list();
        QCOMPARE(desk.schedules.of(u"work"_s), Quarterly);
        QVERIFY(desk.schedules.isPaused());
    }

    /// Neither somebody else's workspace nor somebody else's settings have them.
    void belongToOneUserAndOneWorkspace()
    {
        m_workspace->addSource(u"work"_s);
        Desk desk(m_workspace->folder(), settings());
        desk.list();
        desk.schedules.set(u"work"_s, Quarterly);

        Workspace theirs;
        theirs.addSource(u"work"_s);
        Desk other(theirs.folder(), settings());
        other.list();
        QVERIFY(other.schedules.isEmpty());

        Desk otherUser(m_workspace->folder(), m_home->filePath(u"theirs.ini"_s));
        otherUser.list();
        QVERIFY(otherUser.schedules.isEmpty());
    }

    void oneOfTheFirstSourceIsKeptAsSoonAsThereIsAWorkspace()
    {
        {
            Desk desk(m_workspace->folder(), settings());
            desk.list();
            desk.schedules.set(u"work"_s, Quarterly);
            desk.list(); // as it was before the source
            QCOMPARE(desk.schedules.of(u"work"_s), Quarterly);
            m_workspace->addSource(u"work"_s);
            desk.list();
            QCOMPARE(desk.schedules.of(u"work"_s), Quarterly);
        }
        Desk desk(m_workspace->folder(), settings());
        desk.list();
        QCOMPARE(desk.schedules.of(u"work"_s), Quarterly);
    }

    void theCheckpointsOfAWorkspaceAreKeptWithThem()
    {
        const CheckpointSettings checkpoints{.afterSync = true, .witnessFile = u"/srv/witness"_s};
        {
            Desk desk(m_workspace->folder(), settings());
            desk.list(); // no workspace yet
            QSignalSpy changed(&desk.schedules, &SourceSchedules::changed);
            desk.schedules.setCheckpoints(checkpoints);
            desk.schedules.setCheckpoints(checkpoints);
            QCOMPARE(changed.size(), 1);
            m_workspace->addSource(u"work"_s);
            desk.list();
            QCOMPARE(desk.schedules.checkpoints(), checkpoints);
        }
        Desk desk(m_workspace->folder(), settings());
        QCOMPARE(desk.schedules.checkpoints(), CheckpointSettings());
        QSignalSpy changed(&desk.schedules, &SourceSchedules::changed);
        desk.list();
        QCOMPARE(desk.schedules.checkpoints(), checkpoints);
        QCOMPARE(changed.size(), 1);
    }

    void goWithTheirSource_data()
    {
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<bool>("isPurged");
        QTest::newRow("removed while it is open") << true << false;
        QTest::newRow("purged while it is open") << true << true;
        QTest::newRow("removed meanwhile") << false << false;
        QTest::newRow("purged meanwhile") << false << true;
    }

    void goWithTheirSource()
    {
        QFETCH(const bool, isOpen);
        QFETCH(const bool, isPurged);
        const SourceId work = m_workspace->addSource(u"work"_s);
        m_workspace->addSource(u"other"_s);
        auto desk = std::make_unique<Desk>(m_workspace->folder(), settings());
        desk->list();
        desk->schedules.set(u"work"_s, Quarterly);
        desk->schedules.set(u"other"_s, Quarterly);
        if (!isOpen)
            desk.reset();
        m_workspace->remove(work, isPurged ? EventWriter::Purge::Yes : EventWriter::Purge::No);
        if (!isOpen)
            desk = std::make_unique<Desk>(m_workspace->folder(), settings());
        desk->list();
        QCOMPARE(desk->schedules.of(u"work"_s), SyncSchedule());
        QCOMPARE(desk->schedules.of(u"other"_s), Quarterly);

        m_workspace->addSource(u"work"_s); // again
        desk->list();
        QCOMPARE(desk->schedules.of(u"work"_s), SyncSchedule());
    }

    void aListingFromBeforeASourceForgetsNothing()
    {
        m_workspace->addSource(u"other"_s);
        Desk desk(m_workspace->folder(), settings());
        desk.list();
        desk.schedules.set(u"work"_s, Quarterly);
        desk.list();
        QCOMPARE(desk.schedules.of(u"work"_s), Quarterly);
    }

private:
    [[nodiscard]] QString settings() const { return m_home->filePath(u"trailglass.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Workspace> m_workspace;
};

TRAILGLASS_TEST(SourceSchedulesTest)
#include "tst_sourceschedules.moc"
