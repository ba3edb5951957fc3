// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/sourcetablemodel.h"
#include "tests/runner/testclass.h"
#include "views/common/announcer.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourcechip.h"
#include "views/sources/sourcepopover.h"
#include "views/sources/sourcestrip.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

SourceRow syncedSource(const QString &name)
{
    SourceRow row;
    row.name = name;
    row.typeName = u"asana"_s;
    row.displayName = u"Asana"_s;
    row.state = SourceRow::State::UpToDate;
    row.lastSuccess = UtcMicros{0};
    return row;
}

/// A strip of sources that were synced an hour ago.
struct Strip
{
    SourceTableModel model;
    SourceStrip strip{model};

    explicit Strip(int sources)
    {
        model.setNow(UtcMicros{UtcMicros::PerHour});
        QList<SourceRow> rows;
        for (int number = 0; number < sources; ++number)
            rows += syncedSource(u"source%1"_s.arg(number));
        model.setRows(rows);
        strip.resize(strip.sizeHint());
        strip.show();
    }

    [[nodiscard]] QList<SourceChip *> chips() const
    {
        QList<SourceChip *> shown;
        for (SourceChip *chip : strip.findChildren<SourceChip *>()) {
            if (chip->isVisible())
                shown += chip;
        }
        return shown;
    }
    [[nodiscard]] QToolButton *more() const { return strip.findChild<QToolButton *>(u"moreSources"_s); }
    [[nodiscard]] QToolButton *failed() const { return strip.findChild<QToolButton *>(u"failedSources"_s); }
};

} // namespace

/// The chips of the sources in the status bar, and what opens from them.
class SourceStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstTheAgesGoThenTheLastChips()
    {
        Strip window(4);
        const int whole = window.strip.sizeHint().width();
        const int withAge = window.chips().constFirst()->width();
        QCOMPARE(window.chips().size(), 4);
        window.strip.resize(whole - 1, window.strip.height());
        QCOMPARE(window.chips().size(), 4);
        QVERIFY(window.chips().constFirst()->width() < withAge);
        window.strip.resize(whole / 2, window.strip.height());
        const auto shown = window.chips().size();
        QVERIFY(shown >= 1 && shown < 4);
        QCOMPARE(window.more()->text(), u"+%1"_s.arg(4 - shown));
        QSignalSpy all(&window.strip, &SourceStrip::allRequested);
        window.more()->click();
        QCOMPARE(all.size(), 1);
    }

    /// A layout asks at any time; what is painted fits the chip's place all the same.
    void askingForItsSizeChangesNoChip()
    {
        Strip window(4);
        window.strip.resize(window.strip.sizeHint().width() - 1, window.strip.height());
        const SourceChip *chip = window.chips().constFirst();
        QCOMPARE(chip->sizeHint().width(), chip->width());
        QVERIFY(window.strip.sizeHint().width() > window.strip.width());
        QCOMPARE(chip->sizeHint().width(), chip->width());
    }

    void chipsStayWhereTheyAreWhileAgesPass_data()
    {
        QTest::addColumn<qint64>("age");
        QTest::newRow("just now") << qint64{0};
        QTest::newRow("two minutes") << 2 * UtcMicros::PerMinute;
        QTest::newRow("twelve minutes") << 12 * UtcMicros::PerMinute;
        QTest::newRow("59 minutes") << 59 * UtcMicros::PerMinute;
        QTest::newRow("twenty hours") << 20 * UtcMicros::PerHour;
        QTest::newRow("99 days") << 99 * UtcMicros::PerDay;
    }

    void chipsStayWhereTheyAreWhileAgesPass()
    {
        QFETCH(const qint64, age);
        Strip window(4);
        const QSize whole = window.strip.sizeHint();
        const auto places = [&window] {
            QList<QRect> rects;
            for (const SourceChip *chip : window.chips())
                rects += chip->geometry();
            return rects;
        };
        const QList<QRect> before = places();
        window.model.setNow(UtcMicros{age});
        QCOMPARE(places(), before);
        QCOMPARE(window.strip.sizeHint(), whole);
    }

    /// The first sync ends while somebody points at a chip.
    void theFirstAgeMovesNoChip()
    {
        Strip window(3);
        QList<SourceRow> rows = window.model.rows();
        rows[0].lastSuccess.reset();
        window.model.setRows(rows);
        const QRect last = window.chips().constLast()->geometry();
        rows[0].lastSuccess = UtcMicros{UtcMicros::PerHour};
        window.model.setRows(rows);
        QCOMPARE(window.chips().constLast()->geometry(), last);
    }

    void theToolTipSaysWhenTheNextSyncIs()
    {
        Strip window(2);
        QList<SourceRow> rows = window.model.rows();
        rows[1].nextSync = UtcMicros{UtcMicros::PerHour + 12 * UtcMicros::PerMinute};
        window.model.setRows(rows);
        const auto toolTip = [&window](const QString &name) {
            return window.strip.findChild<SourceChip *>("sourceChip_"_L1 + name)->toolTip();
        };
        QVERIFY2(toolTip(u"source1"_s).contains(u"Next sync: in 12 minute(s)"_s),
                 qPrintable(toolTip(u"source1"_s)));
        QVERIFY(!toolTip(u"source0"_s).contains(u"Next sync"_s));
        window.model.setNow(UtcMicros{UtcMicros::PerHour + 10 * UtcMicros::PerMinute});
        QVERIFY2(toolTip(u"source1"_s).contains(u"in 2 minute(s)"_s), qPrintable(toolTip(u"source1"_s)));
    }

    void aFailureIsAnnouncedOnce()
    {
        Strip window(4);
        const QSignalSpy announced(window.failed()->findChild<Announcer *>(), &Announcer::announced);
        QList<SourceRow> rows = window.model.rows();
        rows[1].state = SourceRow::State::Failed;
        window.model.setRows(rows);
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced.first().first().toString(), u"1 of 4 source(s) failed"_s);
        window.model.setNow(UtcMicros{2 * UtcMicros::PerHour}); // the ages are others
        QCOMPARE(announced.size(), 1);
        rows[2].state = SourceRow::State::Failed;
        window.model.setRows(rows);
        QCOMPARE(announced.size(), 2);
    }

    void saysHowManyFailedUntilNoneDoes()
    {
        Strip window(3);
        QVERIFY(!window.failed()->isVisible());
        QList<SourceRow> rows = window.model.rows();
        rows[1].state = SourceRow::State::Failed;
        window.model.setRows(rows);
        QVERIFY(window.failed()->isVisible());
        QCOMPARE(window.failed()->accessibleName(), u"1 of 3 source(s) failed"_s);
        QCOMPARE(window.strip.findChild<SourceChip *>(u"sourceChip_source1"_s)->accessibleName(),
                 u"source1: Failed, needs attention"_s);
        QSignalSpy all(&window.strip, &SourceStrip::allRequested);
        window.failed()->click();
        QCOMPARE(all.first().first().toString(), u"source1"_s);
        rows[1].state = SourceRow::State::UpToDate;
        window.model.setRows(rows);
        QVERIFY(!window.failed()->isVisible());
    }

    /// Away from the chip, and without squeezing what is in it.
    void aPopoverGrowsWithItsMessage()
    {
        Strip window(1);
        window.chips().constFirst()->click();
        SourcePopover &popover = window.strip.popover();
        QVERIFY(QTest::qWaitForWindowExposed(&popover));
        const QRect anchor(QPoint(10, popover.screen()->availableGeometry().bottom() - 20), QSize(100, 20));
        popover.open(u"source0"_s, anchor);
        const int height = popover.height();
        const auto *details = popover.findChild<QPlainTextEdit *>(u"popoverDetails"_s);
        const int detailsHeight = details->height();
        popover.strip().show(MessageStrip::Kind::Error, u"The server refused it. "_s.repeated(12));
        // Showing the strip makes room at once, the popover is moved with the layout request after it.
        QTRY_VERIFY2(popover.height() > height && popover.geometry().bottom() < anchor.top(),
                     qPrintable(QString::number(popover.geometry().bottom())));
        const auto *text = popover.strip().findChild<QLabel *>(u"messageText"_s);
        QTRY_COMPARE(text->height(), text->heightForWidth(text->width()));
        QCOMPARE(details->height(), detailsHeight);
        QVERIFY(popover.geometry().bottom() < anchor.top());
        popover.strip().hide();
        QTRY_COMPARE(popover.height(), height);
        popover.close();
    }

    void noNameMakesAPopoverWide()
    {
        Strip window(1);
        QList<SourceRow> rows = window.model.rows();
        rows[0].name = QString(100, u'W');
        window.model.setRows(rows);
        window.strip.resize(window.strip.sizeHint());
        SourcePopover &popover = window.strip.popover();
        popover.open(rows[0].name, {});
        QCOMPARE(popover.width(), 460);
        const auto *title = popover.findChild<QLabel *>(u"popoverTitle"_s);
        QTRY_VERIFY(title->toolTip().contains(u"WWW"_s));
        QVERIFY(window.chips().constFirst()->width() < 250);
        popover.close();
    }
};

TRAILGLASS_GUI_TEST(SourceStripTest)
#include "tst_sourcestrip.moc"
