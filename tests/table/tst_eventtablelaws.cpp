// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/table/eventtablemodel.h"
#include "models/table/pagecache.h"
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
    void letsLargePagesGoEarlier();
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
        switch (below(8)) {
        case 0:
            grow();
            break;
        case 1:
            std::ranges::shuffle(m_rows, m_random);
            m_model.setSnapshot(snapshotOf(m_rows));
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
            m_fetcher.answerNewest();
            break;
        default:
            look();
        }
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

    void grow()
    {
        const qint64 newest = *std::ranges::max_element(m_rows);
        const auto count = static_cast<qint64>(below(200));
        for (qint64 added = 1; added <= count; ++added)
            m_rows.insert(m_rows.begin(), newest + added);
        if (!m_model.growTo(snapshotOf(m_rows)))
            qFatal("rows on top are always taken");
    }

    void look()
    {
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

    for (int step = 0; step < 60; ++step) {
        history.step();
        loaded = std::max(loaded, history.loadedRows());
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
        fetcher.answerAll();
    }

    int loaded = 0;
    for (int row = 0; row < Rows; ++row)
        loaded += model.record(row) ? 1 : 0;
    QCOMPARE(loaded, EventTableModel::CachedPages * EventTableModel::RowsPerPage);
    QVERIFY(model.record(Rows - 1));
    QVERIFY(!model.record(0));
}

void EventTableLawsTest::letsLargePagesGoEarlier()
{
    PageCache cache;
    for (qint64 number = 0; number < 10; ++number) {
        PageCache::Page page;
        page.rows.emplace_back(recordOf(RowId{1}));
        page.rows.front()->event.raw.assign(40'000'000, 'x');
        cache.insert(number, std::move(page));
    }

    QCOMPARE(cache.size(), 4);
    QVERIFY(cache.find(9));
    QVERIFY(!cache.find(0));
}

QTEST_GUILESS_MAIN(EventTableLawsTest)
#include "tst_eventtablelaws.moc"
