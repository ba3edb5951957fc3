// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/evidence/markchoice.h"
#include "views/evidence/marksigns.h"

#include <QAction>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Marks, notes and what is new in the table of events.
class RowMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
        m_fetcher = std::make_unique<ScriptedFetcher>();
        m_fetcher->serveAutomatically();
        m_view = std::make_unique<EventsView>(*m_fetcher);
        m_view->resize(900, 400);
        m_view->setColumns(*parseColumns(u"id,action,received"_s));
        m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    }
    void cleanup()
    {
        QToolTip::hideText();
        m_view.reset();
        m_fetcher.reset();
    }

    void standInFrontOfTheirRow()
    {
        m_fetcher->marks[RowId{299}] = MarkColour::Red;
        m_fetcher->notes[RowId{298}] = "look at this";
        show();
        const QColor red = MarkSigns::colour(MarkColour::Red, m_table->palette());
        QVERIFY(hasColour(1, red));
        QVERIFY(!hasColour(0, red));
        QVERIFY(inFront(2) != inFront(4)); // the note
    }

    void standInFrontInAMirroredWindow()
    {
        m_view->setLayoutDirection(Qt::RightToLeft);
        m_fetcher->marks[RowId{299}] = MarkColour::Blue;
        show();
        QVERIFY(hasColour(1, MarkSigns::colour(MarkColour::Blue, m_table->palette())));
        const QHeaderView *front = m_table->verticalHeader();
        QVERIFY(front->geometry().left() > m_table->viewport()->geometry().right());
    }

    void areSaidToWhoDoesNotSeeThem()
    {
        m_fetcher->marks[RowId{300}] = MarkColour::Green;
        m_fetcher->notes[RowId{300}] = "look at this";
        m_view->model().setReviewedRow(RowId{299});
        show();
        const auto aloud = [this](int row) {
            return m_view->model().index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY2(aloud(0).endsWith(u", New, Marked green, Has a note"_s), qPrintable(aloud(0)));
        QVERIFY2(!aloud(1).contains(u"Mark"_s) && !aloud(1).contains(u"New"_s), qPrintable(aloud(1)));
    }

    void aNoteIsReadInAToolTip()
    {
        m_fetcher->marks[RowId{300}] = MarkColour::Red;
        m_fetcher->notes[RowId{300}] = "<b>first</b>\nsecond\u202E";
        show();
        const QString tip = toolTip(m_view->model().index(0, 0));
        QVERIFY2(tip.contains(u"Marked red\n"_s) && tip.contains(u"&lt;b&gt;first&lt;/b&gt;\nsecond"_s)
                     && tip.contains(u"&lt;U+202E&gt;"_s),
                 qPrintable(tip));
        QCOMPARE(toolTip(m_view->model().index(1, 0)), QString());
        QVERIFY(!toolTip(m_view->model().index(0, 1)).contains(u"Marked"_s));
        QCOMPARE(toolTipAt(*m_table->verticalHeader()->viewport(), {5, 5}), tip);
    }

    void areReadAgainWithoutALook()
    {
        show();
        m_fetcher->marks[RowId{300}] = MarkColour::Yellow;
        m_view->model().readAgain();
        QVERIFY(m_view->model().record(0)); // stays until it is read again
        const auto mark = [this] {
            return m_view->model().index(0, 0).data(EventTableModel::MarkRole);
        };
        m_table->viewport()->grab(); // requests what is in sight
        QTRY_COMPARE(mark(), QVariant(static_cast<int>(MarkColour::Yellow)));
    }

    void whatIsOnItsWayWhenMarksChangeIsReadAgain()
    {
        m_view.reset();
        m_fetcher = std::make_unique<ScriptedFetcher>(); // serves by hand
        m_view = std::make_unique<EventsView>(*m_fetcher);
        m_view->resize(600, 300);
        m_view->setResult(newestFirst(50), false);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_fetcher->waiting() > 0);
        m_view->model().readAgain();
        m_fetcher->serveAll(); // what was requested before: dropped
        QVERIFY(!m_view->model().record(0));
        m_view->findChild<EventTable *>(u"eventTable"_s)->viewport()->grab();
        QTRY_VERIFY(m_fetcher->waiting() > 0);
        m_fetcher->serveAll();
        QTRY_VERIFY(m_view->model().record(0));
    }

    void aLineStandsBetweenNewAndReviewedRows()
    {
        m_view->model().setReviewedRow(RowId{297});
        show();
        QVERIFY(!hasBoundary(3)); // sorted by the time of the event
        m_view->setSortOrder(SortOrder{SortKey{Field::Received, true}});
        QVERIFY(hasBoundary(3)); // 300, 299, 298 are new
        QVERIFY(!hasBoundary(2) && !hasBoundary(4));
        m_view->model().setReviewedRow({});
        QVERIFY(!hasBoundary(3));
    }

    void theMenuOffersMarksOnlyWhereThereAreSome()
    {
        show();
        QMenu *menu = m_view->marks().menu();
        QVERIFY(!menu->menuAction()->isEnabled());
        m_view->marks().setOffered(true);
        QVERIFY(menu->menuAction()->isEnabled());
        m_table->selectionModel()->clear();
        QVERIFY(!action(u"mark_red"_s)->isEnabled()); // no event is chosen
        m_table->selectRow(2);
        QVERIFY(action(u"mark_red"_s)->isEnabled());
        QVERIFY(action(u"writeNote"_s)->isEnabled());
        m_view->marks().setOffered(false);
        QVERIFY(!action(u"mark_red"_s)->isEnabled());
    }

    void theMenuSaysThatANoteIsOfOneEvent()
    {
        show();
        m_view->marks().setOffered(true);
        m_table->selectRow(2);
        Q_EMIT m_view->marks().menu()->aboutToShow();
        QCOMPARE(action(u"writeNote"_s)->text(), u"&Write a note…"_s);
        const auto moveTo = [this](int row) { // as Ctrl+Down does
            m_table->selectionModel()->setCurrentIndex(m_view->model().index(row, 0),
                                                       QItemSelectionModel::NoUpdate);
        };
        moveTo(3);
        Q_EMIT m_view->marks().menu()->aboutToShow();
        QCOMPARE(action(u"writeNote"_s)->text(), u"&Write a note on the current event only…"_s);
        moveTo(2);
        Q_EMIT m_view->marks().menu()->aboutToShow();
        QCOMPARE(action(u"writeNote"_s)->text(), u"&Write a note…"_s);
        m_view->selectAll();
        Q_EMIT m_view->marks().menu()->aboutToShow();
        QCOMPARE(action(u"writeNote"_s)->text(), u"&Write a note on the current event only…"_s);
    }

    void keysMarkWhatIsSelected_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<std::optional<MarkColour>>("colour");
        QTest::newRow("red") << int(Qt::Key_1) << std::optional(MarkColour::Red);
        QTest::newRow("purple") << int(Qt::Key_6) << std::optional(MarkColour::Purple);
        QTest::newRow("none") << int(Qt::Key_0) << std::optional<MarkColour>();
    }
    void keysMarkWhatIsSelected()
    {
        QFETCH(const int, key);
        QFETCH(const std::optional<MarkColour>, colour);
        show();
        m_view->marks().setOffered(true);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_table->setFocus();
        m_table->selectRow(1);
        QSignalSpy marked(&m_view->marks(), &MarkChoice::markRequested);
        QTest::keyClick(m_table, static_cast<Qt::Key>(key), Qt::AltModifier);
        QCOMPARE(marked.size(), 1);
        QCOMPARE(marked.constFirst().constFirst().value<std::optional<MarkColour>>(), colour);
    }

    void leadsToMarkedEvents()
    {
        show();
        m_view->marks().setOffered(true);
        QSignalSpy filtered(m_view.get(), &EventsView::filterRequested);
        action(u"filterMarked"_s)->trigger();
        QCOMPARE(filtered.size(), 1);
        QCOMPARE(filtered.constFirst().at(1).value<Filter::FieldReference>(),
                 Filter::FieldReference(Filter::ReviewField::Is));
        QCOMPARE(filtered.constFirst().at(2).value<Filter::FieldValue>(), Filter::FieldValue("marked"));
    }

private:
    void show()
    {
        m_view->setResult(newestFirst(300), false);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->model().record(0));
    }
    [[nodiscard]] QAction *action(const QString &name) const { return m_table->findChild<QAction *>(name); }
    /// What stands in front of a row.
    [[nodiscard]] QImage inFront(int row) const
    {
        QHeaderView *front = m_table->verticalHeader();
        const QRect place(0, m_table->rowViewportPosition(row), front->width(), m_table->rowHeight(row));
        return front->viewport()->grab(place).toImage();
    }
    [[nodiscard]] bool hasColour(int row, const QColor &colour) const
    {
        const QImage image = inFront(row);
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y) == colour)
                    return true;
            }
        }
        return false;
    }
    /// Above a row, over its whole width.
    [[nodiscard]] bool hasBoundary(int row) const
    {
        const int y = m_table->rowViewportPosition(row);
        const QImage image = m_table->viewport()->grab().toImage();
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != m_table->palette().color(QPalette::Link))
                return false;
        }
        return true;
    }
    [[nodiscard]] QString toolTip(const QModelIndex &index) const
    {
        return toolTipAt(*m_table->viewport(), m_table->visualRect(index).center());
    }
    [[nodiscard]] static QString toolTipAt(QWidget &widget, const QPoint &place)
    {
        QToolTip::hideText();
        if (!QTest::qWaitFor([] { return !QToolTip::isVisible(); }))
            return u"The tool tip stays."_s;
        QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
        QCoreApplication::sendEvent(&widget, &event);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

TRAILGLASS_GUI_TEST(RowMarksTest)
#include "tst_rowmarks.moc"
