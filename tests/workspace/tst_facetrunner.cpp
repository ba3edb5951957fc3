// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/facetrunner.h"

#include "models/filter/edits.h"
#include "tests/runner/testclass.h"
#include "workspacetesting.h"

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
    void endsWhileItWorks();

private:
    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<FacetRunner> m_runner;
    std::vector<Facet> m_facets;
    QList<Error> m_errors;
};

void FacetRunnerTest::init()
{
    failOnWarnings();
    m_workspace = std::make_unique<Workspace>();
    m_runner = std::make_unique<FacetRunner>(m_workspace->folder(), m_clock);
    m_facets.clear();
    m_errors.clear();
    connect(m_runner.get(), &FacetRunner::counted, this,
            [this](const Facet &facet) { m_facets.push_back(facet); });
    connect(m_runner.get(), &FacetRunner::failed, this,
            [this](const Error &error) { m_errors.append(error); });
}

void FacetRunnerTest::countsEachFieldWithoutItsOwnChoice()
{
    m_workspace->fill(20); // 4 by bob, of which 2 read
    const auto chosen = Filter::including(filter({}), Field::Actor, "bob@example.com");
    m_runner->count({chosen, defaultSortOrder()}, {Field::Actor, Field::Action, Field::Source}, 10);
    QVERIFY(m_facets.empty());
    QTRY_COMPARE(m_facets.size(), std::size_t(3));
    std::map<Field, Counts> counts;
    for (const Facet &facet : m_facets)
        counts.emplace(std::get<Field>(facet.field), countsOf(facet));
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
    QTRY_COMPARE(m_facets.size(), std::size_t(1));
    QCoreApplication::sendPostedEvents(); // whatever else has finished by now
    QCOMPARE(m_facets.size(), std::size_t(1));
    QCOMPARE(countsOf(m_facets.front()), (Counts{{"write", 1}}));
}

void FacetRunnerTest::saysNothingAfterCancel()
{
    m_workspace->fill(300);
    m_runner->count(request(), {Field::Actor}, 10);
    m_runner->cancel();
    m_runner->count(request(), {Field::Source}, 10);
    QTRY_COMPARE(m_facets.size(), std::size_t(1));
    QCOMPARE(m_facets.front().field, Filter::FieldReference(Field::Source));
    QVERIFY(m_errors.isEmpty());
}

void FacetRunnerTest::countsNothingWithoutADatabase()
{
    m_runner->count(request(), {Field::Actor, Field::Action}, 10);
    QTRY_COMPARE(m_facets.size(), std::size_t(2));
    QVERIFY(m_facets[0].values.empty());
    m_workspace->fill(3);
    m_runner->count(request(), {Field::Source}, 10);
    QTRY_COMPARE(m_facets.size(), std::size_t(3));
    QCOMPARE(countsOf(m_facets[2]), (Counts{{"work", 3}}));
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
    QTRY_COMPARE(m_facets.size(), std::size_t(1));
    QCOMPARE(m_errors.size(), 1);
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
