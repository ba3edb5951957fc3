// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/query/index/indexqueryengine.h"
#include "models/store/counters.h"
#include "models/store/sqlconnection.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"
#include "tests/query/resulttesting.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

Filter::NodePointer filterOf(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

const SortOrder NewestFirst{{Field::Created, true}};

/// Of 25 steps each, in which every kind of change comes about.
constexpr unsigned Histories = generatedCases(6U, 3U);

} // namespace

/// The index against plain loops over all records while the workspace changes.
class ColumnIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void followsEveryChange_data();
    void followsEveryChange();
    void givesRightResultsWhileAnotherThreadWrites();

private:
    void compare(QueryEngine &engine, const SampleWorkspace &workspace, EventGenerator &generator) const;

    QueryContext m_context{*parseTime("2026-11-20T12:00:00Z"), "Asia/Kolkata"};
};

void ColumnIndexTest::compare(QueryEngine &engine, const SampleWorkspace &workspace,
                              EventGenerator &generator) const
{
    const QString expression = generator.expression(1);
    const auto expected = PlainQuery::matching(workspace.records(), filterOf(expression), m_context);
    const auto connection = *SqlConnection::openForReading(workspace.folder());
    for (const SortOrder &order : {NewestFirst, SortOrder{}, SortOrder{{Field::Actor, false}}}) {
        const auto found = engine.select(filterOf(expression), order, m_context, CancelToken());
        QVERIFY(found);
        QCOMPARE((*found)->lastRow().value, readLastRow(*connection)->value);
        QVERIFY2(Testing::rowsOf(**found) == PlainQuery::sortedRows(expected, order, m_context),
                 qPrintable(expression));
    }
}

void ColumnIndexTest::followsEveryChange_data()
{
    QTest::addColumn<unsigned>("seed");

    for (unsigned seed = 1; seed <= Histories; ++seed)
        QTest::addRow("history %u", seed) << seed;
}

void ColumnIndexTest::followsEveryChange()
{
    QFETCH(const unsigned, seed);
    std::mt19937 numbers(seed);
    const auto random = [&numbers] {
        return static_cast<unsigned>(numbers());
    };
    EventGenerator generator(seed);
    SampleWorkspace workspace;
    QList<SourceId> sources{workspace.addSource(u"first"_s, u"asana"_s)};
    const auto engine = *IndexQueryEngine::open(workspace.folder());
    int number = 0;
    for (int step = 0; step < 25; ++step) {
        const unsigned choice = random() % 10;
        if (choice == 0 && sources.size() > 1) {
            workspace.removeSource(sources.takeLast());
        } else if (choice == 1) {
            sources.append(workspace.addSource(u"more %1"_s.arg(step), u"nected"_s));
        } else if (choice == 2) {
            workspace.skipRows(static_cast<qint64>(random() % 100'000));
        } else {
            std::vector<Event> events;
            for (unsigned count = random() % 60; count > 0; --count) {
                events.push_back(generator.event("e" + std::to_string(++number)));
                events.back().revised = UtcMicros{1};
            }
            for (unsigned count = number > 50 ? random() % 10 : 0; count > 0; --count) {
                events.push_back(
                    generator.event("e" + std::to_string(static_cast<unsigned>(number) - random() % 50)));
                events.back().revised = UtcMicros{step + 2};
            }
            workspace.commit(
                sources.at(static_cast<qsizetype>(random() % static_cast<unsigned>(sources.size()))),
                std::move(events), m_context.now);
        }
        if (random() % 3 != 0)
            compare(*engine, workspace, generator);
    }
    compare(*engine, workspace, generator);
    const auto superseded = *SqlConnection::openForReading(workspace.folder());
    QVERIFY(*superseded->integer("SELECT count(*) FROM superseded WHERE at IS NOT NULL") > 0);
}

void ColumnIndexTest::givesRightResultsWhileAnotherThreadWrites()
{
    constexpr int Pages = 40;
    constexpr qint64 EventsPerPage = 50;
    SampleWorkspace workspace;
    const SourceId source = workspace.addSource(u"team"_s, u"asana"_s);
    std::atomic<bool> isDone = false;
    std::vector<std::thread> readers;
    std::atomic<int> wrong = 0;
    for (int reader = 0; reader < 3; ++reader) {
        readers.emplace_back([&, reader] {
            const auto engine = *IndexQueryEngine::open(workspace.folder());
            const auto everything = filterOf(reader == 0 ? u"\"e\""_s : QString());
            for (std::size_t before = 0; !isDone;) {
                const auto snapshot = engine->select(everything, NewestFirst, m_context, CancelToken());
                // Whole pages only, never fewer than before, and each row once.
                const bool isRight = snapshot && (*snapshot)->size() % EventsPerPage == 0
                    && (*snapshot)->size() >= before
                    && static_cast<qint64>((*snapshot)->size()) == (*snapshot)->lastRow().value;
                wrong += isRight ? 0 : 1;
                before = snapshot ? (*snapshot)->size() : before;
            }
        });
    }
    EventGenerator generator(7);
    for (int page = 0; page < Pages; ++page) {
        std::vector<Event> events;
        for (qint64 count = 0; count < EventsPerPage; ++count)
            events.push_back(generator.event("e" + std::to_string(page * EventsPerPage + count)));
        workspace.commit(source, std::move(events), m_context.now);
    }
    isDone = true;
    for (std::thread &reader : readers)
        reader.join();

    QCOMPARE(wrong.load(), 0);
    const auto engine = *IndexQueryEngine::open(workspace.folder());
    const auto counted = engine->count(filterOf(QString()), m_context, CancelToken());
    QCOMPARE(*counted, Pages * EventsPerPage);
}

TRAILGLASS_TEST(ColumnIndexTest)
#include "tst_columnindex.moc"
