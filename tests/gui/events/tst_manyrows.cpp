// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"
#include "tests/gui/common/eventloopturn.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/columncontroller.h"
#include "views/events/columnfitter.h"
#include "views/events/eventdelegate.h"
#include "views/events/eventtable.h"
#include "views/events/sortheader.h"

#include <QMenu>
#include <QScrollBar>
#include <QtTest>

#include <functional>
#include <set>
#include <utility>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Notes of which rows something was requested.
class WatchedModel final : public EventTableModel
{
public:
    using EventTableModel::EventTableModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (index.isValid())
            m_seen.insert(index.row());
        return EventTableModel::data(index, role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Vertical)
            m_seen.insert(section);
        return EventTableModel::headerData(section, orientation, role);
    }

    /// Since the last call.
    [[nodiscard]] std::set<int> takeSeen() { return std::exchange(m_seen, {}); }
    void forgetSeen() { m_seen.clear(); }

private:
    mutable std::set<int> m_seen;
};

} // namespace

/// What a change of widths costs is by the rows in sight, however many there are.
class ManyRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); } // off screen
    void cleanup();
    void aStepOfAColumnLooksAtTheRowsInSight_data() { addSizes(); }
    void aStepOfAColumnLooksAtTheRowsInSight();
    void aStepOfTheWindowLooksAtTheRowsInSight_data() { addSizes(); }
    void aStepOfTheWindowLooksAtTheRowsInSight();
    void columnsAreFittedToFewRows_data() { addSizes(); }
    void columnsAreFittedToFewRows();

private:
    static constexpr int Steps = 10;
    static constexpr int LoadedPages = 20;
    static constexpr int FewRows = 200; ///< more than a column is measured by

    static void addSizes();
    void show(qint64 rows);
    void looksAtTheRowsInSight(const std::function<void()> &step);

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<WatchedModel> m_model;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<EventTable> m_table;
    std::unique_ptr<ColumnController> m_columns;
};

void ManyRowsTest::cleanup()
{
    m_columns.reset();
    m_table.reset();
    m_menu.reset();
    m_model.reset();
    m_fetcher.reset();
}

void ManyRowsTest::addSizes()
{
    QTest::addColumn<qint64>("rows");
    QTest::newRow("few") << qint64(LoadedPages * EventTableModel::RowsPerPage);
    QTest::newRow("many") << qint64(1'000'000);
}

void ManyRowsTest::show(qint64 rows)
{
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_model = std::make_unique<WatchedModel>(*m_fetcher);
    m_model->setColumns(defaultTableColumns());
    m_menu = std::make_unique<QMenu>();
    m_table = std::make_unique<EventTable>(*m_model);
    m_columns = std::make_unique<ColumnController>(*m_table, *m_model, *m_menu);
    m_model->setSnapshot(newestFirst(rows));
    m_table->resize(1200, 500);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    const auto [first, end] = m_table->rowsWithin(m_table->viewport()->rect());
    const int last = end - 1;
    QVERIFY(first == 0 && last > 5 && last < FewRows / 2);
    QTRY_VERIFY(m_model->record(0) && m_model->record(last));
    QTRY_COMPARE(m_table->horizontalScrollBar()->maximum(), 0);
}

void ManyRowsTest::looksAtTheRowsInSight(const std::function<void()> &step)
{
    m_table->viewport()->grab(); // lays out what is in sight
    const int layouts = m_table->eventDelegate()->layouts();
    const std::size_t requests = m_fetcher->requests().size();
    QVERIFY(layouts > 0);

    for (int steps = 0; steps < Steps; ++steps) {
        m_model->forgetSeen();
        step();
        m_table->viewport()->grab();
        Testing::turnEventLoop();
        const std::set<int> seen = m_model->takeSeen();
        const int end = m_table->rowsWithin(m_table->viewport()->rect()).second;
        QVERIFY(!seen.empty()); // it was painted
        QVERIFY2(*seen.rbegin() < end, qPrintable(QString::number(*seen.rbegin())));
    }

    QVERIFY(m_table->eventDelegate()->layouts() <= layouts + 1); // the ellipsis
    QCOMPARE(m_fetcher->requests().size(), requests);
}

void ManyRowsTest::aStepOfAColumnLooksAtTheRowsInSight()
{
    QFETCH(const qint64, rows);
    show(rows);
    SortHeader *header = m_table->sortHeader();
    int width = header->sectionSize(2);

    looksAtTheRowsInSight([header, &width] { header->resizeSection(2, width -= 8); });

    QCOMPARE(header->sectionSize(2), width);
}

void ManyRowsTest::aStepOfTheWindowLooksAtTheRowsInSight()
{
    QFETCH(const qint64, rows);
    show(rows);

    looksAtTheRowsInSight([this] { m_table->resize(m_table->width() - 10, m_table->height()); });

    QCOMPARE(m_table->sortHeader()->length(), m_table->viewport()->width()); // the columns gave way
}

/// However many pages are in memory.
void ManyRowsTest::columnsAreFittedToFewRows()
{
    QFETCH(const qint64, rows);
    show(rows);
    m_model->forgetSeen();
    for (int page = 0; page < LoadedPages; ++page) {
        m_model->requestRows(page * EventTableModel::RowsPerPage, page * EventTableModel::RowsPerPage + 1);
        m_fetcher->serveAll();
    }
    QVERIFY(m_model->record((LoadedPages - 1) * EventTableModel::RowsPerPage));
    std::set<int> seen = m_model->takeSeen();
    QVERIFY(seen.empty() || *seen.rbegin() < FewRows); // pages that come later are not measured

    m_columns->fitter().fit(2);
    seen = m_model->takeSeen();
    QVERIFY(!seen.empty() && *seen.rbegin() < FewRows);

    m_columns->fitter().reset();
    seen = m_model->takeSeen();
    QVERIFY(!seen.empty() && *seen.rbegin() < FewRows);
}

TRAILGLASS_GUI_TEST(ManyRowsTest)
#include "tst_manyrows.moc"
