// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/evidence/bundledialog.h"
#include "views/evidence/keyquestion.h"
#include "views/evidence/openbundledialog.h"
#include "views/exporting/exportdialog.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Evidence bundles as they are made, opened and explained.
class BundleDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        delete m_open;
        delete m_export;
    }

    void asksForABundleAndForAKey()
    {
        open();
        QSignalSpy requests(m_open.data(), &OpenBundleDialog::openRequested);
        QVERIFY(!button(u"openBundleButton"_s)->isEnabled());
        line(u"bundleFile"_s)->setText(u" case.zip "_s);
        line(u"bundleKey"_s)->setText(u"name+0123abcd+AAAA"_s);
        button(u"openBundleButton"_s)->click();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.constFirst().at(0).toString(), m_folder.filePath(u"case.zip"_s));
        QCOMPARE(requests.constFirst().at(1).toString(), u"name+0123abcd+AAAA"_s);
        QVERIFY(m_open->isBusy() && !line(u"bundleFile"_s)->isEnabled());
        m_open->showProgress(u"Verifying the events: 12"_s);
        QCOMPARE(m_open->findChild<QLabel *>(u"bundleActivity"_s)->text(), u"Verifying the events: 12"_s);
    }

    void looksForTheFile()
    {
        open();
        button(u"bundleBrowse"_s)->click();
        auto *file = m_open->findChild<QFileDialog *>(u"bundleFileDialog"_s);
        QVERIFY(file);
        Q_EMIT file->fileSelected(u"/media/case.zip"_s);
        file->close();
        QCOMPARE(line(u"bundleFile"_s)->text(), u"/media/case.zip"_s);
        QVERIFY(button(u"openBundleButton"_s)->isEnabled());
    }

    void saysWhatIsWrongAndOpensNothing()
    {
        open();
        line(u"bundleFile"_s)->setText(u"case.zip"_s);
        button(u"openBundleButton"_s)->click();
        m_open->showRefused({{VerdictLine::Meaning::Problem, u"Event 3 was <b>changed</b>."_s}});
        QVERIFY(!m_open->isBusy());
        QVERIFY(m_open->findChild<MessageStrip *>()->text().contains(u"does not verify"_s));
        auto *list = m_open->findChild<VerdictList *>(u"bundleProblems"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->item(0)->text(), u"Event 3 was <b>changed</b>."_s);
        button(u"openBundleButton"_s)->click(); // another try
        QVERIFY(!list->isVisible());
        m_open->showFailure(u"The file cannot be read."_s);
        QCOMPARE(m_open->findChild<MessageStrip *>()->text(), u"The file cannot be read."_s);
    }

    void closingStopsTheVerification()
    {
        open();
        line(u"bundleFile"_s)->setText(u"case.zip"_s);
        button(u"openBundleButton"_s)->click();
        QSignalSpy cancelled(m_open.data(), &OpenBundleDialog::cancelRequested);
        m_open->close();
        QCOMPARE(cancelled.size(), 1);
    }

    void explainsWhatWasChecked()
    {
        QPointer<BundleDialog> dialog =
            new BundleDialog({{{VerdictLine::Meaning::Good, u"Verified."_s},
                               {VerdictLine::Meaning::Notice, u"It proves nothing of before."_s}},
                              {u"Case: \u202E7"_s, u"Made by: ann\nbob"_s}},
                             nullptr);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QCOMPARE(dialog->findChild<VerdictList *>(u"bundleVerdict"_s)->count(), 2);
        QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"bundleFacts"_s)->toPlainText(),
                 u"Case: <U+202E>7\nMade by: ann<LF>bob"_s);
        dialog->findChild<QAbstractButton *>(u"bundleCopy"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"Verified: Verified.\n"_s) && copied.contains(u"Case: <U+202E>7"_s),
                 qPrintable(copied));
        delete dialog;
    }

    void theExportOffersABundleOnlyOfAWorkspace()
    {
        openExport({.resultRows = 3, .hasBundles = true, .caseLimit = 8, .noteLimit = 5});
        QVERIFY(bundleFormat().flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(bundleFormat().data(Qt::ToolTipRole).toString().isEmpty());
        delete m_export;
        openExport({.resultRows = 3});
        QVERIFY(!bundleFormat().flags().testFlag(Qt::ItemIsEnabled));
        const QString reason = bundleFormat().data(Qt::ToolTipRole).toString();
        QVERIFY2(reason.contains(u"workspace"_s) && reason.endsWith(u'.'), qPrintable(reason));
        QCOMPARE(bundleFormat().data(Qt::AccessibleDescriptionRole).toString(), reason);
        auto *formats = m_export->findChild<QComboBox *>(u"exportFormat"_s);
        formats->setFocus();
        QTest::keyClick(formats, Qt::Key_End);
        QCOMPARE(formats->currentIndex(), 1); // the last one that can be exported
    }

    void theExportTakesWhatABundleSays()
    {
        openExport({.resultRows = 3, .hasBundles = true, .caseLimit = 8, .noteLimit = 5});
        const auto *options = m_export->findChild<QLineEdit *>(u"bundleCase"_s);
        QVERIFY(!options->isVisible());
        m_export->findChild<QComboBox *>(u"exportFormat"_s)->setCurrentIndex(2);
        QVERIFY(options->isVisible());
        m_export->showSurvey({.rows = 3});
        auto *file = m_export->findChild<QLineEdit *>(u"exportFile"_s);
        QVERIFY(file->text().endsWith(u".zip"_s));
        file->setText(m_folder.filePath(u"case.zip"_s));
        auto *caseEdit = m_export->findChild<QLineEdit *>(u"bundleCase"_s);
        QTest::keyClicks(caseEdit, u"case-2026-11"_s);
        QCOMPARE(caseEdit->text(), u"case-202"_s);
        QVERIFY(!m_export->findChild<QAbstractButton *>(u"exportMark"_s)->isEnabled());
        QVERIFY(m_export->findChild<QAbstractButton *>(u"exportGuard"_s)->isEnabled());
        auto *note = m_export->findChild<QPlainTextEdit *>(u"bundleNoteText"_s);
        note->setPlainText(u"too long"_s);
        QSignalSpy requests(m_export.data(), &ExportDialog::exportRequested);
        auto *button = m_export->findChild<QAbstractButton *>(u"exportButton"_s);
        button->click();
        QCOMPARE(requests.size(), 0);
        QVERIFY(m_export->findChild<MessageStrip *>()->text().contains(u"too long"_s));
        note->setPlainText(u"short"_s);
        m_export->findChild<QAbstractButton *>(u"bundleReport"_s)->click();
        m_export->findChild<QAbstractButton *>(u"bundleVerify"_s)->click();
        button->click();
        QCOMPARE(requests.size(), 1);
        const auto choice = requests.constFirst().constFirst().value<ExportChoice>();
        QCOMPARE(choice.format, ExportChoice::Format::Bundle);
        QCOMPARE(choice.caseText, u"case-202"_s);
        QCOMPARE(choice.note, u"short"_s);
        QVERIFY(choice.hasReport && choice.verifiesWorkspace);

        const auto *summary = m_export->findChild<QLabel *>(u"exportSummary"_s);
        const QString counted = summary->text();
        m_export->showActivity(u"Hashing the events of the workspace: 12"_s);
        QCOMPARE(summary->text(), u"Hashing the events of the workspace: 12"_s);
        m_export->showProgress(1);
        QCOMPARE(summary->text(), counted);
        m_export->showActivity(u"Hashing the events of the workspace: 13"_s);
        m_export->showFailure({ErrorKind::Cancelled, u"Cancelled."_s});
        QCOMPARE(summary->text(), counted);
    }

    void theKeyIsReadOnlyWhereTheUserAllowsIt_data()
    {
        QTest::addColumn<bool>("allows");
        QTest::newRow("allowed") << true;
        QTest::newRow("refused") << false;
    }
    void theKeyIsReadOnlyWhereTheUserAllowsIt()
    {
        QFETCH(const bool, allows);
        std::optional<bool> decided;
        QPointer<QMessageBox> box =
            keyQuestion(nullptr, u"file:/<b>key</b>"_s, [&decided](bool isAllowed) { decided = isAllowed; });
        box->open();
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY(box->text().contains(u"file:/<b>key</b>"_s));
        if (allows)
            box->findChild<QAbstractButton *>(u"allowKey"_s)->click();
        else
            QTest::keyClick(box.data(), Qt::Key_Escape);
        QTRY_VERIFY(decided);
        QCOMPARE(*decided, allows);
        QTRY_VERIFY(!box);
    }

private:
    void open()
    {
        m_open = new OpenBundleDialog(m_folder.path(), nullptr);
        m_open->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_open));
    }
    void openExport(const ExportOffer &offer)
    {
        m_export = new ExportDialog(offer, m_folder.path());
        m_export->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_export));
    }
    /// The evidence bundle among the formats of the export.
    [[nodiscard]] QModelIndex bundleFormat() const
    {
        return m_export->findChild<QComboBox *>(u"exportFormat"_s)->model()->index(2, 0);
    }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return m_open->findChild<QAbstractButton *>(name);
    }
    [[nodiscard]] QLineEdit *line(const QString &name) const { return m_open->findChild<QLineEdit *>(name); }

    QTemporaryDir m_folder;
    QPointer<OpenBundleDialog> m_open;
    QPointer<ExportDialog> m_export;
};

TRAILGLASS_GUI_TEST(BundleDialogsTest)
#include "tst_bundledialogs.moc"
