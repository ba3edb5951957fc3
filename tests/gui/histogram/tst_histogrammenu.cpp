// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/histogram/histogramsample.h"
#include "tests/runner/testclass.h"
#include "views/histogram/histogramchart.h"
#include "views/histogram/histogramlegend.h"
#include "views/histogram/histogrammenu.h"
#include "views/histogram/histogramview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QPointer>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

class HistogramMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void aBarOffersItsTimeAndTheValuePointedAt();
    void aboveTheBarsThereIsTheTimeAlone();
    void zoomsToTheBar();
    void zoomsToWhatIsSelected();
    void copiesTheTimeAsAFilter();
    void theMenuKeyOffersEveryValueOfTheBar();
    void withoutABarThereIsNoMenu();
    void alsoForEventsWithoutAValue();
    void allOthersAreNoValue();
    void anEntryOfTheLegendOffersItsValue();
    void aClickOnAnEntryOfTheLegendIsForItsEvents();
    void offersTheFieldOfTheValuesAsAColumn();
    void hostileValuesAreShownAsTheyAre();

private:
    [[nodiscard]] QPoint inBar(int bin, qreal share) const
    {
        const QRectF bar = m_chart->geometry().rect(bin, bin);
        return QPointF(bar.center().x(), bar.bottom() - share * bar.height()).toPoint();
    }
    static HistogramMenu *menuOf(QWidget *widget, QContextMenuEvent::Reason reason, const QPoint &place)
    {
        QContextMenuEvent event(reason, place, widget->mapToGlobal(place));
        QCoreApplication::sendEvent(widget, &event);
        return widget->findChild<HistogramMenu *>(u"histogramMenu"_s);
    }
    [[nodiscard]] HistogramMenu *menuAt(const QPoint &place) const
    {
        return menuOf(m_chart, QContextMenuEvent::Mouse, place);
    }
    static QStringList textsOf(const QMenu *menu)
    {
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << (action->isSeparator() ? u"--"_s : action->text());
        return texts;
    }
    static void choose(QMenu *menu, const QString &name)
    {
        menu->findChild<QAction *>(name)->trigger();
        delete menu;
    }
    /// The last chosen value and what is to be done with it.
    [[nodiscard]] QString chosen() const
    {
        if (m_values->isEmpty())
            return {};
        const auto value = m_values->constLast().at(0).value<Filter::FieldValue>();
        const auto edit = m_values->constLast().at(1).value<FilterEdit>();
        const QString what = edit == FilterEdit::Only ? u"only "_s
            : edit == FilterEdit::Include             ? u"include "_s
                                                      : u"exclude "_s;
        return what + QString::fromStdString(value.value_or("(none)"));
    }

    std::unique_ptr<HistogramView> m_view;
    HistogramChart *m_chart = nullptr;
    std::unique_ptr<QSignalSpy> m_values;
    std::unique_ptr<QSignalSpy> m_intervals;
};

void HistogramMenuTest::init()
{
    m_view = std::make_unique<HistogramView>();
    m_view->resize(800, m_view->sizeHint().height());
    m_chart = m_view->findChild<HistogramChart *>(u"histogramChart"_s);
    m_values = std::make_unique<QSignalSpy>(m_view.get(), &HistogramView::valueChosen);
    m_intervals = std::make_unique<QSignalSpy>(m_view.get(), &HistogramView::intervalChosen);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_chart->setFocus();
    m_view->setResult(sampleResult());
}

void HistogramMenuTest::aBarOffersItsTimeAndTheValuePointedAt()
{
    HistogramMenu *menu = menuAt(inBar(5, 0.5));
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(
        textsOf(menu),
        QStringList({u"&Zoom to this time"_s, u"&Copy this time as a filter"_s, u"--"_s, u"&Only success"_s,
                     u"&Include success"_s, u"&Exclude success"_s, u"--"_s, u"&Add as column"_s}));
    choose(menu, u"histogramOnly"_s);
    QCOMPARE(chosen(), u"only success"_s);
    choose(menuAt(inBar(5, 0.03)), u"histogramExclude"_s);
    QCOMPARE(chosen(), u"exclude failure"_s);
    choose(menuAt(inBar(5, 0.03)), u"histogramInclude"_s);
    QCOMPARE(chosen(), u"include failure"_s);
}

void HistogramMenuTest::aboveTheBarsThereIsTheTimeAlone()
{
    HistogramMenu *menu = menuAt(inBar(6, 0.98));
    QCOMPARE(menu->actions().size(), 2);
}

void HistogramMenuTest::zoomsToTheBar()
{
    choose(menuAt(inBar(5, 0.3)), u"histogramZoom"_s);
    QCOMPARE(m_intervals->size(), 1);
    QCOMPARE(m_intervals->constLast().at(0).value<UtcMicros>(), midnight() + 5 * UtcMicros::PerHour);
    QCOMPARE(m_intervals->constLast().at(1).value<UtcMicros>(), midnight() + 6 * UtcMicros::PerHour);
}

void HistogramMenuTest::zoomsToWhatIsSelected()
{
    QTest::keyClick(m_chart, Qt::Key_Home);
    QTest::keyClick(m_chart, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_chart, Qt::Key_Right, Qt::ShiftModifier);
    choose(menuOf(m_chart, QContextMenuEvent::Keyboard, {}), u"histogramZoom"_s);
    QCOMPARE(m_intervals->constLast().at(0).value<UtcMicros>(), midnight());
    QCOMPARE(m_intervals->constLast().at(1).value<UtcMicros>(), midnight() + 3 * UtcMicros::PerHour);
    choose(menuAt(inBar(5, 0.3)), u"histogramZoom"_s); // beside the selection
    QCOMPARE(m_intervals->constLast().at(0).value<UtcMicros>(), midnight() + 5 * UtcMicros::PerHour);
}

void HistogramMenuTest::copiesTheTimeAsAFilter()
{
    choose(menuAt(inBar(5, 0.3)), u"histogramCopy"_s);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, u"created:2026-11-20T05:00..2026-11-20T05:59"_s);
}

void HistogramMenuTest::theMenuKeyOffersEveryValueOfTheBar()
{
    QVERIFY(!menuOf(m_chart, QContextMenuEvent::Keyboard, {}));
    QTest::keyClick(m_chart, Qt::Key_Home);
    HistogramMenu *menu = menuOf(m_chart, QContextMenuEvent::Keyboard, {});
    QCOMPARE(textsOf(menu->findChild<QMenu *>(u"histogramOnlyMenu"_s)), QStringList(u"success"_s));
    delete menu;
    for (int step = 0; step < 5; ++step)
        QTest::keyClick(m_chart, Qt::Key_Right);
    menu = menuOf(m_chart, QContextMenuEvent::Keyboard, {});
    auto *exclude = menu->findChild<QMenu *>(u"histogramExcludeMenu"_s);
    QCOMPARE(textsOf(exclude), QStringList({u"failure"_s, u"success"_s}));
    exclude->actions().at(0)->trigger();
    QCOMPARE(chosen(), u"exclude failure"_s);
}

void HistogramMenuTest::withoutABarThereIsNoMenu()
{
    m_view->setProblem({ErrorKind::Usage, u"broken"_s});
    QVERIFY(!menuAt(m_chart->rect().center()));
}

void HistogramMenuTest::alsoForEventsWithoutAValue()
{
    HistogramResult result = sampleResult();
    result.histogram.values = {"", "failure"};
    m_view->setResult(result);
    HistogramMenu *menu = menuAt(inBar(2, 0.3));
    QVERIFY(textsOf(menu).contains(u"&Only (no value)"_s));
    choose(menu, u"histogramExclude"_s);
    QCOMPARE(chosen(), u"exclude (none)"_s);
}

void HistogramMenuTest::allOthersAreNoValue()
{
    HistogramResult result = sampleResult();
    result.histogram.values = {"ann", std::string(OtherValues)};
    result.histogram.counts = {std::vector<qint64>(24, 5), std::vector<qint64>(24, 5)};
    m_view->setSplitBy(Field::Actor);
    m_view->setResult(result);
    HistogramMenu *menu = menuAt(inBar(2, 0.8));
    QCOMPARE(textsOf(menu), QStringList({u"&Zoom to this time"_s, u"&Copy this time as a filter"_s}));
    delete menu;
    choose(menuAt(inBar(2, 0.2)), u"histogramOnly"_s);
    QCOMPARE(chosen(), u"only ann"_s);
    auto *legend = m_view->findChild<HistogramLegend *>(u"histogramLegend"_s);
    m_values->clear();
    for (QPoint place(legend->width() - 2, legend->height() / 2); m_values->isEmpty() && place.x() > 0;
         place.rx() -= 4)
        QTest::mouseClick(legend, Qt::LeftButton, {}, place); // past “others”, which is the last one
    QCOMPARE(chosen(), u"only ann"_s);
}

void HistogramMenuTest::anEntryOfTheLegendOffersItsValue()
{
    auto *legend = m_view->findChild<HistogramLegend *>(u"histogramLegend"_s);
    QPoint place(4, legend->height() / 2);
    // Ahead of the first entry.
    QVERIFY(!menuOf(legend, QContextMenuEvent::Mouse, place));
    HistogramMenu *menu = nullptr;
    for (; !menu && place.x() < legend->width(); place.rx() += 4)
        menu = menuOf(legend, QContextMenuEvent::Mouse, place);
    QVERIFY(menu);
    QCOMPARE(textsOf(menu),
             QStringList({u"&Only failure"_s, u"&Include failure"_s, u"&Exclude failure"_s, u"--"_s,
                          u"&Add as column"_s}));
    choose(menu, u"histogramOnly"_s);
    QCOMPARE(chosen(), u"only failure"_s);
    QVERIFY(!menuOf(legend, QContextMenuEvent::Mouse, QPoint(legend->width() - 2, 4)));
}

void HistogramMenuTest::aClickOnAnEntryOfTheLegendIsForItsEvents()
{
    auto *legend = m_view->findChild<HistogramLegend *>(u"histogramLegend"_s);
    QTest::mouseClick(legend, Qt::LeftButton, {}, QPoint(legend->width() - 2, 4)); // after the last one
    QCOMPARE(chosen(), QString());
    for (QPoint place(4, legend->height() / 2); m_values->isEmpty() && place.x() < legend->width();
         place.rx() += 4)
        QTest::mouseClick(legend, Qt::LeftButton, {}, place);
    QCOMPARE(chosen(), u"only failure"_s);
}

void HistogramMenuTest::offersTheFieldOfTheValuesAsAColumn()
{
    QSignalSpy column(m_view.get(), &HistogramView::columnRequested);
    choose(menuAt(inBar(5, 0.5)), u"histogramColumn"_s);
    QCOMPARE(column.size(), 1);
    QCOMPARE(column.constLast().first().toString(), u"outcome"_s);
    QTest::keyClick(m_chart, Qt::Key_Home);
    m_view->setSplitBy(Field::Op);
    choose(menuOf(m_chart, QContextMenuEvent::Keyboard, {}), u"histogramColumn"_s);
    QCOMPARE(column.constLast().first().toString(), u"op"_s);
    QTest::keyClick(m_chart, Qt::Key_Escape); // the legend has the room of what is said of a bar
    auto *legend = m_view->findChild<HistogramLegend *>(u"histogramLegend"_s);
    HistogramMenu *menu = nullptr;
    for (QPoint place(4, legend->height() / 2); !menu && place.x() < legend->width(); place.rx() += 4)
        menu = menuOf(legend, QContextMenuEvent::Mouse, place);
    QVERIFY(menu);
    choose(menu, u"histogramColumn"_s);
    QCOMPARE(column.size(), 3);
}

void HistogramMenuTest::hostileValuesAreShownAsTheyAre()
{
    HistogramResult result = sampleResult();
    result.histogram.values = {"a&b\u202E", "failure"};
    m_view->setResult(result);
    HistogramMenu *menu = menuAt(inBar(2, 0.3));
    QVERIFY(textsOf(menu).contains(u"&Exclude a&&b<U+202E>"_s));
    choose(menu, u"histogramOnly"_s);
    QCOMPARE(chosen(), u"only a&b\u202E"_s);
}

TRAILGLASS_GUI_TEST(HistogramMenuTest)
#include "tst_histogrammenu.moc"
