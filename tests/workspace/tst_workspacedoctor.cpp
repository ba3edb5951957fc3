// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/workspacedoctor.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/secretstores.h"
#include "tests/workspace/workspacetesting.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The check of a workspace and its keychain, and its repair.
class WorkspaceDoctorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_keychain = std::make_unique<FakeKeychain>();
        m_workspace = std::make_unique<Workspace>();
        m_workspace->fillRead(3);
        m_doctor = makeDoctor(m_workspace->folder());
    }
    void cleanup() { m_doctor.reset(); }

    void findsNothingWrong()
    {
        QSignalSpy progress(m_doctor.get(), &WorkspaceDoctor::progress);
        const auto diagnosis = run({});
        QCOMPARE(diagnosis->problems, QStringList());
        QVERIFY(!diagnosis->repaired && !diagnosis->keychainError && !diagnosis->report);
        QVERIFY(progress.size() >= 2);
    }

    void reportsWithoutNames()
    {
        const auto diagnosis = run({.reports = true});
        const QString report = diagnosis->report->text();
        QVERIFY2(report.contains(u"\nevents: 3\n"_s) && report.contains(u"[check]\nproblems: 0\n"_s)
                     && report.contains(u"\nkeychain: ok\n"_s),
                 qPrintable(report));
        QVERIFY(!report.contains(QRegularExpression(u"\\bwork\\b"_s)) && !report.contains(u"ann@"_s));
    }

    void countsOnlyOnRequest()
    {
        const auto counted = run({.counts = true});
        QCOMPARE(counted->figures.first().value, u"3"_s);
        QVERIFY(!counted->report);
        const auto reported = run({.reports = true});
        QVERIFY(reported->figures.isEmpty() && reported->report);
    }

    void findsAndRepairs()
    {
        m_workspace->fillSegment();
        QCOMPARE(saveIndexWarning(m_workspace->folder(), {}), QString());
        m_workspace->execute("UPDATE index_part SET data = x'00' WHERE key = 5");

        const auto found = run({.reports = true});
        QCOMPARE(found->problems.size(), 1);
        QVERIFY(found->report->text().contains(u"[check]\nproblems: 1\n"_s));
        const auto repaired = run({.repairs = true});
        QCOMPARE(repaired->problems, QStringList());
        QCOMPARE(repaired->repaired->indexSegments, 1);
    }

    void aWorkspaceThatCannotBeReadIsAProblem()
    {
        m_workspace->makeNewer();
        const auto diagnosis = run({.reports = true, .counts = true});
        QCOMPARE(diagnosis->problems.size(), 1);
        QVERIFY2(diagnosis->problems.first().contains(u"newer"_s), qPrintable(diagnosis->problems.first()));
        QVERIFY(diagnosis->figures.isEmpty());
        QVERIFY(diagnosis->report->text().contains(u"error: "_s));
    }

    void nothingIsThereYet()
    {
        m_doctor = makeDoctor(m_workspace->folder() + u"/none"_s);
        const auto diagnosis = run({.repairs = true, .reports = true, .counts = true});
        QCOMPARE(diagnosis->problems, QStringList());
        QVERIFY(diagnosis->figures.isEmpty());
        QVERIFY(!QFile::exists(m_workspace->folder() + u"/none"_s));
    }

    void tellsOfAKeychainThatRefuses()
    {
        m_keychain->refuses = Error{ErrorKind::SecretUnavailable, u"There is no keychain here."_s};
        const auto diagnosis = run({.reports = true});
        QCOMPARE(diagnosis->keychainError->message, u"There is no keychain here."_s);
        QVERIFY(!diagnosis->report->text().contains(u"keychain: ok"_s));
    }

    void waitsForAKeychainAndCanBeCancelled()
    {
        m_keychain->isSilent = true;
        QSignalSpy progress(m_doctor.get(), &WorkspaceDoctor::progress);
        QSignalSpy failed(m_doctor.get(), &WorkspaceDoctor::failed);
        QSignalSpy finished(m_doctor.get(), &WorkspaceDoctor::finished);
        m_doctor->start({});
        QTRY_VERIFY(!progress.isEmpty() && progress.last().first().toString().contains(u"keychain"_s));
        m_doctor->cancel();
        m_doctor->cancel();
        QVERIFY(failed.isEmpty());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Cancelled);
        QVERIFY(!m_doctor->isRunning());

        m_doctor->start({});
        m_keychain->speak(); // to both
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(failed.size(), 1);
    }

    void aRepairThatMayNotBeginIsAnError()
    {
        const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(m_workspace->folder()), u"sync"_s);
        VERIFY_RESULT(lock);
        QSignalSpy failed(m_doctor.get(), &WorkspaceDoctor::failed);
        m_keychain->isSilent = true;
        m_doctor->start({.repairs = true});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Locked);
        m_keychain->speak(); // too late
        QVERIFY(run({}));
    }

    void endsWithItsOwner()
    {
        m_keychain->isSilent = true;
        m_doctor->start({.repairs = true, .reports = true});
        m_doctor.reset();
        m_keychain->speak();
        VERIFY_RESULT(WorkspaceLock::acquire(WorkspacePaths::of(m_workspace->folder()), u"test"_s));
        QCoreApplication::sendPostedEvents();
    }

private:
    [[nodiscard]] std::unique_ptr<WorkspaceDoctor> makeDoctor(const QString &workspace)
    {
        return std::make_unique<WorkspaceDoctor>(workspace, *m_keychain, m_clock,
                                                 m_home.filePath(u"settings.ini"_s));
    }
    [[nodiscard]] std::optional<Diagnosis> run(const DoctorRequest &request)
    {
        QSignalSpy finished(m_doctor.get(), &WorkspaceDoctor::finished);
        m_doctor->start(request);
        const bool came = QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 60'000);
        return came ? std::optional(finished.first().first().value<Diagnosis>()) : std::nullopt;
    }

    QTemporaryDir m_home;
    NoonClock m_clock;
    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<WorkspaceDoctor> m_doctor;
};

TRAILGLASS_TEST(WorkspaceDoctorTest)
#include "tst_workspacedoctor.moc"
