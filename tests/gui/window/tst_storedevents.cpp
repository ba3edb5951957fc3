// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/runtablemodel.h"
#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Stands in for the file manager.
class FileManager : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }

public:
    QList<QUrl> opened;
};

/// What the window does with the events that a workspace has: fetches them again, deletes them, shows where they were
/// exported to.
class StoredEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->addSource(Vendor::Datafold, u"diffs"_s));
        QVERIFY(m_stage->sync());
        m_work = m_stage->servers.asana().events().size();
        m_all = m_work + m_stage->servers.datafold().events().size();
        QVERIFY(m_stage->shows(counted(m_all)));
        m_stage->showSources();
        m_pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        m_pane->setCurrentSource(u"work"_s);
        QTRY_COMPARE_WITH_TIMEOUT(row(u"work"_s).events, m_work, WindowStage::Patience);
    }
    void cleanup() { m_stage.reset(); }

    void fetchesEverythingOfASourceAgain()
    {
        const QString received = u"received in the last sync: %1 · new: 0"_s.arg(QLocale().toString(m_work));
        const auto *details = m_pane->findChild<QPlainTextEdit *>(u"sourceDetails"_s);
        sync(u"syncSource"_s);
        QVERIFY2(!details->toPlainText().contains(received), qPrintable(details->toPlainText()));
        sync(u"fullSyncSource"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(details->toPlainText().contains(received),
                                  qPrintable(details->toPlainText()), WindowStage::Patience);
        QVERIFY(m_stage->shows(counted(m_all))); // nothing is there twice
    }

    void showsTheRunsOfTheCurrentSource()
    {
        auto *runs = m_stage->find<QTableView>(u"runsTable"_s);
        const auto result = [runs](int row) {
            return runs->model()->index(row, RunTableModel::ResultColumn).data().toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(runs->model()->rowCount(), 1, WindowStage::Patience);
        QCOMPARE(result(0), u"Complete"_s);
        const auto *headline = m_stage->find<QLabel>(u"lastCompleteSync"_s);
        const QString complete = headline->text();
        QVERIFY2(complete.startsWith(u"Last complete sync: started 2"_s), qPrintable(complete));

        m_stage->servers.asana().faults().every(1, Support::Fault::httpStatus(403));
        sync(u"syncSource"_s);
        QTRY_COMPARE_WITH_TIMEOUT(runs->model()->rowCount(), 2, WindowStage::Patience);
        QTRY_COMPARE_WITH_TIMEOUT(result(0), u"Failed"_s, WindowStage::Patience);
        QCOMPARE(headline->text(), complete);

        // By keyboard alone.
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        auto *sources = m_stage->find<QTableView>(u"sourcesTable"_s);
        sources->setFocus();
        QTest::keyClick(sources, Qt::Key_Tab);
        QVERIFY(runs->hasFocus());
        QTest::keyClick(runs, Qt::Key_Home, Qt::ControlModifier);
        const auto *details = m_stage->find<QPlainTextEdit>(u"runDetails"_s);
        QVERIFY2(details->toPlainText().contains(u"403"_s), qPrintable(details->toPlainText()));
        const QStringList faults = accessibilityFaults(*m_pane);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));

        m_pane->setCurrentSource(u"diffs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(runs->model()->rowCount(), 1, WindowStage::Patience);
        QCOMPARE(result(0), u"Complete"_s);
    }

    void deletesASourceWithItsEvents()
    {
        QMessageBox *question = ask();
        auto *confirm = question->findChild<QAbstractButton *>(u"confirm"_s);
        auto *deletes = question->findChild<QCheckBox *>(u"deleteEvents"_s);
        QVERIFY2(deletes->text().contains(QLocale().toString(m_work))
                     && deletes->text().contains(u"cannot be undone"_s),
                 qPrintable(deletes->text()));
        QVERIFY(!deletes->isChecked());
        QVERIFY(!confirm->text().contains(u"delete"_s));
        deletes->setChecked(true);
        QVERIFY2(confirm->text().contains(u"delete events"_s), qPrintable(confirm->text()));
        question->button(QMessageBox::Cancel)->click();
        QCOMPARE(m_pane->model().rowCount(), 2);

        question = ask();
        question->findChild<QCheckBox *>(u"deleteEvents"_s)->setChecked(true);
        question->findChild<QAbstractButton *>(u"confirm"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->model().rowCount(), 1, WindowStage::Patience);
        QVERIFY(m_stage->shows(counted(m_all - m_work)));
        QTRY_VERIFY(m_pane->strip().text().isEmpty()); // "Deleting" is over
        QVERIFY(!hasMessageBox());
    }

    void keepsTheEventsOfARemovedSourceUntilTheyAreDeleted()
    {
        const auto *remove = m_stage->find<QAction>(u"removeSource"_s);
        QCOMPARE(remove->text(), u"Remove…"_s);
        ask()->findChild<QAbstractButton *>(u"confirm"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(row(u"work"_s).state, SourceRow::State::Removed, WindowStage::Patience);
        QVERIFY(m_stage->shows(counted(m_all)));

        m_pane->setCurrentSource(u"work"_s);
        QCOMPARE(remove->text(), u"Delete events…"_s);
        const QMessageBox *question = ask();
        QVERIFY2(question->text().contains(QLocale().toString(m_work)), qPrintable(question->text()));
        QVERIFY2(question->informativeText().contains(u"cannot be undone"_s),
                 qPrintable(question->informativeText()));
        question->findChild<QAbstractButton *>(u"confirm"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->model().rowCount(), 1, WindowStage::Patience);
        QVERIFY(m_stage->shows(counted(m_all - m_work)));
    }

    void opensTheFolderOfAnExport()
    {
        m_stage->window().actions().showEvents->trigger();
        m_stage->window().actions().exportEvents->trigger();
        m_stage->find<QLineEdit>(u"exportFile"_s)->setText(m_stage->path(u"events.csv"_s));
        auto *write = m_stage->find<QAbstractButton>(u"exportButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), WindowStage::Patience);
        write->click();
        auto *open =
            m_stage->find<QDialog>(u"exportDialog"_s)->findChild<QAbstractButton *>(u"messageAction"_s);
        QTRY_VERIFY_WITH_TIMEOUT(open->isVisible(), WindowStage::Patience);
        QCOMPARE(open->text(), u"Open folder"_s);
        FileManager manager;
        QDesktopServices::setUrlHandler(u"file"_s, &manager, "open");
        open->click();
        QDesktopServices::unsetUrlHandler(u"file"_s);
        const QFileInfo file(m_stage->path(u"events.csv"_s));
        QCOMPARE(manager.opened, QList<QUrl>{QUrl::fromLocalFile(file.absolutePath())});
        m_stage->find<QAbstractButton>(u"exportClose"_s)->click();
    }

private:
    [[nodiscard]] static QString counted(qsizetype all)
    {
        return u"%1 of %1 event(s)"_s.arg(QLocale().toString(all));
    }
    [[nodiscard]] SourceRow row(const QString &name) const
    {
        const auto place = m_pane->model().rowOf(name);
        return place ? m_pane->model().rows().at(*place) : SourceRow();
    }
    /// Chosen in the pane's menu; until it has ended.
    void sync(const QString &name)
    {
        m_stage->find<QAction>(name)->trigger();
        const QAction *cancel = m_stage->window().actions().cancelSync;
        QVERIFY(cancel->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!cancel->isEnabled(), WindowStage::Patience);
    }
    /// What the window asks before it removes the current source.
    [[nodiscard]] QMessageBox *ask()
    {
        delete m_stage->window().findChild<QMessageBox *>(u"removeQuestion"_s);
        m_stage->find<QAction>(u"removeSource"_s)->trigger();
        return m_stage->find<QMessageBox>(u"removeQuestion"_s);
    }

    std::unique_ptr<WindowStage> m_stage;
    SourcesPane *m_pane = nullptr;
    qint64 m_work = 0; ///< events of one of the sources
    qint64 m_all = 0;
};

TRAILGLASS_GUI_TEST(StoredEventsTest)
#include "tst_storedevents.moc"
