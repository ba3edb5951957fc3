// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Columns, sorting and copying, by mouse and keyboard, in a real window.
class EventsViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sortsByClicksOnTheHeader();
    void addsSortKeysWithShift();
    void choosesColumnsInADialog();
    void saysInPlaceWhatIsWrongWithAPath();
    void addsAColumnByItsName();
    void remembersWidthsByTitle();
    void tellsColumnsInTheOrderOnTheScreen();
    void copiesTheSelectedRowsAsATable();
    void copiesWhatIsNotLoaded();
    void copiesRowsInOtherForms_data();
    void copiesRowsInOtherForms();
    void copiesTheCurrentRowWhenNoneIsSelected();
    void copiesACellAsFilterText();
    void copiesTimesWhole();
    void copiesAValueThatIsNotLoaded();
    void refusesToCopyMoreThanTheClipboardTakes();
    void selectsTenMillionRowsAtOnce();
    void endsSelectAllWithTheCursor_data();
    void endsSelectAllWithTheCursor();
    void asksForFiltersByTheCell();

private:
    void select(int row);
    void click(int section, Qt::KeyboardModifiers modifiers = {});
    template <class T>
    T *find(const QString &name)
    {
        return m_view->findChild<T *>(name);
    }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

namespace {

QString orderText(const SortOrder &order)
{
    QStringList keys;
    for (const SortKey &key : order) {
        const auto *field = std::get_if<Field>(&key.field);
        keys += (key.descending ? u"-"_s : QString())
            + (field ? QString::fromStdString(std::string(name(*field))) : u"@"_s);
    }
    return keys.join(u',');
}

QString titles(const std::vector<Column> &columns)
{
    QStringList titles;
    for (const Column &column : columns)
        titles += QString::fromStdString(column.title);
    return titles.join(u',');
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

void EventsViewTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(1100, 500);
    m_view->setColumns(*parseColumns(u"id,action,actor,outcome"_s));
    m_view->setResult(newestFirst(500), false);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_table = find<EventTable>(u"eventTable"_s);
    m_table->setFocus();
    QTRY_VERIFY(m_view->model().record(0));
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void EventsViewTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void EventsViewTest::select(int row)
{
    m_table->selectionModel()->setCurrentIndex(
        m_view->model().index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void EventsViewTest::click(int section, Qt::KeyboardModifiers modifiers)
{
    const QHeaderView *header = m_table->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(section) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, place);
}

void EventsViewTest::sortsByClicksOnTheHeader()
{
    QSignalSpy asked(m_view.get(), &EventsView::sortRequested);
    QCOMPARE(orderText(m_view->sortOrder()), u"-created"_s);

    click(1);
    QCOMPARE(orderText(m_view->sortOrder()), u"action"_s);
    click(1);
    QCOMPARE(orderText(m_view->sortOrder()), u"-action"_s);
    click(1);
    QCOMPARE(orderText(m_view->sortOrder()), u"-created"_s);
    QCOMPARE(asked.size(), 3);
    m_table->setCurrentIndex(m_view->model().index(0, 2));
    m_view->actions().sortFalling->trigger();
    QCOMPARE(orderText(m_view->sortOrder()), u"-actor"_s);
}

void EventsViewTest::addsSortKeysWithShift()
{
    click(2);
    // offscreen, modifiers of a synthetic click are those of the event
    click(1, Qt::ShiftModifier);
    QCOMPARE(orderText(m_view->sortOrder()), u"actor,action"_s);
    click(1, Qt::ShiftModifier);
    QCOMPARE(orderText(m_view->sortOrder()), u"actor,-action"_s);
    click(1, Qt::ShiftModifier);
    QCOMPARE(orderText(m_view->sortOrder()), u"actor"_s);
    click(2, Qt::ShiftModifier);
    click(2, Qt::ShiftModifier);
    QCOMPARE(orderText(m_view->sortOrder()), u"-created"_s);
}

void EventsViewTest::choosesColumnsInADialog()
{
    m_table->setCurrentIndex(m_view->model().index(30, 1));
    const RowId current = m_view->currentEvent();
    m_view->actions().chooseColumns->trigger();
    auto *list = find<QListWidget>(u"columnList"_s);
    QVERIFY(list);
    QCOMPARE(list->count(), static_cast<int>(FieldCount));
    QCOMPARE(list->item(0)->text(), u"id"_s);

    list->item(3)->setCheckState(Qt::Unchecked);
    list->setCurrentRow(0);
    QVERIFY(!find<QPushButton>(u"moveColumnUp"_s)->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"moveColumnDown"_s), Qt::LeftButton);
    QTest::keyClicks(find<QLineEdit>(u"columnPath"_s), u"@details.to"_s);
    QTest::mouseClick(find<QPushButton>(u"addColumn"_s), Qt::LeftButton);
    QTest::mouseClick(find<QDialogButtonBox>(QString())->button(QDialogButtonBox::Ok), Qt::LeftButton);

    QCOMPARE(titles(m_view->columns()), u"action,id,actor,@details.to"_s);
    QCOMPARE(m_view->currentEvent(), current);
    QCOMPARE(m_table->currentIndex().row(), 30);
    QTRY_COMPARE(m_view->model().index(30, 3).data().toString(), u"v2"_s);
}

void EventsViewTest::saysInPlaceWhatIsWrongWithAPath()
{
    m_view->chooseColumns();
    auto *path = find<QLineEdit>(u"columnPath"_s);
    QTest::keyClicks(path, u"actr"_s);

    QTest::keyClick(path, Qt::Key_Return);

    auto *problem = find<QLabel>(u"columnProblem"_s);
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(u"actor"_s), qPrintable(problem->text()));
    auto *list = find<QListWidget>(u"columnList"_s);
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(Qt::Unchecked);
    QVERIFY(!find<QDialogButtonBox>(QString())->button(QDialogButtonBox::Ok)->isEnabled());
}

void EventsViewTest::addsAColumnByItsName()
{
    QSignalSpy said(m_view.get(), &EventsView::message);
    const QString before = titles(m_view->columns());
    m_view->addColumn(u"@details.to"_s);
    m_view->addColumn(u"actor"_s); // is there
    QCOMPARE(titles(m_view->columns()), QString(before + u",@details.to"_s));
    QVERIFY(said.isEmpty());
    m_view->addColumn(u"hour"_s);
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().first().toString().contains(u"hour"_s),
             qPrintable(said.first().first().toString()));
    QCOMPARE(titles(m_view->columns()), QString(before + u",@details.to"_s));
}

void EventsViewTest::remembersWidthsByTitle()
{
    m_table->horizontalHeader()->resizeSection(1, 333);

    m_view->setColumns(*parseColumns(u"id"_s));
    m_view->setColumns(*parseColumns(u"action,id"_s));
    m_view->setResult(newestFirst(20), false);

    QCOMPARE(m_table->columnWidth(0), 333);
    QCOMPARE(m_view->columnWidths(), (QMap<QString, int>{{u"action"_s, 333}}));
    m_view->setColumnWidths({{u"id"_s, 111}});
    QCOMPARE(m_table->columnWidth(1), 111);
}

void EventsViewTest::tellsColumnsInTheOrderOnTheScreen()
{
    m_table->horizontalHeader()->moveSection(3, 0);
    QCOMPARE(titles(m_view->columns()), u"outcome,id,action,actor"_s);
    m_view->setResult(newestFirst(20), false);
    QCOMPARE(titles(m_view->columns()), u"outcome,id,action,actor"_s);
    m_table->setCurrentIndex(m_view->model().index(0, 0));
    m_view->actions().hideColumn->trigger();

    QCOMPARE(titles(m_view->columns()), u"outcome,action,actor"_s);
}

void EventsViewTest::copiesTheSelectedRowsAsATable()
{
    QSignalSpy told(m_view.get(), &EventsView::message);
    select(1);
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);

    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);

    QCOMPARE(clipboard(),
             u"id\taction\tactor\toutcome\n"
             "e-499\t'=1+1\tzoë@example.org\tfailure\n"
             "e-498\texport\t\tsuccess\n"_s);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.at(0).at(0).toString().contains(u"1 cell"_s));
}

void EventsViewTest::copiesWhatIsNotLoaded()
{
    m_view->selectAll();
    QVERIFY(!m_view->model().record(499));

    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);

    QTRY_VERIFY(clipboard() != u"before"_s);
    const QStringList lines = clipboard().split(u'\n');
    QCOMPARE(lines.size(), 502);
    QVERIFY(lines.at(1).startsWith(u"e-500\t"_s));
    QVERIFY(lines.at(500).startsWith(u"e-1\t"_s));
}

void EventsViewTest::copiesRowsInOtherForms_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const QString raw = u"\"raw\":{\"n\":499,\"details\":{\"to\":\"v3\"}}}"_s;
    QTest::newRow("JSON") << u"copyJson"_s << u"[\n{\"source\":\"team\""_s << raw + u"\n]\n"_s;
    QTest::newRow("NDJSON") << u"copyNdjson"_s << u"{\"source\":\"team\""_s << raw + u"\n"_s;
    QTest::newRow("Markdown") << u"copyMarkdown"_s << u"| id | action |"_s
                              << u"| e-499 | '=1+1 | zoë@example.org | failure |\n"_s;
}

void EventsViewTest::copiesRowsInOtherForms()
{
    QFETCH(const QString, action);
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    select(0);
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);

    find<QAction>(action)->trigger();

    QTRY_VERIFY(clipboard() != u"before"_s);
    QVERIFY2(clipboard().startsWith(start), qPrintable(clipboard()));
    QVERIFY2(clipboard().endsWith(end), qPrintable(clipboard()));
}

void EventsViewTest::copiesTheCurrentRowWhenNoneIsSelected()
{
    select(2);
    m_table->clearSelection();

    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);

    QTRY_VERIFY2(clipboard().contains(u"\ne-498\t"_s), qPrintable(clipboard()));
}

void EventsViewTest::copiesACellAsFilterText()
{
    m_table->setCurrentIndex(m_view->model().index(1, 2));

    m_view->actions().copyTerm->trigger();
    QVERIFY2(clipboard().startsWith(u"actor:"_s), qPrintable(clipboard()));
    QVERIFY(clipboard().contains(u"zoë@example.org"_s));
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), u"zoë@example.org"_s);
}

/// However much of them the table shows.
void EventsViewTest::copiesTimesWhole()
{
    m_view->setColumns(*parseColumns(u"created,id"_s));
    m_view->setTimeDisplay({.precision = TimeDisplay::Precision::Seconds}, {});
    QTRY_VERIFY(m_view->model().record(0));
    const QString whole = QString::fromStdString(formatTime(m_view->model().record(0)->event.created));
    select(0);
    QVERIFY(m_view->model().index(0, 0).data().toString().size() < whole.size());

    m_view->actions().copyValue->trigger();
    QCOMPARE(clipboard(), whole);
    m_view->actions().copyRows->trigger();
    QTRY_VERIFY2(clipboard().endsWith(QString(u'\n' + whole + u"\te-500\n"_s)), qPrintable(clipboard()));
}

void EventsViewTest::copiesAValueThatIsNotLoaded()
{
    m_table->setCurrentIndex(m_view->model().index(450, 0));
    QVERIFY(!m_view->model().record(450));

    m_view->actions().copyValue->trigger();

    QTRY_COMPARE(clipboard(), u"e-50"_s);
}

void EventsViewTest::refusesToCopyMoreThanTheClipboardTakes()
{
    m_view->setResult(newestFirst(10'001), false);
    QSignalSpy told(m_view.get(), &EventsView::message);
    m_view->selectAll();

    m_view->copyRows();

    QCOMPARE(told.size(), 1);
    QVERIFY(told.at(0).at(0).toString().contains(u"Export"_s));
    QCOMPARE(clipboard(), u"before"_s);
}

void EventsViewTest::selectsTenMillionRowsAtOnce()
{
    m_view->setResult(newestFirst(10'000'000), false);

    QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);

    QVERIFY(m_view->model().isAllSelected());
    QVERIFY(m_table->selectionModel()->selection().isEmpty());
    QCOMPARE(m_view->selectedRowCount(), 10'000'000);
}

void EventsViewTest::endsSelectAllWithTheCursor_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("down") << int(Qt::Key_Down);
    QTest::newRow("home") << int(Qt::Key_Home);
    QTest::newRow("escape") << int(Qt::Key_Escape);
    QTest::newRow("a click") << 0;
}

void EventsViewTest::endsSelectAllWithTheCursor()
{
    QFETCH(const int, key);
    select(0);
    m_view->selectAll();
    QVERIFY(m_view->model().isAllSelected());

    if (key == 0)
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(30, 30));
    else
        QTest::keyClick(m_table, static_cast<Qt::Key>(key));

    QVERIFY(!m_view->model().isAllSelected());
    QVERIFY(m_view->selectedRowCount() <= 1);
}

void EventsViewTest::asksForFiltersByTheCell()
{
    std::vector<std::pair<FilterEdit, Filter::FieldValue>> asked;
    connect(
        m_view.get(), &EventsView::filterRequested, this,
        [&asked](FilterEdit request, const Filter::FieldReference &field, const Filter::FieldValue &value) {
            QCOMPARE(field, Filter::FieldReference(Field::Actor));
            asked.emplace_back(request, value);
        });
    m_table->setCurrentIndex(m_view->model().index(1, 2));
    m_view->actions().onlyThis->trigger();
    m_table->setCurrentIndex(m_view->model().index(2, 2)); // no actor
    m_view->actions().exclude->trigger();

    QCOMPARE(asked.size(), 2U);
    QVERIFY(asked.at(0) == std::pair(FilterEdit::Only, Filter::FieldValue("zoë@example.org")));
    QVERIFY(asked.at(1) == std::pair(FilterEdit::Exclude, Filter::FieldValue()));
}

TRAILGLASS_GUI_TEST(EventsViewTest)
#include "tst_eventsview.moc"
