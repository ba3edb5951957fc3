// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivetasks.h"

#include "tests/archive/fakearchive.h"
#include "tests/network/manualclock.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/pushtargeting.h"
#include "tests/workspace/secretstores.h"
#include "tests/workspace/workspacetesting.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// How tasks on archives begin and end, as far as the server has nothing to do. What they do is shown by window.archivetasks,
/// with a real server.
class ArchiveTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_tasks.reset(); }

    void endsOnceTheKeychainHasDecided();
    void endsWhileTheServerIsSilent();
    void aKeyThatIsNotThereIsSaidAfterTheCall();
    void aKeyThatIsRefusedIsNotKept();
    void callsNobodyOnceItIsGone();
    void removesAKeyOfTheUserAtTheServerAlone();

private:
    [[nodiscard]] std::unique_ptr<ArchiveTasks> make()
    {
        return std::make_unique<ArchiveTasks>(std::nullopt, m_keychain, m_clock,
                                              m_home.filePath(u"trailglass.ini"_s));
    }
    [[nodiscard]] Result<ArchiveStatus> statusWith(const ArchiveKeyInput &key)
    {
        return awaited<ArchiveStatus>(
            [&](const ArchiveTasks::Looked &done) { m_tasks->look(m_archive->place(), key, done); });
    }

    const ManualClock m_clock{"2026-11-30T12:00:00Z"};
    QTemporaryDir m_home;
    FakeKeychain m_keychain;
    std::unique_ptr<FakeArchive> m_archive; ///< without tables
    std::unique_ptr<ArchiveTasks> m_tasks;
};

void ArchiveTasksTest::init()
{
    failOnWarnings();
    m_keychain.isSilent = false;
    m_keychain.secrets.clear();
    m_archive = std::make_unique<FakeArchive>();
    QVERIFY(m_archive->listen());
    m_tasks = make();
}

void ArchiveTasksTest::endsOnceTheKeychainHasDecided()
{
    m_keychain.isSilent = true;

    const auto status = awaited<ArchiveStatus>([this](const ArchiveTasks::Looked &done) {
        m_tasks->look(m_archive->place(), {}, done);
        m_tasks->cancel();
        m_keychain.speak();
    });

    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::Cancelled);
    QVERIFY(m_archive->server().requests().isEmpty());
    QCOMPARE(statusWith({}).error().kind, ErrorKind::NotFound); // the next one is another one
}

void ArchiveTasksTest::endsWhileTheServerIsSilent()
{
    Support::Response never = FakeArchive::result({});
    never.ending = Support::Ending::Hang;
    m_archive->setHandler([never](const Support::Request &) { return never; });
    std::optional<Result<ArchiveDiagnosis>> got;
    m_tasks->check(m_archive->place(), {},
                   [&got](const Result<ArchiveDiagnosis> &diagnosis) { got.emplace(diagnosis); });
    QTRY_COMPARE(m_archive->requests().size(), 1); // on its way

    m_tasks->cancel();

    QTRY_VERIFY(got);
    QCOMPARE(got->error().kind, ErrorKind::Cancelled);
}

void ArchiveTasksTest::aKeyThatIsNotThereIsSaidAfterTheCall()
{
    const SecretReference nowhere{SecretReference::Kind::File, m_home.filePath(u"nowhere"_s)};
    std::optional<Result<ArchiveStatus>> got;

    m_tasks->look(m_archive->place(), {.reference = nowhere},
                  [&got](const Result<ArchiveStatus> &status) { got.emplace(status); });

    QVERIFY(!got);
    QTRY_VERIFY(got);
    QCOMPARE(got->error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(m_archive->server().requests().isEmpty());
}

void ArchiveTasksTest::aKeyThatIsRefusedIsNotKept()
{
    m_archive->setHandler([](const Support::Request &) {
        return FakeArchive::refusal(403, "Code: 516. DB::Exception: wrong-4711 is not the password of ann");
    });

    const auto status =
        statusWith({.reference = SecretReference(), .typed = Secret::fromText("wrong-4711").value()});

    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::Unauthorized);
    QVERIFY(!status.error().message.contains(u"4711"_s));
    QVERIFY(m_keychain.secrets.isEmpty());
}

void ArchiveTasksTest::callsNobodyOnceItIsGone()
{
    bool isCalled = false;
    m_keychain.isSilent = true;
    m_tasks->look(m_archive->place(), {}, [&isCalled](const Result<ArchiveStatus> &) { isCalled = true; });
    m_tasks->removeKey(m_archive->place(), [&isCalled](const Result<void> &) { isCalled = true; });
    m_tasks = make();
    m_keychain.speak();

    QCOMPARE(statusWith({}).error().kind, ErrorKind::NotFound); // after all that the keychain was asked

    QVERIFY(!isCalled);
}

void ArchiveTasksTest::removesAKeyOfTheUserAtTheServerAlone()
{
    FakeArchive other;
    QVERIFY(other.listen());
    for (const ArchivePlace &place : {m_archive->place(), other.place()}) {
        ArchiveKeys(m_keychain).write(place, FakeArchive::key(), [](const Result<void> &) {});
    }
    QTRY_COMPARE(m_keychain.secrets.size(), 2);
    bool isRemoved = false;

    m_tasks->removeKey(m_archive->place(),
                       [&isRemoved](const Result<void> &removed) { isRemoved = removed.hasValue(); });

    QTRY_VERIFY(isRemoved);
    QCOMPARE(m_keychain.secrets.size(), 1);
    QCOMPARE(m_keychain.secrets.first().origin, other.place().origin());
}

TRAILGLASS_TEST(ArchiveTasksTest)
#include "tst_archivetasks.moc"
