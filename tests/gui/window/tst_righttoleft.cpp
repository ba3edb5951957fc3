// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/cutcheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetview.h"
#include "views/filters/termchip.h"
#include "views/histogram/histogramchart.h"

#include <QMap>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The window in a language that is written from right to left.
class RightToLeftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_stage.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void everyPaneIsMirrored()
    {
        open(Qt::LeftToRight);
        const auto expected = settledPlaces();
        open(Qt::RightToLeft);
        const auto found = settledPlaces();
        QCOMPARE(found.keys(), expected.keys());
        for (auto place = expected.cbegin(); place != expected.cend(); ++place) {
            QRect mirrored = place.value();
            mirrored.moveRight(m_stage->window().width() - 1 - place.value().left());
            QVERIFY2(isNear(found.value(place.key()), mirrored),
                     qPrintable(u"%1: from %2 to %3, in the mirror from %4 to %5"_s.arg(place.key())
                                    .arg(found.value(place.key()).left())
                                    .arg(found.value(place.key()).right())
                                    .arg(mirrored.left())
                                    .arg(mirrored.right())));
        }
    }

    void nothingIsCut()
    {
        open(Qt::RightToLeft);
        QTRY_VERIFY2(cutPlaces(m_stage->window()).isEmpty(),
                     qPrintable(cutPlaces(m_stage->window()).join(u'\n')));
        m_stage->showSources();
        QTRY_VERIFY2(cutPlaces(m_stage->window()).isEmpty(),
                     qPrintable(cutPlaces(m_stage->window()).join(u'\n')));
    }

    void theTableBeginsAtTheRightAndTimeRunsOn()
    {
        open(Qt::RightToLeft);
        const auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QVERIFY(table->columnViewportPosition(0) > table->columnViewportPosition(1));
        const auto &geometry = m_stage->find<HistogramChart>(u"histogramChart"_s)->geometry();
        QTRY_VERIFY_WITH_TIMEOUT(geometry.bins() > 4, WindowStage::Patience);
        QVERIFY(geometry.rect(0, 0).left() < geometry.rect(1, 1).left());
    }

    void thePanesStayThereAfterARestart()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        m_stage = std::make_unique<WindowStage>(10);
        openDemo();
        const QRect filters = placeOf(u"filtersDock"_s);
        QVERIFY(filters.left() > 720);
        openDemo();
        QTRY_COMPARE(placeOf(u"filtersDock"_s), filters);
        // A layout of one direction is none for the other.
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        openDemo();
        QTRY_COMPARE(placeOf(u"filtersDock"_s).left(), 0);
    }

private:
    static constexpr int Tolerance = 8; ///< px: margins that are not the same at both sides

    void open(Qt::LayoutDirection direction)
    {
        m_stage.reset();
        QGuiApplication::setLayoutDirection(direction);
        m_stage = std::make_unique<WindowStage>(10);
        openDemo();
        m_stage->filter(u"op:auth outcome:failure"_s);
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().endsWith(u" event(s)"_s)
                                     && !m_stage->shownCount().startsWith(QLocale().toString(6370)),
                                 WindowStage::Patience);
        QTRY_VERIFY(table->model()->rowCount() > 1);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTRY_VERIFY(m_stage->find<QWidget>(u"inspectorDock"_s)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->find<QWidget>(u"eventActor"_s)->isVisible()
                                     && m_stage->find<QWidget>(u"eventOutcome"_s)->isVisible(),
                                 WindowStage::Patience);
        const auto *values = m_stage->find<QWidget>(u"facet.op"_s)->findChild<FacetView *>(u"facetValues"_s);
        QTRY_VERIFY_WITH_TIMEOUT(values->model()->rowCount() > 3, WindowStage::Patience);
    }
    void openDemo()
    {
        Options options;
        options.demo = true;
        m_stage->open(options);
        m_stage->window().resize(1440, 900);
        QTRY_COMPARE(m_stage->window().size(), QSize(1440, 900));
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
    }
    [[nodiscard]] QRect placeOf(const QString &name) { return placeOf(m_stage->find<QWidget>(name)); }
    [[nodiscard]] QRect placeOf(const QWidget *widget)
    {
        return {widget->mapTo(&m_stage->window(), QPoint()), widget->size()};
    }
    [[nodiscard]] QMap<QString, QRect> places()
    {
        QMap<QString, QRect> places;
        for (const char *name : {"filtersDock", "inspectorDock", "eventsView", "histogramView", "queryBar",
                                 "queryEdit", "presetsButton", "zoneButton", "clearFilters", "facet.op",
                                 "histogramSplit", "eventActor", "eventOutcome"})
            places.insert(QString::fromLatin1(name), placeOf(QString::fromLatin1(name)));
        const auto chips = m_stage->window().findChildren<TermChip *>();
        for (qsizetype chip = 0; chip < chips.size(); ++chip) {
            if (chips[chip]->isVisible())
                places.insert(u"chip %1"_s.arg(chip), placeOf(chips[chip]));
        }
        return places;
    }
    /// Once nothing has moved for thirty looks: panes get their width, and lists their scroll bars, a little later.
    [[nodiscard]] QMap<QString, QRect> settledPlaces()
    {
        QMap<QString, QRect> last;
        int equalLooks = 0;
        static_cast<void>(QTest::qWaitFor(
            [&] {
                const auto now = places();
                equalLooks = now == last ? equalLooks + 1 : 0;
                last = now;
                return equalLooks == 30;
            },
            WindowStage::Patience));
        return last;
    }
    static bool isNear(const QRect &one, const QRect &other)
    {
        return std::abs(one.left() - other.left()) <= Tolerance
            && std::abs(one.right() - other.right()) <= Tolerance;
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(RightToLeftTest)
#include "tst_righttoleft.moc"
