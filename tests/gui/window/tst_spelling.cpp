// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/filter/edits.h"
#include "models/filter/filter.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/filters/completionpopup.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"

#include <QAction>
#include <QLabel>
#include <QMap>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// A value is written in one way, wherever in the window it was chosen, and is one choice everywhere.
class SpellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void oneValueIsOneTermWhereverItIsChosen_data();
    void oneValueIsOneTermWhereverItIsChosen();

private:
    enum Way
    {
        Completion,
        FilterPane,
        Cell,
        Inspector
    };

    void choose(Way way);
    void complete();
    void selectAnEvent();
    [[nodiscard]] FacetView *actors()
    {
        return m_stage->find<QWidget>(u"facet.actor"_s)->findChild<FacetView *>(u"facetValues"_s);
    }
    [[nodiscard]] QMap<QString, QString> counts();
    [[nodiscard]] QModelIndex valueInPane();

    std::unique_ptr<WindowStage> m_stage;
    EventsView *m_events = nullptr;
    QLineEdit *m_edit = nullptr;
    QString m_value; ///< an actor
};

void SpellingTest::init()
{
    m_stage = std::make_unique<WindowStage>(10);
    m_stage->openFilled();
    QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
    m_stage->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    m_events = m_stage->find<EventsView>(u"eventsView"_s);
    m_edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
    QTRY_VERIFY_WITH_TIMEOUT(counts().size() > 3, WindowStage::Patience);
    const QAbstractItemModel *model = actors()->model();
    m_value = model->index(0, 0).data().toString();
    if (m_value == u"(no value)")
        m_value = model->index(1, 0).data().toString();
}

QMap<QString, QString> SpellingTest::counts()
{
    QMap<QString, QString> counts;
    const QAbstractItemModel &model = *actors()->model();
    for (int row = 0; row < model.rowCount(); ++row)
        counts.insert(model.index(row, 0).data().toString(),
                      model.index(row, 0).data(FacetCountRole).toString());
    return counts;
}

QModelIndex SpellingTest::valueInPane()
{
    const QAbstractItemModel *model = actors()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, m_value, 1, Qt::MatchExactly).value(0);
}

void SpellingTest::oneValueIsOneTermWhereverItIsChosen_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("completion") << static_cast<int>(Completion);
    QTest::newRow("filter pane") << static_cast<int>(FilterPane);
    QTest::newRow("cell") << static_cast<int>(Cell);
    QTest::newRow("inspector") << static_cast<int>(Inspector);
}

void SpellingTest::oneValueIsOneTermWhereverItIsChosen()
{
    QFETCH(const int, way);
    const auto before = counts();
    const auto everything = Filter::makeNode(Filter::All{});
    const QString term = Filter::print(Filter::including(everything, Field::Actor, toUtf8(m_value)));

    choose(static_cast<Way>(way));
    QCOMPARE(m_edit->text(), term);
    QVERIFY(m_stage->shows(u"%1 of %2 event(s)"_s.arg(before.value(m_value), QLocale().toString(6370))));

    // The pane knows it as its own, and keeps the others.
    QTRY_COMPARE(valueInPane().data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QTRY_COMPARE_WITH_TIMEOUT(counts(), before, WindowStage::Patience);
    actors()->setCurrentIndex(valueInPane());
    QTest::keyClick(actors(), Qt::Key_Space); // takes it away, does not add it once more
    QCOMPARE(m_edit->text(), QString());
}

void SpellingTest::choose(Way way)
{
    switch (way) {
    case Completion:
        return complete();
    case FilterPane:
        actors()->setCurrentIndex(valueInPane());
        QTest::keyClick(actors(), Qt::Key_Space);
        return;
    case Cell:
        selectAnEvent();
        m_events->actions().onlyThis->trigger();
        return;
    case Inspector: {
        selectAnEvent();
        QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
        auto *fields = m_stage->find<QTreeView>(u"fieldList"_s);
        QTRY_VERIFY(fields->model()->rowCount() > 0);
        QCOMPARE(fields->model()->index(0, 0).data().toString(), u"actor"_s);
        fields->setCurrentIndex(fields->model()->index(0, 0));
        fields->setFocus();
        QTest::keyClick(fields, Qt::Key_I, Qt::ControlModifier);
        return;
    }
    }
}

void SpellingTest::complete()
{
    m_edit->setFocus();
    QTest::keyClicks(m_edit, u"actor:"_s);
    const auto *list = m_stage->find<CompletionPopup>(u"completions"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() && list->model()->rowCount() > 3, WindowStage::Patience);
    int row = 0;
    while (row < list->model()->rowCount() && list->model()->index(row, 0).data().toString() != m_value)
        ++row;
    QVERIFY(row < list->model()->rowCount());
    for (int step = 0; step <= row; ++step)
        QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Return);
}

/// One of the actor, with its cell in the column of actors.
void SpellingTest::selectAnEvent()
{
    auto *table = m_stage->find<QTableView>(u"eventTable"_s);
    const auto columns = m_events->columns();
    const auto column = std::ranges::find(columns, "actor", &Column::title);
    QVERIFY(column != columns.end());
    for (int row = 0; row < m_events->model().rowCount(); ++row) {
        const QModelIndex cell = m_events->model().index(row, static_cast<int>(column - columns.begin()));
        const auto isRead = [this, &cell] {
            (void)cell.data(); // asks for it
            return m_events->model().record(cell.row()) != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isRead(), WindowStage::Patience);
        if (cell.data().toString() == m_value)
            return table->setCurrentIndex(cell);
    }
    QFAIL("No event has the actor.");
}

TRAILGLASS_GUI_TEST(SpellingTest)
#include "tst_spelling.moc"
