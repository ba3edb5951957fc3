// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using Support::Fault;

void closeAndTellTheTime(WindowStage &stage)
{
    QElapsedTimer timer;
    timer.start();
    stage.close();
    qInfo("closed and gone after %lld ms", static_cast<long long>(timer.elapsed()));
}

} // namespace

/// Keys, keychains, servers and filters that do not do what they should: a sentence in place, and a window
/// that goes on.
class SurroundingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongKeyIsReportedInTheVendorsWords()
    {
        WindowStage stage(100);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        for (FiledSecret &filed : stage.keychain.secrets)
            filed.secret = *Secret::fromText("wrong");
        QVERIFY(stage.sync());
        QWidget *pane = stage.showSources();
        auto *strip = pane->findChild<MessageStrip *>();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(u"Not Authorized"_s), qPrintable(strip->text()));
        QVERIFY(waitForText(*pane->findChild<QTableView *>()->parentWidget(), u"Not Authorized"_s));
        QVERIFY(!hasMessageBox());

        // The way on leads to the source.
        strip->findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QTRY_VERIFY(stage.find<QWidget>(u"sourceDialog"_s)->isVisible());
        stage.find<QWidget>(u"sourceDialog"_s)->close();
    }

    void aKeychainThatRefusesLeavesTheSessionAsAWayOn()
    {
        WindowStage stage(100);
        stage.open();
        stage.keychain.refuses = Error{ErrorKind::SecretUnavailable, u"There is no keychain here."_s};
        fillIn(stage);
        auto *dialog = stage.find<QDialog>(u"sourceDialog"_s);
        dialog->findChild<QAbstractButton *>(u"save"_s)->click();
        QVERIFY(waitForText(*dialog, u"There is no keychain here."_s));
        QVERIFY(!hasMessageBox());
        dialog->findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QTRY_VERIFY(!stage.window().findChild<QDialog *>(u"sourceDialog"_s));
        QVERIFY(stage.sync());
        const qsizetype all = stage.servers.asana().events().size();
        QVERIFY(stage.shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(all))));
    }

    void aSilentKeychainHoldsNothingUp()
    {
        WindowStage stage(100);
        stage.open();
        stage.keychain.isSilent = true;
        fillIn(stage);
        QPointer<QDialog> dialog = stage.find<QDialog>(u"sourceDialog"_s);
        dialog->findChild<QAbstractButton *>(u"save"_s)->click();
        QVERIFY(waitForText(*dialog, u"keychain may ask"_s));
        QTRY_VERIFY(stage.keychain.asked > 0);
        QVERIFY(!hasMessageBox());
        QVERIFY(!dialog->findChild<QAbstractButton *>(u"cancel"_s)->isEnabled()); // it has the key in hand
        closeAndTellTheTime(stage);
    }

    void aSilentKeychainDuringASyncCanBeLeft()
    {
        WindowStage stage(100);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        stage.keychain.isSilent = true;
        const int asked = stage.keychain.asked;
        stage.window().actions().syncAll->trigger();
        QTRY_VERIFY(stage.keychain.asked > asked);
        stage.window().actions().cancelSync->trigger();
        QTRY_VERIFY(!stage.window().actions().cancelSync->isEnabled());
        QVERIFY(!hasMessageBox());
        stage.window().actions().syncAll->trigger();
        QTRY_VERIFY(stage.keychain.asked > asked + 1);
        closeAndTellTheTime(stage);
    }

    void aVendorThatHangsCanBeCancelled()
    {
        WindowStage stage(100);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        syncIntoAFault(stage, {.kind = Fault::Kind::Hang});
        stage.filter(u"vendor:asana"_s); // the window goes on meanwhile
        QVERIFY(stage.shows(u"0 of 0 event(s)"_s));
        stage.window().actions().cancelSync->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!stage.window().actions().cancelSync->isEnabled(), WindowStage::Patience);
        QVERIFY(stage.window().actions().syncAll->isEnabled());
        QVERIFY(!hasMessageBox());

        stage.servers.asana().faults().clear();
        QVERIFY(stage.sync());
        const qsizetype all = stage.servers.asana().events().size();
        stage.filter({});
        QVERIFY(stage.shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(all))));
    }

    void closingDuringASyncEndsIt_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("hanging") << static_cast<int>(Fault::Kind::Hang);
        QTest::newRow("slow") << static_cast<int>(Fault::Kind::Slow);
        QTest::newRow("down for the moment") << static_cast<int>(Fault::Kind::Status);
    }
    void closingDuringASyncEndsIt()
    {
        QFETCH(int, kind);
        WindowStage stage(400);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        QVERIFY(stage.addSource(Vendor::Secoda, u"catalogue"_s));
        syncIntoAFault(stage, {.kind = static_cast<Fault::Kind>(kind)});
        closeAndTellTheTime(stage);
        stage.servers.asana().faults().clear();
        stage.open(); // nothing is held any more
        QVERIFY(stage.sync());
        QVERIFY(!hasMessageBox());
    }

    void aSecondWindowSaysWhoSyncs()
    {
        WindowStage stage(100);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        Options options;
        options.workspace = stage.workspace();
        const SystemClock clock;
        WorkspaceWindow second(options, {stage.keychain, clock, stage.path(u"second.ini"_s)});
        QVERIFY(second.open());
        QTRY_VERIFY(!second.window().showsFirstRun());
        syncIntoAFault(stage, {.kind = Fault::Kind::Hang});
        second.window().actions().syncAll->trigger();
        QVERIFY(waitForText(second.window(), QString::number(QCoreApplication::applicationPid())));
        QVERIFY(waitForText(second.window(), u"sync"_s));
        QVERIFY(!hasMessageBox());
        stage.servers.asana().faults().clear();
        stage.window().actions().cancelSync->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!stage.window().actions().cancelSync->isEnabled(), WindowStage::Patience);

        // Its way on works once the other is done, and the first window sees the events of the second.
        second.window().sourceMessage().findChild<QAbstractButton *>(u"messageAction"_s)->click();
        const qsizetype all = stage.servers.asana().events().size();
        QVERIFY(stage.shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(all))));
        second.window().close();
    }

    void aFilterThatCannotBeReadOrRunIsExplainedUnderTheBar_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("broken") << u"actor:("_s << u"needs a value"_s << false;
        QTest::newRow("unknown field") << u"acton:x"_s << u"acton"_s << false;
        QTest::newRow("unknown preset") << u"preset:nosuch"_s << u"nosuch"_s << true;
        QTest::newRow("over its limit") << u"@gid:/(a+)+$/"_s << u"takes too long"_s << true;
    }
    void aFilterThatCannotBeReadOrRunIsExplainedUnderTheBar()
    {
        QFETCH(QString, filter);
        QFETCH(QString, words);
        QFETCH(bool, isAsked);
        WindowStage stage(100);
        stage.open();
        const auto canExport = [&stage] {
            return stage.window().actions().exportEvents->isEnabled();
        };
        QVERIFY(!canExport());
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        Support::VendorEvent event = stage.servers.asana().events().constFirst();
        const QByteArray id = QByteArray(60, 'a') + 'b';
        event.raw.replace(event.id, id);
        event.id = id;
        stage.servers.asana().addEvent(event);
        QVERIFY(stage.sync());
        const qsizetype all = stage.servers.asana().events().size();
        const QString count = u"%1 of %1 event(s)"_s.arg(QLocale().toString(all));
        QVERIFY(stage.shows(count));

        // Typed: the last result stays, and is not taken for the filter's.
        QVERIFY(canExport());
        stage.filter(filter);
        const auto *status = stage.find<QLabel>(u"queryStatus"_s);
        const auto isTold = [&status, &words] {
            return status->text().contains(words, Qt::CaseInsensitive);
        };
        QVERIFY2(QTest::qWaitFor(isTold, WindowStage::Patience), qPrintable(status->text()));
        QVERIFY(stage.shows(isAsked ? QString(count + u" · previous result"_s) : count));
        QCOMPARE(canExport(), !isAsked);
        QVERIFY(stage.find<QTableView>(u"eventTable"_s)->model()->rowCount() > 0);

        // On the command line, in a window that opens with it.
        Options options;
        options.filter = filter;
        options.hasFilter = true;
        stage.open(options);
        QTRY_COMPARE(stage.find<QLineEdit>(u"queryEdit"_s)->text(), filter);
        status = stage.find<QLabel>(u"queryStatus"_s);
        QVERIFY2(QTest::qWaitFor(isTold, WindowStage::Patience), qPrintable(status->text()));
        QVERIFY(!hasMessageBox());
        QTRY_COMPARE(canExport(), !isAsked); // a broken filter leaves the one that shows every event in force
        stage.filter(u"vendor:asana"_s);
        QVERIFY(stage.shows(count));
        QTRY_VERIFY(canExport());
    }

private:
    /// The form for a source, filled in and not saved.
    static void fillIn(WindowStage &stage)
    {
        stage.window().actions().addSource->trigger();
        auto *dialog = stage.find<QDialog>(u"sourceDialog"_s);
        stage.fillForm(*dialog, Vendor::Asana, u"work"_s);
    }

    /// Every response of Asana's server has the fault; returns once it got a request.
    static void syncIntoAFault(WindowStage &stage, const Fault &fault)
    {
        QSignalSpy requested(&stage.servers.asana().http(), &Support::FakeHttpServer::requested);
        stage.servers.asana().faults().every(1, fault);
        stage.window().actions().syncAll->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!requested.isEmpty(), WindowStage::Patience);
        QVERIFY(stage.window().actions().cancelSync->isEnabled());
    }
};

TRAILGLASS_GUI_TEST(SurroundingsTest)
#include "tst_surroundings.moc"
