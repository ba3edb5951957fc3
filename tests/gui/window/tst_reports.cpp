// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/exporting/reportdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Reports from the File menu of the real window.
class ReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->openFilled();
    }
    void cleanup() { m_stage.reset(); }

    void writesTheEventsOfTheFilter_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("PDF") << u"reportPdf"_s << u"pdf"_s << QByteArray("%PDF-1.");
        QTest::newRow("HTML") << u"reportHtml"_s << u"html"_s << QByteArray("<!DOCTYPE html>");
    }
    void writesTheEventsOfTheFilter()
    {
        QFETCH(QString, button);
        QFETCH(QString, ending);
        QFETCH(QByteArray, beginning);
        const QString shown = m_stage->filter(u"outcome:failure"_s);
        ReportDialog *dialog = openDialog();
        m_stage->find<QAbstractButton>(button)->click();
        m_stage->find<QLineEdit>(u"reportTitle"_s)->setText(u"Failures <i>"_s);
        m_stage->find<QPlainTextEdit>(u"reportNote"_s)->setPlainText(u"first\nsecond"_s);
        auto *file = m_stage->find<QLineEdit>(u"exportFile"_s);
        QVERIFY2(file->text().endsWith(u"/trailglass-report."_s + ending), qPrintable(file->text()));
        file->setText(m_stage->path(u"report."_s + ending));
        write(*dialog);
        QVERIFY2(dialog->findChild<MessageStrip *>()->text().startsWith(u"Written: report."_s + ending),
                 qPrintable(dialog->findChild<MessageStrip *>()->text()));
        const QByteArray content = contentOf(u"report."_s + ending);
        QVERIFY(content.startsWith(beginning));
        if (ending == u"html"_s) {
            QVERIFY(content.contains("Failures &lt;i&gt;") && content.contains("outcome:failure"));
            QVERIFY(content.contains("<p>first</p>") && content.contains("<p>second</p>"));
        }
        QVERIFY(!shown.isEmpty());
        QVERIFY(m_stage->window().statusBar()->currentMessage().contains(u"report."_s + ending));
    }

    void statesTheHashOfTheBundleThatItIsFor()
    {
        const QByteArray content = "as good as any bundle";
        QFile bundle(m_stage->path(u"case.zip"_s));
        QVERIFY(bundle.open(QIODevice::WriteOnly) && bundle.write(content) == content.size());
        bundle.close();
        ReportDialog *dialog = openDialog();
        m_stage->find<QAbstractButton>(u"reportBundleBrowse"_s)->click();
        auto *chosen = m_stage->find<QFileDialog>(u"reportBundleDialog"_s);
        Q_EMIT chosen->fileSelected(bundle.fileName());
        chosen->close();
        QCOMPARE(m_stage->find<QLineEdit>(u"reportBundle"_s)->text(), bundle.fileName());
        m_stage->find<QAbstractButton>(u"reportHtml"_s)->click();
        m_stage->find<QLineEdit>(u"exportFile"_s)->setText(m_stage->path(u"report.html"_s));
        write(*dialog);
        const QByteArray report = contentOf(u"report.html"_s);
        QVERIFY(report.contains("case.zip"));
        QVERIFY(report.contains(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));

        QVERIFY(bundle.remove());
        QVERIFY(QFile::remove(m_stage->path(u"report.html"_s)));
        write(*dialog);
        const QString said = dialog->findChild<MessageStrip *>()->text();
        QVERIFY2(said.contains(u"case.zip cannot be read"_s), qPrintable(said));
        QVERIFY(!QFile::exists(m_stage->path(u"report.html"_s)));
    }

    void asksBeforeItReplaces()
    {
        QFile file(m_stage->path(u"kept.html"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        ReportDialog *dialog = openDialog();
        m_stage->find<QLineEdit>(u"exportFile"_s)->setText(file.fileName());
        m_stage->find<QAbstractButton>(u"reportButton"_s)->click();
        QVERIFY(!dialog->isBusy());
        auto *confirm = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        QVERIFY(confirm);
        QCOMPARE(contentOf(u"kept.html"_s), QByteArray("old"));
        confirm->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isBusy(), WindowStage::Patience);
        QVERIFY(contentOf(u"kept.html"_s) != QByteArray("old"));
    }

    void saysInPlaceWhatIsWrong()
    {
        ReportDialog *dialog = openDialog();
        m_stage->find<QLineEdit>(u"exportFile"_s)->setText(m_stage->path(u"no/such/folder.pdf"_s));
        write(*dialog);
        const QString text = dialog->findChild<MessageStrip *>()->text();
        QVERIFY2(text.contains(u"no/such/folder.pdf"_s), qPrintable(text));
        QVERIFY(m_stage->find<QAbstractButton>(u"reportButton"_s)->isEnabled());

        m_stage->find<QLineEdit>(u"exportFile"_s)->setText(u"/"_s);
        m_stage->find<QAbstractButton>(u"reportButton"_s)->click();
        const QString refused = dialog->findChild<MessageStrip *>()->text();
        QVERIFY2(refused.contains(u"is a folder"_s), qPrintable(refused));
        QVERIFY(!dialog->isBusy());
    }

    void closingTheDialogLeavesNoFileOrAWholeOne()
    {
        ReportDialog *dialog = openDialog();
        m_stage->find<QLineEdit>(u"exportFile"_s)->setText(m_stage->path(u"closed.pdf"_s));
        m_stage->find<QAbstractButton>(u"reportButton"_s)->click();
        QVERIFY(dialog->isBusy());
        dialog->close();
        m_stage->close(); // waits for the thread
        const QByteArray content = contentOf(u"closed.pdf"_s);
        QVERIFY(content.isEmpty() || content.trimmed().endsWith("%%EOF"));
    }

private:
    ReportDialog *openDialog()
    {
        m_stage->window().actions().writeReport->trigger();
        return m_stage->find<ReportDialog>(u"reportDialog"_s);
    }

    /// Presses the button and waits for the end.
    void write(ReportDialog &dialog)
    {
        m_stage->find<QAbstractButton>(u"reportButton"_s)->click();
        QVERIFY(dialog.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), WindowStage::Patience);
    }

    /// Empty for a file that is not there.
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(m_stage->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(ReportsTest)
#include "tst_reports.moc"
