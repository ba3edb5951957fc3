// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowlocator.h"

#include "models/archive/archiverow.h"
#include "models/archive/sortdivision.h"
#include "models/filter/filter.h"
#include "models/query/rowlist.h"
#include "models/query/sortorder.h"
#include "tests/archive/pushedstages.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// So few that seven hundred events are many.
constexpr LocatorLimits FewRows{.binRows = 40, .blockRows = 100, .firstRows = 20, .searchedRows = 10'000};

Result<void> takeSomeBack(PushedWorkspaceStage &stage)
{
    stage.change({4, 78, 201, 300, 301, 302, 303, 600});
    return stage.push();
}

const ArchiveResult &archived(const ResultPointer &result)
{
    return dynamic_cast<const ArchiveResult &>(*result);
}

std::size_t binsOf(const ResultPointer &result)
{
    std::size_t bins = 0;
    archived(result).withSorted([&bins](const SortedPlaces &sorted) { bins = sorted.bins().size(); });
    return bins;
}

} // namespace

/// Pages of large results in any order: found through bins, which real servers count.
class RowLocatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { PushedStages::addRows(); }
    void init();
    void cleanupTestCase() { m_stages.clear(); }

    void readsPagesOfAnyOrder_data();
    void readsPagesOfAnyOrder();
    void readsOneBlockAfterTheOther();
    void dividesOnlyWhereItReads();
    void aBinOfEqualTextsIsDividedByWhatFollows();

private:
    PushedWorkspaceStage *m_stage = nullptr; ///< of the engine that is tested
    PushedStages m_stages{takeSomeBack};
};

void RowLocatorTest::init()
{
    QFETCH_GLOBAL(const QByteArray, engine);
    if (const QString reason = m_stages.reasonMissing(engine); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    const auto stage = m_stages.started(engine);
    QVERIFY2(stage.hasValue(), stage ? "" : qPrintable(stage.error().message));
    m_stage = *stage;
}

#define SELECT_SORTED(keys)                                                                                  \
    const auto expected =                                                                                    \
        m_stage->local->select(Filter::makeNode(Filter::All{}), keys, m_stage->context, {});                 \
    QVERIFY(expected.hasValue());                                                                            \
    const auto found = m_stage->engine->select(Filter::makeNode(Filter::All{}), keys, m_stage->context, {}); \
    QVERIFY2(found.hasValue(), found ? "" : qPrintable(found.error().message));                              \
    QCOMPARE((*found)->size(), (*expected)->size());                                                         \
    RowTimes times;                                                                                          \
    RowLocator locator(*m_stage->session, times, FewRows)

void RowLocatorTest::readsPagesOfAnyOrder_data()
{
    QTest::addColumn<QString>("order");
    for (const char *order :
         {"actor,-created", "-actor", "outcome", "-outcome,action,created", "message", "-message", "id",
          "-received,created", "-hour", "weekday,-actor", "@n", "-@tags[0],created", "ip,-id", "target.name"})
        QTest::newRow(order) << QString::fromLatin1(order);
}

void RowLocatorTest::readsPagesOfAnyOrder()
{
    QFETCH(const QString, order);
    SELECT_SORTED(*parseSortOrder(order));
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same places each time
    for (int round = 0; round < generatedCases(6, 2); ++round) {
        const std::size_t first = random() % ((*found)->size() - 60);
        const PlaceRange places{first, 1 + random() % 60};

        const auto keys = locator.keysAt(archived(*found), places, {});

        QVERIFY2(keys.hasValue(), keys ? "" : qPrintable(keys.error().message));
        QCOMPARE(keys->size(), places.count);
        for (std::size_t index = 0; index < places.count; ++index) {
            QVERIFY2(ArchiveRow::of(keys->at(index).row).row == (*(*expected)->list())[first + index],
                     qPrintable(u"place %1"_s.arg(first + index)));
        }
    }
    QVERIFY(binsOf(*found) > 1);
}

/// As a table does that is scrolled to its end.
void RowLocatorTest::readsOneBlockAfterTheOther()
{
    SELECT_SORTED(*parseSortOrder(u"action,created"_s));
    std::vector<RowId> rows;
    for (std::size_t first = 0; first < (*found)->size(); first += 50) {
        const auto keys = locator.keysAt(archived(*found),
                                         {first, std::min<std::size_t>(50, (*found)->size() - first)}, {});
        QVERIFY2(keys.hasValue(), keys ? "" : qPrintable(keys.error().message));
        for (const EventKey &key : *keys)
            rows.push_back(ArchiveRow::of(key.row).row);
    }

    QCOMPARE(rows.size(), (*expected)->size());
    QVERIFY(std::ranges::equal(rows, *(*expected)->list()));
}

void RowLocatorTest::dividesOnlyWhereItReads()
{
    SELECT_SORTED(*parseSortOrder(u"actor,-created"_s));

    QVERIFY(locator.keysAt(archived(*found), {0, 10}, {}).hasValue()); // a limited sort
    QCOMPARE(binsOf(*found), 1U);
    QVERIFY(locator.keysAt(archived(*found), {(*found)->size() / 2, 10}, {}).hasValue());
    const std::size_t bins = binsOf(*found);
    QVERIFY(bins > 1);
    QVERIFY(locator.keysAt(archived(*found), {(*found)->size() / 2 + 1, 5}, {}).hasValue()); // at hand
    QCOMPARE(binsOf(*found), bins);
    const auto again = m_stage->engine->select(Filter::makeNode(Filter::All{}),
                                               *parseSortOrder(u"actor,-created"_s), m_stage->context, {});
    QVERIFY(again.hasValue());
    QCOMPARE(binsOf(*again), bins); // the same rows, which need not be divided again
}

void RowLocatorTest::aBinOfEqualTextsIsDividedByWhatFollows()
{
    SELECT_SORTED(*parseSortOrder(u"-vendor,created"_s)); // of two values
    const ResultQuery &query = archived(*found).query();
    const SortedBin all{.count = (*found)->size()};

    const auto values = divideSorted(*m_stage->session, query.from, query.order, all, 10, {});

    QVERIFY2(values.hasValue(), values ? "" : qPrintable(values.error().message));
    QCOMPARE(values->size(), 2U);
    QVERIFY(values->front().count + values->back().count == all.count);
    QCOMPARE(values->front().term, 1U);
    const auto finer = divideSorted(*m_stage->session, query.from, query.order, values->front(), 10, {});
    QVERIFY2(finer.hasValue(), finer ? "" : qPrintable(finer.error().message));
    QVERIFY(finer->size() > 10);
    SortedBin wrong = values->front();
    ++wrong.count; // as if a row had been deleted since
    const auto none = divideSorted(*m_stage->session, query.from, query.order, wrong, 10, {});
    QVERIFY(none.hasValue() && none->empty());
}

TRAILGLASS_TEST(RowLocatorTest)
#include "tst_rowlocator.moc"
