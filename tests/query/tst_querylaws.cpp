// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexqueryengine.h"
#include "models/query/index/savedindex.h"
#include "models/query/index/selectonce.h"
#include "models/store/sqlconnection.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"
#include "tests/query/queryyardstick.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

QStringList everyTerm()
{
    QStringList terms;
    for (const char *term : EventGenerator::terms())
        terms += QString::fromUtf8(term);
    return terms;
}

/// \param keys  of fields; descending with a minus sign
SortOrder orderOf(const QStringList &keys)
{
    SortOrder order;
    for (const QString &key : keys) {
        const bool descending = key.startsWith(u'-');
        order.push_back({QueryYardstick::field(descending ? key.mid(1) : key), descending});
    }
    return order;
}

QStringList expressions(quint64 seed, int depth, int count)
{
    EventGenerator generator(seed);
    QStringList filters;
    while (filters.size() < count)
        filters += generator.expression(depth);
    return filters;
}

} // namespace

/// Which rows the engine selects and in which order, against plain loops over all records.
class QueryLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void findsWhatTheRowEvaluatorFinds_data();
    void findsWhatTheRowEvaluatorFinds();
    void negationIsTheComplement();
    void sortsLikeAStableSort_data();
    void sortsLikeAStableSort();
    void selectsTheSameOnce_data();
    void selectsTheSameOnce();
    void lacksTheSameOnce();

private:
    [[nodiscard]] RowList selectedRows(const QString &expression);

    QueryYardstick m_yardstick;
    std::unique_ptr<QueryEngine> m_engine;
};

void QueryLawsTest::initTestCase()
{
    QVERIFY(m_yardstick.records().size() > 1500);
    QVERIFY2(m_yardstick.records().size() < 1890, "no event was superseded");
}

void QueryLawsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    auto opened = IndexQueryEngine::open(m_yardstick.folder());
    QVERIFY(opened);
    m_engine = *std::move(opened);
}

RowList QueryLawsTest::selectedRows(const QString &expression)
{
    const auto snapshot =
        m_engine->select(QueryYardstick::filter(expression), {}, m_yardstick.context(), CancelToken());
    if (!snapshot)
        qFatal("%s: %s", qPrintable(expression), qPrintable(snapshot.error().message));
    return Testing::rowsOf(**snapshot);
}

void QueryLawsTest::findsWhatTheRowEvaluatorFinds_data()
{
    QTest::addColumn<QStringList>("filters");

    // Each term by itself. Sixty pairs have most terms once more, and negations; the others mix them.
    QTest::newRow("single terms") << everyTerm();
    QTest::newRow("pairs and negations") << expressions(2, 1, generatedCases(120, 60));
    QTest::newRow("nested") << expressions(3, 3, generatedCases(80, 30));
    QTest::newRow("deep") << expressions(4, 6, generatedCases(12, 5));
}

void QueryLawsTest::findsWhatTheRowEvaluatorFinds()
{
    QFETCH(const QStringList, filters);
    std::size_t matched = 0;
    for (const QString &expression : filters) {
        const auto filter = QueryYardstick::filter(expression);

        const auto &expected = m_yardstick.rows(expression);

        QVERIFY2(selectedRows(expression) == expected, qPrintable(expression));
        const auto count = m_engine->count(filter, m_yardstick.context(), CancelToken());
        QVERIFY(count);
        QVERIFY2(*count == static_cast<qint64>(expected.size()), qPrintable(expression));
        matched += expected.size();
    }
    QVERIFY2(matched > 0, "filters that never match prove nothing");
}

void QueryLawsTest::negationIsTheComplement()
{
    EventGenerator generator(99);
    for (int round = 0; round < generatedCases(40, 15); ++round) {
        const QString expression = generator.expression(2);

        const RowList matching = selectedRows(expression);
        const RowList others = selectedRows(u"-("_s + expression + u')');

        std::vector<RowId> both(matching.begin(), matching.end());
        both.insert(both.end(), others.begin(), others.end());
        std::ranges::sort(both);
        QVERIFY2(std::ranges::equal(both, m_yardstick.records(), {}, {}, &EventRecord::row),
                 qPrintable(expression));
    }
}

void QueryLawsTest::sortsLikeAStableSort_data()
{
    QTest::addColumn<QStringList>("keys");

    QTest::newRow("newest first") << QStringList{u"-created"_s};
    QTest::newRow("oldest first") << QStringList{u"created"_s};
    for (const Field field : allFields()) {
        const QString name = QString::fromUtf8(std::string(Trailglass::name(field)));
        QTest::addRow("by %s", qPrintable(name)) << QStringList{name};
        QTest::addRow("by %s, descending", qPrintable(name)) << QStringList{u'-' + name};
    }
    QTest::newRow("two keys") << QStringList{u"actor"_s, u"-created"_s};
    QTest::newRow("three keys") << QStringList{u"-op"_s, u"@n"_s, u"target"_s};
    QTest::newRow("path with numbers and texts") << QStringList{u"@n"_s};
    QTest::newRow("path, descending") << QStringList{u"-@n"_s};
    QTest::newRow("path into arrays") << QStringList{u"@tags"_s, u"-id"_s};
    QTest::newRow("hour and weekday") << QStringList{u"weekday"_s, u"-hour"_s};
    QTest::newRow("no key") << QStringList{};
}

void QueryLawsTest::sortsLikeAStableSort()
{
    QFETCH(const QStringList, keys);
    const SortOrder order = orderOf(keys);
    const RowList expected = PlainQuery::sortedRows(m_yardstick.records(), order, m_yardstick.context());

    const auto snapshot =
        m_engine->select(QueryYardstick::filter(QString()), order, m_yardstick.context(), CancelToken());

    QVERIFY(snapshot);
    QVERIFY(Testing::rowsOf(**snapshot) == expected);
}

void QueryLawsTest::selectsTheSameOnce_data()
{
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QStringList>("filters");

    const QStringList some = expressions(5, 2, generatedCases(12, 6));
    QTest::newRow("everything, newest first") << QStringList{u"-created"_s} << QStringList{QString()};
    QTest::newRow("each term, newest first") << QStringList{u"-created"_s} << everyTerm();
    QTest::newRow("oldest first") << QStringList{u"created"_s} << some;
    QTest::newRow("by codes") << QStringList{u"-actor"_s, u"op"_s} << some;
    QTest::newRow("by a code, then time") << QStringList{u"target.type"_s, u"-created"_s} << some;
    QTest::newRow("by hour") << QStringList{u"hour"_s, u"created"_s} << some;
    QTest::newRow("by a text") << QStringList{u"message"_s} << some;
    QTest::newRow("by a path") << QStringList{u"-@n"_s, u"actor"_s} << some;
    QTest::newRow("in no order") << QStringList{} << some;
}

/// With a part of the index only, and from what is saved as from what is not.
void QueryLawsTest::selectsTheSameOnce()
{
    QFETCH(const QStringList, keys);
    QFETCH(const QStringList, filters);
    QVERIFY(saveIndex(m_yardstick.folder(), {}));
    const auto size = savedIndexSize(m_yardstick.folder());
    QVERIFY(size && size->savedSegments > 0);
    const SortOrder order = orderOf(keys);
    for (const QString &expression : filters) {
        const auto filter = QueryYardstick::filter(expression);
        const auto expected = m_engine->select(filter, order, m_yardstick.context(), {});
        QVERIFY(expected);

        const auto once = selectOnce(m_yardstick.folder(), filter, order, m_yardstick.context(), {});

        QVERIFY2(once, qPrintable(expression));
        QVERIFY2(Testing::rowsOf(*once->rows) == Testing::rowsOf(**expected), qPrintable(expression));
        QCOMPARE(once->rows->lastRow(), (*expected)->lastRow());
        QVERIFY(!once->rows->state());
        QCOMPARE(once->missing, QString());
    }
}

void QueryLawsTest::lacksTheSameOnce()
{
    SampleWorkspace workspace;
    EventGenerator generator(6);
    const SourceId team = workspace.addSource(u"team"_s, u"asana"_s);
    workspace.commit(team, {generator.event("e1"), generator.event("e2")}, m_yardstick.context().now);
    {
        const auto connection = SqlConnection::openForWriting(workspace.folder() + u"/trailglass.sqlite"_s);
        QVERIFY((*connection)->execute("DELETE FROM event WHERE row = 1"));
    }
    const auto everything = QueryYardstick::filter(QString());
    const auto engine = *IndexQueryEngine::open(workspace.folder());
    QVERIFY(engine->select(everything, {}, m_yardstick.context(), {}));

    const auto once = selectOnce(workspace.folder(), everything, {}, m_yardstick.context(), {});

    QVERIFY(once);
    QCOMPARE(once->rows->size(), std::size_t(1));
    QVERIFY(!once->missing.isEmpty());
    QCOMPARE(once->missing, engine->missingEvents());
}

TRAILGLASS_TEST(QueryLawsTest)
#include "tst_querylaws.moc"
