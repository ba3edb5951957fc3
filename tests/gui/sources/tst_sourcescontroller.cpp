// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcescontroller.h"
#include "models/credentials/sessionsecretstore.h"
#include "models/network/timerscheduler.h"
#include "models/store/eventwriter.h"
#include "models/workspace/pushaftersync.h"
#include "models/workspace/scheduledsync.h"
#include "models/workspace/sourceschedules.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "views/common/messagestrip.h"
#include "views/sources/approvalquestion.h"
#include "views/sources/sourcedialog.h"
#include "views/sources/sourcepopover.h"
#include "views/sources/sourcespane.h"
#include "views/sources/sourcestrip.h"
#include "views/sources/syncfromdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr int Patience = 30'000;

/// The pane over a workspace of its own and the stand-in servers.
struct Stage
{
    explicit Stage(int events = 200)
        : servers({.seed = 1, .now = clock.now(), .events = events})
    {
        pane.setParent(&window);
        strip.setParent(&window);
        pane.resize(1000, 400);
        window.show();
    }

    void addDatafold(const QString &key)
    {
        controller.addSource();
        auto *dialog = pane.window()->findChild<SourceDialog *>();
        dialog->findChild<QAbstractButton *>(u"sourceType_datafold"_s)->click();
        dialog->findChild<QWidget *>(u"setting_base_url"_s)
            ->findChild<QLineEdit *>(u"input"_s)
            ->setText(servers.datafold().settings().value(u"base_url"_s));
        dialog->findChild<QLineEdit *>(u"secret"_s)->setText(key);
        dialog->findChild<QPushButton *>(u"save"_s)->click();
    }

    /// As somebody else's program left it.
    void addStrangersSource()
    {
        SourceRecord record;
        record.name = u"work"_s;
        record.type = u"datafold"_s;
        record.settings = servers.datafold().settings();
        record.secrets = {{u"api_key"_s, {SecretReference::Kind::Environment, u"TRAILGLASS_TEST_KEY"_s}}};
        QVERIFY((*EventWriter::open(folder.filePath(u"workspace"_s)))->addSource(record));
        service.reload();
    }
    [[nodiscard]] const QList<Support::Request> &requests() { return servers.datafold().http().requests(); }

    [[nodiscard]] QString key() { return servers.datafold().secrets().value(u"api_key"_s); }
    [[nodiscard]] SourceRow row() { return pane.model().rows().value(0); }
    [[nodiscard]] QString said() { return pane.strip().text(); }

    QTemporaryDir folder;
    SystemClock clock;
    Support::FakeVendors servers;
    SessionSecretStore keychain;
    SessionSecretStore session;
    ReferenceApprovals approvals{folder.filePath(u"approvals.json"_s)};
    SourceService service{folder.filePath(u"workspace"_s), {keychain, session, approvals}, clock};
    SyncRunner runner{folder.filePath(u"workspace"_s), {keychain, session, approvals}, clock};
    TimerScheduler scheduler;
    SourceSchedules schedules{service, folder.filePath(u"settings.ini"_s)};
    ScheduledSync scheduled{{service, runner, scheduler, clock, systemRandom()},
                            [this](const QString &source) { return schedules.of(source); },
                            std::chrono::minutes(1)};
    PushAfterSync pushes{folder.filePath(u"workspace"_s), keychain, clock,
                         folder.filePath(u"settings.ini"_s)};
    QWidget window;
    SourcesPane pane;
    SourceStrip strip{pane.model()};
    MessageStrip message;
    SourcesController controller{
        {service, runner, pane, strip, message, schedules, scheduled, pushes, clock}};
};

} // namespace

class SourcesControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsTestsSyncsAndRemovesASource()
    {
        Stage stage;
        QVERIFY(stage.servers.listen());
        stage.addDatafold(stage.key());
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        QCOMPARE(stage.row().state, SourceRow::State::NeverSynced);

        stage.controller.testSource(u"datafold"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage.said().contains(u"Connection works"), Patience);

        stage.controller.syncs().syncAll();
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::UpToDate, Patience);
        QVERIFY(stage.row().events > 0);

        answerRemoval(stage, false);
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::Removed, Patience);
        QVERIFY(stage.row().events > 0);
        answerRemoval(stage, true);
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 0, Patience);
    }

    void fetchesEverythingOfASourceAgain()
    {
        Stage stage;
        QVERIFY(stage.servers.listen());
        stage.addDatafold(stage.key());
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        stage.controller.syncs().syncAll();
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::UpToDate, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.runner.isRunning(), Patience); // the index is saved last
        const qint64 events = stage.row().events;
        QList<SyncReport> reports;
        connect(&stage.runner, &SyncRunner::sourceFinished, this,
                [&reports](const SyncReport &report) { reports.append(report); });

        stage.pane.findChild<QAction *>(u"syncSource"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(reports.size(), 1, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.runner.isRunning(), Patience);
        stage.pane.findChild<QAction *>(u"fullSyncSource"_s)->trigger();
        QVERIFY(!stage.pane.findChild<QAction *>(u"fullSyncSource"_s)->isEnabled()); // while a sync is on
        QTRY_COMPARE_WITH_TIMEOUT(reports.size(), 2, Patience);

        QVERIFY(reports[0].counts.received < events);
        QCOMPARE(reports[1].counts.duplicate, events);
        QCOMPARE(reports[1].counts.added, 0);
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().events, events, Patience);
    }

    void fetchesASourceAgainFromATimeOn()
    {
        Stage stage;
        QVERIFY(stage.servers.listen());
        stage.addDatafold(stage.key());
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        stage.controller.syncs().syncAll();
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::UpToDate, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.runner.isRunning(), Patience); // the index is saved last
        const qint64 events = stage.row().events;
        std::optional<SyncReport> report;
        connect(&stage.runner, &SyncRunner::sourceFinished, this,
                [&report](const SyncReport &finished) { report = finished; });

        stage.pane.findChild<QAction *>(u"syncFromSource"_s)->trigger();
        auto *dialog = stage.pane.window()->findChild<SyncFromDialog *>();
        QVERIFY(dialog);
        auto *text = dialog->findChild<QLineEdit *>(u"syncFrom"_s);
        auto *sync = dialog->findChild<QPushButton *>(u"syncFromButton"_s);
        const auto *note = dialog->findChild<QLabel *>(u"syncFromNote"_s);
        QVERIFY(!sync->isEnabled() && note->text().isEmpty());
        text->setText(u"soon"_s);
        QVERIFY(!sync->isEnabled());
        QVERIFY2(note->text().contains(u"“soon” is not a time"_s), qPrintable(note->text()));
        text->setText(u"-30d"_s);
        QVERIFY(sync->isEnabled());
        QVERIFY2(note->text().startsWith(u"20"_s), qPrintable(note->text()));
        sync->click();

        QTRY_VERIFY_WITH_TIMEOUT(report, Patience);
        QVERIFY(report->counts.duplicate > 0 && report->counts.duplicate < events);
        QCOMPARE(report->counts.added, 0);
    }

    void tellsTheVendorsErrorInPlace()
    {
        Stage stage;
        QVERIFY(stage.servers.listen());
        stage.addDatafold(u"wrong-key"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        stage.controller.syncs().syncSource(u"datafold"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::Failed, Patience);
        QVERIFY(!stage.row().lastError.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(stage.said().startsWith(u"datafold: "), Patience);
        const auto *details = stage.pane.findChild<QPlainTextEdit *>(u"sourceDetails"_s);
        QVERIFY(details->toPlainText().contains(stage.row().lastError));
        QVERIFY(stage.window.findChildren<QMessageBox *>().isEmpty());
    }

    void asksBeforeItSendsWhatAWorkspaceNames_data()
    {
        QTest::addColumn<bool>("isTest");
        QTest::newRow("sync") << false;
        QTest::newRow("test") << true;
    }
    void asksBeforeItSendsWhatAWorkspaceNames()
    {
        QFETCH(bool, isTest);
        Stage stage;
        QVERIFY(stage.servers.listen());
        qputenv("TRAILGLASS_TEST_KEY", stage.key().toUtf8());
        stage.addStrangersSource();
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        const auto ask = [&stage, isTest] {
            if (isTest)
                stage.controller.testSource(u"work"_s);
            else
                stage.controller.syncs().syncAll();
        };

        ask();
        QTRY_VERIFY_WITH_TIMEOUT(question(stage), Patience);
        QPointer<QMessageBox> box = question(stage);
        const QString host = stage.servers.datafold().settings().value(u"base_url"_s);
        for (const QString &part : {u"work"_s, u"TRAILGLASS_TEST_KEY"_s, host})
            QVERIFY2(box->text().contains(part), qPrintable(box->text()));
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!box);
        QVERIFY(!stage.runner.isRunning());
        QVERIFY(stage.requests().isEmpty());

        ask();
        QTRY_VERIFY_WITH_TIMEOUT(question(stage), Patience);
        question(stage)->findChild<QPushButton *>(u"allow"_s)->click();
        if (isTest)
            QTRY_VERIFY_WITH_TIMEOUT(stage.said().contains(u"Connection works"), Patience);
        else
            QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::UpToDate, Patience);
        QVERIFY(!question(stage));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.runner.isRunning(), Patience); // the index is saved last
        ask(); // asked once
        const auto answered = stage.requests().size();
        QTRY_VERIFY_WITH_TIMEOUT(stage.requests().size() > answered, Patience);
        QVERIFY(!question(stage));
    }

    void theAllowedSyncBeginsWhileAScheduledOneIsOn()
    {
        Stage stage;
        QVERIFY(stage.servers.listen());
        qputenv("TRAILGLASS_TEST_KEY", stage.key().toUtf8());
        stage.addDatafold(stage.key());
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        stage.addStrangersSource();
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 2, Patience);
        const auto stateOf = [&stage](const QString &source) {
            return stage.pane.model().rows().value(*stage.pane.model().rowOf(source)).state;
        };
        stage.controller.syncs().syncSource(u"work"_s);
        QTRY_VERIFY_WITH_TIMEOUT(question(stage), Patience);

        // The other source is due while the question is open, and its server takes its time.
        stage.servers.datafold().faults().every(1, {.kind = Support::Fault::Kind::Hang});
        const auto before = stage.requests().size();
        stage.schedules.set(u"datafold"_s, {.everyMinutes = 15});
        stage.scheduled.planAgain();
        stage.scheduled.start();
        QTRY_VERIFY_WITH_TIMEOUT(stage.requests().size() > before, Patience);
        stage.servers.datafold().faults().clear();
        question(stage)->findChild<QPushButton *>(u"allow"_s)->click();

        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"work"_s), SourceRow::State::UpToDate, Patience);
        QVERIFY(stage.runner.isSyncing(u"datafold"_s));
    }

    void asksOnlyAboutWhatItShows()
    {
        Stage stage;
        QStringList sentences;
        for (int i = 0; i < 30; ++i) {
            const ReferenceUse use{.workspace = u"w"_s,
                                   .source = u"s%1"_s.arg(i),
                                   .type = u"asana"_s,
                                   .origin = Origin::of(QUrl(u"https://a.example"_s)),
                                   .key = u"access_token"_s,
                                   .reference = {SecretReference::Kind::File, u"/<b>\u202e%1"_s.arg(i)}};
            sentences.append(use.sentence());
        }
        qsizetype allowed = 0;
        QMessageBox *box =
            approvalQuestion(&stage.pane, sentences, [&allowed](qsizetype shown) { allowed = shown; });
        QVERIFY(box->text().contains(u"/<b><U+202E>0"_s));
        QVERIFY(!box->text().contains(u'\u202e'));
        box->open();
        const qsizetype lines = box->text().count(u'\n') + 1;
        box->findChild<QPushButton *>(u"allow"_s)->click();
        QCOMPARE(allowed, lines);
        QVERIFY(lines < 30);
    }

private:
    static QMessageBox *question(Stage &stage)
    {
        return stage.window.findChild<QMessageBox *>(u"approvalQuestion"_s);
    }

    static void answerRemoval(Stage &stage, bool removed)
    {
        stage.controller.removeSource(u"datafold"_s);
        auto *box = stage.window.findChild<QMessageBox *>(u"removeQuestion"_s);
        QVERIFY(box);
        const auto *withEvents = box->findChild<QCheckBox *>(u"deleteEvents"_s);
        QCOMPARE(withEvents == nullptr, removed);
        QVERIFY(!withEvents || !withEvents->isChecked());
        box->findChild<QPushButton *>(u"confirm"_s)->click();
    }
};

TRAILGLASS_GUI_TEST(SourcesControllerTest)
#include "tst_sourcescontroller.moc"
