// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/histogram/histogramsample.h"
#include "tests/runner/testclass.h"
#include "views/histogram/coveragestrips.h"
#include "views/histogram/histogramchart.h"
#include "views/histogram/histogramview.h"

#include <QAccessible>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

enum class DragEnd
{
    Release,
    Hiding,
    LostRelease
};

} // namespace

class HistogramViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void aDragChoosesWholeBins_data();
    void aDragChoosesWholeBins();
    void aClickChoosesItsBin_data();
    void aClickChoosesItsBin();
    void aClickBesideTheBarsChoosesNothing();
    void newBarsLeaveADragAlone_data();
    void newBarsLeaveADragAlone();
    void aDragThatLosesItsBarsLeavesNothing();
    void escapeEndsADrag();
    void barsOfTheKeysAreKeptByTheirTime_data();
    void barsOfTheKeysAreKeptByTheirTime();
    void whatWasChosenIsLetGo();
    void theWheelZoomsOnceForManyTurns();
    void theLegendSaysWhatTheStripsAre();
    void keysMoveExtendAndChoose();
    void keysAndButtonsGoBack();
    void theBinUnderTheCursorIsSaid();
    void aScreenReaderHearsTheBarsAsAValue();
    void aToolTipHasALineForEachValue();
    void aToolTipShowsHostileNamesAsTheyAre();
    void theStripOfASourceSaysWhenItWasSynced();
    void noSentenceCoversTheStrips();
    void theMomentOfTheSelectedEventIsMarked();
    void theHeaderNamesTheWidthOfABar();
    void isAsHighAsItIsMade();
    void theSplitIsChosenAndReported();
    void asksForBinsThatFitTheWidth();
    void manyIntervalsArePainted();

private:
    [[nodiscard]] QPoint binCentre(int bin) const
    {
        return m_chart->geometry().rect(bin, bin).center().toPoint();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_chart, key, modifiers); }
    [[nodiscard]] QString spokenValue() const;
    [[nodiscard]] QString toolTipAt(const QPoint &point) const;
    /// The hours of the last chosen interval; empty when none was.
    [[nodiscard]] QString chosen() const;
    void hover(int bin) const; ///< without a button

    std::unique_ptr<HistogramView> m_view;
    HistogramChart *m_chart = nullptr;
    std::unique_ptr<QSignalSpy> m_intervals;
    std::unique_ptr<QSignalSpy> m_backs;
};

void HistogramViewTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_view = std::make_unique<HistogramView>();
    m_view->resize(800, m_view->sizeHint().height());
    m_chart = m_view->findChild<HistogramChart *>(u"histogramChart"_s);
    m_intervals = std::make_unique<QSignalSpy>(m_view.get(), &HistogramView::intervalChosen);
    m_backs = std::make_unique<QSignalSpy>(m_view.get(), &HistogramView::backRequested);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_chart->setFocus();
    m_view->setResult(sampleResult());
}

QString HistogramViewTest::chosen() const
{
    if (m_intervals->isEmpty())
        return {};
    const auto hour = [this](int argument) {
        const auto time = m_intervals->constLast().at(argument).value<UtcMicros>();
        return QString::number(static_cast<double>(time - midnight()) / UtcMicros::PerHour);
    };
    return hour(0) + u".."_s + hour(1);
}

void HistogramViewTest::hover(int bin) const
{
    const QPoint place = binCentre(bin);
    QMouseEvent move(QEvent::MouseMove, place, m_chart->mapToGlobal(place), Qt::NoButton, {}, {});
    QCoreApplication::sendEvent(m_chart, &move);
}

void HistogramViewTest::aDragChoosesWholeBins_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("interval");

    QTest::newRow("to the right") << 3 << 6 << u"3..7"_s;
    QTest::newRow("to the left") << 6 << 3 << u"3..7"_s;
    QTest::newRow("over the whole") << 0 << 23 << u"0..24"_s;
}

void HistogramViewTest::aDragChoosesWholeBins()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QTest::mousePress(m_chart, Qt::LeftButton, {}, binCentre(from));
    QTest::mouseMove(m_chart, binCentre((from + to) / 2));
    QTest::mouseMove(m_chart, binCentre(to));
    QVERIFY(m_intervals->isEmpty());
    QTest::mouseRelease(m_chart, Qt::LeftButton, {}, binCentre(to));
    QCOMPARE(m_intervals->size(), 1);
    QTEST(chosen(), "interval");
}

void HistogramViewTest::aClickChoosesItsBin_data()
{
    QTest::addColumn<int>("bin");
    QTest::addColumn<bool>("isDouble");
    QTest::addColumn<QString>("interval");

    QTest::newRow("one with events") << 4 << false << u"4..5"_s;
    QTest::newRow("one without") << 9 << false << u"9..10"_s;
    QTest::newRow("by a double click") << 4 << true << u"4..5"_s;
}

void HistogramViewTest::aClickChoosesItsBin()
{
    QFETCH(const int, bin);
    QFETCH(const bool, isDouble);
    HistogramResult result = sampleResult();
    result.histogram.counts[0][9] = 0;
    m_view->setResult(result);
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, binCentre(bin));
    if (isDouble) // what comes after the first click
        QTest::mouseDClick(m_chart, Qt::LeftButton, {}, binCentre(bin));
    QCOMPARE(m_intervals->size(), 1);
    QTEST(chosen(), "interval");
    QVERIFY(m_backs->isEmpty());
    key(Qt::Key_Left); // from where the click was
    key(Qt::Key_Return);
    QCOMPARE(chosen(), u"%1..%2"_s.arg(bin - 1).arg(bin));
}

void HistogramViewTest::aClickBesideTheBarsChoosesNothing()
{
    const QRect plot = m_chart->geometry().plot().toAlignedRect();
    for (const int x : {plot.left() - 3, plot.right() + 3})
        QTest::mouseClick(m_chart, Qt::LeftButton, {}, QPoint(x, plot.center().y()));
    QVERIFY(m_intervals->isEmpty());
}

void HistogramViewTest::newBarsLeaveADragAlone_data()
{
    QTest::addColumn<DragEnd>("end");
    QTest::addColumn<QString>("interval");
    QTest::newRow("until the button is released") << DragEnd::Release << u"3..10"_s;
    QTest::newRow("until the histogram is hidden") << DragEnd::Hiding << QString();
    QTest::newRow("until the mouse comes back without its button") << DragEnd::LostRelease << QString();
}

/// Events that arrive meanwhile make other bars.
void HistogramViewTest::newBarsLeaveADragAlone()
{
    QFETCH(const DragEnd, end);
    QTest::mousePress(m_chart, Qt::LeftButton, {}, binCentre(3));
    QTest::mouseMove(m_chart, binCentre(9));
    HistogramResult later = sampleResult();
    later.histogram.bins.push_back(
        {midnight() + UtcMicros::PerDay, midnight() + UtcMicros::PerDay + UtcMicros::PerHour});
    for (std::vector<qint64> &counts : later.histogram.counts)
        counts.push_back(7);
    m_view->setResult(later);
    QCOMPARE(m_chart->geometry().bins(), 24);
    if (end == DragEnd::Release)
        QTest::mouseRelease(m_chart, Qt::LeftButton, {}, binCentre(9));
    else if (end == DragEnd::Hiding)
        m_view->hide();
    else
        hover(5);
    QTEST(chosen(), "interval");
    QCOMPARE(m_chart->geometry().bins(), 25);
}

/// The view keeps them back during a drag; the chart alone takes them.
void HistogramViewTest::aDragThatLosesItsBarsLeavesNothing()
{
    HistogramResult later = sampleResult();
    later.histogram.bins.pop_back();
    for (std::vector<qint64> &counts : later.histogram.counts)
        counts.pop_back();
    const QSignalSpy ended(m_chart, &HistogramChart::dragEnded);
    QTest::mousePress(m_chart, Qt::LeftButton, {}, binCentre(3));
    QTest::mouseMove(m_chart, binCentre(9));
    m_chart->setResult(later, Field::Outcome);
    QVERIFY(!m_chart->isDragging());
    QCOMPARE(ended.size(), 1);
    QTest::mouseRelease(m_chart, Qt::LeftButton, {}, binCentre(9));
    key(Qt::Key_Return); // the keys are at no bar
    QVERIFY2(m_intervals->isEmpty(), qPrintable(chosen()));
}

void HistogramViewTest::escapeEndsADrag()
{
    QTest::mousePress(m_chart, Qt::LeftButton, {}, binCentre(3));
    QTest::mouseMove(m_chart, binCentre(9));
    key(Qt::Key_Escape);
    QTest::mouseRelease(m_chart, Qt::LeftButton, {}, binCentre(9));
    QVERIFY(m_intervals->isEmpty());
}

void HistogramViewTest::barsOfTheKeysAreKeptByTheirTime_data()
{
    QTest::addColumn<int>("extensions");
    QTest::addColumn<int>("from"); // of the new bars, in hours
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("interval");

    QTest::newRow("later events") << 0 << 0 << 1 << u"5..6"_s;
    QTest::newRow("earlier events") << 0 << -3 << 1 << u"5..6"_s;
    QTest::newRow("wider bars") << 0 << 0 << 2 << u"4..6"_s;
    QTest::newRow("no such time any more") << 0 << 24 << 1 << QString();
    QTest::newRow("several, later events") << 2 << 0 << 1 << u"5..8"_s;
    QTest::newRow("several, earlier events") << 2 << -3 << 1 << u"5..8"_s;
    QTest::newRow("several, wider bars") << 2 << 0 << 3 << u"3..9"_s;
    QTest::newRow("the last of several") << 2 << 6 << 1 << u"7..8"_s;
}

/// Events arrive, by a sync or an import.
void HistogramViewTest::barsOfTheKeysAreKeptByTheirTime()
{
    QFETCH(const int, extensions);
    QFETCH(const int, from);
    QFETCH(const int, width);
    key(Qt::Key_Home);
    for (int step = 0; step < 5; ++step)
        key(Qt::Key_Right);
    for (int step = 0; step < extensions; ++step)
        key(Qt::Key_Right, Qt::ShiftModifier);

    constexpr int Bars = 30;
    HistogramResult later = sampleResult();
    later.histogram.bins.clear();
    for (int bar = 0; bar < Bars; ++bar) {
        const UtcMicros start = midnight() + (from + bar * width) * UtcMicros::PerHour;
        later.histogram.bins.push_back({start, start + width * UtcMicros::PerHour});
    }
    later.histogram.counts = {std::vector<qint64>(Bars, 10), std::vector<qint64>(Bars, 0)};
    m_view->setResult(later);
    key(Qt::Key_Return);
    QTEST(chosen(), "interval");
}

/// The bars that come next are all of what was chosen.
void HistogramViewTest::whatWasChosenIsLetGo()
{
    key(Qt::Key_Home);
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Return);
    QCOMPARE(chosen(), u"0..2"_s);
    HistogramResult finer = sampleResult();
    for (std::size_t bar = 0; bar < finer.histogram.bins.size(); ++bar) {
        const UtcMicros start = midnight() + static_cast<qint64>(bar) * 5 * UtcMicros::PerMinute;
        finer.histogram.bins[bar] = {start, start + 5 * UtcMicros::PerMinute};
    }
    m_view->setResult(finer);
    key(Qt::Key_Return);
    QCOMPARE(m_intervals->size(), 1);
}

void HistogramViewTest::theWheelZoomsOnceForManyTurns()
{
    const auto turn = [this](int delta, Qt::KeyboardModifiers keys = Qt::ControlModifier) {
        const QPointF at = binCentre(6);
        QWheelEvent event(at, m_chart->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(m_chart, &event);
        QVERIFY(event.isAccepted());
    };
    for (int past = 0; past < 5; ++past)
        turn(120, Qt::NoModifier); // whoever scrolls past it does not mean it
    turn(120);
    turn(120);
    QVERIFY(m_intervals->isEmpty());
    QTRY_COMPARE(m_intervals->size(), 1);
    const auto from = m_intervals->constLast().at(0).value<UtcMicros>();
    const auto to = m_intervals->constLast().at(1).value<UtcMicros>();
    QVERIFY(from > midnight() && to < midnight() + UtcMicros::PerDay);
    QVERIFY(from < midnight() + 6 * UtcMicros::PerHour && to > midnight() + 7 * UtcMicros::PerHour);
    QVERIFY(to - from > 8 * UtcMicros::PerHour); // of two turns
    turn(-240);
    QTRY_COMPARE(m_intervals->size(), 2);
    QVERIFY(m_intervals->constLast().at(0).value<UtcMicros>() < midnight());
}

/// Of sources that are synced whole, too: nobody has to point at a strip to learn what it is.
void HistogramViewTest::theLegendSaysWhatTheStripsAre()
{
    auto *legend = m_view->findChild<QWidget *>(u"histogramLegend"_s);
    const auto picture = [legend] {
        return legend->grab().toImage();
    };
    HistogramResult result = sampleResult();
    result.sources.front().gaps.clear();
    m_view->setResult(result);
    const QImage synced = picture();
    result.sources.clear(); // such as of an archive: no strips
    m_view->setResult(result);
    QVERIFY(picture() != synced);
    m_view->setResult(sampleResult());
    QVERIFY(picture() != synced); // part of it is not
}

void HistogramViewTest::keysMoveExtendAndChoose()
{
    key(Qt::Key_Return); // at no bin
    QVERIFY(m_intervals->isEmpty());
    key(Qt::Key_Left);
    key(Qt::Key_Return);
    QCOMPARE(chosen(), u"23..24"_s);
    key(Qt::Key_Home);
    key(Qt::Key_Left);
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Return);
    QCOMPARE(chosen(), u"0..3"_s);
    key(Qt::Key_Right); // without Shift the choice is let go
    key(Qt::Key_Enter);
    QCOMPARE(chosen(), u"3..4"_s);
    key(Qt::Key_End, Qt::ShiftModifier);
    key(Qt::Key_Escape);
    const qsizetype before = m_intervals->size();
    key(Qt::Key_Return);
    QCOMPARE(m_intervals->size(), before);
    key(Qt::Key_Right);
    key(Qt::Key_Plus);
    QTRY_COMPARE(m_intervals->size(), before + 1);
    QVERIFY(chosen().startsWith(u"0.."_s));
}

void HistogramViewTest::keysAndButtonsGoBack()
{
    auto *button = m_view->findChild<QToolButton *>(u"histogramBack"_s);
    QVERIFY(!button->isEnabled());
    m_view->setBackEnabled(true);
    button->click();
    key(Qt::Key_Backspace);
    key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_backs->size(), 3);
    QVERIFY(m_intervals->isEmpty());
}

void HistogramViewTest::theBinUnderTheCursorIsSaid()
{
    const auto *text = m_view->findChild<QLabel *>(u"histogramText"_s);
    QCOMPARE(m_chart->accessibleName(), u"Histogram of events over time"_s);
    QTRY_VERIFY(m_chart->hasFocus());
    key(Qt::Key_Home);
    for (int step = 0; step < 5; ++step)
        key(Qt::Key_Right);
    QVERIFY(text->text().startsWith(u"2026-11-20 05:00"_s) && text->isVisible());
    key(Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    hover(7);
    QVERIFY2(text->text().startsWith(u"2026-11-20 07:00"_s), qPrintable(text->text()));
    // What the colours are is needed just then.
    QVERIFY(m_view->findChild<QWidget *>(u"histogramLegend"_s)->isVisible());
    m_view->resize(300, m_view->height()); // no room for all of it
    QTRY_VERIFY(text->toolTip().contains(u"2026-11-20 07:00"_s));
}

QString HistogramViewTest::spokenValue() const
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_chart);
    return spoken ? spoken->text(QAccessible::Value) : QString();
}

void HistogramViewTest::aScreenReaderHearsTheBarsAsAValue()
{
    QCOMPARE(QAccessible::queryAccessibleInterface(m_chart)->role(), QAccessible::Chart);
    QVERIFY2(spokenValue().contains(u"241 event(s)"_s), qPrintable(spokenValue()));
    key(Qt::Key_Home);
    for (int step = 0; step < 5; ++step)
        key(Qt::Key_Right);
    QVERIFY2(spokenValue().startsWith(u"2026-11-20 05:00"_s), qPrintable(spokenValue()));
    QVERIFY2(spokenValue().contains(u"11 event(s), failure: 1, success: 10"_s), qPrintable(spokenValue()));
    key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY2(spokenValue().contains(u"21 event(s)"_s), qPrintable(spokenValue()));
    key(Qt::Key_Escape);
    QVERIFY2(spokenValue().contains(u"241 event(s)"_s), qPrintable(spokenValue()));
    QCOMPARE(m_view->findChild<QWidget *>(u"histogramLegend"_s)->accessibleName(),
             u"Legend of the histogram: failure, success"_s);
}

QString HistogramViewTest::toolTipAt(const QPoint &point) const
{
    QHelpEvent event(QEvent::ToolTip, point, m_chart->mapToGlobal(point));
    QCoreApplication::sendEvent(m_chart, &event);
    return QToolTip::text();
}

void HistogramViewTest::aToolTipHasALineForEachValue()
{
    const QString tip = toolTipAt(binCentre(5));
    QVERIFY2(tip.contains(u"11 event(s)\nfailure: 1\nsuccess: 10\nClick a bar, or drag over several"_s),
             qPrintable(tip));
    QVERIFY2(!tip.contains(u"LF"_s), qPrintable(tip));
    QToolTip::hideText();
}

void HistogramViewTest::theStripOfASourceSaysWhenItWasSynced()
{
    const auto place = [this](int bin) {
        return QPoint(binCentre(bin).x(), static_cast<int>(m_chart->geometry().plot().bottom()) + 2);
    };
    QVERIFY2(toolTipAt(place(3)).contains(u"work: synced"_s), qPrintable(QToolTip::text()));
    QVERIFY2(
        toolTipAt(place(22)).contains(u"work: not synced, so events may be missing: 2026-11-20 20:00 – "_s),
        qPrintable(QToolTip::text()));
    QToolTip::hideText();
    // Hatching is where the gap is, and nowhere among the bars.
    const QImage with = m_chart->grab().toImage();
    HistogramResult complete = sampleResult();
    complete.sources.front().gaps.clear();
    m_view->setResult(complete);
    const QImage without = m_chart->grab().toImage();
    const auto differs = [&](int bin, int from, int to) {
        for (int y = from; y < to; ++y) {
            for (int x = binCentre(bin).x() - 5; x < binCentre(bin).x() + 5; ++x) {
                if (with.pixel(x, y) != without.pixel(x, y))
                    return true;
            }
        }
        return false;
    };
    const int axis = place(0).y() - 1;
    QVERIFY(differs(22, axis, axis + 4));
    QVERIFY(!differs(3, axis, axis + 4));
    QVERIFY(!differs(22, 0, axis - 2));
}

void HistogramViewTest::noSentenceCoversTheStrips()
{
    HistogramResult some = sampleResult();
    // A scale of one digit, as that of no event.
    some.histogram.counts = {std::vector<qint64>(24, 5), std::vector<qint64>(24, 0)};
    HistogramResult none = some;
    none.histogram.values.clear();
    none.histogram.counts.clear();
    const auto picture = [](const HistogramResult &result) {
        HistogramChart chart;
        chart.resize(600, 96);
        chart.setResult(result, Field::Outcome);
        const int top = static_cast<int>(std::ceil(chart.geometry().plot().bottom())) + 1;
        return chart.grab(QRect(0, top, chart.width(), coverageHeight(result.sources.size()))).toImage();
    };
    QCOMPARE(picture(none), picture(some));
}

void HistogramViewTest::theMomentOfTheSelectedEventIsMarked()
{
    const QImage before = m_chart->grab().toImage();
    m_view->setMarkedTime(midnight() + 90 * UtcMicros::PerMinute);
    const QImage marked = m_chart->grab().toImage();
    QVERIFY(marked != before);
    m_view->setMarkedTime(midnight() + 10 * UtcMicros::PerHour);
    QVERIFY(m_chart->grab().toImage() != marked);
    m_view->setMarkedTime(midnight() - UtcMicros::PerHour); // not among the bars
    QCOMPARE(m_chart->grab().toImage(), before);
    m_view->setMarkedTime(std::nullopt);
    QCOMPARE(m_chart->grab().toImage(), before);
}

void HistogramViewTest::theHeaderNamesTheWidthOfABar()
{
    QCOMPARE(m_view->findChild<QLabel *>(u"histogramBarWidth"_s)->text(), u"1 bar = 1 hour(s)"_s);
    QSignalSpy closed(m_view.get(), &HistogramView::closeRequested);
    m_view->findChild<QToolButton *>(u"histogramClose"_s)->click();
    QCOMPARE(closed.size(), 1);
}

void HistogramViewTest::aToolTipShowsHostileNamesAsTheyAre()
{
    m_view->setResult(sampleResult(u"<img src=x>\u202Eevil"_s));
    QHelpEvent event(QEvent::ToolTip, binCentre(22), m_chart->mapToGlobal(binCentre(22)));
    QCoreApplication::sendEvent(m_chart, &event);
    QTRY_VERIFY(QToolTip::isVisible());
    const QString tip = QToolTip::text();
    QVERIFY2(tip.contains(u"&lt;img src=x&gt;&lt;U+202E&gt;evil"_s), qPrintable(tip));
    QVERIFY(!tip.contains(u'\u202E') && !tip.contains(u"<img"_s));
    key(Qt::Key_End);
    QVERIFY(spokenValue().contains(u"<U+202E>evil"_s));
    QToolTip::hideText();
}

void HistogramViewTest::isAsHighAsItIsMade()
{
    const int usual = m_view->sizeHint().height();
    QVERIFY2(usual >= 90 && usual <= 120, qPrintable(QString::number(usual)));
    const auto barsHeight = [this] {
        return m_chart->geometry().plot().height();
    };
    QVERIFY2(barsHeight() >= 60, qPrintable(QString::number(barsHeight())));
    const qreal before = barsHeight();
    m_view->resize(m_view->width(), usual + 80);
    QCOMPARE(barsHeight(), before + 80);
    const int height = m_view->height();
    const auto check = [&] {
        QVERIFY(!m_view->grab().isNull());
        QCOMPARE(m_view->height(), height);
        QTest::mouseClick(m_chart, Qt::LeftButton, {}, m_chart->rect().center());
        key(Qt::Key_Right);
        key(Qt::Key_Escape);
    };
    m_view->setResult({});
    check();
    m_view->setProblem({ErrorKind::Usage, u"<b>broken</b>\u202E "_s + QString(10'000, u'x')});
    check();
    QVERIFY(m_intervals->isEmpty());
    HistogramResult nothing = sampleResult();
    nothing.histogram.values.clear();
    nothing.histogram.counts.clear();
    m_view->setResult(nothing);
    check();
    m_view->setResult(sampleResult());
    check();
}

void HistogramViewTest::theSplitIsChosenAndReported()
{
    QSignalSpy splits(m_view.get(), &HistogramView::splitChosen);
    auto *combo = m_view->findChild<QComboBox *>(u"histogramSplit"_s);
    QCOMPARE(m_view->splitBy(), Field::Outcome);
    QVERIFY(!combo->accessibleName().isEmpty());
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(splits.size(), 1);
    QCOMPARE(splits.constLast().at(0).value<Field>(), Field::Vendor);
    m_view->setSplitBy(Field::Op);
    QCOMPARE(m_view->splitBy(), Field::Op);
    m_view->setSplitBy(Field::Raw);
    QCOMPARE(m_view->splitBy(), Field::Op);
    QCOMPARE(splits.size(), 1);
}

void HistogramViewTest::asksForBinsThatFitTheWidth()
{
    QSignalSpy wanted(m_view.get(), &HistogramView::resultRequested);
    const int before = m_view->maxBins();
    QVERIFY(before > 100);
    QVERIFY(before * 2.6 > m_chart->width()); // a quarter beside the inspector has bars of six hours
    m_view->resize(400, m_view->height());
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(m_view->maxBins() < before);
    m_view->resize(5'000, m_view->height());
    QTRY_COMPARE(wanted.size(), 2);
    QCOMPARE(m_view->maxBins(), 400);
}

void HistogramViewTest::manyIntervalsArePainted()
{
    HistogramResult result = sampleResult();
    result.sources.front().gaps.clear();
    for (int second = 0; second < 80'000; second += 2)
        result.sources.front().gaps.push_back(
            {midnight() + second * UtcMicros::PerSecond, midnight() + (second + 1) * UtcMicros::PerSecond});
    const QImage before = m_chart->grab().toImage();
    m_view->setResult(result);
    QVERIFY(m_chart->grab().toImage() != before);
}

TRAILGLASS_GUI_TEST(HistogramViewTest)
#include "tst_histogramview.moc"
