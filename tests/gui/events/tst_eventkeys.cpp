// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sortorder.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/events/sortheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProxyStyle>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOptionHeader>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Notes the arrows that are drawn on column titles.
class ArrowStyle : public QProxyStyle
{
public:
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (element == CE_Header && header) {
            arrows.insert(header->section, header->sortIndicator);
            texts.insert(header->section, header->text.trimmed());
        }
        QProxyStyle::drawControl(element, option, painter, widget);
    }

    mutable QMap<int, QStyleOptionHeader::SortIndicator> arrows; ///< by section
    mutable QMap<int, QString> texts;
};

} // namespace

/// Moving about in the table, by keys and by the mouse.
class EventKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesTheSelectionToBothEnds_data();
    void takesTheSelectionToBothEnds();
    void opensTheEventForInspection();
    void stepsFromRowToRow();
    void choosesTheCurrentRowThatNobodyChose_data();
    void choosesTheCurrentRowThatNobodyChose();
    void choosesTheCurrentRowBySpace();
    void filtersByTheCurrentCell_data();
    void filtersByTheCurrentCell();
    void doesNotMoveSidewaysUnderAClick();
    void movesSidewaysForTheKeyboard();
    void pointsTheArrowWhereTheValuesGo();
    void numbersTheSortKeys();
    void offersNewestFirstWhenAnotherOrderIsSlow();
    void saysWhereTheScrollBarLeads();

private:
    void select(int row, int column = 0)
    {
        m_table->selectionModel()->setCurrentIndex(m_view->model().index(row, column),
                                                   QItemSelectionModel::ClearAndSelect
                                                       | QItemSelectionModel::Rows);
    }
    [[nodiscard]] QPoint centre(int row, int column) const
    {
        return m_table->visualRect(m_view->model().index(row, column)).center();
    }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void EventKeysTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(600, 400);
    m_view->setColumns(*parseColumns(u"id,action,actor"_s));
    m_view->setResult(newestFirst(2'000), false);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    m_table->setFocus();
    QTRY_VERIFY(m_view->model().record(0));
}

void EventKeysTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void EventKeysTest::takesTheSelectionToBothEnds_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("id");
    QTest::newRow("Ctrl+Home") << Qt::Key_Home << 0 << u"e-2000"_s;
    QTest::newRow("Ctrl+End") << Qt::Key_End << 1'999 << u"e-1"_s;
}

void EventKeysTest::takesTheSelectionToBothEnds()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const int, row);
    QFETCH(const QString, id);
    select(700, 1);

    QTest::keyClick(m_table, key, Qt::ControlModifier);

    QCOMPARE(m_table->currentIndex(), m_view->model().index(row, 1));
    QCOMPARE(m_table->selectedRanges(), (std::vector<std::pair<int, int>>{{row, row}}));
    QGuiApplication::clipboard()->setText(u"before"_s);
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY2(QGuiApplication::clipboard()->text().contains(u'\n' + id + u'\t'),
                 qPrintable(QGuiApplication::clipboard()->text()));
}

void EventKeysTest::opensTheEventForInspection()
{
    QSignalSpy opened(m_view.get(), &EventsView::inspectRequested);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), m_table->currentIndex().isValid() ? 1 : 0);
    opened.clear();

    select(3);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTest::keyClick(m_table, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(opened.size(), 2);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centre(5, 0));
    QCOMPARE(opened.size(), 2);
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, centre(5, 0)); // the second press alone
    QCOMPARE(opened.size(), 3);
    QCOMPARE(m_view->currentEvent(), RowId{1'995});
}

void EventKeysTest::stepsFromRowToRow()
{
    const auto selected = [](int row) {
        return std::vector<std::pair<int, int>>{{row, row}};
    };
    m_table->setCurrentIndex({});
    m_view->stepRow(1);
    QCOMPARE(m_table->selectedRanges(), selected(0));
    m_view->stepRow(-1); // there is none above
    QCOMPARE(m_table->selectedRanges(), selected(0));
    select(3, 1);
    m_view->selectAll();
    m_view->stepRow(1);
    QVERIFY(!m_view->model().isAllSelected());
    QCOMPARE(m_table->currentIndex(), m_view->model().index(4, 1));
    QCOMPARE(m_table->selectedRanges(), selected(4));
    const int last = m_table->verticalScrollBar()->pageStep() - 1;
    select(last);
    m_view->stepRow(1);
    QCOMPARE(m_table->verticalScrollBar()->value(), 1); // no further than it has to
    m_view->goToRow(1'999);
    m_view->stepRow(1);
    QCOMPARE(m_table->selectedRanges(), selected(1'999));
}

void EventKeysTest::choosesTheCurrentRowThatNobodyChose_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<Qt::Key>("key"); // with Ctrl
    QTest::addColumn<int>("step"); // in place of the key
    QTest::newRow("Ctrl+Home on the first row") << 0 << Qt::Key_Home << 0;
    QTest::newRow("Ctrl+End on the last row") << 1'999 << Qt::Key_End << 0;
    QTest::newRow("a step before the first row") << 0 << Qt::Key_unknown << -1;
    QTest::newRow("a step after the last row") << 1'999 << Qt::Key_unknown << 1;
}

/// As the row is that Qt makes current when the table takes the keyboard.
void EventKeysTest::choosesTheCurrentRowThatNobodyChose()
{
    QFETCH(const int, row);
    QFETCH(const Qt::Key, key);
    QFETCH(const int, step);
    m_table->selectionModel()->setCurrentIndex(m_view->model().index(row, 0), QItemSelectionModel::NoUpdate);
    m_table->clearSelection();
    QVERIFY(m_table->selectedRanges().empty());
    const QSignalSpy chosen(m_view.get(), &EventsView::eventChosen);

    if (step == 0)
        QTest::keyClick(m_table, key, Qt::ControlModifier);
    else
        m_view->stepRow(step);

    QCOMPARE(m_table->selectedRanges(), (std::vector<std::pair<int, int>>{{row, row}}));
    QVERIFY(!chosen.isEmpty()); // the inspector opens
}

void EventKeysTest::choosesTheCurrentRowBySpace()
{
    select(2);
    m_table->selectionModel()->setCurrentIndex(m_view->model().index(5, 0), QItemSelectionModel::NoUpdate);
    const QSignalSpy chosen(m_view.get(), &EventsView::eventChosen);

    QTest::keyClick(m_table, Qt::Key_Space);

    QCOMPARE(m_table->selectedRanges(), (std::vector<std::pair<int, int>>{{2, 2}, {5, 5}}));
    QCOMPARE(chosen.size(), 1); // the inspector opens
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(chosen.size(), 1); // it was selected already
}

void EventKeysTest::filtersByTheCurrentCell_data()
{
    QTest::addColumn<bool>("shift");
    QTest::addColumn<bool>("alt");
    QTest::addColumn<FilterEdit>("edit");
    QTest::newRow("Ctrl+I") << false << false << FilterEdit::Include;
    QTest::newRow("Ctrl+Shift+I") << true << false << FilterEdit::Exclude;
    QTest::newRow("Ctrl+Alt+I") << false << true << FilterEdit::Only;
}

/// By the same keys as in the inspector.
void EventKeysTest::filtersByTheCurrentCell()
{
    QFETCH(const bool, shift);
    QFETCH(const bool, alt);
    QFETCH(const FilterEdit, edit);
    Qt::KeyboardModifiers modifiers = Qt::ControlModifier;
    modifiers.setFlag(Qt::ShiftModifier, shift);
    modifiers.setFlag(Qt::AltModifier, alt);
    select(3, 1);
    QSignalSpy filtered(m_view.get(), &EventsView::filterRequested);
    QTest::keyClick(m_table, Qt::Key_I, modifiers);
    QCOMPARE(filtered.size(), 1);
    QCOMPARE(filtered.constFirst().at(0).value<FilterEdit>(), edit);
    QCOMPARE(filtered.constFirst().at(1).value<Filter::FieldReference>(),
             Filter::FieldReference(Field::Action));
}

void EventKeysTest::doesNotMoveSidewaysUnderAClick()
{
    m_view->setColumnWidths({{u"id"_s, 400}, {u"action"_s, 400}, {u"actor"_s, 400}});
    const QPoint partlyVisible(500, centre(2, 0).y());

    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, partlyVisible);

    QCOMPARE(m_table->currentIndex(), m_view->model().index(2, 1));
    m_table->scrollTo(m_table->currentIndex()); // as Qt does when the time of a double-click is over
    QCOMPARE(m_table->horizontalScrollBar()->value(), 0);
}

void EventKeysTest::movesSidewaysForTheKeyboard()
{
    m_view->setColumnWidths({{u"id"_s, 400}, {u"action"_s, 400}, {u"actor"_s, 400}});
    QTRY_VERIFY(m_table->horizontalScrollBar()->maximum() > 0); // Qt takes in other widths later
    select(2, 0);

    QTest::keyClick(m_table, Qt::Key_Right);
    QTest::keyClick(m_table, Qt::Key_Right);

    QCOMPARE(m_table->currentIndex().column(), 2);
    QVERIFY(m_table->horizontalScrollBar()->value() > 0);
}

void EventKeysTest::pointsTheArrowWhereTheValuesGo()
{
    ArrowStyle style;
    m_table->sortHeader()->setStyle(&style);

    m_view->setSortOrder({{Field::Action, false}, {Field::Actor, true}});
    (void)m_table->grab();

    QCOMPARE(style.arrows.value(0), QStyleOptionHeader::None);
    QCOMPARE(style.arrows.value(1), QStyleOptionHeader::SortUp); // ascending
    QCOMPARE(style.arrows.value(2), QStyleOptionHeader::SortDown);
    m_table->sortHeader()->setStyle(nullptr);
}

void EventKeysTest::numbersTheSortKeys()
{
    ArrowStyle style;
    m_table->sortHeader()->setStyle(&style);

    m_view->setSortOrder({{Field::Actor, true}});
    (void)m_table->grab();
    QCOMPARE(style.texts.value(2), u"actor"_s); // one needs no number
    m_view->setSortOrder({{Field::Actor, true}, {Field::Id, false}});
    (void)m_table->grab();

    QCOMPARE(style.texts.value(0), u"id · 2"_s);
    QCOMPARE(style.texts.value(1), u"action"_s);
    QCOMPARE(style.texts.value(2), u"actor · 1"_s);
    m_table->sortHeader()->setStyle(nullptr);
}

void EventKeysTest::offersNewestFirstWhenAnotherOrderIsSlow()
{
    auto *strip = m_view->findChild<MessageStrip *>(u"slowSort"_s);
    QSignalSpy sorted(m_view.get(), &EventsView::sortRequested);
    m_view->setSortOrder({{Field::Message, false}});
    QVERIFY(!strip->isVisible());

    m_view->showSlowSort(true);
    QVERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(u"Sorted by message"_s), qPrintable(strip->text()));
    QTest::mouseClick(strip->findChild<QPushButton *>(), Qt::LeftButton);

    QCOMPARE(sorted.size(), 1);
    QCOMPARE(sortOrderText(sorted.at(0).at(0).value<SortOrder>()), u"-created"_s);
    m_view->showSlowSort(false);
    QVERIFY(!strip->isVisible());
}

void EventKeysTest::saysWhereTheScrollBarLeads()
{
    m_view->setResult(newestFirst(10'000'000), false);
    const auto *place = m_table->findChild<QLabel *>(u"scrollPlace"_s);
    QScrollBar *bar = m_table->verticalScrollBar();
    bar->setValue(5);
    QVERIFY(!place->isVisible()); // the wheel needs no help

    bar->setSliderDown(true);
    bar->setSliderPosition(7'654'321);
    QVERIFY(place->isVisible());
    QTRY_VERIFY2(place->text().startsWith(u"2025-12-17 12:29:39 (UTC) · "_s), qPrintable(place->text()));
    const QLocale locale;
    QVERIFY2(place->text().endsWith(
                 u"Row %1 of %2"_s.arg(locale.toString(7'654'322), locale.toString(10'000'000))),
             qPrintable(place->text()));
    QVERIFY(m_table->rect().contains(place->geometry()));
    bar->setSliderPosition(bar->maximum());
    QTRY_VERIFY(m_view->model().record(9'999'999)); // any row can be reached
    bar->setSliderDown(false);
    QVERIFY(!place->isVisible());
}

TRAILGLASS_GUI_TEST(EventKeysTest)
#include "tst_eventkeys.moc"
