// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sortorder.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/events/rulecolours.h"
#include "views/events/tablefinder.h"
#include "views/sources/sourcespane.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>
#include <QToolButton>

#include <string>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The table in the whole window: what is set stays set, and the ways through it lead where they say.
class TableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_stage.reset(); }
    void findsWithoutFiltering();
    void goesToATime();
    void sortsByTimeToGoToATime();
    void goesToATimeOfTheDayOfTheCurrentEvent();
    void goesToATimeOfTheDayOfTheNewestEvent();
    void showsWhatHappenedAround();
    void opensTheInspector();
    void remembersHowItIsSet();
    void coloursEventsByRulesOfTheWorkspace();
    void saysWhichRuleIsIgnored();
    void aRuleThatIsBrokenAtTheStartHindersNoOther();
    void leadsFromMissingEventsToTheirSource(); // last: it adds a source

private:
    /// Opens the window again.
    void use()
    {
        m_stage->open();
        look();
    }
    void look()
    {
        QVERIFY(m_stage->shows(all()));
        m_events = m_stage->find<EventsView>(u"eventsView"_s);
        m_table = m_stage->find<EventTable>(u"eventTable"_s);
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QTRY_VERIFY(m_events->model().record(0));
    }
    [[nodiscard]] QString all() const
    {
        return u"%1 of %1 event(s)"_s.arg(QLocale().toString(m_stage->servers.asana().events().size()));
    }
    [[nodiscard]] QString text(int row, const QString &field) const
    {
        const auto columns = m_events->columns();
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (QString::fromStdString(columns[column].title) == field)
                return m_events->model().index(row, static_cast<int>(column)).data().toString();
        }
        return {};
    }
    void trigger(const QString &action) { m_stage->find<QAction>(action)->trigger(); }
    void goToTime(const QString &time)
    {
        trigger(u"goToTime"_s);
        QPointer<QDialog> dialog = m_stage->find<QDialog>(u"goToTimeDialog"_s);
        auto *edit = dialog->findChild<QLineEdit *>(u"goToTime"_s);
        edit->setText(time);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
    }
    void acceptRules(const QString &filter);

    std::unique_ptr<WindowStage> m_stage;
    EventsView *m_events = nullptr;
    EventTable *m_table = nullptr;
};

void TableTest::initTestCase()
{
    m_stage = std::make_unique<WindowStage>(300);
    m_stage->open();
    QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
    QVERIFY(m_stage->sync());
}

void TableTest::init()
{
    m_stage->openWithoutSettings();
    look();
}

void TableTest::findsWithoutFiltering()
{
    QTRY_VERIFY(!text(40, u"action"_s).isEmpty()); // the first request loads its page
    const QString action = text(40, u"action"_s);
    trigger(u"find"_s);
    auto *edit = m_stage->find<QLineEdit>(u"findEdit"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, action.toUpper());
    const auto *state = m_stage->find<QLabel>(u"findState"_s);
    QTRY_VERIFY2(state->text().endsWith(u" row(s)"_s), qPrintable(state->text()));

    std::vector<int> visited;
    for (int step = 0; step < 5; ++step) {
        QTest::keyClick(edit, Qt::Key_Return);
        const int row = m_table->currentIndex().row();
        QTRY_VERIFY(m_events->model().record(row));
        QCOMPARE(text(row, u"action"_s), action);
        visited.push_back(row);
    }

    QCOMPARE(m_stage->shownCount(), all());
    QVERIFY(visited[0] < visited[1] || visited.front() == visited[1]);
    m_stage->find<QToolButton>(u"findFilter"_s)->click();
    QTRY_VERIFY(m_stage->shownCount() != all());
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_VERIFY(m_table->hasFocus());
}

void TableTest::goesToATime()
{
    const int row = m_events->model().rowCount() / 2;
    m_table->verticalScrollBar()->setValue(row);
    QTRY_VERIFY(m_events->model().record(row));
    const UtcMicros time = m_events->model().record(row)->event.created;
    m_table->verticalScrollBar()->setValue(0);

    trigger(u"goToTime"_s);
    QPointer<QDialog> dialog = m_stage->find<QDialog>(u"goToTimeDialog"_s);
    auto *edit = dialog->findChild<QLineEdit *>(u"goToTime"_s);
    QTest::keyClicks(edit, u"noon"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"goToTimeProblem"_s)->text().contains(u"yesterday"_s));
    edit->setText(QString::fromStdString(formatTime(time)));
    QTest::keyClick(edit, Qt::Key_Return);

    // The first row is the current one before.
    const auto isThere = [this, time] {
        const auto record = m_events->model().record(m_table->currentIndex().row());
        return record && record->event.created == time;
    };
    QTRY_VERIFY(isThere());
    QTRY_VERIFY(!dialog);
}

void TableTest::sortsByTimeToGoToATime()
{
    const int row = m_events->model().rowCount() / 2;
    m_table->verticalScrollBar()->setValue(row);
    QTRY_VERIFY(m_events->model().record(row));
    const UtcMicros time = m_events->model().record(row)->event.created;
    trigger(u"goToTime"_s);
    QPointer<QDialog> dialog = m_stage->find<QDialog>(u"goToTimeDialog"_s);
    QVERIFY(!dialog->findChild<QLabel *>(u"goToTimeSorting"_s)->isVisible()); // it is sorted by time
    dialog->reject();
    QTRY_VERIFY(!dialog);
    const QSignalSpy reset(&m_events->model(), &QAbstractItemModel::modelReset);
    Q_EMIT m_events->sortRequested({{Field::Action, false}});
    QCOMPARE(sortOrderText(m_events->sortOrder()), u"action"_s);
    QTRY_VERIFY(!reset.isEmpty());

    trigger(u"goToTime"_s);
    dialog = m_stage->find<QDialog>(u"goToTimeDialog"_s);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"goToTimeSorting"_s)->isVisible());
    auto *edit = dialog->findChild<QLineEdit *>(u"goToTime"_s);
    edit->setText(QString::fromStdString(formatTime(time)));
    QTest::keyClick(edit, Qt::Key_Return);

    const auto isThere = [this, time] {
        const QModelIndex current = m_table->currentIndex();
        const auto *record = current.isValid() ? m_events->model().record(current.row()) : nullptr;
        return record && record->event.created == time
            && sortOrderText(m_events->sortOrder()) == u"-created"_s;
    };
    QTRY_VERIFY(isThere());
    QCOMPARE(sortOrderText(m_events->sortOrder()), u"-created"_s);
    QCOMPARE(m_stage->shownCount(), all());
}

void TableTest::goesToATimeOfTheDayOfTheCurrentEvent()
{
    const auto dayOf = [this](int row) {
        const EventRecord *record = row >= 0 ? m_events->model().record(row) : nullptr;
        return record ? formatTime(record->event.created).substr(0, 10) : std::string();
    };
    QTRY_VERIFY(!dayOf(0).empty());
    int row = 1; // where the event above is of the same day, which is not the newest one
    while (!dayOf(row).empty() && (dayOf(row) != dayOf(row - 1) || dayOf(row) == dayOf(0)))
        ++row;
    const std::string day = dayOf(row);
    QVERIFY(!day.empty());
    m_table->setCurrentIndex(m_events->model().index(row, 0));
    QTRY_VERIFY(m_events->currentEvent());
    goToTime(u"23:59"_s);

    // The last event of that day.
    const auto isThere = [this, dayOf, day, row] {
        const int current = m_table->currentIndex().row();
        return current < row && dayOf(current) == day && dayOf(current - 1) > day;
    };
    QTRY_VERIFY(isThere());
}

void TableTest::goesToATimeOfTheDayOfTheNewestEvent()
{
    QTRY_VERIFY(m_events->model().record(0));
    const RowId newest = m_events->model().record(0)->row;
    const UtcMicros time = m_events->model().record(0)->event.created;
    const QSignalSpy reset(&m_events->model(), &QAbstractItemModel::modelReset);
    Q_EMIT m_events->sortRequested({{Field::Action, false}}); // the first row is another one then
    QTRY_VERIFY(!reset.isEmpty());
    QVERIFY(!m_events->currentEvent());
    goToTime(QString::fromStdString(formatTime(time)).sliced(11, 15));

    QTRY_COMPARE(m_events->currentEvent(), newest);
    QCOMPARE(sortOrderText(m_events->sortOrder()), u"-created"_s);
}

void TableTest::leadsFromMissingEventsToTheirSource()
{
    QVERIFY(m_stage->addSource(Vendor::Datafold, u"diffs"_s)); // and no sync
    m_stage->filter(u"created:2019"_s);
    auto *button = m_events->findChild<QPushButton *>(u"emptySecondAction"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), WindowStage::Patience);
    QVERIFY2(button->text().startsWith(u"Show the source"_s), qPrintable(button->text()));

    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);

    QCOMPARE(m_stage->window().page(), MainWindow::Page::Sources);
    QCOMPARE(m_stage->find<SourcesPane>(u"sourcesPane"_s)->currentSource(), u"diffs"_s);
    QTRY_VERIFY(m_stage->find<SourcesPane>(u"sourcesPane"_s)->isAncestorOf(m_stage->window().focusWidget()));
}

void TableTest::showsWhatHappenedAround()
{
    m_stage->filter(u"op:auth"_s);
    QTRY_VERIFY(m_stage->shownCount() != all());
    QTRY_VERIFY(m_events->model().record(0));
    m_table->selectRow(0);
    const RowId event = m_events->currentEvent();

    m_events->actions().aroundTime->trigger();

    auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
    QTRY_VERIFY2(edit->text().startsWith(u"created:"_s), qPrintable(edit->text()));
    QTRY_VERIFY(m_events->model().rowId(m_table->currentIndex().row()) == event); // still the one in hand
    QTRY_VERIFY(m_events->model().record(m_table->currentIndex().row()));
    const QString actor = QString::fromStdString(
        m_events->model().record(m_table->currentIndex().row())->event.actor.display());
    m_events->actions().sameActor->trigger();
    // All events: nothing of the filter before restricts them, its time neither.
    QTRY_VERIFY2(edit->text().contains(actor) && !edit->text().contains(u"created:"_s),
                 qPrintable(edit->text()));
    QCOMPARE(m_events->currentEvent(), event);
}

void TableTest::opensTheInspector()
{
    auto *dock = m_stage->find<QDockWidget>(u"inspectorDock"_s);
    m_table->selectRow(2);
    dock->hide();
    m_table->setFocus();

    QTest::keyClick(m_table, Qt::Key_Return);

    QTRY_VERIFY(dock->isVisible());
}

void TableTest::remembersHowItIsSet()
{
    trigger(u"timeSeconds"_s);
    trigger(u"rowsCompact"_s);
    m_events->setFrozenColumns(2);
    const int height = m_table->rowHeight(0);
    QCOMPARE(text(0, u"created"_s).size(), 19);

    use();

    QCOMPARE(text(0, u"created"_s).size(), 19);
    QCOMPARE(m_table->rowHeight(0), height);
    QVERIFY(m_stage->find<QAction>(u"timeSeconds"_s)->isChecked());
    QVERIFY(m_stage->find<QAction>(u"rowsCompact"_s)->isChecked());
    QVERIFY(m_stage->find<QAction>(u"zoneUtc"_s)->isChecked());
    QCOMPARE(m_events->frozenColumns(), 2);
    trigger(u"timeRelative"_s);
    const QString age = text(0, u"created"_s);
    QVERIFY2(!age.startsWith(u"20"_s) || age.at(4) != u'-', qPrintable(age));
    trigger(u"zoneLocal"_s);
    QVERIFY(m_stage->find<QAbstractButton>(u"zoneButton"_s)->text().contains(u"St_Johns"_s));
}

void TableTest::acceptRules(const QString &filter)
{
    trigger(u"colourRules"_s);
    QPointer<QDialog> dialog = m_stage->find<QDialog>(u"colourRulesDialog"_s);
    dialog->findChild<QPushButton *>(u"addRule"_s)->click();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"ruleFilter"_s), filter);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(!dialog);
}

void TableTest::coloursEventsByRulesOfTheWorkspace()
{
    const QString action = text(0, u"action"_s);
    const auto isColoured = [this](int row) {
        return m_events->model().index(row, 0).data(EventTableModel::ColourRole).isValid();
    };
    acceptRules(u"action:"_s + action);
    QTRY_VERIFY(isColoured(0));

    use();

    QTRY_VERIFY(isColoured(0));
    for (int row = 0; row < 20; ++row)
        QTRY_COMPARE(isColoured(row), text(row, u"action"_s) == action);
}

void TableTest::saysWhichRuleIsIgnored()
{
    acceptRules(u"actr:x"_s);
    QTRY_VERIFY(m_stage->window().statusBar()->currentMessage().contains(u"Colour rule 1 is ignored"_s));
    trigger(u"colourRules"_s);
    QPointer<QDialog> dialog = m_stage->find<QDialog>(u"colourRulesDialog"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"ruleProblem"_s)->text().contains(u"actor"_s));
    dialog->reject();
}

void TableTest::aRuleThatIsBrokenAtTheStartHindersNoOther()
{
    const QString action = text(0, u"action"_s);
    acceptRules(u"actr:x"_s);
    acceptRules(u"action:"_s + action);

    use();

    for (int row = 0; row < 20; ++row) {
        QTRY_COMPARE(m_events->model().index(row, 0).data(EventTableModel::ColourRole).isValid(),
                     text(row, u"action"_s) == action);
    }
    trigger(u"colourRules"_s); // it is marked, and nothing of it is lost
    QPointer<QDialog> dialog = m_stage->find<QDialog>(u"colourRulesDialog"_s);
    QCOMPARE(dialog->findChild<QListWidget *>(u"ruleList"_s)->item(0)->text(), u"actr:x (ignored)"_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"ruleFilter"_s)->text(), u"actr:x"_s);
    dialog->reject();
}

TRAILGLASS_GUI_TEST(TableTest)
#include "tst_table.moc"
