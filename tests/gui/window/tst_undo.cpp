// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/filters/facetview.h"
#include "views/filters/termchip.h"
#include "views/histogram/histogramchart.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

#include <array>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Every change of the filter is one step back, wherever in the window it was made.
class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_stage.reset(); }
    void takesBackAChangeMadeAnywhere_data();
    void takesBackAChangeMadeAnywhere();
    void takesBackWhatAnEmptyResultSuggested();

private:
    static inline const QString Before = u"op:auth,grant actor:*"_s;

    void checkAFacetValue();
    void keepOnlyTheValueOfACell() { actions().onlyThis->trigger(); }
    void excludeTheValueOfACell() { actions().exclude->trigger(); }
    void showTheSameActor() { actions().sameActor->trigger(); }
    void showWhatHappenedAround() { actions().aroundTime->trigger(); }
    void removeAChip();
    void zoomToABar();
    void filterByAFieldOfTheInspector();
    void showRelatedEvents();
    void chooseATimeRange();
    void addWhatIsLookedFor();
    void keepOnlyMarkedEvents() { m_stage->find<QAction>(u"showOnlyMarked"_s)->trigger(); }
    void applyAPreset() { m_stage->find<QAction>(u"builtIn:deletions"_s)->trigger(); }
    void clearTheFilter() { m_stage->find<QAction>(u"clearFilter"_s)->trigger(); }

    struct Place
    {
        const char *name;
        void (UndoTest::*change)();
    };
    static constexpr std::array Places{
        Place{"a value of the filter pane", &UndoTest::checkAFacetValue},
        Place{"the time range of the filter pane", &UndoTest::chooseATimeRange},
        Place{"a cell, only its value", &UndoTest::keepOnlyTheValueOfACell},
        Place{"a cell, without its value", &UndoTest::excludeTheValueOfACell},
        Place{"a cell, the same actor", &UndoTest::showTheSameActor},
        Place{"a cell, around its time", &UndoTest::showWhatHappenedAround},
        Place{"a chip", &UndoTest::removeAChip},
        Place{"the histogram", &UndoTest::zoomToABar},
        Place{"a field of the inspector", &UndoTest::filterByAFieldOfTheInspector},
        Place{"related events", &UndoTest::showRelatedEvents},
        Place{"the find bar", &UndoTest::addWhatIsLookedFor},
        Place{"the menu of the evidence", &UndoTest::keepOnlyMarkedEvents},
        Place{"a preset", &UndoTest::applyAPreset},
        Place{"the menu", &UndoTest::clearTheFilter},
    };

    [[nodiscard]] const EventActions &actions() { return m_events->actions(); }
    [[nodiscard]] QTableView *table() { return m_stage->find<QTableView>(u"eventTable"_s); }
    /// Shows what of the events matches \a filter.
    /// \returns the count in the status bar
    QString filter(const QString &filter);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        m_edit->setFocus();
        QTest::keyClick(m_edit, key, modifiers);
    }

    std::unique_ptr<WindowStage> m_stage;
    EventsView *m_events = nullptr;
    QLineEdit *m_edit = nullptr;
};

/// One window for all places: what is undone in it leaves nothing that another place would meet but steps further back.
void UndoTest::initTestCase()
{
    m_stage = std::make_unique<WindowStage>(10);
    m_stage->openFilled();
    QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
    m_stage->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    m_events = m_stage->find<EventsView>(u"eventsView"_s);
    m_edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
}

void UndoTest::init()
{
    m_stage->filter({});
    QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
}

QString UndoTest::filter(const QString &filter)
{
    const QString all = m_stage->shownCount();
    m_stage->filter(filter);
    const auto isShown = [this, &all] {
        return m_stage->shownCount() != all && m_stage->shownCount().endsWith(u" event(s)"_s);
    };
    return QTest::qWaitFor(isShown, WindowStage::Patience) ? m_stage->shownCount() : u"no result"_s;
}

void UndoTest::takesBackAChangeMadeAnywhere_data()
{
    QTest::addColumn<int>("place");
    for (std::size_t place = 0; place < Places.size(); ++place)
        QTest::newRow(Places[place].name) << static_cast<int>(place);
}

void UndoTest::takesBackAChangeMadeAnywhere()
{
    QFETCH(const int, place);
    const QString count = filter(Before);
    QTRY_VERIFY(m_events->model().record(0));
    table()->setCurrentIndex(m_events->model().index(0, 2)); // the action
    QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
    QAction *undo = m_stage->window().actions().undoFilter;
    QVERIFY(undo->isEnabled());

    (this->*Places[static_cast<std::size_t>(place)].change)();
    const QString changed = m_edit->text();
    QVERIFY(changed != Before);

    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_edit->text(), Before);
    QVERIFY(m_stage->shows(count));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_edit->text(), changed);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_edit->text(), Before);
}

void UndoTest::checkAFacetValue()
{
    auto *values = m_stage->find<QWidget>(u"facet.outcome"_s)->findChild<FacetView *>(u"facetValues"_s);
    QTRY_VERIFY_WITH_TIMEOUT(values->model()->rowCount() > 1, WindowStage::Patience);
    values->setCurrentIndex(values->model()->index(0, 0));
    QTest::keyClick(values, Qt::Key_Space);
}

void UndoTest::chooseATimeRange()
{
    auto *times = m_stage->find<QComboBox>(u"timePresets"_s);
    times->setFocus();
    QTest::keyClick(times, Qt::Key_Down);
}

void UndoTest::addWhatIsLookedFor()
{
    m_stage->window().actions().find->trigger();
    auto *find = m_stage->find<QLineEdit>(u"findEdit"_s);
    find->clear();
    QTest::keyClicks(find, u"login"_s);
    QTest::keyClick(find, Qt::Key_Return);
    auto *add = m_stage->find<QAbstractButton>(u"findFilter"_s);
    QVERIFY(add->isEnabled());
    add->click();
    QTest::keyClick(find, Qt::Key_Escape);
}

void UndoTest::removeAChip()
{
    const auto chips = m_stage->window().findChildren<TermChip *>();
    QVERIFY(!chips.isEmpty() && chips.constFirst()->isVisible());
    chips.constFirst()->setFocus();
    QTest::keyClick(chips.constFirst(), Qt::Key_Delete);
}

void UndoTest::zoomToABar()
{
    auto *chart = m_stage->find<HistogramChart>(u"histogramChart"_s);
    QTRY_VERIFY_WITH_TIMEOUT(chart->geometry().bins() > 4, WindowStage::Patience);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Return);
}

void UndoTest::filterByAFieldOfTheInspector()
{
    auto *fields = m_stage->find<QTreeView>(u"fieldList"_s);
    QTRY_VERIFY(fields->model()->rowCount() > 0);
    fields->setCurrentIndex(fields->model()->index(0, 0)); // the actor
    fields->setFocus();
    QTest::keyClick(fields, Qt::Key_I, Qt::ControlModifier);
}

void UndoTest::showRelatedEvents()
{
    m_stage->find<InspectorPane>(u"inspector"_s)->setTab(InspectorPane::RelatedTab);
    auto *list = m_stage->find<QTreeView>(u"relatedList"_s);
    QTRY_VERIFY(list->model()->rowCount() > 0);
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
}

void UndoTest::takesBackWhatAnEmptyResultSuggested()
{
    const QString nothing = u"actor.email:=mara weekday:sat,sun"_s;
    (void)filter(nothing);
    const auto suggestion = [this] {
        const auto *first = m_stage->window().findChild<QPushButton *>(u"emptySuggestion0"_s);
        return first && first->isVisible();
    };
    QTRY_VERIFY_WITH_TIMEOUT(suggestion(), WindowStage::Patience);
    m_stage->find<QPushButton>(u"emptySuggestion0"_s)->click();
    QVERIFY(m_edit->text() != nothing);

    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_edit->text(), nothing);
}

TRAILGLASS_GUI_TEST(UndoTest)
#include "tst_undo.moc"
