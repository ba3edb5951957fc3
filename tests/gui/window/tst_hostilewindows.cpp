// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/cutcheck.h"
#include "tests/gui/window/everywindow.h"
#include "tests/gui/window/mnemoniccheck.h"
#include "tests/gui/window/taborder.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/common/frameallowance.h"
#include "views/common/theme.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Every dialog, menu, popup and question with hostile texts in it, on a screen of 1280 × 720: it fits, a screen reader can
/// say what is in it, Tab goes through it as it stands, and each key with Alt leads to one part of it.
class HostileWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(QGuiApplication::primaryScreen()->availableSize(), QSize(1280, 720));
        applyAppearance(Appearance::Light); // margins and spacing as in the program
    }

    /// Whoever adds one adds it to everyHostileWindow(), or walks it in a test of the whole window and names it here.
    void everyOneOfTheSourcesIsWalked()
    {
        QStringList walked{u"ShortcutsDialog"_s, u"cancelSyncQuestion"_s, // below
                           u"createWorkspaceQuestion"_s, // tst_workspaces
                           u"sharingQuestion"_s}; // tst_sharedpresets
        for (const HostileWindow &window : everyHostileWindow())
            walked += window.name;
        walked.sort();
        walked.removeDuplicates();
        QCOMPARE(walked, windowsInTheSources());
    }

    void fitsAndIsSpoken_data()
    {
        QTest::addColumn<int>("place");
        const QList<HostileWindow> windows = everyHostileWindow();
        for (int place = 0; place < windows.size(); ++place) {
            const HostileWindow &window = windows.at(place);
            QTest::newRow(qPrintable(QString(window.name + u' ' + window.state).trimmed())) << place;
        }
    }
    void fitsAndIsSpoken()
    {
        QFETCH(const int, place);
        QWidget home;
        QPointer<QWidget> window = everyHostileWindow().at(place).make(&home);
        QVERIFY(window);
        if (const auto *menu = qobject_cast<const QMenu *>(window.data())) {
            verifyMenu(*menu);
        } else {
            QVERIFY(QTest::qWaitForWindowExposed(window.data(), WindowStage::Patience));
            verifyWindow(*window);
        }
    }

    void theShortcutsOfTheWholeWindow()
    {
        WindowStage stage(10);
        stage.open();
        stage.window().actions().showShortcuts->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verifyWindow(*QApplication::activeModalWidget());
        QApplication::activeModalWidget()->close();
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void theQuestionAboutASyncThatIsOn()
    {
        WindowStage stage(10);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        stage.servers.asana().faults().every(1, {.kind = Support::Fault::Kind::Hang});
        const WindowActions &actions = stage.window().actions();
        actions.syncAll->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(actions.cancelSync->isEnabled(), WindowStage::Patience);
        actions.openArchive->trigger();
        auto *box = stage.find<QMessageBox>(u"cancelSyncQuestion"_s);
        QVERIFY(QTest::qWaitForWindowExposed(box, WindowStage::Patience));
        verifyWindow(*box);
        box->findChild<QPushButton *>(u"keepSyncing"_s)->click();
        QVERIFY(actions.cancelSync->isEnabled());
        actions.cancelSync->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!actions.cancelSync->isEnabled(), WindowStage::Patience);
    }

    void aReferenceThatIsTooLongToBeShownIsInTheDetails()
    {
        QWidget home;
        const QList<HostileWindow> windows = everyHostileWindow();
        for (const HostileWindow &each : windows) {
            if (each.name != "approvalQuestion"_L1)
                continue;
            const auto *box = qobject_cast<QMessageBox *>(each.make(&home));
            QVERIFY(box);
            QCOMPARE(box->detailedText().isEmpty(), each.state != "one"_L1);
        }
    }

private:
    static void verifyFits(const QSize &size)
    {
        const QSize screen = QGuiApplication::primaryScreen()->availableSize();
        QVERIFY2(size.width() <= screen.width() && size.height() <= screen.height(),
                 qPrintable(u"%1 × %2"_s.arg(size.width()).arg(size.height())));
    }
    static void verifyWindow(QWidget &window)
    {
        // What was said last is laid out, and the window has the size that it takes.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QSize frame = window.windowType() == Qt::Popup ? QSize(0, 0) : FrameAllowance;
        verifyFits(window.size() + frame);
        verifyFits(window.minimumSize() + frame);
        QTRY_VERIFY2(cutPlaces(window).isEmpty(), qPrintable(cutPlaces(window).join(u'\n')));
        const QStringList silent = accessibilityFaults(window);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
        const QStringList back = tabOrderFaults(window);
        QVERIFY2(back.isEmpty(), qPrintable(back.join(u'\n')));
        const QStringList shared = mnemonicFaults(window);
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
    }
    /// Its entries are spoken by their texts.
    static void verifyMenu(const QMenu &menu)
    {
        verifyFits(menu.sizeHint());
        const QList<QAction *> actions = menu.actions();
        QVERIFY(!actions.isEmpty());
        for (const QAction *action : actions) {
            if (action->isVisible() && !action->isSeparator())
                QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            if (const QMenu *inner = action->menu())
                verifyMenu(*inner);
        }
    }
};

TRAILGLASS_GUI_TEST(HostileWindowsTest)
#include "tst_hostilewindows.moc"
