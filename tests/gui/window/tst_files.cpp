// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/savedindex.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/sources/importdialog.h"
#include "views/window/workspacecheckdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

/// Import of files and check of the workspace, from the File menu of the real window.
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
        QVERIFY(m_stage->shows(u"5 of 5 events"_s));
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
        ImportDialog *dialog = openImport({write(u"a.ndjson"_s, 1, 400'000)});
        dialog->findChild<QAbstractButton *>(u"importButton"_s)->click();
        const auto *activity = dialog->findChild<QLabel *>(u"importActivity"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity->text().contains(u"a.ndjson"_s), WindowStage::Patience);
        dialog->close();
        const auto *status = m_stage->window().statusBar();
        QTRY_VERIFY_WITH_TIMEOUT(status->currentMessage().contains(u"was stopped"_s), WindowStage::Patience);
        QTRY_VERIFY(!m_stage->shownCount().startsWith(u"0 "_s)); // what was stored by then stays
    }

    void checksAndRepairsTheWorkspace()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        {
            const auto connection =
                *SqlConnection::openForWriting(m_stage->workspace() + u"/trailglass.sqlite"_s);
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
        QTRY_VERIFY(action(u"showCoverage"_s)->isEnabled());
        showCoverage();
        QTRY_VERIFY(m_stage->window().findChild<QDialog *>(u"coverageDialog"_s));
        auto *dialog = m_stage->find<QDialog>(u"coverageDialog"_s);
        QVERIFY(
            dialog->findChild<QLabel *>(u"coverageTitle"_s)->text().startsWith(u"No interval of “work”"_s));
        delete dialog;

        QVERIFY(m_stage->sync());
        showCoverage();
        QTRY_VERIFY(m_stage->window().findChild<QDialog *>(u"coverageDialog"_s));
        const auto *text = m_stage->find<QPlainTextEdit>(u"coverageText"_s);
        QVERIFY2(text->toPlainText().contains(u" (fetched 20"_s), qPrintable(text->toPlainText()));
    }

private:
    void showCoverage() { action(u"showCoverage"_s)->trigger(); }
    [[nodiscard]] QAction *action(const QString &name) { return m_stage->find<QAction>(name); }
    [[nodiscard]] ImportDialog *openImport(const QStringList &files)
    {
        action(u"importEvents"_s)->trigger();
        auto *dialog = m_stage->find<ImportDialog>(u"importDialog"_s);
        dialog->setFiles(files);
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

} // namespace Trailglass::Testing

TRAILGLASS_GUI_TEST(Trailglass::Testing::FilesTest)
#include "tst_files.moc"
