// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/placewatch.h"

#include "models/query/sortorder.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/remoteplace.h"
#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

#include <chrono>
#include <memory>
#include <string>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds AtOnce{1};
constexpr std::chrono::hours Never{1};
constexpr int SomeLooks = 5;

} // namespace

/// An archive is watched for what others push.
class PlaceWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void listsTheSourcesAtFirst();
    void everythingIsNewUntilSomethingIsShown();
    void saysThatOthersHavePushed_data();
    void saysThatOthersHavePushed();
    void saysNothingOfWhatIsShown();
    void saysOnceThatThePlaceCannotBeReached();
    void saysThatThePlaceCanBeReachedAgainThoughNoLookHasFailed();
    void aLookThatBeganBeforeTheFailureIsNoRecovery();
    void looksThatFailAreReportedWhileARecoveryIsExpected();

private:
    void add(qint64 number)
    {
        EventRecord record;
        record.row = RowId{number};
        record.source = "team";
        record.event = makeEvent("e" + std::to_string(number));
        m_archive->add(record);
    }
    /// Of the events that there are now.
    [[nodiscard]] StatePointer state() const
    {
        const auto open = remotePlace(m_archive).open();
        return (*(*open->engine())->select(filter(QString()), defaultSortOrder(), {}, {}))->state();
    }

    std::shared_ptr<RemoteArchive> m_archive;
};

void PlaceWatchTest::init()
{
    failOnWarnings();
    m_archive = std::make_shared<RemoteArchive>();
    for (qint64 number = 1; number <= 3; ++number)
        add(number);
}

void PlaceWatchTest::listsTheSourcesAtFirst()
{
    PlaceWatch watch(remotePlace(m_archive), Never);
    QSignalSpy listed(&watch, &PlaceWatch::sourcesListed);
    QVERIFY(listed.wait());
    QCOMPARE(listed.constFirst().constFirst().toStringList(), QStringList(u"team"_s));
}

void PlaceWatchTest::everythingIsNewUntilSomethingIsShown()
{
    PlaceWatch watch(remotePlace(m_archive), AtOnce);
    QSignalSpy changed(&watch, &PlaceWatch::eventsChanged);
    QTRY_VERIFY(changed.size() >= SomeLooks);
}

void PlaceWatchTest::saysThatOthersHavePushed_data()
{
    QTest::addColumn<bool>("isAdded");
    QTest::newRow("a new event") << true;
    QTest::newRow("an event that is taken back") << false;
}

void PlaceWatchTest::saysThatOthersHavePushed()
{
    QFETCH(const bool, isAdded);
    PlaceWatch watch(remotePlace(m_archive), AtOnce);
    watch.setShown(state());
    QSignalSpy listed(&watch, &PlaceWatch::sourcesListed);
    QVERIFY(listed.wait()); // of the first look
    QSignalSpy changed(&watch, &PlaceWatch::eventsChanged);

    if (isAdded)
        add(4);
    else
        m_archive->remove(RowId{2});

    QVERIFY(changed.wait());
    QVERIFY(listed.size() >= 2); // there may be a new one
}

void PlaceWatchTest::saysNothingOfWhatIsShown()
{
    PlaceWatch watch(remotePlace(m_archive), AtOnce);
    add(4);
    watch.setShown(state());
    QSignalSpy changed(&watch, &PlaceWatch::eventsChanged);
    QSignalSpy failed(&watch, &PlaceWatch::failed);
    QSignalSpy recovered(&watch, &PlaceWatch::recovered);

    m_archive->setUnreachable(true);
    QVERIFY(failed.wait());
    m_archive->setUnreachable(false);
    QVERIFY(recovered.wait()); // so it has looked meanwhile, with that state

    QCOMPARE(changed.size(), 0);
}

void PlaceWatchTest::saysOnceThatThePlaceCannotBeReached()
{
    PlaceWatch watch(remotePlace(m_archive), AtOnce);
    QSignalSpy failed(&watch, &PlaceWatch::failed);
    QSignalSpy recovered(&watch, &PlaceWatch::recovered);
    QSignalSpy listed(&watch, &PlaceWatch::sourcesListed);
    QVERIFY(listed.wait());

    m_archive->setUnreachable(true);
    QTRY_VERIFY(m_archive->refusals() >= SomeLooks);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::Network);
    QCOMPARE(recovered.size(), 0);

    m_archive->setUnreachable(false);
    QVERIFY(recovered.wait());
    listed.clear();
    QVERIFY(listed.wait()); // it goes on
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void PlaceWatchTest::saysThatThePlaceCanBeReachedAgainThoughNoLookHasFailed()
{
    PlaceWatch watch(remotePlace(m_archive), AtOnce);
    QSignalSpy failed(&watch, &PlaceWatch::failed);
    QSignalSpy recovered(&watch, &PlaceWatch::recovered);

    watch.expectRecovery();

    QVERIFY(recovered.wait());
    const int looks = m_archive->looks();
    QTRY_VERIFY(m_archive->looks() >= looks + SomeLooks);
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(failed.size(), 0);
}

void PlaceWatchTest::aLookThatBeganBeforeTheFailureIsNoRecovery()
{
    PlaceWatch watch(remotePlace(m_archive), Never); // has begun the only look
    QSignalSpy listed(&watch, &PlaceWatch::sourcesListed);
    QSignalSpy recovered(&watch, &PlaceWatch::recovered);

    watch.expectRecovery();

    QVERIFY(listed.wait());
    QCOMPARE(recovered.size(), 0);
}

void PlaceWatchTest::looksThatFailAreReportedWhileARecoveryIsExpected()
{
    PlaceWatch watch(remotePlace(m_archive), AtOnce);
    QSignalSpy failed(&watch, &PlaceWatch::failed);
    QSignalSpy recovered(&watch, &PlaceWatch::recovered);

    m_archive->setUnreachable(true);
    watch.expectRecovery();
    QVERIFY(failed.wait());
    QCOMPARE(recovered.size(), 0);

    m_archive->setUnreachable(false);
    QVERIFY(recovered.wait());
}

TRAILGLASS_TEST(PlaceWatchTest)
#include "tst_placewatch.moc"
