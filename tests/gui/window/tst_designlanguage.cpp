// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/result.h"
#include "models/workspace/presetservice.h"
#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/gridcheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/evidence/bundledialog.h"
#include "views/filters/filterguidedialog.h"
#include "views/inspector/textviewer.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QItemSelection>
#include <QLabel>
#include <QPointer>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Every pane and dialog: on the grid, in the type scale, and readable for assistive programs.
class DesignLanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One window for everything: it is opened and filled once, and shows one thing after the other.
    void initTestCase()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        QTRY_VERIFY(m_stage->window().showsFirstRun());
    }
    void cleanup()
    {
        if (QWidget *dialog = QApplication::activeModalWidget())
            dialog->close();
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
    void cleanupTestCase() { m_stage.reset(); }

    void theFirstPages()
    {
        verify();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Unsynced);
        verify();
    }

    void thePanes()
    {
        fill();
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTRY_VERIFY(m_stage->find<QWidget>(u"inspectorDock"_s)->isVisible());
        verify();
        m_stage->showSources();
        verify();
    }

    void everyTabOfTheInspector()
    {
        fill();
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTRY_VERIFY(m_stage->find<QWidget>(u"inspectorDock"_s)->isVisible());
        QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
        auto *tabs = m_stage->find<QTabWidget>(u"inspectorTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            verify();
        }
    }

    void theFindBar()
    {
        fill();
        m_stage->window().actions().find->trigger();
        QTRY_VERIFY(m_stage->find<QWidget>(u"findBar"_s)->isVisible());
        verify();
    }

    void aComparison()
    {
        fill();
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->selectionModel()->select(
            QItemSelection(table->model()->index(0, 0), table->model()->index(1, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_stage->find<QAction>(u"compareEvents"_s)->trigger();
        QPointer<QDialog> dialog = m_stage->find<QDialog>(u"eventComparison"_s);
        const auto *list = dialog->findChild<QTreeView *>(u"changeList"_s);
        QTRY_VERIFY(list->isVisible());
        verify();
        const QStringList faults = accessibilityFaults(*dialog);
        dialog->close();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QTRY_VERIFY(!dialog);
    }

    void theChoiceOfAGroup()
    {
        fill();
        m_stage->find<QAbstractButton>(u"addGroup"_s)->click();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verify();
        const QStringList faults = accessibilityFaults(*QApplication::activeModalWidget());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void theViewerOfAWholeValue()
    {
        fill();
        verifyClosing(new TextViewer(u"message"_s, "one line\nand another", &m_stage->window()));
    }

    void theFilterLanguage()
    {
        fill();
        verifyClosing(new FilterGuideDialog(&m_stage->window()));
    }

    void whatIsKnownOfABundle()
    {
        fill();
        verifyClosing(new BundleDialog({.verdict = {{VerdictLine::Meaning::Good, u"Verified."_s},
                                                    {VerdictLine::Meaning::Notice, u"Of one key."_s}},
                                        .facts = {u"Case: 7"_s}},
                                       &m_stage->window()));
    }

    void theDialogs_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action :
             {"addSource",      "openArchive",    "exportEvents",    "importEvents",  "checkWorkspace",
              "chooseColumns",  "chooseZone",     "colourRules",     "goToTime",      "showCoverage",
              "showQuarantine", "showShortcuts",  "about",           "savePreset",    "editSource",
              "removeSource",   "syncFromSource", "sourceCoverage",  "openBundle",    "markReviewed",
              "showReviewLog",  "showEvidence",   "verifyWorkspace", "pushAfterSync", "writeReport",
              "managePresets",  "manageArchive"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void theDialogs()
    {
        QFETCH(const QString, action);
        fill();
        if (action == "managePresets"_L1)
            savePreset();
        auto *found = m_stage->window().findChild<QAction *>(action);
        QVERIFY(found);
        QTRY_VERIFY_WITH_TIMEOUT(found->isEnabled(), WindowStage::Patience);
        found->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verify();
        const QStringList faults = accessibilityFaults(*QApplication::activeModalWidget());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        // Our own texts have no characters that have to be made visible.
        for (const QLabel *label : QApplication::activeModalWidget()->findChildren<QLabel *>()) {
            QVERIFY2(!label->text().contains("<LF>"_L1) && !label->text().contains("&lt;LF&gt;"_L1),
                     qPrintable(label->text()));
        }
    }

private:
    /// Shows the events, which are fetched when they are not there yet.
    void fill()
    {
        if (m_stage->window().showsFirstRun())
            QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        m_stage->window().actions().showEvents->trigger();
        if (m_stage->window().page() != MainWindow::Page::Events)
            QVERIFY(m_stage->sync());
        QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Events);
    }
    /// As another program would.
    void savePreset()
    {
        PresetService other(m_stage->workspace());
        bool isSaved = false;
        other.save({u"Mine"_s, u"op:update"_s},
                   [&isSaved](const Result<void> &result) { isSaved = !!result; });
        QTRY_VERIFY_WITH_TIMEOUT(isSaved, WindowStage::Patience);
    }
    /// A dialog that deletes itself when it is closed.
    void verifyClosing(QPointer<QDialog> dialog)
    {
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.data()));
        verify();
        const QStringList faults = accessibilityFaults(*dialog);
        dialog->close();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QTRY_VERIFY(!dialog);
    }
    void verify()
    {
        const QStringList places = placesOffTheGrid();
        QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
        const QStringList faults = accessibilityFaults(m_stage->window());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(DesignLanguageTest)
#include "tst_designlanguage.moc"
