// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/savedindex.h"
#include "models/store/eventwriter.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "models/workspace/fileimport.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/sources/importdialog.h"
#include "views/window/workspacecheckdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Import, export, sync and check of the workspace, from the File menu of the real window.
class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
    }
    void cleanup() { m_stage.reset(); }

    void importsFilesIntoTheSourceThatIsChosen()
    {
        QVERIFY(!action(u"importEvents"_s)->isEnabled()); // there is nothing to import into
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(action(u"importEvents"_s)->isEnabled());
        ImportDialog *dialog = openImport({write(u"a.ndjson"_s, 1, 3), write(u"b.ndjson"_s, 4, 2)});
        dialog->findChild<QAbstractButton *>(u"importButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->strip().text().isEmpty(), WindowStage::Patience);
        QCOMPARE(dialog->strip().text(), u"Imported into “work”. Events read: 5, new: 5."_s);
        QVERIFY(!dialog->isBusy());
        dialog->close();
        QVERIFY(m_stage->shows(u"5 of 5 event(s)"_s));
        QVERIFY(!hasMessageBox());
    }

    void tellsWhatCouldNotBeImported()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(action(u"importEvents"_s)->isEnabled());
        ImportDialog *dialog =
            openImport({write(u"a.ndjson"_s, 1, 2, "no JSON\n"), m_stage->path(u"none"_s)});
        dialog->findChild<QAbstractButton *>(u"importButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->strip().text().isEmpty(), WindowStage::Patience);
        const QString text = dialog->strip().text();
        QVERIFY2(text.contains(u"none"_s) && text.contains(u"new: 2"_s) && text.contains(u"line"_s),
                 qPrintable(text));
    }

    void tellsWhoHoldsTheWorkspace()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(action(u"importEvents"_s)->isEnabled());
        const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(m_stage->workspace()), u"sync"_s);
        QVERIFY(lock);
        ImportDialog *dialog = openImport({write(u"a.ndjson"_s, 1, 2)});
        dialog->findChild<QAbstractButton *>(u"importButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->strip().text().isEmpty(), WindowStage::Patience);
        QVERIFY2(dialog->strip().text().contains(u"sync"_s), qPrintable(dialog->strip().text()));
        QVERIFY(dialog->findChild<QAbstractButton *>(u"importButton"_s)->isEnabled());
    }

    void closingTheDialogStopsTheImport()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(action(u"importEvents"_s)->isEnabled());
        ImportDialog *dialog = openImport({write(u"a.ndjson"_s, 1, generatedCases(400'000, 80'000))});
        dialog->findChild<QAbstractButton *>(u"importButton"_s)->click();
        const auto *activity = dialog->findChild<QLabel *>(u"importActivity"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity->text().contains(u"a.ndjson"_s), WindowStage::Patience);
        dialog->close();
        const auto *status = m_stage->window().statusBar();
        QTRY_VERIFY_WITH_TIMEOUT(status->currentMessage().contains(u"was stopped"_s), WindowStage::Patience);
        QTRY_VERIFY(!m_stage->shownCount().startsWith(u"0 "_s)); // what was stored by then stays
    }

    void tellsInTheWindowHowAnImportEndedAfterItsDialogWasClosed()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(action(u"importEvents"_s)->isEnabled());
        const std::unique_ptr<ImportDialog> dialog = importAndClose();
        const auto *status = m_stage->window().statusBar();
        QTRY_VERIFY2_WITH_TIMEOUT(status->currentMessage().contains(u"Events read: "_s),
                                  qPrintable(status->currentMessage()), WindowStage::Patience);
    }

    void exportsTheRowsThatTheTableShows()
    {
        constexpr int Shown = 300;
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(store(u"a.ndjson"_s, 1, Shown));
        QVERIFY(m_stage->shows(u"300 of 300 event(s)"_s));
        auto *events = m_stage->find<EventsView>(u"eventsView"_s);
        auto *place = m_stage->find<QTableView>(u"eventTable"_s)->verticalScrollBar();
        QTRY_VERIFY(place->maximum() > 1);
        place->setValue(place->maximum() / 2); // new events are only offered there
        QVERIFY(store(u"b.ndjson"_s, Shown + 1, 1));
        QTRY_VERIFY_WITH_TIMEOUT(events->hasWaitingResult(), WindowStage::Patience);
        QCOMPARE(events->model().rowCount(), Shown);

        action(u"exportEvents"_s)->trigger();
        QFile file(m_stage->path(u"out.csv"_s));
        m_stage->find<QLineEdit>(u"exportFile"_s)->setText(file.fileName());
        auto *button = m_stage->find<QAbstractButton>(u"exportButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), WindowStage::Patience);
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(file.exists(), WindowStage::Patience);

        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), Shown + 1); // with the header
    }

    void saysThatTheIndexWasNotSavedAfterASync()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(store(u"a.ndjson"_s, 1, 3));
        QVERIFY(m_stage->shows(u"3 of 3 event(s)"_s));
        // A full segment that is not saved, and no source, which the window has yet to notice: all that the sync has to
        // write is the index.
        const auto other = database();
        QVERIFY(other->execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'"));
        QVERIFY(
            (*EventWriter::open(m_stage->workspace()))->removeSource(SourceId{1}, EventWriter::Purge::No));
        QVERIFY(other->execute("BEGIN IMMEDIATE")); // for longer than a write waits

        m_stage->window().actions().syncAll->trigger();

        const MessageStrip &strip = m_stage->window().strip();
        QTRY_VERIFY2_WITH_TIMEOUT(strip.text().contains(u"index was not saved"_s), qPrintable(strip.text()),
                                  WindowStage::Patience);
        QVERIFY(!hasMessageBox());
    }

    void readsAgainWhatARepairHasRestored()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(store(u"a.ndjson"_s, 1, 60));
        m_stage->close();
        QVERIFY(database()->execute("UPDATE dictionary SET text = 'y' WHERE text = 'x'"));
        m_stage->open();
        m_stage->filter(u"action:y"_s);
        QVERIFY(m_stage->shows(u"60 of 60 event(s)"_s)); // what is damaged is in memory now

        WorkspaceCheckDialog *dialog = openCheck();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), WindowStage::Patience);
        dialog->findChild<QAbstractButton *>(u"checkRepair"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), WindowStage::Patience);
        QVERIFY2(summary(dialog).startsWith(u"No problems were found."_s), qPrintable(summary(dialog)));
        dialog->close();

        QVERIFY2(m_stage->shows(u"0 of 60 event(s)"_s), qPrintable(m_stage->shownCount()));
        m_stage->filter(u"action:x"_s);
        QVERIFY2(m_stage->shows(u"60 of 60 event(s)"_s), qPrintable(m_stage->shownCount()));
    }

    void checksAndRepairsTheWorkspace()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        {
            const auto connection = database();
            QVERIFY(connection->execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'"));
            QCOMPARE(*saveIndex(m_stage->workspace(), {}), 1);
            QVERIFY(connection->execute("UPDATE index_part SET data = x'00' WHERE key = 5"));
        }
        WorkspaceCheckDialog *dialog = openCheck();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), WindowStage::Patience);
        QVERIFY2(summary(dialog).startsWith(u"1 problem"_s), qPrintable(summary(dialog)));
        const QString text = dialog->findChild<QPlainTextEdit *>(u"checkText"_s)->toPlainText();
        QVERIFY2(text.contains(u"0 to 65535"_s) && text.contains(m_stage->workspace()), qPrintable(text));

        dialog->findChild<QAbstractButton *>(u"checkRepair"_s)->click();
        QVERIFY(dialog->isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), WindowStage::Patience);
        QCOMPARE(summary(dialog), u"No problems were found. Index segments rebuilt: 1"_s);
        QVERIFY(!dialog->findChild<QAbstractButton *>(u"checkRepair"_s)->isEnabled());

        dialog->findChild<QAbstractButton *>(u"checkCopy"_s)->click();
        const QString report = QGuiApplication::clipboard()->text();
        QVERIFY2(report.contains(u"[check]\nproblems: 0\n"_s), qPrintable(report));
        QVERIFY(!report.contains(QRegularExpression(u"\\bwork\\b"_s))
                && !report.contains(m_stage->workspace()));
        QVERIFY(!hasMessageBox());
    }

    void aCheckCanBeStoppedAndBegunAgain()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        m_stage->keychain.isSilent = true;
        WorkspaceCheckDialog *dialog = openCheck();
        QTRY_VERIFY(summary(dialog).contains(u"keychain"_s));
        dialog->findChild<QAbstractButton *>(u"checkStop"_s)->click();
        QTRY_VERIFY(!dialog->isBusy());
        QVERIFY(!dialog->findChild<QAbstractButton *>(u"checkCopy"_s)->isEnabled());
        m_stage->keychain.isSilent = false;
        dialog->findChild<QAbstractButton *>(u"checkAgain"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), WindowStage::Patience);
        QCOMPARE(summary(dialog), u"No problems were found."_s);

        m_stage->keychain.isSilent = true;
        dialog->findChild<QAbstractButton *>(u"checkAgain"_s)->click();
        m_stage->close(); // with a check on
    }

    void showsWhatWasFetchedCompletely()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(action(u"sourceCoverage"_s)->isEnabled());
        action(u"sourceCoverage"_s)->trigger();
        const auto *before = m_stage->find<QTreeWidget>(u"coverageTree"_s);
        QTRY_COMPARE(before->topLevelItemCount(), 1);
        QCOMPARE(before->topLevelItem(0)->text(0), u"work"_s);
        QCOMPARE(before->topLevelItem(0)->text(1), u"Not synced yet"_s);
        delete m_stage->find<QDialog>(u"coverageDialog"_s);

        QVERIFY(m_stage->sync());
        action(u"sourceCoverage"_s)->trigger();
        const auto *after = m_stage->find<QTreeWidget>(u"coverageTree"_s);
        QTRY_COMPARE(after->topLevelItemCount(), 1);
        QCOMPARE(after->currentItem(), after->topLevelItem(0));
        QVERIFY(after->topLevelItem(0)->childCount() > 0);
        QVERIFY2(after->topLevelItem(0)->text(2).startsWith(u"20"_s),
                 qPrintable(after->topLevelItem(0)->text(2)));
    }

private:
    [[nodiscard]] QAction *action(const QString &name) { return m_stage->find<QAction>(name); }
    [[nodiscard]] ImportDialog *openImport(const QStringList &files)
    {
        action(u"importEvents"_s)->trigger();
        auto *dialog = m_stage->find<ImportDialog>(u"importDialog"_s);
        dialog->setFiles(files);
        return dialog;
    }
    /// Begins an import and closes its dialog, as a person who does not wait.
    /// \returns the dialog, which otherwise would be gone some time before or after the outcome
    [[nodiscard]] std::unique_ptr<ImportDialog> importAndClose()
    {
        std::unique_ptr<ImportDialog> dialog(openImport({write(u"a.ndjson"_s, 1, 2)}));
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->findChild<QAbstractButton *>(u"importButton"_s)->click();
        dialog->close();
        return dialog;
    }
    [[nodiscard]] WorkspaceCheckDialog *openCheck()
    {
        action(u"checkWorkspace"_s)->trigger();
        return m_stage->find<WorkspaceCheckDialog>(u"workspaceCheckDialog"_s);
    }
    [[nodiscard]] static QString summary(const WorkspaceCheckDialog *dialog)
    {
        return dialog->findChild<QLabel *>(u"checkSummary"_s)->text();
    }

    [[nodiscard]] std::unique_ptr<SqlConnection> database() const
    {
        return *SqlConnection::openForWriting(m_stage->workspace() + u"/trailglass.sqlite"_s);
    }

    /// Imports events of write() into “work” as another program would.
    [[nodiscard]] bool store(const QString &name, int first, int count)
    {
        const SystemClock clock;
        const auto imported = importFiles(m_stage->workspace(), u"work"_s, {write(name, first, count)}, clock,
                                          {}, [](const ImportProgress &) {});
        return imported && imported->report.counts.added == count;
    }

    /// Events of Asana, one a line.
    /// \param more  after them
    [[nodiscard]] QString write(const QString &name, int first, int count, const QByteArray &more = {})
    {
        QFile file(m_stage->path(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        for (int i = first; i < first + count; ++i) {
            file.write(R"({"gid":")" + QByteArray::number(i)
                       + R"(","created_at":"2026-11-20T10:00:00Z","event_type":"x"})" + '\n');
        }
        file.write(more);
        return file.fileName();
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(FilesTest)
#include "tst_files.moc"
