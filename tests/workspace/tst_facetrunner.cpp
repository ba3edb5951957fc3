// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/facetrunner.h"

#include "models/filter/edits.h"
#include "models/filter/fieldnames.h"
#include "models/filter/rangechoice.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

using Counts = std::map<std::string, qint64>;

Counts countsOf(const Facet &facet)
{
    Counts counts;
    for (const FacetValue &value : facet.values)
        counts.emplace(value.value.value_or("(none)"), value.count);
    return counts;
}

} // namespace

class FacetRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_runner.reset(); }

    void countsEachFieldWithoutItsOwnChoice();
    void deliversOnlyTheNewestResult();
    void saysNothingAfterCancel();
    void countsNothingWithoutADatabase();
    void saysOnceWhatIsWrong_data();
    void saysOnceWhatIsWrong();
    void countsJsonPathsLast();
    void dividesNumbersAtAPath();
    void countsEventsOnceInARange();
    void countsInARangeWhatAPresetLeaves();
    void givesUpBeyondAMillionValues();
    void endsWhileItWorks();

private:
    /// Events whose JSON is given.
    void fill(const std::vector<std::string> &raws);
    static Filter::FieldReference path(const QString &text)
    {
        return std::get<Filter::FieldReference>(Filter::parseFieldReference(text));
    }

    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<FacetRunner> m_runner;
    std::vector<FacetResult> m_results;
    QList<Error> m_errors;
};

void FacetRunnerTest::init()
{
    failOnWarnings();
    m_workspace = std::make_unique<Workspace>();
    m_runner = std::make_unique<FacetRunner>(m_workspace->folder(), m_clock);
    m_results.clear();
    m_errors.clear();
    connect(m_runner.get(), &FacetRunner::counted, this,
            [this](const FacetResult &result) { m_results.push_back(result); });
    connect(m_runner.get(), &FacetRunner::failed, this,
            [this](const Error &error) { m_errors.append(error); });
}

void FacetRunnerTest::countsEachFieldWithoutItsOwnChoice()
{
    m_workspace->fill(20); // 4 by bob, of which 2 read
    const auto chosen = Filter::including(filter({}), Field::Actor, "bob@example.com");
    m_runner->count({chosen, defaultSortOrder()}, {Field::Actor, Field::Action, Field::Source}, 10);
    QVERIFY(m_results.empty());
    QTRY_COMPARE(m_results.size(), std::size_t(3));
    std::map<Field, Counts> counts;
    for (const FacetResult &result : m_results)
        counts.emplace(std::get<Field>(result.facet.field), countsOf(result.facet));
    QCOMPARE(counts[Field::Actor], (Counts{{"ann@example.com", 16}, {"bob@example.com", 4}}));
    QCOMPARE(counts[Field::Action], (Counts{{"read", 2}, {"write", 2}}));
    QCOMPARE(counts[Field::Source], (Counts{{"work", 4}}));
}

void FacetRunnerTest::deliversOnlyTheNewestResult()
{
    m_workspace->fill(300);
    m_runner->count(request(), {Field::Actor, Field::Action}, 10);
    m_runner->count(request(u"id:e1"_s), {Field::Source, Field::Actor}, 10);
    m_runner->count(request(u"id:e1"_s), {Field::Action}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(1));
    QCoreApplication::sendPostedEvents(); // whatever else has finished by now
    QCOMPARE(m_results.size(), std::size_t(1));
    QCOMPARE(countsOf(m_results.front().facet), (Counts{{"write", 1}}));
}

void FacetRunnerTest::saysNothingAfterCancel()
{
    m_workspace->fill(300);
    m_runner->count(request(), {Field::Actor}, 10);
    m_runner->cancel();
    m_runner->count(request(), {Field::Source}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(1));
    QCOMPARE(m_results.front().facet.field, Filter::FieldReference(Field::Source));
    QVERIFY(m_errors.isEmpty());
}

void FacetRunnerTest::countsNothingWithoutADatabase()
{
    m_runner->count(request(), {Field::Actor, Field::Action}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(2));
    QVERIFY(m_results[0].facet.values.empty());
    m_workspace->fill(3);
    m_runner->count(request(), {Field::Source}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(3));
    QCOMPARE(countsOf(m_results[2].facet), (Counts{{"work", 3}}));
}

void FacetRunnerTest::saysOnceWhatIsWrong_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("unknown preset") << u"preset:none actor:bob action:read"_s;
    QTest::newRow("unknown source") << u"-source:~x -source:wrok OR actor:bob action:read"_s;
}

void FacetRunnerTest::saysOnceWhatIsWrong()
{
    QFETCH(const QString, expression);
    m_workspace->fill(3);
    m_runner->count(request(expression), {Field::Actor, Field::Action, Field::Source}, 10);
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.first().kind, ErrorKind::Usage);
    m_runner->count(request(), {Field::Source}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(1));
    QCOMPARE(m_errors.size(), 1);
}

void FacetRunnerTest::fill(const std::vector<std::string> &raws)
{
    std::vector<Event> events;
    for (const std::string &raw : raws)
        events.push_back(makeEvent("r" + std::to_string(events.size()), raw));
    const SourceId source = m_workspace->addSource(u"raw"_s);
    QVERIFY(m_workspace->writer().commit(page(source, std::move(events))));
}

void FacetRunnerTest::countsJsonPathsLast()
{
    m_workspace->fill(20);
    m_runner->count(request(), {path(u"@id"_s), Field::Actor, Field::Message, Field::Action}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(4));
    QCOMPARE(m_results[0].facet.field, Filter::FieldReference(Field::Actor));
    QCOMPARE(m_results[1].facet.field, Filter::FieldReference(Field::Action));
    QCOMPARE(m_results[2].facet.field, path(u"@id"_s));
    QCOMPARE(m_results[2].facet.values.size(), std::size_t(10));
    QVERIFY(!m_results[2].bins);
}

void FacetRunnerTest::dividesNumbersAtAPath()
{
    std::vector<std::string> raws;
    for (int number = 0; number < 40; ++number)
        raws.push_back("{\"n\":" + std::to_string(number) + "}");
    raws.emplace_back("{}");
    fill(raws);
    const auto field = path(u"@n"_s);
    m_runner->count(request(), {field}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(1));
    QVERIFY(m_results[0].bins);
    QCOMPARE(m_results[0].bins->bins.size(), std::size_t(8));
    QCOMPARE(m_results[0].bins->bins.front().count, 5);
    // Its own choice does not change what is counted.
    const auto bins = *m_results[0].bins;
    const auto chosen = Filter::withRangeChoice(filter({}), field, {{bins.bins[1].range}, {}});
    m_runner->count({chosen, defaultSortOrder()}, {field, Field::Source}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(3));
    QCOMPARE(countsOf(m_results[1].facet), (Counts{{"raw", 5}}));
    QVERIFY(m_results[2].bins == bins);
}

void FacetRunnerTest::countsEventsOnceInARange()
{
    std::vector<std::string> raws;
    for (int number = 0; number < 40; ++number)
        raws.push_back("{\"n\":[" + std::to_string(number) + "," + std::to_string((number + 1) % 40) + "]}");
    fill(raws);
    m_runner->count(request(), {path(u"@n"_s)}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(1));
    QVERIFY(m_results[0].bins);
    // 0 to 4, and 39 beside 0.
    QCOMPARE(m_results[0].bins->bins.front().count, 6);
}

void FacetRunnerTest::countsInARangeWhatAPresetLeaves()
{
    std::vector<std::string> raws;
    for (int number = 0; number < 40; ++number)
        raws.push_back("{\"n\":[" + std::to_string(number) + "," + std::to_string((number + 20) % 40) + "]}");
    fill(raws);
    m_runner->setPresets(
        [](const QString &name) { return name == u"low"_s ? std::optional(u"@n:0..14"_s) : std::nullopt; });
    m_runner->count(request(u"preset:low"_s), {path(u"@n"_s)}, 10);
    QTRY_COMPARE(m_results.size(), std::size_t(1));
    QVERIFY(m_results[0].bins);
    std::vector<qint64> counts;
    for (const FacetBin &bin : m_results[0].bins->bins)
        counts.push_back(bin.count);
    // 0 to 4, 5 to 9 …: no event with 15 to 19 has a low number too.
    QCOMPARE(counts, (std::vector<qint64>{10, 10, 10, 0, 10, 10, 10}));
}

void FacetRunnerTest::givesUpBeyondAMillionValues()
{
    std::string many = "[0";
    for (int number = 1; number < 1'000'100; ++number)
        many += ',' + std::to_string(number);
    fill({"{\"n\":" + many + "]}"});
    m_runner->count(request(), {path(u"@n"_s)}, 10);
    QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), std::size_t(1), 60'000);
    QVERIFY(m_results[0].facet.hasTooMany);
    QVERIFY(m_results[0].facet.values.empty());
    QVERIFY(!m_results[0].bins);
}

void FacetRunnerTest::endsWhileItWorks()
{
    m_workspace->fill(3000);
    for (int i = 0; i < 20; ++i) {
        FacetRunner runner(m_workspace->folder(), m_clock);
        runner.count(request(u"message:/x+/"_s), {Field::Actor, Field::Id}, 10);
    }
}

TRAILGLASS_TEST(FacetRunnerTest)
#include "tst_facetrunner.moc"
