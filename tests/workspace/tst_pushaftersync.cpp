// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pushaftersync.h"

#include "models/workspace/archivekeys.h"
#include "models/workspace/pushtargets.h"
#include "models/workspace/pushtargetservice.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/workspace/pushtargeting.h"
#include "tests/workspace/secretstores.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int Patience = 60'000; // ms
constexpr const char *KeyVariable = "TRAILGLASS_TEST_PUSH_KEY";

} // namespace

/// Pushes after syncs into a real server: where to, with which key, and for which workspace alone.
class PushAfterSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void pushesWhereTheUserWantsIt();
    void pushesNothingUnlessTheUserWantsIt();
    void aCopyIsNotPushed();
    void aWorkspaceThatWasMovedIsNotPushedAndSaysSo();
    void whatIsWrongWithOneArchiveIsAWarning_data();
    void whatIsWrongWithOneArchiveIsAWarning();
    void anArchiveThatSomebodyElsePushesIntoIsLeftOut();
    void aSecondStartPushesOnceMore();
    void aCancelEndsIt();
    void aCancelInASignalEndsItOnce();
    void anArchiveIsAddedByItsFirstPush_data();
    void anArchiveIsAddedByItsFirstPush();
    void whatCannotBePushedIsNotAdded_data();
    void whatCannotBePushedIsNotAdded();
    void tellsTheLastPushWhoeverRanIt();

private:
    [[nodiscard]] ArchivePlace place(const ArchiveStage &stage, const QString &user = u"push"_s) const
    {
        return m_server.place(stage.database(), user);
    }
    [[nodiscard]] std::unique_ptr<ArchiveStage> newArchive()
    {
        auto stage = std::make_unique<ArchiveStage>(m_server);
        const auto created = stage->create();
        return created ? std::move(stage) : nullptr;
    }
    /// \returns whether it came to its end
    [[nodiscard]] bool pushAll(PushAfterSync &pushes) const
    {
        QSignalSpy finished(&pushes, &PushAfterSync::finished);
        pushes.start();
        return finished.wait(Patience) && !pushes.isRunning();
    }
    [[nodiscard]] std::unique_ptr<PushAfterSync> pushesOf(const QString &folder)
    {
        return std::make_unique<PushAfterSync>(folder, m_keychain, m_clock, m_settings);
    }
    [[nodiscard]] std::unique_ptr<PushTargetService> targetsOf(const QString &folder)
    {
        return std::make_unique<PushTargetService>(folder, m_keychain, m_clock, m_settings);
    }
    [[nodiscard]] static Result<PushReport> added(PushTargetService &targets, const ArchivePlace &archive,
                                                  const ArchiveKeyInput &key)
    {
        return awaited<PushReport>(
            [&](const PushTargetService::Added &done) { targets.add(archive, key, done); });
    }
    [[nodiscard]] static qint64 eventsIn(const ArchiveStage &stage)
    {
        return stage.number("SELECT toInt64(count()) FROM event");
    }

    const QString m_key = u"env:"_s + QString::fromLatin1(KeyVariable);
    const ManualClock m_clock{"2026-11-30T12:00:00Z"};
    ClickHouseServer m_server;
    FakeKeychain m_keychain;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_settings;
    std::unique_ptr<PushWorkspace> m_workspace;
    SourceId m_source;
    std::unique_ptr<ArchiveStage> m_archive;
};

void PushAfterSyncTest::initTestCase()
{
    START_SERVER(m_server);
    qputenv(KeyVariable, ClickHouseServer::keyText().toUtf8());
}

void PushAfterSyncTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_settings = m_home->filePath(u"trailglass.ini"_s);
    m_workspace = std::make_unique<PushWorkspace>();
    m_source = m_workspace->addSource(u"work"_s);
    m_workspace->add(m_source, 30);
    m_archive = newArchive();
    QVERIFY(m_archive);
}

void PushAfterSyncTest::cleanup()
{
    m_keychain.isSilent = false;
    m_keychain.secrets.clear();
}

void PushAfterSyncTest::pushesWhereTheUserWantsIt()
{
    const auto second = newArchive();
    QVERIFY(second);
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*m_archive), m_key, m_settings));
    // Of the other one the key is in the keychain.
    std::optional<Result<void>> kept;
    ArchiveKeys(m_keychain).write(place(*second), ClickHouseServer::key(), [&kept](const Result<void> &done) {
        kept = done;
    });
    QTRY_VERIFY(kept);
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*second), {}, m_settings));
    QVERIFY(isPushedAfterSync(m_workspace->folder(), place(*second), m_settings));
    const auto pushes = pushesOf(m_workspace->folder());
    QSignalSpy pushed(pushes.get(), &PushAfterSync::pushed);
    QSignalSpy warned(pushes.get(), &PushAfterSync::warned);

    QVERIFY(pushAll(*pushes));

    QCOMPARE(warned.size(), 0);
    QCOMPARE(pushed.size(), 2);
    QCOMPARE(pushed.first().first().toString(), place(*m_archive).text());
    QCOMPARE(pushed.first().at(1).value<PushReport>().events, 30);
    QCOMPARE(m_archive->difference(*m_workspace), QString());
    QCOMPARE(second->difference(*m_workspace), QString());

    const auto stopped = stopPushingAfterSync(m_workspace->folder(), place(*second), m_settings);
    VERIFY_RESULT(stopped);
    QVERIFY(*stopped);
    m_workspace->change(m_source, 1, 5);
    QVERIFY(pushAll(*pushes));
    QCOMPARE(pushed.size(), 3);
    QCOMPARE(m_archive->difference(*m_workspace), QString());
    const auto again = stopPushingAfterSync(m_workspace->folder(), place(*second), m_settings);
    QVERIFY(again && !*again);
}

void PushAfterSyncTest::pushesNothingUnlessTheUserWantsIt()
{
    const auto pushes = pushesOf(m_workspace->folder());
    QSignalSpy warned(pushes.get(), &PushAfterSync::warned);
    QVERIFY(pushAll(*pushes)); // there are no settings
    QVERIFY(!QFileInfo::exists(m_settings));
    PushWorkspace other(u"other"_s);
    other.add(other.addSource(u"elsewhere"_s), 3);
    VERIFY_RESULT(pushAfterSync(other.folder(), place(*m_archive), m_key, m_settings));

    QVERIFY(pushAll(*pushes)); // of another workspace
    const auto nowhere = pushesOf(m_home->filePath(u"nowhere"_s));
    QVERIFY(pushAll(*nowhere));

    QCOMPARE(warned.size(), 0);
    QCOMPARE(eventsIn(*m_archive), 0);
    QVERIFY(!isPushedAfterSync(m_workspace->folder(), place(*m_archive), m_settings));
}

/// Whoever hands over a copy of a workspace makes nobody send it.
void PushAfterSyncTest::aCopyIsNotPushed()
{
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*m_archive), m_key, m_settings));
    PushWorkspace copy;
    copy.copyFrom(*m_workspace);
    const auto pushes = pushesOf(copy.folder());
    QSignalSpy warned(pushes.get(), &PushAfterSync::warned);

    QVERIFY(pushAll(*pushes));

    QCOMPARE(warned.size(), 0);
    QCOMPARE(eventsIn(*m_archive), 0);
    QVERIFY(!isPushedAfterSync(copy.folder(), place(*m_archive), m_settings));
    const auto stopped = stopPushingAfterSync(copy.folder(), place(*m_archive), m_settings);
    QVERIFY(stopped && !*stopped);
    QVERIFY(
        isPushedAfterSync(m_workspace->folder(), place(*m_archive), m_settings)); // not for the copy to say
}

void PushAfterSyncTest::aWorkspaceThatWasMovedIsNotPushedAndSaysSo()
{
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*m_archive), m_key, m_settings));
    PushWorkspace moved;
    moved.copyFrom(*m_workspace);
    QVERIFY(QDir(m_workspace->folder()).removeRecursively());
    const auto pushes = pushesOf(moved.folder());
    QSignalSpy warned(pushes.get(), &PushAfterSync::warned);

    QVERIFY(pushAll(*pushes));

    QCOMPARE(warned.size(), 1);
    QVERIFY(warned.first().first().toString().contains(place(*m_archive).text()));
    QCOMPARE(eventsIn(*m_archive), 0);
    VERIFY_RESULT(pushAfterSync(moved.folder(), place(*m_archive), m_key, m_settings)); // as it says
    QVERIFY(pushAll(*pushes));
    QCOMPARE(m_archive->difference(moved), QString());
}

void PushAfterSyncTest::whatIsWrongWithOneArchiveIsAWarning_data()
{
    QTest::addColumn<QString>("address"); // {database} stands for the good one's
    QTest::addColumn<QString>("key");
    QTest::newRow("a user who may only read") << u"http://reader@127.0.0.1:{port}/{database}"_s << m_key;
    QTest::newRow("no such archive") << u"http://push@127.0.0.1:{port}/nothing_there"_s << m_key;
    QTest::newRow("no server") << u"http://push@127.0.0.1:1/{database}"_s << m_key;
    QTest::newRow("no key") << u"http://push@127.0.0.1:{port}/{database}"_s
                            << u"env:TRAILGLASS_TEST_NOTHING"_s;
    QTest::newRow("no key in the keychain") << u"http://push@127.0.0.1:{port}/{database}"_s << QString();
    QTest::newRow("no place of a key") << u"http://push@127.0.0.1:{port}/{database}"_s << u"somewhere"_s;
    QTest::newRow("no address") << u"ftp://nowhere"_s << QString();
}

void PushAfterSyncTest::whatIsWrongWithOneArchiveIsAWarning()
{
    QFETCH(QString, address);
    QFETCH(const QString, key);
    address.replace(u"{port}"_s, QString::number(m_server.port()));
    address.replace(u"{database}"_s, m_archive->database());
    const auto second = newArchive();
    QVERIFY(second);
    const auto located = locateWorkspace(m_workspace->folder());
    VERIFY_RESULT(located);
    PushSettings(m_settings)
        .setTargets(located->identity, {located->folder, {{address, key}, {place(*second).text(), m_key}}});
    const auto pushes = pushesOf(m_workspace->folder());
    QSignalSpy warned(pushes.get(), &PushAfterSync::warned);
    const QSignalSpy failed(pushes.get(), &PushAfterSync::failed);

    QVERIFY(pushAll(*pushes));

    QCOMPARE(warned.size(), 1);
    QCOMPARE(failed.size(), ArchivePlace::parse(address) ? 1 : 0); // what is no address names no archive
    QVERIFY(!warned.first().first().toString().contains(ClickHouseServer::keyText()));
    QCOMPARE(eventsIn(*m_archive), 0);
    QCOMPARE(second->difference(*m_workspace), QString()); // the next one is not held up
}

void PushAfterSyncTest::anArchiveThatSomebodyElsePushesIntoIsLeftOut()
{
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*m_archive), m_key, m_settings));
    const auto pushes = pushesOf(m_workspace->folder());
    pushes->leaveOut(place(*m_archive));

    QVERIFY(pushAll(*pushes));

    QCOMPARE(eventsIn(*m_archive), 0);
}

void PushAfterSyncTest::aSecondStartPushesOnceMore()
{
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*m_archive), m_key, m_settings));
    const auto pushes = pushesOf(m_workspace->folder());
    QSignalSpy pushed(pushes.get(), &PushAfterSync::pushed);
    QSignalSpy finished(pushes.get(), &PushAfterSync::finished);

    pushes->start();
    pushes->start();
    pushes->start();

    QVERIFY(finished.wait(Patience));
    QCOMPARE(pushed.size(), 2);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_archive->difference(*m_workspace), QString());
}

/// Also while the keychain waits for a person.
void PushAfterSyncTest::aCancelEndsIt()
{
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*m_archive), {}, m_settings));
    m_keychain.isSilent = true;
    const int asked = m_keychain.asked;
    const auto pushes = pushesOf(m_workspace->folder());
    QSignalSpy finished(pushes.get(), &PushAfterSync::finished);
    QSignalSpy warned(pushes.get(), &PushAfterSync::warned);
    pushes->start(Attendance::Unattended);
    QTRY_COMPARE_WITH_TIMEOUT(m_keychain.asked, asked + 1, Patience);
    QCOMPARE(m_keychain.askedUnattended, 1);

    pushes->cancel();

    QVERIFY(pushes->isRunning());
    QVERIFY(finished.wait(Patience));
    QCOMPARE(warned.size(), 0);
    m_keychain.speak();
    QVERIFY(pushAll(*pushes)); // after the late response, which is dropped; without a key it is refused
    QCOMPARE(finished.size(), 2);
    QCOMPARE(warned.size(), 1);
    QCOMPARE(eventsIn(*m_archive), 0);
}

void PushAfterSyncTest::aCancelInASignalEndsItOnce()
{
    VERIFY_RESULT(pushAfterSync(m_workspace->folder(), place(*m_archive), m_key, m_settings));
    const auto pushes = pushesOf(m_workspace->folder());
    QSignalSpy finished(pushes.get(), &PushAfterSync::finished);
    connect(pushes.get(), &PushAfterSync::pushed, pushes.get(), &PushAfterSync::cancel);
    pushes->start();
    QVERIFY(finished.wait(Patience));
    QCoreApplication::sendPostedEvents(pushes.get());
    QCOMPARE(finished.size(), 1);
    QVERIFY(!pushes->isRunning());
}

void PushAfterSyncTest::anArchiveIsAddedByItsFirstPush_data()
{
    QTest::addColumn<bool>("isTyped");
    QTest::addColumn<QString>("kept"); // the place of the key
    QTest::newRow("the key is typed, for the keychain") << true << QString();
    QTest::newRow("the key is in a variable") << false << m_key;
}

void PushAfterSyncTest::anArchiveIsAddedByItsFirstPush()
{
    QFETCH(const bool, isTyped);
    QFETCH(const QString, kept);
    const auto targets = targetsOf(m_workspace->folder());
    ArchiveKeyInput key;
    if (isTyped)
        key.typed = ClickHouseServer::key();
    else
        key.reference = *parseSecretReference(m_key);

    const auto report = added(*targets, place(*m_archive), key);

    VERIFY_RESULT(report);
    QCOMPARE(report->events, 30);
    QCOMPARE(m_archive->difference(*m_workspace), QString());
    const auto list = listedBy(*targets);
    VERIFY_RESULT(list);
    QCOMPARE(list->targets, (QList<PushTarget>{{place(*m_archive).text(), kept}}));
    QCOMPARE(m_keychain.secrets.size(), isTyped ? 1 : 0);
    m_workspace->change(m_source, 1, 5); // the pushes after syncs find archive and key
    const auto pushes = pushesOf(m_workspace->folder());
    QVERIFY(pushAll(*pushes));
    QCOMPARE(m_archive->difference(*m_workspace), QString());
}

void PushAfterSyncTest::whatCannotBePushedIsNotAdded_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray key = ClickHouseServer::keyText().toUtf8();
    QTest::newRow("a wrong key") << u"push"_s << QByteArray("wr0ng-0815") << ErrorKind::Unauthorized;
    QTest::newRow("a user who may only read") << u"reader"_s << key << ErrorKind::Forbidden;
    QTest::newRow("a keychain that refuses it") << u"push"_s << key << ErrorKind::SecretDenied;
}

void PushAfterSyncTest::whatCannotBePushedIsNotAdded()
{
    QFETCH(const QString, user);
    QFETCH(const QByteArray, typed);
    QFETCH(const ErrorKind, kind);
    if (kind == ErrorKind::SecretDenied)
        m_keychain.refuses = Error{kind, u"It is locked."_s};
    const auto targets = targetsOf(m_workspace->folder());

    const auto report = added(*targets, place(*m_archive, user), {.typed = Secret::fromText(typed).value()});

    m_keychain.refuses.reset();
    QVERIFY(!report);
    QVERIFY2(report.error().kind == kind, qPrintable(report.error().message));
    QVERIFY(!report.error().message.contains(QString::fromUtf8(typed)));
    QVERIFY(m_keychain.secrets.isEmpty());
    const auto list = listedBy(*targets);
    VERIFY_RESULT(list);
    QVERIFY(list->targets.isEmpty());
}

void PushAfterSyncTest::tellsTheLastPushWhoeverRanIt()
{
    const auto targets = targetsOf(m_workspace->folder());
    const auto lastPush = [&](const QString &user, const QString &key) {
        return awaited<std::optional<UtcMicros>>([&](const PushTargetService::Told &done) {
            targets->lastPush({place(*m_archive, user).text(), key}, done);
        });
    };
    const auto before = lastPush(u"reader"_s, m_key);
    VERIFY_RESULT(before);
    QVERIFY(!*before);
    PushWorkspace other(u"other"_s);
    other.add(other.addSource(u"elsewhere"_s), 3);
    VERIFY_RESULT(m_archive->push(other)); // of another workspace
    QVERIFY(!lastPush(u"reader"_s, m_key).value());

    VERIFY_RESULT(m_archive->push(*m_workspace));

    const auto after = lastPush(u"reader"_s, m_key);
    VERIFY_RESULT(after);
    QCOMPARE(*after, std::optional(m_clock.now())); // that of the stage stands at the same time
    QCOMPARE(lastPush(u"reader"_s, u"somewhere"_s).error().kind, ErrorKind::Usage);
    QCOMPARE(lastPush(u"nobody"_s, m_key).error().kind, ErrorKind::Unauthorized);
}

TRAILGLASS_TEST(PushAfterSyncTest)
#include "tst_pushaftersync.moc"
