// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/pushtext.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/sources/pushdialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

const PushRow Good{
    .archive = u"https://push@one.example:8443/audit"_s, .last = u"today"_s, .details = u"All is there."_s};
const PushRow Bad{.archive = u"https://push@two.example:8443/audit"_s,
                  .last = u"Failed: today"_s,
                  .details = u"<b>The key</b> is \u202ewrong."_s,
                  .isFault = true};

} // namespace

/// The dialog of the archives that a workspace is pushed into, and what it says of their last pushes.
class PushDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_dialog; }

    void saysWhatItIsForWhenThereIsNone();
    void saysOfEachHowTheLastPushEnded();
    void keepsTheCurrentOneWhenTheyAreReadAgain();
    void asksForWhatTheButtonsSay();
    void whileAPushIsOnNothingElseBegins();
    void saysInWordsWhatIsKnown_data();
    void saysInWordsWhatIsKnown();

private:
    [[nodiscard]] QTreeWidget *list() { return m_dialog->findChild<QTreeWidget *>(u"pushList"_s); }
    [[nodiscard]] QString details() { return m_dialog->findChild<QLabel *>(u"pushDetails"_s)->text(); }
    [[nodiscard]] QAbstractButton *button(const QString &name)
    {
        return m_dialog->findChild<QAbstractButton *>(name);
    }

    QPointer<PushDialog> m_dialog;
};

void PushDialogTest::init()
{
    m_dialog = new PushDialog(nullptr);
    m_dialog->show();
}

void PushDialogTest::saysWhatItIsForWhenThereIsNone()
{
    QVERIFY(details().startsWith(u"Reading"_s));
    m_dialog->setRows({});
    QVERIFY2(details().contains(u"not pushed into any archive"_s), qPrintable(details()));
    QVERIFY(button(u"addPush"_s)->isEnabled());
    QVERIFY(!button(u"pushNow"_s)->isEnabled() && !button(u"removePush"_s)->isEnabled());
    m_dialog->showFailure(u"The workspace cannot be read."_s);
    QCOMPARE(details(), u"The workspace cannot be read."_s);
}

void PushDialogTest::saysOfEachHowTheLastPushEnded()
{
    m_dialog->setRows({Good, Bad});

    QCOMPARE(list()->topLevelItemCount(), 2);
    QCOMPARE(details(), Good.details);
    QVERIFY(list()->topLevelItem(0)->icon(1).isNull());
    QVERIFY(!list()->topLevelItem(1)->icon(1).isNull());
    list()->setCurrentItem(list()->topLevelItem(1));
    QCOMPARE(details(), u"<b>The key</b> is <U+202E>wrong."_s);
    QCOMPARE(m_dialog->findChild<QLabel *>(u"pushDetails"_s)->textFormat(), Qt::PlainText);
}

void PushDialogTest::keepsTheCurrentOneWhenTheyAreReadAgain()
{
    m_dialog->setRows({Good, Bad});
    list()->setCurrentItem(list()->topLevelItem(1));

    m_dialog->setRows({Bad, Good});

    QCOMPARE(list()->indexOfTopLevelItem(list()->currentItem()), 0);
    m_dialog->setRows({Good});
    QCOMPARE(details(), Good.details);
}

void PushDialogTest::asksForWhatTheButtonsSay()
{
    m_dialog->setRows({Good, Bad});
    list()->setCurrentItem(list()->topLevelItem(1));
    const QSignalSpy added(m_dialog.data(), &PushDialog::addRequested);
    const QSignalSpy pushed(m_dialog.data(), &PushDialog::pushRequested);
    const QSignalSpy removed(m_dialog.data(), &PushDialog::removeRequested);
    const QSignalSpy managed(m_dialog.data(), &PushDialog::manageRequested);

    button(u"addPush"_s)->click();
    button(u"pushNow"_s)->click();
    button(u"removePush"_s)->click();
    button(u"managePush"_s)->click();

    QCOMPARE(added.size(), 1);
    QCOMPARE(pushed.size(), 1);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toString(), Bad.archive);
    QCOMPARE(managed.size(), 1);
    QCOMPARE(managed.first().first().toString(), Bad.archive);
    m_dialog->setRows({});
    button(u"managePush"_s)->click(); // for one that is to be entered
    QCOMPARE(managed.last().first().toString(), QString());
}

void PushDialogTest::whileAPushIsOnNothingElseBegins()
{
    m_dialog->setRows({Good});
    const QSignalSpy cancelled(m_dialog.data(), &PushDialog::cancelRequested);
    const auto *bar = m_dialog->findChild<QProgressBar *>(u"pushProgress"_s);

    m_dialog->showPush(u"one.example: 1 of 4 rows pushed"_s, 0.25);

    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value() * 4, bar->maximum());
    QCOMPARE(m_dialog->strip().text(), u"one.example: 1 of 4 rows pushed"_s);
    for (const QString &name : {u"addPush"_s, u"pushNow"_s, u"removePush"_s, u"managePush"_s})
        QVERIFY2(!button(name)->isEnabled(), qPrintable(name));
    button(u"pushStop"_s)->click();
    QCOMPARE(cancelled.size(), 1);
    m_dialog->endPush();
    QVERIFY(!bar->isVisible() && !m_dialog->strip().isVisible());
    QVERIFY(button(u"pushNow"_s)->isEnabled());

    m_dialog->showPush(u"again"_s);
    m_dialog->strip().show(MessageStrip::Kind::Warning, u"The workspace was moved."_s);
    m_dialog->endPush(); // takes no message of somebody else
    QVERIFY(m_dialog->strip().isVisible());
}

void PushDialogTest::saysInWordsWhatIsKnown_data()
{
    QTest::addColumn<LastPush>("last");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isFault");
    const UtcMicros noon = parseTime("2026-11-30T12:00:00Z").value();
    const QString time = u"2026-11-30 12:00:00 UTC"_s;
    QTest::newRow("being asked") << LastPush{.isAsked = true} << u"Reading from the archive…"_s
                                 << u"was last pushed"_s << false;
    QTest::newRow("never") << LastPush{} << u"None yet"_s << u"has not pushed"_s << false;
    QTest::newRow("by another program") << LastPush{.at = noon} << time << time << false;
    QTest::newRow("events") << LastPush{.at = noon, .report = PushReport{.events = 204, .takenBack = 3}}
                            << time << u"Events: 204, superseded or removed: 3."_s << false;
    QTest::newRow("nothing new") << LastPush{.at = noon, .report = PushReport()} << time
                                 << u"had all events"_s << false;
    QTest::newRow("too large") << LastPush{.at = noon, .report = PushReport{.events = 1, .leftOut = 2}}
                               << time << u"2 event(s) are too large"_s << false;
    QTest::newRow("failed") << LastPush{.at = noon, .fault = u"The disk is full."_s}
                            << QString(u"Failed: "_s + time) << u"The disk is full."_s << true;
    QTest::newRow("cannot be asked") << LastPush{.fault = u"It does not respond."_s} << u"Not known"_s
                                     << u"It does not respond."_s << true;
}

void PushDialogTest::saysInWordsWhatIsKnown()
{
    QFETCH(const LastPush, last);
    QFETCH(const QString, shown);
    QFETCH(const QString, said);
    QFETCH(const bool, isFault);

    const PushRow row = pushRow(Good.archive, last, QTimeZone::utc());

    QCOMPARE(row.archive, Good.archive);
    QCOMPARE(row.last, shown);
    QVERIFY2(row.details.contains(said), qPrintable(row.details));
    QCOMPARE(row.isFault, isFault);
}

TRAILGLASS_GUI_TEST(PushDialogTest)
#include "tst_pushdialog.moc"
