// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"
#include "models/filter/filter.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/histogram/histogramchart.h"

#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The histogram in the real window, over the demo's events.
class HistogramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(10);
        m_stage->openFilled();
        QVERIFY(m_stage->shows(all()));
        m_chart = m_stage->find<HistogramChart>(u"histogramChart"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_chart->geometry().bins() > 10, WindowStage::Patience);
        m_edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
    }
    void cleanup() { m_stage.reset(); }

    void aDragNarrowsFilterTableAndHistogram()
    {
        const auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        const int rows = table->model()->rowCount();
        m_stage->filter(u"op:auth,create,update"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() < rows, WindowStage::Patience);
        const QString before = m_stage->shownCount();
        const TimeWindow wanted =
            settledWindow(m_chart->geometry().bins() / 3, m_chart->geometry().bins() / 2);

        drag(m_chart->geometry().bins() / 3, m_chart->geometry().bins() / 2);

        QVERIFY2(m_edit->text().startsWith(u"op:auth,create,update created:20"_s),
                 qPrintable(m_edit->text()));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount() != before, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(shown() == wanted, WindowStage::Patience);
        QVERIFY(table->model()->rowCount() > 0);
        // The bars count what the table has.
        QTRY_COMPARE(shownEvents(), table->model()->rowCount());

        auto *back = m_stage->find<QToolButton>(u"histogramBack"_s);
        QVERIFY(back->isEnabled());
        back->click();
        QCOMPARE(m_edit->text(), u"op:auth,create,update"_s);
        QVERIFY(!back->isEnabled());
        QVERIFY(m_stage->shows(before));
    }

    void stepsBackRestoreWhatWasTyped()
    {
        m_stage->filter(u"created:>=2026-09 created:<2026-11"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown().from >= *parseTime("2026-08-30T00:00:00Z"), WindowStage::Patience);
        drag(2, 6);
        QTRY_VERIFY_WITH_TIMEOUT(m_chart->geometry().bins() > 6 && shown().from, WindowStage::Patience);
        const QString first = m_edit->text();
        QVERIFY(!first.contains(u">="_s));
        m_edit->setText(first + u" op:auth"_s);
        QTest::keyClick(m_chart, Qt::Key_Backspace);
        QCOMPARE(m_edit->text(), u"op:auth created:>=2026-09 created:<2026-11"_s);
        QTest::keyClick(m_chart, Qt::Key_Backspace); // to before it was typed
        QCOMPARE(m_edit->text(), u"op:auth"_s);
        QTest::keyClick(m_chart, Qt::Key_Backspace); // nowhere to go
        QCOMPARE(m_edit->text(), u"op:auth"_s);
    }

    void stepsBackLeaveNoTypedIntervalOut()
    {
        drag(2, 6);
        const QString dragged = m_edit->text();
        m_stage->window().activateWindow();
        m_edit->setFocus();
        m_edit->selectAll();
        QTest::keyClicks(m_edit, u"created:2026-10-02"_s); // one step, not one for each letter
        QCOMPARE(m_edit->text(), u"created:2026-10-02"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown().from >= *parseTime("2026-10-01T12:00:00Z")
                                     && shown().to <= *parseTime("2026-10-03T12:00:00Z"),
                                 WindowStage::Patience);
        drag(2, 6);
        QTRY_VERIFY(m_edit->text() != u"created:2026-10-02"_s);

        auto *back = m_stage->find<QToolButton>(u"histogramBack"_s);
        back->click();
        QCOMPARE(m_edit->text(), u"created:2026-10-02"_s);
        back->click();
        QCOMPARE(m_edit->text(), dragged);
    }

    void aClickShowsABarAloneAndIsUndone()
    {
        const int bin = m_chart->geometry().bins() / 2;
        const TimeWindow wanted = m_chart->geometry().window(bin, bin);
        QTest::mouseClick(m_chart, Qt::LeftButton, {}, m_chart->geometry().rect(bin, bin).center().toPoint());
        QVERIFY2(m_edit->text().startsWith(u"created:2026-"_s), qPrintable(m_edit->text()));
        QTRY_VERIFY_WITH_TIMEOUT(shown() == wanted, WindowStage::Patience);
        m_stage->window().actions().undoFilter->trigger();
        QCOMPARE(m_edit->text(), QString());
        QVERIFY(m_stage->shows(all()));
    }

    void keysZoomToABar()
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart, Qt::Key_Home);
        QTest::keyClick(m_chart, Qt::Key_Right);
        const TimeWindow wanted = m_chart->geometry().window(1, 1);
        QTest::keyClick(m_chart, Qt::Key_Return);
        QVERIFY2(m_edit->text().startsWith(u"created:2026-"_s), qPrintable(m_edit->text()));
        QTRY_VERIFY_WITH_TIMEOUT(shown() == wanted, WindowStage::Patience);
    }

    void theMenuOfABarEditsTheFilter()
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart, Qt::Key_Home);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(m_chart, &event);
        QAction *exclude = m_stage->find<QMenu>(u"histogramExcludeMenu"_s)->actions().constFirst();
        const QString value = exclude->text();
        exclude->trigger();
        m_stage->find<QMenu>(u"histogramMenu"_s)->close();
        QCOMPARE(m_edit->text(), u"-outcome:"_s + value);
    }

    void moreThanEverythingIsNoFilter()
    {
        QTest::keyClick(m_chart, Qt::Key_Minus);
        QTest::keyClick(m_chart, Qt::Key_Minus);
        drag(0, m_chart->geometry().bins() - 1);
        QCOMPARE(m_edit->text(), QString());
    }

    void whatIsChosenIsRemembered()
    {
        auto *split = m_stage->find<QComboBox>(u"histogramSplit"_s);
        QCOMPARE(split->currentIndex(), 0);
        QTest::keyClick(split, Qt::Key_Down);
        QTRY_VERIFY(m_chart->geometry().bins() > 10);
        QAction *show = m_stage->window().actions().showHistogram;
        QVERIFY(show->isChecked() && m_chart->isVisible());
        show->trigger();
        QVERIFY(!m_chart->isVisible());
        m_stage->openFilled();
        QCOMPARE(m_stage->find<QComboBox>(u"histogramSplit"_s)->currentIndex(), 1);
        m_chart = m_stage->find<HistogramChart>(u"histogramChart"_s);
        QVERIFY(!m_chart->isVisible());
        QVERIFY(m_stage->shows(all()));
        QCOMPARE(m_chart->geometry().bins(), 0);
        m_stage->window().actions().showHistogram->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_chart->geometry().bins() > 10, WindowStage::Patience);
        QVERIFY(m_chart->isVisible());
    }

    void aFilterThatCannotRunIsSaid()
    {
        m_stage->filter(u"preset:none"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_chart->geometry().bins(), 0, WindowStage::Patience);
        m_stage->filter(QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_chart->geometry().bins() > 10, WindowStage::Patience);
    }

private:
    static QString all() { return u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370)); }

    [[nodiscard]] TimeWindow shown() const
    {
        const HistogramGeometry &geometry = m_chart->geometry();
        return geometry.isEmpty() ? TimeWindow() : geometry.window(0, geometry.bins() - 1);
    }
    /// Of bars \a first to \a last.
    [[nodiscard]] TimeWindow settledWindow(int first, int last) const
    {
        return m_chart->geometry().window(first, last);
    }
    /// As the bars say it: chosen from the first to the last.
    [[nodiscard]] int shownEvents()
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart, Qt::Key_Home);
        QTest::keyClick(m_chart, Qt::Key_End, Qt::ShiftModifier);
        const QString text = m_stage->find<QLabel>(u"histogramText"_s)->text();
        QTest::keyClick(m_chart, Qt::Key_Escape);
        static const QRegularExpression count(u"· ([0-9,.]+) events?"_s);
        return QLocale().toInt(count.match(text).captured(1));
    }
    void drag(int from, int to)
    {
        const auto centre = [this](int bin) {
            return m_chart->geometry().rect(bin, bin).center().toPoint();
        };
        const QPoint begin = centre(from);
        const QPoint end = centre(to);
        QTest::mousePress(m_chart, Qt::LeftButton, {}, begin);
        QTest::mouseMove(m_chart, (begin + end) / 2);
        QTest::mouseMove(m_chart, end);
        QTest::mouseRelease(m_chart, Qt::LeftButton, {}, end);
    }

    std::unique_ptr<WindowStage> m_stage;
    HistogramChart *m_chart = nullptr;
    QLineEdit *m_edit = nullptr;
};

TRAILGLASS_GUI_TEST(HistogramTest)
#include "tst_histogram.moc"
