// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pushtargets.h"

#include "models/workspace/pushtargetservice.h"
#include "tests/archive/pushworkspace.h"
#include "tests/network/manualclock.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/workspace/pushtargeting.h"
#include "tests/workspace/secretstores.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

const QString Variable = u"env:ARCHIVE_KEY"_s; // the place of a key

ArchivePlace archiveNamed(const QString &name)
{
    return ArchivePlace::parse(u"https://push@%1.example/audit"_s.arg(name)).value();
}

} // namespace

/// Which archives a workspace is pushed into, as far as no server is asked.
class PushTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void thereIsALimit();
    void listsAndTakesOffWhatIsOfThisWorkspace();
    void listsNothingWhereThereIsNoWorkspace();
    void saysThatTheWorkspaceWasMoved();
    void aKeyThatEndsWithTheProgramIsRefused();
    void anAdditionCanBeCancelled();

private:
    [[nodiscard]] std::unique_ptr<PushTargetService> targetsOf(const QString &folder)
    {
        return std::make_unique<PushTargetService>(folder, m_keychain, m_clock, m_settings);
    }
    [[nodiscard]] Result<void> keep(const ArchivePlace &archive, const QString &key = Variable) const
    {
        return pushAfterSync(m_workspace->folder(), archive, key, m_settings);
    }
    [[nodiscard]] static bool takesOff(PushTargetService &targets, const ArchivePlace &archive)
    {
        const auto wasThere = awaited<bool>(
            [&](const PushTargetService::Removed &done) { targets.remove(archive.text(), done); });
        return wasThere && *wasThere;
    }

    const ManualClock m_clock{"2026-11-30T12:00:00Z"};
    FakeKeychain m_keychain;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_settings;
    std::unique_ptr<PushWorkspace> m_workspace;
};

void PushTargetsTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_settings = m_home->filePath(u"trailglass.ini"_s);
    m_workspace = std::make_unique<PushWorkspace>();
    m_workspace->addSource(u"work"_s);
}

void PushTargetsTest::thereIsALimit()
{
    for (int number = 0; number < PushTargets::MaxArchives; ++number)
        VERIFY_RESULT(keep(archiveNamed(u"archive%1"_s.arg(number)), {}));
    VERIFY_RESULT(keep(archiveNamed(u"archive0"_s))); // one that is there

    const ArchivePlace more = archiveNamed(u"more"_s);
    QCOMPARE(keep(more).error().kind, ErrorKind::TooLarge);
    QCOMPARE(pushAfterSync(m_home->filePath(u"nowhere"_s), more, {}, m_settings).error().kind,
             ErrorKind::NotFound);
}

void PushTargetsTest::listsAndTakesOffWhatIsOfThisWorkspace()
{
    const ArchivePlace archive = archiveNamed(u"archive"_s);
    const auto targets = targetsOf(m_workspace->folder());
    VERIFY_RESULT(keep(archive));
    PushWorkspace copy;
    copy.copyFrom(*m_workspace);
    const auto ofCopy = targetsOf(copy.folder());

    QVERIFY(listedBy(*ofCopy).value().targets.isEmpty());
    QVERIFY(!takesOff(*ofCopy, archive));
    QCOMPARE(listedBy(*targets).value().targets, (QList<PushTarget>{{archive.text(), Variable}}));
    QVERIFY(takesOff(*targets, archive));
    QVERIFY(listedBy(*targets).value().targets.isEmpty());
    QVERIFY(!takesOff(*targets, archive));
}

void PushTargetsTest::listsNothingWhereThereIsNoWorkspace()
{
    const auto targets = targetsOf(m_home->filePath(u"nowhere"_s));

    const auto list = listedBy(*targets);

    VERIFY_RESULT(list);
    QVERIFY(list->targets.isEmpty() && list->notice.isEmpty());
}

void PushTargetsTest::saysThatTheWorkspaceWasMoved()
{
    VERIFY_RESULT(keep(archiveNamed(u"archive"_s)));
    PushWorkspace moved;
    moved.copyFrom(*m_workspace);
    QVERIFY(QDir(m_workspace->folder()).removeRecursively());

    const auto list = listedBy(*targetsOf(moved.folder()));

    VERIFY_RESULT(list);
    QVERIFY(list->targets.isEmpty());
    const QString ways =
        u"“Push after syncs…” in the window, or “trailglass-cli archive push %1 --after-sync on”"_s;
    QVERIFY2(list->notice.contains(ways.arg(archiveNamed(u"archive"_s).text())), qPrintable(list->notice));
}

void PushTargetsTest::aKeyThatEndsWithTheProgramIsRefused()
{
    const auto targets = targetsOf(m_workspace->folder());
    const ArchiveKeyInput key{.reference = SecretReference{SecretReference::Kind::Session, {}},
                              .typed = Secret::fromText("a key").value()};

    const auto report = awaited<PushReport>(
        [&](const PushTargetService::Added &done) { targets->add(archiveNamed(u"archive"_s), key, done); });

    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Usage);
    QVERIFY(listedBy(*targets).value().targets.isEmpty());
}

/// Also while the keychain waits for a person.
void PushTargetsTest::anAdditionCanBeCancelled()
{
    const auto targets = targetsOf(m_workspace->folder());
    m_keychain.isSilent = true;

    const auto report = awaited<PushReport>([&](const PushTargetService::Added &done) {
        targets->add(archiveNamed(u"archive"_s), {}, done);
        targets->cancelAdd();
        m_keychain.speak();
    });

    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QVERIFY(listedBy(*targets).value().targets.isEmpty());
}

TRAILGLASS_TEST(PushTargetsTest)
#include "tst_pushtargets.moc"
