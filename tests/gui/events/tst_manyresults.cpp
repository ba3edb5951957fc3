// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/resultsnapshot.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"

#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// What was requested of results.
struct Calls
{
    int rows = 0; ///< single rows, by place
    int passes = 0; ///< look-ups that may go over all row numbers
};

/// Rows `rows` … 1, newest first, none of which is in memory: whatever is done for each of them is a call for each.
class CountedResult final : public ResultSnapshot
{
public:
    /// \param calls  outlives the result
    CountedResult(qint64 rows, Calls &calls)
        : m_rows(rows)
        , m_calls(calls)
    {
    }

    [[nodiscard]] std::size_t size() const override { return static_cast<std::size_t>(m_rows); }
    [[nodiscard]] RowId lastRow() const override { return RowId{m_rows}; }
    [[nodiscard]] std::optional<RowId> rowAt(std::size_t place) const override
    {
        ++m_calls.rows;
        return RowId{m_rows - static_cast<qint64>(place)};
    }
    [[nodiscard]] std::optional<std::size_t> find(RowId row) const override
    {
        ++m_calls.passes;
        return look(row);
    }
    [[nodiscard]] std::vector<std::size_t> findAll(std::vector<RowId> rows) const override
    {
        ++m_calls.passes;
        std::vector<std::size_t> places;
        for (const RowId row : rows) {
            if (const auto place = look(row))
                places.push_back(*place);
        }
        std::ranges::sort(places);
        return places;
    }
    [[nodiscard]] std::size_t countSince(const ResultSnapshot &earlier) const override
    {
        ++m_calls.passes;
        return static_cast<std::size_t>(std::max<qint64>(0, m_rows - earlier.lastRow().value));
    }
    [[nodiscard]] bool endsWith(const ResultSnapshot &other) const override
    {
        ++m_calls.passes;
        return other.size() <= size();
    }

private:
    [[nodiscard]] std::optional<std::size_t> look(RowId row) const
    {
        const bool isThere = row >= RowId{1} && row <= RowId{m_rows};
        return isThere ? std::optional(static_cast<std::size_t>(m_rows - row.value)) : std::nullopt;
    }

    qint64 m_rows;
    Calls &m_calls;
};

/// Reads the rows of such results, through the event loop.
class PlaceFetcher final : public RecordFetcher
{
public:
    void read(Page page, WithRaw, Take take, QObject *context, Ended ended) override
    {
        requested += std::get<PlaceRange>(page.which).count;
        QTimer::singleShot(
            0, context, [page = std::move(page), take = std::move(take), ended = std::move(ended)] {
                const PlaceRange &places = std::get<PlaceRange>(page.which);
                const auto newest = static_cast<qint64>(page.rows->size());
                for (std::size_t place = 0; place < places.count; ++place)
                    take(place, recordOf(RowId{newest - static_cast<qint64>(places.first + place)}));
                ended({});
            });
    }

    std::size_t requested = 0; ///< rows
};

} // namespace

/// A result is taken over, and the reader's place found in it, without work for each of its rows: this is done on the thread
/// of the window, for each result and each part of one.
class ManyResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); } // off screen
    void cleanup();
    void anotherResultCostsTheSame();
    void partsOfAResultCostTheSame();
    void newEventsCostTheSame();
    void newEventsThatWaitCostTheSame();
    void theSameResultAgainCostsTheSame();
    void anotherColumnCostsTheSame();
    void selectedRowsAreFoundInOnePass();

private:
    static constexpr qint64 Page = EventTableModel::RowsPerPage;
    static constexpr qint64 Few = 1'000;
    static constexpr qint64 Many = Few + 7'800 * Page; ///< with pages that begin where those of few do
    static constexpr int Selected = 500;

    using Step = std::function<void(qint64 rows)>;

    void show(qint64 rows, int selected);
    [[nodiscard]] ResultPointer result(qint64 rows)
    {
        return std::make_shared<const CountedResult>(rows, m_calls);
    }
    [[nodiscard]] bool areRowsHere() const;
    void costOf(const Step &step, qint64 rows, int selected, Calls &calls);
    void costsTheSame(const Step &step);

    Calls m_calls;
    std::unique_ptr<PlaceFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void ManyResultsTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

bool ManyResultsTest::areRowsHere() const
{
    const auto [first, end] = m_table->rowsWithin(m_table->viewport()->rect());
    for (int row = first; row < end; ++row) {
        if (!m_view->model().record(row))
            return false;
    }
    return first < end;
}

void ManyResultsTest::show(qint64 rows, int selected)
{
    cleanup();
    m_fetcher = std::make_unique<PlaceFetcher>();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(900, 400);
    m_view->setResult(result(rows), false);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    QTRY_VERIFY(areRowsHere());
    const EventTableModel &model = m_view->model();
    QItemSelectionModel *selection = m_table->selectionModel();
    selection->setCurrentIndex(model.index(0, 0), QItemSelectionModel::NoUpdate);
    selection->select(QItemSelection(model.index(0, 0), model.index(selected - 1, model.columnCount() - 1)),
                      QItemSelectionModel::ClearAndSelect);
    QCOMPARE(m_view->selectedRowCount(), qint64(selected));
}

/// \param calls  set to what \a step requests of results, until what it shows is here
void ManyResultsTest::costOf(const Step &step, qint64 rows, int selected, Calls &calls)
{
    show(rows, selected);
    m_calls = {};
    m_fetcher->requested = 0;
    step(rows);
    QTRY_VERIFY(areRowsHere());
    m_table->viewport()->grab();
    calls = m_calls;
    QVERIFY2(m_fetcher->requested <= 8 * static_cast<std::size_t>(Page),
             qPrintable(QString::number(m_fetcher->requested)));
}

void ManyResultsTest::costsTheSame(const Step &step)
{
    for (const int selected : {1, Selected}) {
        Calls few;
        Calls many;
        costOf(step, Few, selected, few);
        costOf(step, Many, selected, many);
        QVERIFY(few.rows + few.passes > 0); // or the step would be none
        QCOMPARE(many.rows, few.rows);
        QCOMPARE(many.passes, few.passes);
    }
}

void ManyResultsTest::anotherResultCostsTheSame()
{
    costsTheSame([this](qint64 rows) {
        QVERIFY(!m_view->rowsToFind().empty()); // requested as the query begins
        m_view->setResult(result(rows + Page), false);
        QCOMPARE(m_view->model().rowCount(), static_cast<int>(rows + Page));
    });
}

/// As a search for a JSON path gives it, which finds the newest events first.
void ManyResultsTest::partsOfAResultCostTheSame()
{
    costsTheSame([this](qint64 rows) {
        m_view->setResult(result(Page), false);
        m_view->continueResult(result(2 * Page));
        m_view->continueResult(result(rows + Page));
        QCOMPARE(m_view->model().rowCount(), static_cast<int>(rows + Page));
        QCOMPARE(m_view->currentEvent(), RowId{rows});
    });
}

/// One selected row follows them; more make them wait.
void ManyResultsTest::newEventsCostTheSame()
{
    costsTheSame([this](qint64 rows) { m_view->setResult(result(rows + Page), true); });
}

void ManyResultsTest::newEventsThatWaitCostTheSame()
{
    costsTheSame([this](qint64 rows) {
        m_table->verticalScrollBar()->setValue(300);
        m_view->setResult(result(rows + Page), true);
        QVERIFY(m_view->hasWaitingResult());
        m_view->showNewEvents();
        QCOMPARE(m_view->model().rowCount(), static_cast<int>(rows + Page));
    });
}

void ManyResultsTest::theSameResultAgainCostsTheSame()
{
    costsTheSame([this](qint64 rows) { m_view->setResult(result(rows), true); });
}

void ManyResultsTest::anotherColumnCostsTheSame()
{
    costsTheSame([this](qint64) {
        m_view->addColumn(u"@details.to"_s);
        QCOMPARE(m_view->columns().back().title, std::string("@details.to"));
    });
}

void ManyResultsTest::selectedRowsAreFoundInOnePass()
{
    const Step step = [this](qint64 rows) {
        m_view->setResult(result(rows + Page), false);
        QCOMPARE(m_table->selectedRanges().front().first, static_cast<int>(Page)); // they are found
    };
    Calls one;
    Calls some;
    costOf(step, Few, 1, one);
    costOf(step, Few, Selected, some);
    QCOMPARE(some.passes, one.passes);
}

TRAILGLASS_GUI_TEST(ManyResultsTest)
#include "tst_manyresults.moc"
