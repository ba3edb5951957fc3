// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/sources/importdialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

SourceRow source(const QString &name)
{
    SourceRow row;
    row.name = name;
    row.displayName = u"Asana"_s;
    return row;
}

} // namespace

class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<ImportDialog>(
            QList<SourceRow>{source(u"a"_s), source(u"<b>work\u202E"_s), source(u"z"_s)}, u"<b>work\u202E"_s);
        m_dialog->show();
    }

    void offersTheSourceThatIsChosenElsewhere()
    {
        QCOMPARE(m_dialog->findChild<QComboBox *>(u"importSource"_s)->currentText(),
                 u"<b>work<U+202E> (Asana)"_s);
        const ImportDialog other({source(u"a"_s)}, u"removed"_s);
        QCOMPARE(other.findChild<QComboBox *>(u"importSource"_s)->currentText(), u"Detect from the files"_s);
    }

    void detectsTheSourceOnRequest()
    {
        QSignalSpy requests(m_dialog.get(), &ImportDialog::importRequested);
        auto *sources = m_dialog->findChild<QComboBox *>(u"importSource"_s);
        QCOMPARE(sources->itemText(0), u"Detect from the files"_s);
        sources->setCurrentIndex(0);
        m_dialog->setFiles({u"/tmp/a.json"_s});
        button(u"importButton"_s)->click();
        QCOMPARE(requests.size(), 1);
        QVERIFY(requests[0][0].toString().isEmpty());
    }

    void takesAFolder()
    {
        button(u"importChooseFolder"_s)->click();
        auto *files = m_dialog->findChild<QFileDialog *>(u"importFileDialog"_s);
        QVERIFY(files);
        QCOMPARE(files->fileMode(), QFileDialog::Directory);
        Q_EMIT files->filesSelected({u"/tmp/logs"_s});
        QCOMPARE(m_dialog->findChild<QListWidget *>(u"importFiles"_s)->item(0)->text(), u"/tmp/logs"_s);
        QVERIFY(button(u"importButton"_s)->isEnabled());
    }

    void needsFiles()
    {
        QVERIFY(!button(u"importButton"_s)->isEnabled());
        m_dialog->setFiles({u"/tmp/a.json"_s});
        QVERIFY(button(u"importButton"_s)->isEnabled());
        m_dialog->setFiles({});
        QVERIFY(!button(u"importButton"_s)->isEnabled());
    }

    void takesSeveralFilesFromTheFileDialog()
    {
        button(u"importChoose"_s)->click();
        auto *files = m_dialog->findChild<QFileDialog *>(u"importFileDialog"_s);
        QVERIFY(files);
        QCOMPARE(files->fileMode(), QFileDialog::ExistingFiles);
        Q_EMIT files->filesSelected({u"/tmp/<i>a\u202E.json"_s, u"/tmp/b.json"_s});
        const auto *list = m_dialog->findChild<QListWidget *>(u"importFiles"_s);
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(0)->text(), u"/tmp/<i>a<U+202E>.json"_s);
        QVERIFY(!Qt::mightBeRichText(list->item(0)->toolTip())
                || list->item(0)->toolTip().contains(u"&lt;i"_s));
    }

    void asksForTheImportAndShowsHowItGoes()
    {
        QSignalSpy requests(m_dialog.get(), &ImportDialog::importRequested);
        QSignalSpy cancels(m_dialog.get(), &ImportDialog::cancelRequested);
        m_dialog->setFiles({u"/tmp/a.json"_s, u"/tmp/b.json"_s});
        button(u"importButton"_s)->click();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests[0][0].toString(), u"<b>work\u202E"_s);
        QCOMPARE(requests[0][1].toStringList(), (QStringList{u"/tmp/a.json"_s, u"/tmp/b.json"_s}));
        QVERIFY(m_dialog->isBusy());
        QVERIFY(!button(u"importButton"_s)->isEnabled() && !button(u"importChoose"_s)->isEnabled());
        QVERIFY(!button(u"importChooseFolder"_s)->isEnabled());
        QVERIFY(bar()->isVisible());
        QCOMPARE(bar()->maximum(), 0);

        m_dialog->showProgress(u"a.json: half"_s, 0.5);
        QCOMPARE(m_dialog->findChild<QLabel *>(u"importActivity"_s)->text(), u"a.json: half"_s);
        QCOMPARE(bar()->value(), bar()->maximum() / 2);
        button(u"importStop"_s)->click();
        QCOMPARE(cancels.size(), 1);

        m_dialog->showEnd();
        QVERIFY(!m_dialog->isBusy() && !bar()->isVisible());
        QVERIFY(button(u"importButton"_s)->isEnabled());
        m_dialog->close();
        QCOMPARE(cancels.size(), 1);
    }

    void closingCancels()
    {
        QSignalSpy cancels(m_dialog.get(), &ImportDialog::cancelRequested);
        m_dialog->setFiles({u"/tmp/a.json"_s});
        button(u"importButton"_s)->click();
        m_dialog->close();
        QCOMPARE(cancels.size(), 1);
    }

    void aLongNameMakesItNoWider()
    {
        const QString longName(400, u'x');
        ImportDialog dialog({source(longName)}, longName);
        dialog.setFiles({u'/' + longName});
        dialog.show();
        dialog.showProgress(longName, {});
        QVERIFY2(dialog.minimumSizeHint().width() < 700,
                 qPrintable(QString::number(dialog.minimumSizeHint().width())));
    }

private:
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }
    [[nodiscard]] QProgressBar *bar() const
    {
        return m_dialog->findChild<QProgressBar *>(u"importProgress"_s);
    }

    std::unique_ptr<ImportDialog> m_dialog;
};

TRAILGLASS_GUI_TEST(ImportDialogTest)
#include "tst_importdialog.moc"
