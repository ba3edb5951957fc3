// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourcepopover.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScreen>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What the window says of its sources when nobody looks at their page.
class SourceStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(100);
        m_stage->open();
        QTRY_VERIFY(m_stage->window().showsFirstRun());
    }
    void cleanup() { m_stage.reset(); }

    void syncWithoutASourceOffersToAddOne()
    {
        m_stage->window().actions().syncAll->trigger();
        MessageStrip &message = m_stage->window().sourceMessage();
        QVERIFY(message.isVisible());
        QCOMPARE(message.text(), u"There is no source to sync."_s);
        message.findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QVERIFY(m_stage->window().findChild<QWidget *>(u"sourceDialog"_s));
        QVERIFY(!message.isVisible());
        m_stage->find<QWidget>(u"sourceDialog"_s)->close();
    }

    void aNewSourceIsOfferedToBeSynced()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Unsynced);
        QVERIFY(waitForText(m_stage->window(), u"Not synced yet"_s));
        QVERIFY(textsInSight(m_stage->window()).filter(u"No event matches"_s).isEmpty());
        QVERIFY(textsInSight(m_stage->window()).filter(u"Clear the filter"_s).isEmpty());
        auto *page = m_stage->find<QWidget>(u"unsyncedPage"_s);
        auto *sync = page->findChild<QAbstractButton *>(u"emptyAction"_s);
        QCOMPARE(sync->text(), u"Sync now"_s);
        sync->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->window().page(), MainWindow::Page::Events, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->window().actions().cancelSync->isEnabled(), WindowStage::Patience);
    }

    void aFailureStaysInSightUntilASyncSucceeds()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->addSource(Vendor::Datafold, u"diffs"_s));
        QVERIFY(m_stage->sync());
        auto *failed = m_stage->find<QAbstractButton>(u"failedSources"_s);
        QVERIFY(!failed->isVisible());
        m_stage->servers.asana().http().setHandler(
            [](const Support::Request &) { return Support::Response::json("{}", 403); });
        QVERIFY(m_stage->sync());
        QTRY_VERIFY(failed->isVisible());
        QCOMPARE(failed->accessibleName(), u"1 of 2 source(s) failed"_s);
        m_stage->window().actions().resetLayout->trigger(); // nothing hides it
        QVERIFY(failed->isVisible());
        failed->click();
        QCOMPARE(m_stage->window().page(), MainWindow::Page::Sources);
        auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        QCOMPARE(pane->currentSource(), u"work"_s);
        QVERIFY(pane->strip().isVisible());
        QVERIFY(failed->isVisible());
        m_stage->open(); // closed and opened again
        failed = m_stage->find<QAbstractButton>(u"failedSources"_s);
        QTRY_VERIFY_WITH_TIMEOUT(failed->isVisible(), WindowStage::Patience);
    }

    void theKeyOfASyncSaysThatThereIsNoSource()
    {
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QTest::keyClick(&m_stage->window(), Qt::Key_F5);
        MessageStrip &message = m_stage->window().sourceMessage();
        QTRY_COMPARE(message.text(), u"There is no source to sync."_s);
        // It is about the sources as they were.
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(!message.isVisible());
    }

    void aFailureIsOverWithTheNextSuccess()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        const auto *failed = m_stage->find<QAbstractButton>(u"failedSources"_s);
        m_stage->servers.asana().faults().every(1, Support::Fault::httpStatus(403));
        QVERIFY(m_stage->sync());
        QTRY_VERIFY(failed->isVisible());
        auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        QVERIFY(!pane->model().rows().constFirst().lastSuccess); // a failed run is no sync
        QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Unsynced);
        QVERIFY(waitForText(m_stage->window(), u"The sync failed"_s));

        m_stage->servers.asana().faults().clear();
        QVERIFY(m_stage->sync());
        QTRY_VERIFY(!failed->isVisible());
        QVERIFY(pane->model().rows().constFirst().lastSuccess);
        QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Events);
        QVERIFY(!m_stage->window().sourceMessage().isVisible());
    }

    void aRetrySaysWhyInSight()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        m_stage->servers.asana().faults().every(1, Support::Fault::httpStatus(503));
        m_stage->window().actions().syncAll->trigger();
        auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        const auto progress = [pane] {
            return pane->model().rows().value(0).progress;
        };
        QTRY_VERIFY_WITH_TIMEOUT(progress().contains(u"Retrying in"_s), WindowStage::Patience);
        QVERIFY2(progress().contains(u"503"_s), qPrintable(progress()));
        m_stage->find<QAbstractButton>(u"sourceChip_work"_s)->click();
        const auto *details = m_stage->find<SourcePopover>(u"sourcePopover"_s)
                                  ->findChild<QPlainTextEdit *>(u"popoverDetails"_s);
        QTRY_VERIFY2(details->toPlainText().contains(u"503"_s), qPrintable(details->toPlainText()));
        m_stage->find<SourcePopover>(u"sourcePopover"_s)->close();
        m_stage->window().actions().cancelSync->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->window().actions().cancelSync->isEnabled(), WindowStage::Patience);
    }

    void aTestNamesTheEventsThatAreStored()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        const auto stored = QLocale().toString(m_stage->servers.asana().events().size());
        m_stage->servers.asana().setEvents({}); // a quiet hour
        QWidget *pane = m_stage->showSources();
        pane->findChild<QAction *>(u"testSource"_s)->trigger();
        QVERIFY(waitForText(*pane->findChild<QWidget *>(u"messageStrip"_s),
                            u"%1 event(s) of this source are stored."_s.arg(stored)));
    }

    void aChipOpensEverythingAboutItsSource()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Events);
        auto *chip = m_stage->find<QAbstractButton>(u"sourceChip_work"_s);
        QTRY_VERIFY(chip->isVisible());
        QTRY_COMPARE(chip->accessibleName(), u"work: Up to date"_s);
        chip->click();
        auto *popover = m_stage->find<SourcePopover>(u"sourcePopover"_s);
        QTRY_VERIFY(popover->isVisible());
        QCOMPARE(popover->findChild<QLabel *>(u"popoverTitle"_s)->text(), u"work (Asana)"_s);
        QVERIFY(popover->findChild<QPlainTextEdit *>(u"popoverDetails"_s)
                    ->toPlainText()
                    .contains(u"Last successful sync: "_s));
        const QRect place = popover->geometry();
        QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().contains(place));
        popover->findChild<QAbstractButton *>(u"popoverTest"_s)->click();
        QVERIFY(waitForText(*popover, u"Connection works"_s));
        QVERIFY(!m_stage->window().sourceMessage().isVisible());
        popover->findChild<QAbstractButton *>(u"popoverEdit"_s)->click();
        QVERIFY(!popover->isVisible());
        QTRY_VERIFY(m_stage->find<QWidget>(u"sourceDialog"_s)->isVisible());
        m_stage->find<QWidget>(u"sourceDialog"_s)->close();
    }

    void aFirstSyncThatWasCancelledIsNotCalledUnsynced()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        // The second page never comes.
        m_stage->servers.asana().faults().at(2, {.kind = Support::Fault::Kind::Hang});
        m_stage->window().actions().syncAll->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->window().page(), MainWindow::Page::Events, WindowStage::Patience);
        m_stage->window().actions().cancelSync->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->window().actions().cancelSync->isEnabled(), WindowStage::Patience);
        auto *chip = m_stage->find<QAbstractButton>(u"sourceChip_work"_s);
        QTRY_COMPARE(chip->accessibleName(), u"work: First sync not finished"_s);
    }

    void whatAVendorIsAboutToDeleteIsSaidUntilItIsSynced()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        m_stage->close();
        noteASyncOf80DaysAgo();
        m_stage->open();
        auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pane->model().rowCount(), 1, WindowStage::Patience);
        m_stage->showSources();
        pane->setCurrentSource(u"work"_s);
        const auto *details = pane->findChild<QPlainTextEdit *>(u"sourceDetails"_s);
        const QString warning = u"Asana deletes events after 90 days: sync “work” before 2"_s;
        QTRY_VERIFY2_WITH_TIMEOUT(details->toPlainText().startsWith(warning),
                                  qPrintable(details->toPlainText()), WindowStage::Patience);
        QVERIFY(details->isVisible());
        QVERIFY(pane->model().rows().constFirst().isTroubled());
        const auto *chip = m_stage->find<QAbstractButton>(u"sourceChip_work"_s);
        QVERIFY2(chip->accessibleDescription().startsWith(warning),
                 qPrintable(chip->accessibleDescription()));

        QVERIFY(m_stage->sync());
        QTRY_VERIFY2_WITH_TIMEOUT(!details->toPlainText().contains(u"Asana deletes"_s),
                                  qPrintable(details->toPlainText()), WindowStage::Patience);
        QVERIFY(!pane->model().rows().constFirst().isTroubled());
    }

    void textsOfServersNeverSizeTheWindow()
    {
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        const QString endless(10'000, u'x');
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, endless}}}}})
                .toJson();
        m_stage->servers.asana().http().setHandler(
            [body](const Support::Request &) { return Support::Response::json(body, 403); });
        m_stage->window().resize(1280, 720);
        QTRY_COMPARE(m_stage->window().size(), QSize(1280, 720));
        const QSize least = m_stage->window().minimumSizeHint();
        QVERIFY(m_stage->sync());
        QTRY_VERIFY(m_stage->find<QAbstractButton>(u"failedSources"_s)->isVisible());
        const auto verifySame = [&] {
            QCoreApplication::sendPostedEvents();
            QCOMPARE(m_stage->window().size(), QSize(1280, 720));
            QVERIFY(m_stage->window().minimumSizeHint().width() <= least.width() + 200);
        };
        verifySame();
        QWidget *pane = m_stage->showSources();
        verifySame();
        pane->findChild<QAction *>(u"testSource"_s)->trigger();
        QVERIFY(waitForText(*pane->findChild<QWidget *>(u"messageStrip"_s), u"xxxx"_s));
        verifySame();
        auto *popover = m_stage->find<SourcePopover>(u"sourcePopover"_s);
        m_stage->find<QAbstractButton>(u"sourceChip_work"_s)->click();
        QTRY_VERIFY(popover->isVisible());
        QVERIFY(popover->width() < 600 && popover->height() < 400);
        popover->close();
    }

private:
    /// Of the source "work", by its coverage: what happened since is deleted at the vendor's from in ten days on.
    void noteASyncOf80DaysAgo()
    {
        const UtcMicros then = SystemClock().now() - 80 * UtcMicros::PerDay;
        const auto writer = EventWriter::open(m_stage->workspace());
        QVERIFY(writer);
        const auto source = (*EventReader::open(m_stage->workspace()))->source(u"work"_s);
        QVERIFY(source);
        PageCommit page;
        page.source = source->id;
        page.received = then;
        page.covered.push_back(
            {.window = {then - 20 * UtcMicros::PerDay, then}, .answered = then, .pages = 1});
        QVERIFY((*writer)->commit(page));
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(SourceStatesTest)
#include "tst_sourcestates.moc"
