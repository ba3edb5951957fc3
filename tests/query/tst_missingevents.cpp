// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/index/savedindex.h"
#include "models/query/storerecordsource.h"
#include "models/store/sqlconnection.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/resulttesting.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Events that are in the workspace by the counts of their sources, and that the engine does not find.
class MissingEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tellsNothingOfAHealthyWorkspace();
    void tellsOfEventsThatAreNotFound_data();
    void tellsOfEventsThatAreNotFound();
    void tellsOfThemWhereTheIndexIsSaved();
    void tellsOfThemAsSoonAsTheyGo();
    void tellsNoLongerOnceTheyAreBack();
    void refusesARecordThatIsNeitherListedNorGone();

private:
    void add(SourceId source, int events);
    void execute(const std::string &sql) const;

    std::unique_ptr<SampleWorkspace> m_workspace;
    std::unique_ptr<EventGenerator> m_generator;
    SourceId m_first;
    SourceId m_second;
    int m_number = 0;
    const QueryContext m_context{*parseTime("2026-11-20T12:00:00Z")};
    const Filter::NodePointer m_everything = std::get<Filter::NodePointer>(Filter::parse({}));
};

void MissingEventsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_workspace = std::make_unique<SampleWorkspace>();
    m_generator = std::make_unique<EventGenerator>(31);
    m_number = 0;
    m_first = m_workspace->addSource(u"first"_s, u"asana"_s);
    m_second = m_workspace->addSource(u"second"_s, u"secoda"_s);
    for (int page = 0; page < 3; ++page) {
        add(m_first, 100);
        add(m_second, 50);
    }
}

void MissingEventsTest::add(SourceId source, int events)
{
    std::vector<Event> made;
    for (int count = 0; count < events; ++count) {
        made.push_back(m_generator->event("e" + std::to_string(++m_number)));
        made.back().revised = UtcMicros{1};
    }
    m_workspace->commit(source, std::move(made), m_context.now);
}

void MissingEventsTest::execute(const std::string &sql) const
{
    const auto connection = SqlConnection::openForWriting(m_workspace->folder() + u"/trailglass.sqlite"_s);
    const auto done = (*connection)->execute(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

void MissingEventsTest::tellsNothingOfAHealthyWorkspace()
{
    m_workspace->skipRows(70'000);
    add(m_first, 20);
    QVERIFY(saveIndex(m_workspace->folder(), {}));
    const auto engine = *IndexQueryEngine::open(m_workspace->folder());
    QCOMPARE(*engine->count(m_everything, m_context, {}), 470);
    QCOMPARE(engine->notice(), QString());

    // Changed events, a purge, and new ones.
    std::vector<Event> changed{m_generator->event("e5"), m_generator->event("e310")};
    for (Event &event : changed)
        event.revised = m_context.now;
    m_workspace->commit(m_first, std::move(changed), m_context.now);
    QVERIFY(engine->count(m_everything, m_context, {}));
    QCOMPARE(engine->notice(), QString());
    m_workspace->removeSource(m_second);
    add(m_first, 5);

    QVERIFY(engine->count(m_everything, m_context, {}));
    QCOMPARE(engine->notice(), QString());
    QCOMPARE(engine->missingEvents(), QString());
}

void MissingEventsTest::tellsOfEventsThatAreNotFound_data()
{
    QTest::addColumn<std::string>("damage");
    QTest::addColumn<qint64>("found");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const char *sql, qint64 found, const char *words) {
        QTest::newRow(name) << std::string(sql) << found << QString::fromLatin1(words);
    };
    row("the last row", "UPDATE counter SET value = 400 WHERE name = 'row'", 400,
        "Results lack 50 of the 150 event(s) of second");
    row("no row at all", "UPDATE counter SET value = 0 WHERE name = 'row'", 0,
        "Results lack 300 of the 300 event(s) of first");
    row("a row that is gone", "DELETE FROM event WHERE row = 7", 449,
        "Results lack 1 of the 300 event(s) of first");
    row("a row at another place", "UPDATE event SET row = 5000 WHERE row = 7", 449,
        "Results lack 1 of the 300 event(s) of first");
    row("a time beyond all", "UPDATE event SET created = 9223372036854775807 WHERE row = 7", 449,
        "Results lack 1 of the 300 event(s) of first");
    row("a code below zero", "UPDATE event SET action = -5 WHERE row BETWEEN 1 AND 4", 446,
        "Results lack 4 of the 300 event(s) of first");
    row("a class beyond the last", "UPDATE event SET outcome = 9 WHERE row = 7", 449,
        "Results lack 1 of the 300 event(s) of first");
    row("an impossible source", "UPDATE event SET source = -1 WHERE row = 7", 449,
        "Results lack 1 of the 300 event(s) of first");
    row("another source", "UPDATE event SET source = 2 WHERE row = 7", 450,
        "151 event(s) of second were found, but 150 were stored");
    row("no source", "UPDATE event SET source = 77 WHERE row = 7", 450,
        "1 event(s) belong to a source that is not there");
}

void MissingEventsTest::tellsOfEventsThatAreNotFound()
{
    QFETCH(const std::string, damage);
    QFETCH(const qint64, found);
    QFETCH(const QString, words);
    execute(damage);
    const auto engine = *IndexQueryEngine::open(m_workspace->folder());

    const auto count = engine->count(m_everything, m_context, {});

    QVERIFY2(count, count ? "" : qPrintable(count.error().message));
    QCOMPARE(*count, found);
    QVERIFY2(engine->missingEvents().contains(words), qPrintable(engine->missingEvents()));
    QVERIFY(engine->notice().contains(engine->missingEvents()));
}

void MissingEventsTest::tellsOfThemWhereTheIndexIsSaved()
{
    m_workspace->skipRows(70'000);
    add(m_second, 30);
    execute("UPDATE event SET created = -9223372036854775807 WHERE row = 7");
    QCOMPARE(*saveIndex(m_workspace->folder(), {}), 1);
    const auto engine = *IndexQueryEngine::open(m_workspace->folder());

    QCOMPARE(*engine->count(m_everything, m_context, {}), 479);

    QVERIFY2(engine->missingEvents().contains("Results lack 1 of the 300 event(s) of first"_L1),
             qPrintable(engine->missingEvents()));
}

void MissingEventsTest::tellsOfThemAsSoonAsTheyGo()
{
    const auto engine = *IndexQueryEngine::open(m_workspace->folder());
    QCOMPARE(*engine->count(m_everything, m_context, {}), 450);
    QCOMPARE(engine->missingEvents(), QString());

    execute("INSERT INTO superseded (first_row, last_row) VALUES (1, 2)");

    QCOMPARE(*engine->count(m_everything, m_context, {}), 448);
    QVERIFY(engine->missingEvents().contains("Results lack 2 of the 300 event(s) of first"_L1));
}

void MissingEventsTest::tellsNoLongerOnceTheyAreBack()
{
    execute("UPDATE counter SET value = 400 WHERE name = 'row'");
    const auto engine = *IndexQueryEngine::open(m_workspace->folder());
    QCOMPARE(*engine->count(m_everything, m_context, {}), 400);
    QVERIFY(!engine->missingEvents().isEmpty());

    execute("UPDATE counter SET value = 450 WHERE name = 'row'");

    QCOMPARE(*engine->count(m_everything, m_context, {}), 450);
    QCOMPARE(engine->missingEvents(), QString());
}

void MissingEventsTest::refusesARecordThatIsNeitherListedNorGone()
{
    const auto reader = *EventReader::open(m_workspace->folder());
    StoreRecordSource records(*reader);
    execute("DELETE FROM event WHERE row = 7");
    const std::vector<RowId> rows{RowId{6}, RowId{7}, RowId{8}};

    const auto found = records.records(*Testing::resultOf({}), rows, false, {});

    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Storage);
    QVERIFY2(found.error().message.contains("row 7"_L1), qPrintable(found.error().message));
}

TRAILGLASS_TEST(MissingEventsTest)
#include "tst_missingevents.moc"
