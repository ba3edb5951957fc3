// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivefolder.h"
#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/gridcheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/workspace/remoteplace.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

#include <chrono>
#include <memory>
#include <string>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr std::chrono::milliseconds AtOnce{20};
constexpr std::chrono::hours Never{1};
constexpr int PushedEvents = 40;
constexpr int SomeLooks = 10;

} // namespace

/// The window over an archive: what it says of the server, and what remains while that is away. The archive is in memory.
class ArchiveOfflineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }

    void saysWhereTheEventsAreAndWhatAResultCost();
    void nothingOfItIsSaidOfAWorkspace();
    void whatNeedsAWorkspaceSaysWhyItIsDisabled_data();
    void whatNeedsAWorkspaceSaysWhyItIsDisabled();
    void theArchiveThatIsShownIsManaged();
    void whatIsOfSourcesAloneIsNotThere();
    void keepsWhatIsShownWhileTheServerIsAway();
    void goesOnByItselfWhenTheServerIsBack_data();
    void goesOnByItselfWhenTheServerIsBack();
    void aQueryThatBreaksTheConnectionIsNotRepeatedForEver_data();
    void aQueryThatBreaksTheConnectionIsNotRepeatedForEver();
    void aServerThatIsAwayIsNoticedWithoutAQuestion();
    void aKeyThatIsRefusedCanBeEnteredAgain();
    void aMistakeInTheFilterIsNoFaultOfTheServer();
    void onesOwnPresetsAreThereWhileTheSharedOnesCannotBeRead();
    void showsWhatOthersPush();
    void anArchiveWithoutEventsSaysSo();
    void remembersHowItWasLeft();
    void everyPartIsOnTheGridAndHasAName();

private:
    void add(qint64 number)
    {
        EventRecord record;
        record.row = RowId{number};
        record.source = "team";
        record.received = Noon;
        record.event = makeEvent("e" + std::to_string(number));
        record.event.created = Noon + number * UtcMicros::PerMinute;
        record.event.action = number % 4 == 0 ? "read" : "write";
        m_archive->add(record);
    }
    void open(std::chrono::milliseconds lookInterval = Never)
    {
        m_stage->open({}, ShownArchive{place(), remotePlace(m_archive), {}, lookInterval});
    }
    void openFilled(std::chrono::milliseconds lookInterval = Never)
    {
        for (int number = 1; number <= PushedEvents; ++number)
            add(number);
        open(lookInterval);
        QVERIFY(m_stage->shows(u"40 of 40 event(s)"_s));
        QTRY_VERIFY(events().model().record(0));
    }
    [[nodiscard]] static ArchivePlace place()
    {
        return ArchivePlace::parse(u"https://reader@archive.example/audit"_s).value();
    }
    [[nodiscard]] EventsView &events() { return *m_stage->find<EventsView>(u"eventsView"_s); }
    [[nodiscard]] MessageStrip &strip() { return m_stage->window().strip(); }
    [[nodiscard]] QAbstractButton *wayOn()
    {
        return strip().findChild<QAbstractButton *>(u"messageAction"_s);
    }
    [[nodiscard]] QString said(const QString &label) { return m_stage->find<QLabel>(label)->text(); }

    std::shared_ptr<RemoteArchive> m_archive;
    std::unique_ptr<WindowStage> m_stage;
};

void ArchiveOfflineTest::init()
{
    m_archive = std::make_shared<RemoteArchive>();
    m_stage = std::make_unique<WindowStage>(10);
}

void ArchiveOfflineTest::saysWhereTheEventsAreAndWhatAResultCost()
{
    openFilled();
    QCOMPARE(m_stage->window().windowTitle(), u"archive.example:8443/audit – Trailglass"_s);
    QCOMPARE(said(u"serverText"_s), u"archive.example:8443/audit"_s);
    QVERIFY(m_stage->find<QLabel>(u"serverText"_s)->isVisible());
    QVERIFY2(said(u"costText"_s).endsWith(u" s · 40 row(s) read"_s), qPrintable(said(u"costText"_s)));
}

void ArchiveOfflineTest::nothingOfItIsSaidOfAWorkspace()
{
    m_stage->openFilled();
    QTRY_VERIFY(m_stage->shownCount().contains(u" of "_s));
    QVERIFY(!m_stage->find<QLabel>(u"serverText"_s)->isVisible());
    QVERIFY(!m_stage->find<QLabel>(u"costText"_s)->isVisible());
}

void ArchiveOfflineTest::whatNeedsAWorkspaceSaysWhyItIsDisabled_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"syncAll", "addSource", "pushAfterSync", "importEvents", "showQuarantine",
                               "checkWorkspace", "writeReport", "markReviewed", "showReviewLog",
                               "showOnlyNew", "showOnlyMarked", "showEvidence", "verifyWorkspace"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void ArchiveOfflineTest::whatNeedsAWorkspaceSaysWhyItIsDisabled()
{
    QFETCH(const QString, action);
    openFilled();
    const auto *found = m_stage->find<QAction>(action);
    QVERIFY(!found->isEnabled());
    QVERIFY2(found->toolTip().endsWith(u'.'), qPrintable(found->toolTip())); // a sentence
    QCOMPARE(found->statusTip(), found->toolTip());
}

void ArchiveOfflineTest::theArchiveThatIsShownIsManaged()
{
    openFilled();

    m_stage->window().actions().manageArchive->trigger();

    auto *dialog = m_stage->find<QDialog>(u"archiveTaskDialog"_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->text(), place().text());
    for (const QString &task :
         {u"archiveStatus"_s, u"archiveCheck"_s, u"archiveCreate"_s, u"archiveRemoveKey"_s})
        QVERIFY2(dialog->findChild<QAbstractButton *>(task)->isEnabled(), qPrintable(task));
    for (const QString &task : {u"archiveVerify"_s, u"archiveClaim"_s}) { // which need a workspace
        const auto *button = dialog->findChild<QAbstractButton *>(task);
        QVERIFY2(!button->isEnabled(), qPrintable(task));
        QVERIFY2(button->toolTip().endsWith(u'.'), qPrintable(button->toolTip())); // a sentence
        QCOMPARE(button->accessibleDescription(), button->toolTip());
    }
    dialog->close();
}

void ArchiveOfflineTest::whatIsOfSourcesAloneIsNotThere()
{
    openFilled();
    const WindowActions &actions = m_stage->window().actions();
    for (const QAction *action :
         {actions.showSources, actions.showEvents, actions.cancelSync, actions.pauseSchedule})
        QVERIFY2(!action->isVisible(), qPrintable(action->objectName()));
    m_stage->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    QTest::keyClick(&m_stage->window(), Qt::Key_2, Qt::ControlModifier); // that of the sources
    QCOMPARE(m_stage->window().page(), MainWindow::Page::Events);
    QVERIFY(m_stage->window().actions().exportEvents->isEnabled());
    QVERIFY(m_stage->window().actions().showCoverage->isEnabled());
}

void ArchiveOfflineTest::keepsWhatIsShownWhileTheServerIsAway()
{
    openFilled();
    m_archive->setUnreachable(true);

    m_stage->filter(u"action:read"_s);

    QTRY_VERIFY(strip().isVisible());
    QVERIFY2(strip().text().startsWith(u"The archive does not respond. What is shown was read at "_s),
             qPrintable(strip().text()));
    QCOMPARE(wayOn()->text(), u"Try again"_s);
    QCOMPARE(events().model().rowCount(), PushedEvents);
    QVERIFY(events().model().record(0));
    QCOMPARE(m_stage->shownCount(), u"40 of 40 event(s) · previous result"_s);
    QVERIFY(!m_stage->window().actions().exportEvents->isEnabled());

    const int refusals = m_archive->refusals();
    wayOn()->click();
    QTRY_VERIFY(m_archive->refusals() > refusals && strip().isVisible()); // still away

    m_archive->setUnreachable(false);
    wayOn()->click();
    QVERIFY(m_stage->shows(u"10 of 40 event(s)"_s));
    QVERIFY(!strip().isVisible());
}

void ArchiveOfflineTest::goesOnByItselfWhenTheServerIsBack_data()
{
    QTest::addColumn<std::chrono::milliseconds>("lookInterval");
    QTest::newRow("after looks that failed") << AtOnce;
    QTest::newRow("between two looks") << std::chrono::milliseconds(5'000);
}

void ArchiveOfflineTest::goesOnByItselfWhenTheServerIsBack()
{
    QFETCH(const std::chrono::milliseconds, lookInterval);
    openFilled(lookInterval);
    m_archive->setUnreachable(true);
    m_stage->filter(u"action:read"_s);
    QTRY_VERIFY(m_stage->shownCount().endsWith(u"previous result"_s));

    m_archive->setUnreachable(false);

    QVERIFY(m_stage->shows(u"10 of 40 event(s)"_s));
    QTRY_VERIFY(!strip().isVisible());
}

void ArchiveOfflineTest::aQueryThatBreaksTheConnectionIsNotRepeatedForEver_data()
{
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("after a result") << false;
    QTest::newRow("the first query") << true;
}

/// Such as one for which the server has too little memory.
void ArchiveOfflineTest::aQueryThatBreaksTheConnectionIsNotRepeatedForEver()
{
    QFETCH(const bool, isFirst);
    if (isFirst) {
        add(1);
        m_archive->setBreakingSelects(true);
        open(AtOnce);
    } else {
        openFilled(AtOnce);
        m_archive->setBreakingSelects(true);
        m_stage->filter(u"action:read"_s);
    }
    QTRY_VERIFY(m_archive->brokenSelects() >= 2); // it is repeated once

    const auto waitForLooks = [this] {
        const int before = m_archive->looks();
        QTRY_VERIFY(m_archive->looks() >= before + SomeLooks);
    };
    waitForLooks();
    const int broken = m_archive->brokenSelects();
    waitForLooks();
    QCOMPARE(m_archive->brokenSelects(), broken);
    QTRY_VERIFY(strip().isVisible());
    QCOMPARE(wayOn()->text(), u"Try again"_s);
}

void ArchiveOfflineTest::aServerThatIsAwayIsNoticedWithoutAQuestion()
{
    openFilled(AtOnce);
    m_archive->setUnreachable(true);
    QTRY_VERIFY(strip().isVisible());
    QCOMPARE(m_stage->shownCount(), u"40 of 40 event(s)"_s); // which are true for what is shown

    m_archive->setUnreachable(false);

    QTRY_VERIFY(!strip().isVisible());
}

void ArchiveOfflineTest::aKeyThatIsRefusedCanBeEnteredAgain()
{
    openFilled();
    m_archive->setRefusal(Error{ErrorKind::Unauthorized, u"The key is not accepted."_s});
    m_stage->filter(u"action:read"_s);
    QTRY_VERIFY(strip().isVisible());
    QCOMPARE(wayOn()->text(), u"Enter the key…"_s);

    wayOn()->click();

    auto *dialog = m_stage->find<QDialog>(u"archiveDialog"_s);
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->text(), place().text());
    dialog->reject();
}

void ArchiveOfflineTest::aMistakeInTheFilterIsNoFaultOfTheServer()
{
    openFilled();
    m_stage->filter(u"preset:nobody"_s);
    QTRY_VERIFY(said(u"queryStatus"_s).contains(u"nobody"_s));
    QTRY_VERIFY(m_stage->shownCount().endsWith(u"previous result"_s));
    QVERIFY(!strip().isVisible());
}

void ArchiveOfflineTest::onesOwnPresetsAreThereWhileTheSharedOnesCannotBeRead()
{
    const auto action = [this](const QString &name) {
        return m_stage->window().findChild<QAction *>(name);
    };
    m_archive->share({u"Theirs"_s, u"action:write"_s});
    openFilled();
    m_stage->filter(u"action:read"_s);
    m_stage->find<QAction>(u"savePreset"_s)->trigger();
    m_stage->find<QLineEdit>(u"presetName"_s)->setText(u"Mine"_s);
    m_stage->find<QAbstractButton>(u"saveButton"_s)->click();
    QTRY_VERIFY(action(u"preset:Mine"_s) && action(u"shared:Theirs"_s));
    QVERIFY(!action(u"sharedFailure"_s)->isVisible());
    m_stage->close();
    m_archive->setUnreachable(true);

    open(); // nothing of the archive was read by this window

    QTRY_VERIFY(action(u"preset:Mine"_s));
    QTRY_VERIFY(action(u"sharedFailure"_s)->isVisible());
    QVERIFY(action(u"builtIn:failed-logins"_s)->isEnabled());
    QVERIFY(!action(u"shared:Theirs"_s));
    m_archive->setUnreachable(false);
    Q_EMIT m_stage->find<QMenu>(u"presetMenu"_s)->aboutToShow();
    QTRY_VERIFY(action(u"shared:Theirs"_s) && !action(u"sharedFailure"_s)->isVisible());
}

void ArchiveOfflineTest::showsWhatOthersPush()
{
    openFilled(AtOnce);
    add(PushedEvents + 1);
    QVERIFY(m_stage->shows(u"41 of 41 event(s)"_s));
    m_archive->remove(RowId{3});
    QVERIFY(m_stage->shows(u"40 of 40 event(s)"_s));
}

void ArchiveOfflineTest::anArchiveWithoutEventsSaysSo()
{
    open();
    QVERIFY(waitForText(m_stage->window(), u"There are no events in the archive yet."_s));
    QCOMPARE(m_stage->window().page(), MainWindow::Page::Events);
}

void ArchiveOfflineTest::remembersHowItWasLeft()
{
    openFilled();
    m_stage->filter(u"action:read"_s);
    QVERIFY(m_stage->shows(u"10 of 40 event(s)"_s));
    m_stage->openFilled(); // a workspace
    QCOMPARE(m_stage->find<QLineEdit>(u"queryEdit"_s)->text(), QString());

    open();

    QCOMPARE(m_stage->find<QLineEdit>(u"queryEdit"_s)->text(), u"action:read"_s);
    QVERIFY(m_stage->shows(u"10 of 40 event(s)"_s));
    QVERIFY(
        !QFile::exists(archiveFolder(place(), m_stage->path(u"settings.ini"_s)))); // made for presets alone
}

void ArchiveOfflineTest::everyPartIsOnTheGridAndHasAName()
{
    openFilled();
    m_archive->setUnreachable(true);
    m_stage->filter(u"action:read"_s);
    QTRY_VERIFY(strip().isVisible());

    const QStringList places = placesOffTheGrid();
    QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
    const QStringList faults = accessibilityFaults(m_stage->window());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

TRAILGLASS_GUI_TEST(ArchiveOfflineTest)
#include "tst_archiveoffline.moc"
