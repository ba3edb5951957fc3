// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/table/eventtablemodel.h"
#include "models/table/pagecache.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// What must hold of the table after any history.
class EventTableLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyLoadedCellIsItsRecords_data();
    void everyLoadedCellIsItsRecords();
    void keepsNoMorePagesThanItMay();
    void keepsWithinItsBytesWhateverEventsHold();
};

namespace {

/// A model, and random things that happen to it.
class History
{
public:
    explicit History(std::uint64_t seed)
        : m_random(seed)
        , m_model(m_fetcher)
        , m_tester(&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        m_rows = {3, 1, 2};
        m_model.setSnapshot(snapshotOf(m_rows));
    }

    void step()
    {
        switch (below(16)) {
        case 0:
            grow();
            break;
        case 1:
            std::ranges::shuffle(m_rows, m_random);
            show();
            break;
        case 2:
            m_model.setColumns(*parseColumns(pickColumns()));
            break;
        case 3:
            m_fetcher.failAll(below(2) == 0 ? ErrorKind::Cancelled : ErrorKind::Storage);
            break;
        case 4:
            m_model.retry();
            break;
        case 5:
            m_fetcher.serveNewest();
            break;
        case 6:
            shrink();
            break;
        case 7:
            showNothing();
            break;
        case 8:
            refuseToGrow();
            break;
        case 9:
            selectAll(below(3) > 0);
            break;
        case 10:
            m_model.setDisplayZone(QTimeZone(below(2) == 0 ? "Asia/Kathmandu" : "UTC"));
            break;
        default:
            look();
        }
    }

    /// What is wrong with the rows as a whole; empty when nothing is.
    [[nodiscard]] QString wrongState() const
    {
        if (m_model.rowCount() != static_cast<int>(m_rows.size()))
            return u"rows"_s;
        if (m_model.isAllSelected() != m_isAllSelected)
            return u"selected"_s;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (m_model.rowId(row).value != m_rows[static_cast<std::size_t>(row)])
                return u"row %1"_s.arg(row);
        }
        return {};
    }

    /// The first loaded cell that is not its record's; empty when all are right.
    [[nodiscard]] QString wrongCell() const
    {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const EventRecord *record = m_model.record(row);
            if (!record)
                continue;
            const EventRecord expected = recordOf(RowId{m_rows[static_cast<std::size_t>(row)]});
            for (int column = 0; column < m_model.columnCount(); ++column) {
                std::string scratch;
                const QString text = toQString(
                    cellText(expected, m_model.columns()[static_cast<std::size_t>(column)], scratch));
                if (m_model.index(row, column).data(EventTableModel::ValueRole).toString() != text)
                    return u"row %1, column %2"_s.arg(row).arg(column);
            }
        }
        return {};
    }

    [[nodiscard]] int loadedRows() const
    {
        int loaded = 0;
        for (int row = 0; row < m_model.rowCount(); ++row)
            loaded += m_model.record(row) ? 1 : 0;
        return loaded;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }

    void show()
    {
        m_model.setSnapshot(snapshotOf(m_rows));
        m_isShown = true;
        m_isAllSelected = false;
    }

    /// A narrower filter.
    void shrink()
    {
        const std::size_t remainder = below(3);
        std::erase_if(m_rows, [&](qint64 row) { return static_cast<std::size_t>(row) % 3 == remainder; });
        show();
    }

    void showNothing()
    {
        m_rows.clear();
        m_model.setSnapshot(nullptr);
        m_isShown = false;
        m_isAllSelected = false;
    }

    void selectAll(bool all)
    {
        m_model.setAllSelected(all);
        m_isAllSelected = all && !m_rows.empty();
    }

    /// An older event that comes late is not on top.
    void refuseToGrow()
    {
        std::vector<qint64> rows = m_rows;
        rows.push_back(5'000'000);
        if (m_model.growTo(nullptr) || (!m_rows.empty() && m_model.growTo(snapshotOf(rows))))
            qFatal("these rows are not the end");
    }

    void grow()
    {
        if (!m_isShown)
            return show();
        const qint64 newest = m_rows.empty() ? 0 : *std::ranges::max_element(m_rows);
        const auto count = static_cast<qint64>(below(200));
        for (qint64 added = 1; added <= count; ++added)
            m_rows.insert(m_rows.begin(), newest + added);
        if (!m_model.growTo(snapshotOf(m_rows)))
            qFatal("rows on top are always taken");
        m_isAllSelected = false;
    }

    void look()
    {
        if (m_rows.empty())
            return;
        const auto row = static_cast<int>(below(static_cast<std::size_t>(m_model.rowCount())));
        (void)m_model.index(row, 0).data();
    }

    QString pickColumns()
    {
        static const QStringList Lists{u"created,actor"_s, u"id"_s, u"@details.to,action,@n"_s,
                                       u"raw,outcome"_s};
        return Lists.at(static_cast<qsizetype>(below(4)));
    }

    std::mt19937_64 m_random;
    ScriptedFetcher m_fetcher;
    EventTableModel m_model;
    QAbstractItemModelTester m_tester;
    std::vector<qint64> m_rows;
    bool m_isShown = true; ///< a result, maybe without rows
    bool m_isAllSelected = false;
};

} // namespace

void EventTableLawsTest::everyLoadedCellIsItsRecords_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void EventTableLawsTest::everyLoadedCellIsItsRecords()
{
    QFETCH(const quint64, seed);
    History history(seed);
    int loaded = 0;

    for (int step = 0; step < 150; ++step) {
        history.step();
        loaded = std::max(loaded, history.loadedRows());
        QCOMPARE(history.wrongState(), QString());
        if (step % 6 == 0)
            QCOMPARE(history.wrongCell(), QString());
    }

    QVERIFY(loaded > 0);
}

void EventTableLawsTest::keepsNoMorePagesThanItMay()
{
    ScriptedFetcher fetcher;
    EventTableModel model(fetcher);
    constexpr int Rows = 100 * EventTableModel::RowsPerPage;
    model.setSnapshot(newestFirst(Rows));

    for (int row = 0; row < Rows; row += EventTableModel::RowsPerPage) {
        (void)model.index(row, 0).data();
        fetcher.serveAll();
    }

    int loaded = 0;
    for (int row = 0; row < Rows; ++row)
        loaded += model.record(row) ? 1 : 0;
    QCOMPARE(loaded, EventTableModel::CachedPages * EventTableModel::RowsPerPage);
    QVERIFY(model.record(Rows - 1));
    QVERIFY(!model.record(0));
}

void EventTableLawsTest::keepsWithinItsBytesWhateverEventsHold()
{
    EventRecord large = recordOf(RowId{1});
    for (std::string *text : {&large.event.id, &large.event.action, &large.event.message, &large.event.ip,
                              &large.event.actor.name, &large.event.target.name, &large.event.channel,
                              &large.event.userAgent, &large.event.correlation})
        text->assign(100'000, 'x');
    large.event.raw = R"({"a":")" + std::string(100'000, 'y') + "\"}";
    const CellProjection projection(*parseColumns(u"id,raw,@a,@b"_s));
    PageCache cache;

    for (qint64 number = 0; number < 10; ++number) {
        PageCache::Page page;
        for (int row = 0; row < EventTableModel::RowsPerPage; ++row)
            page.rows.emplace_back(projection.read(EventRecord(large)));
        cache.insert(number, std::move(page));
        QVERIFY(cache.find(number));
    }

    QVERIFY(cache.size() >= 3);
    QVERIFY(!cache.find(0));
    std::size_t bytes = 0;
    for (qint64 number = 0; number < 10; ++number) {
        const PageCache::Page *page = cache.find(number);
        for (std::size_t row = 0; page && row < page->rows.size(); ++row)
            bytes += page->rows[row]->bytes();
    }
    QVERIFY(bytes > PageCache::MaxBytes / 2);
    QVERIFY(bytes <= PageCache::MaxBytes);
    const ShownRecord &shown = *cache.find(9)->rows.front();
    QVERIFY(shown.record.event.raw.empty());
    QVERIFY(!shown.isWhole);
    QVERIFY(shown.record.event.message.size() > 10'000);
}

TRAILGLASS_TEST(EventTableLawsTest)
#include "tst_eventtablelaws.moc"
