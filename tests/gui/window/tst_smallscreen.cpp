// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/cutcheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/common/frameallowance.h"

#include <QAction>
#include <QDockWidget>
#include <QScreen>
#include <QSettings>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The window on a screen of 1280 × 720, as small laptops have.
class SmallScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (QWidget *dialog = QApplication::activeModalWidget())
            dialog->close();
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
    void cleanupTestCase() { m_filled.reset(); }

    void theFirstStartFitsWithItsFrame()
    {
        WindowStage stage(10);
        stage.open();
        verifyFits(stage);
        Options options;
        options.demo = true;
        stage.open(options);
        QVERIFY(stage.shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
        verifyFits(stage);
        QVERIFY(stage.window().minimumSizeHint().width() <= 1000);
        QVERIFY(stage.window().minimumSizeHint().height() <= 680);
    }

    void aWindowOfAScreenThatVanishedComesToThisOne()
    {
        WindowStage stage(10);
        {
            QWidget elsewhere;
            elsewhere.setGeometry(3000, 1500, 1900, 1000);
            QSettings settings(stage.path(u"settings.ini"_s), QSettings::IniFormat);
            settings.setValue(u"window/geometry"_s, elsewhere.saveGeometry());
        }
        stage.open();
        verifyFits(stage);
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY(screen.contains(stage.window().geometry()));
    }

    /// One that stood beside the window.
    void aPaneOfAScreenThatVanishedComesToThisOne()
    {
        WindowStage stage(10);
        const auto open = [&stage] {
            stage.openFilled();
            return stage.find<QDockWidget>(u"filtersDock"_s);
        };
        QDockWidget *filters = open();
        filters->setFloating(true);
        filters->setGeometry(3000, 1500, 300, 500);
        QTRY_COMPARE(filters->pos(), QPoint(3000, 1500));

        filters = open(); // remembered
        QTRY_VERIFY(filters->isVisible() && filters->isFloating());
        const QRect screen = QGuiApplication::primaryScreen()->geometry();
        const QRect place = filters->geometry();
        QVERIFY2(screen.contains(place), qPrintable(u"%1, %2"_s.arg(place.x()).arg(place.y())));
    }

    void nothingOfTheWindowIsCut()
    {
        WindowStage stage(60);
        stage.open();
        QTRY_VERIFY(stage.window().showsFirstRun());
        verifyWhole(stage.window());
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        QTRY_COMPARE(stage.window().page(), MainWindow::Page::Unsynced);
        verifyWhole(stage.window());
        QVERIFY(stage.addSource(Vendor::Datafold, u"a source with a long name, as they come"_s));
        QVERIFY(stage.sync());
        QTRY_COMPARE(stage.window().page(), MainWindow::Page::Events);
        auto *table = stage.find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 1);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTRY_VERIFY(stage.find<QWidget>(u"inspectorDock"_s)->isVisible());
        verifyWhole(stage.window());
        stage.showSources();
        verifyWhole(stage.window());
    }

    void everyDialogFits_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action :
             {"addSource",     "importEvents", "exportEvents",  "checkWorkspace", "chooseColumns",
              "chooseZone",    "colourRules",  "goToTime",      "showCoverage",   "showQuarantine",
              "showShortcuts", "about",        "savePreset",    "editSource",     "removeSource",
              "pushAfterSync", "writeReport",  "openArchive",   "syncFromSource", "sourceCoverage",
              "openBundle",    "markReviewed", "showReviewLog", "showEvidence",   "verifyWorkspace",
              "manageArchive"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void everyDialogFits()
    {
        QFETCH(const QString, action);
        if (!m_filled) {
            m_filled = std::make_unique<WindowStage>(60);
            m_filled->open();
            QVERIFY(m_filled->addSource(Vendor::Asana, u"work"_s));
            QVERIFY(m_filled->sync());
            QTRY_COMPARE(m_filled->window().page(), MainWindow::Page::Events);
        }
        auto *found = m_filled->window().findChild<QAction *>(action);
        QVERIFY(found);
        QTRY_VERIFY(found->isEnabled());
        found->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        const QWidget *dialog = QApplication::activeModalWidget();
        const QSize size = dialog->size() + FrameAllowance;
        const QSize screen = QGuiApplication::primaryScreen()->availableSize();
        QVERIFY2(size.width() <= screen.width() && size.height() <= screen.height(),
                 qPrintable(u"%1 × %2"_s.arg(size.width()).arg(size.height())));
        verifyWhole(*dialog);
    }

private:
    static void verifyWhole(const QWidget &window)
    {
        // What is shown may have changed just now, and is laid out soon.
        QTRY_VERIFY2(cutPlaces(window).isEmpty(), qPrintable(cutPlaces(window).join(u'\n')));
    }
    static void verifyFits(WindowStage &stage)
    {
        const QSize screen = QGuiApplication::primaryScreen()->availableSize();
        QCOMPARE(screen, QSize(1280, 720));
        const QSize size = stage.window().size() + FrameAllowance;
        QVERIFY2(size.width() <= screen.width() && size.height() <= screen.height(),
                 qPrintable(u"%1 × %2"_s.arg(size.width()).arg(size.height())));
    }

    std::unique_ptr<WindowStage> m_filled; ///< for all dialogs, one after the other
};

TRAILGLASS_GUI_TEST(SmallScreenTest)
#include "tst_smallscreen.moc"
