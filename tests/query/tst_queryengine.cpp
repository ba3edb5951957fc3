// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/query/index/indexqueryengine.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/resulttesting.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <functional>
#include <thread>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

Filter::NodePointer filterOf(const QString &expression)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        qFatal("%s: %s", qPrintable(expression), qPrintable(error->message));
    return std::get<Filter::NodePointer>(parsed);
}

Event eventOf(const std::string &id)
{
    Event event;
    event.id = id;
    event.created = *parseTime("2026-11-20T09:00:00Z");
    event.raw = "{\"id\":\"" + id + "\"}";
    return event;
}

std::unique_ptr<QueryEngine> engineOf(const SampleWorkspace &workspace)
{
    auto opened = IndexQueryEngine::open(workspace.folder());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return *std::move(opened);
}

/// Changes the file without the program.
bool execute(const SampleWorkspace &workspace, const QString &sql)
{
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"vandal"_s);
        database.setDatabaseName(workspace.folder() + u"/trailglass.sqlite"_s);
        done = database.open() && QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(u"vandal"_s);
    return done;
}

} // namespace

class QueryEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void treatsAbsentValuesAsPlainNo_data();
    void treatsAbsentValuesAsPlainNo();
    void saysWhenThereIsNoWorkspace();
    void worksOnAnEmptyWorkspace();
    void seesWhatWasCommittedSince();
    void leavesOutSupersededAndPurgedEvents();
    void leavesOutASourceWhilePurged();
    void givesTheLastRowConsidered();
    void takesTheLargestFilters_data();
    void takesTheLargestFilters();
    void refusesWhatCannotRun_data();
    void refusesWhatCannotRun();
    void namesTheRowOfADamagedBlock();
    void stopsSoonWhenCancelled_data();
    void stopsSoonWhenCancelled();
    void worksAgainAfterACancel();

private:
    [[nodiscard]] qint64 count(QueryEngine &engine, const QString &expression) const;
    /// The workspace of all rows of a test that only read it: filled with \a pages of the source "team" for the first.
    const SampleWorkspace &filledOnce(std::unique_ptr<SampleWorkspace> &workspace,
                                      const std::function<std::vector<std::vector<Event>>()> &pages) const;

    std::unique_ptr<SampleWorkspace> m_twoEvents;
    std::unique_ptr<SampleWorkspace> m_manyChannels;
    std::unique_ptr<SampleWorkspace> m_large;
    QueryContext m_context{*parseTime("2026-11-20T12:00:00Z")};
};

void QueryEngineTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

qint64 QueryEngineTest::count(QueryEngine &engine, const QString &expression) const
{
    const auto counted = engine.count(filterOf(expression), m_context, CancelToken());
    if (!counted)
        qFatal("%s: %s", qPrintable(expression.left(200)), qPrintable(counted.error().message));
    return *counted;
}

const SampleWorkspace &
QueryEngineTest::filledOnce(std::unique_ptr<SampleWorkspace> &workspace,
                            const std::function<std::vector<std::vector<Event>>()> &pages) const
{
    if (!workspace) {
        workspace = std::make_unique<SampleWorkspace>();
        const SourceId source = workspace->addSource(u"team"_s, u"asana"_s);
        for (std::vector<Event> &page : pages())
            workspace->commit(source, std::move(page), m_context.now);
    }
    return *workspace;
}

void QueryEngineTest::treatsAbsentValuesAsPlainNo_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<qint64>("rows");

    // Two events: one with channel web and a target id, one without either.
    const auto row = [](const char *expression, qint64 rows) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << rows;
    };
    row("channel:web", 1);
    row("-channel:web", 1);
    row("-channel:api", 2);
    row("-(-channel:api)", 0);
    row("channel:* -channel:api", 1);
    row("-channel:*", 1);
    row("channel:\"\"", 1);
    row("-channel:\"\"", 1);
    row("-(channel:web channel:api)", 2);
    row("-(channel:web OR channel:api)", 1);
    row("-channel:api OR channel:web", 2);
    row("-target.id:7", 1);
    row("-target.id:8", 2);
    row("target:7", 1);
    row("-target:7", 1);
    row("target:\"\"", 1);
    row("-target:*", 1);
    row("-@x:1", 2);
    row("-@id:a", 1);
    row("-(channel:web @id:a)", 1);
    row("-(channel:api @id:a)", 2);
    row("-web", 1);
    row("-created:*", 0);
}

void QueryEngineTest::treatsAbsentValuesAsPlainNo()
{
    QFETCH(const QString, expression);
    QFETCH(const qint64, rows);
    const auto engine = engineOf(filledOnce(m_twoEvents, [] {
        Event full = eventOf("a");
        full.channel = "web";
        full.target.id = "7";
        return std::vector<std::vector<Event>>{{full, eventOf("b")}};
    }));

    QCOMPARE(count(*engine, expression), rows);
}

void QueryEngineTest::saysWhenThereIsNoWorkspace()
{
    const QTemporaryDir folder;

    const auto opened = IndexQueryEngine::open(folder.path());

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::NotFound);
}

void QueryEngineTest::worksOnAnEmptyWorkspace()
{
    const SampleWorkspace workspace;
    const auto engine = engineOf(workspace);
    const auto everything = filterOf(QString());

    const auto snapshot = engine->select(everything, {{Field::Created, true}}, m_context, CancelToken());
    QVERIFY(snapshot);
    QVERIFY((*snapshot)->isEmpty());
    QCOMPARE((*snapshot)->lastRow().value, 0);
    QCOMPARE(count(*engine, u"word"_s), 0);
    const auto bins = engine->histogram(everything, {EqualBins{5}}, m_context, CancelToken());
    QVERIFY(bins && *bins == Histogram());
    const std::vector<Filter::FieldReference> fields{Field::Actor, Field::Id};
    const auto facets = engine->facets(everything, {fields}, m_context, CancelToken());
    QVERIFY(facets);
    QCOMPARE(facets->size(), 2U);
    QVERIFY(facets->front().values.empty());
}

void QueryEngineTest::seesWhatWasCommittedSince()
{
    SampleWorkspace workspace;
    const SourceId team = workspace.addSource(u"team"_s, u"asana"_s);
    Event first = eventOf("1");
    first.action = "login";
    workspace.commit(team, {first}, m_context.now);
    const auto engine = engineOf(workspace);
    QCOMPARE(count(*engine, u"action:logout"_s), 0);

    Event second = eventOf("2");
    second.action = "logout";
    workspace.commit(team, {second}, m_context.now);
    workspace.commit(workspace.addSource(u"other"_s, u"secoda"_s), {eventOf("3")}, m_context.now);

    QCOMPARE(count(*engine, u"action:logout"_s), 1);
    QCOMPARE(count(*engine, u"action:log*"_s), 2);
    QCOMPARE(count(*engine, u"source:other vendor:secoda"_s), 1);
}

void QueryEngineTest::leavesOutSupersededAndPurgedEvents()
{
    SampleWorkspace workspace;
    const SourceId jobs = workspace.addSource(u"jobs"_s, u"paradime"_s);
    const SourceId team = workspace.addSource(u"team"_s, u"asana"_s);
    Event old = eventOf("1");
    old.revised = UtcMicros{1};
    old.raw = R"({"state":"before"})";
    Event changed = old;
    changed.revised = UtcMicros{2};
    changed.raw = R"({"state":"after"})";
    workspace.commit(jobs, {old}, m_context.now);
    workspace.commit(team, {eventOf("2"), eventOf("3")}, m_context.now);
    workspace.commit(jobs, {changed}, m_context.now);
    const auto engine = engineOf(workspace);

    QCOMPARE(count(*engine, u"before"_s), 0);
    QCOMPARE(count(*engine, u"@state:after"_s), 1);
    QCOMPARE(count(*engine, QString()), 3);
    workspace.removeSource(team);
    QCOMPARE(count(*engine, QString()), 1);
    QCOMPARE(count(*engine, u"source:team"_s), 0);
}

void QueryEngineTest::leavesOutASourceWhilePurged()
{
    SampleWorkspace workspace;
    workspace.commit(workspace.addSource(u"a"_s, u"asana"_s), {eventOf("1")}, m_context.now);
    workspace.commit(workspace.addSource(u"b"_s, u"asana"_s), {eventOf("2"), eventOf("3")}, m_context.now);
    const auto engine = engineOf(workspace);

    QVERIFY(execute(workspace, u"UPDATE source SET name = NULL WHERE name = 'b'"_s));

    QCOMPARE(count(*engine, QString()), 1);
    QCOMPARE(count(*engine, u"vendor:asana"_s), 1);
    QCOMPARE(count(*engine, u"-source:a"_s), 0);
    QCOMPARE(count(*engine, u"@id:*"_s), 1);
}

void QueryEngineTest::givesTheLastRowConsidered()
{
    SampleWorkspace workspace;
    const SourceId source = workspace.addSource(u"team"_s, u"asana"_s);
    workspace.commit(source, {eventOf("1"), eventOf("2")}, m_context.now);
    const auto engine = engineOf(workspace);

    const auto snapshot = engine->select(filterOf(u"id:1"_s), {}, m_context, CancelToken());

    QVERIFY(snapshot);
    QCOMPARE((*snapshot)->lastRow().value, 2);
    QCOMPARE((*snapshot)->size(), 1U);
    QCOMPARE((*snapshot)->rowAt(0)->value, 1);
}

void QueryEngineTest::takesTheLargestFilters_data()
{
    QTest::addColumn<QString>("expression");

    QStringList terms;
    QStringList values;
    for (int number = 0; number < 1000; ++number)
        terms += u"channel:c%1"_s.arg(number);
    for (int number = 0; number < 8000; ++number)
        values += u"c%1"_s.arg(number);
    QTest::newRow("1,000 terms, any of") << terms.join(u" OR "_s);
    QTest::newRow("1,000 terms, none of") << QString(u"-(-"_s + terms.join(u" -"_s) + u')');
    QTest::newRow("8,000 values") << QString(u"channel:"_s + values.join(u','));
    QTest::newRow("as deep as may be")
        << QString(QString(u"-("_s).repeated(98) + u"channel:c1,c2,c3"_s + QString(u')').repeated(98));
}

void QueryEngineTest::takesTheLargestFilters()
{
    QFETCH(const QString, expression);
    const auto engine = engineOf(filledOnce(m_manyChannels, [] {
        std::vector<Event> events;
        for (int number = 0; number < 5000; ++number) {
            events.push_back(eventOf(std::to_string(number)));
            events.back().channel = number % 100 == 0 ? "none" : "c" + std::to_string(number % 4);
        }
        return std::vector<std::vector<Event>>{std::move(events)};
    }));

    const qint64 counted = count(*engine, expression);

    QCOMPARE(counted, expression.contains(u"c3"_s) && expression.startsWith(u"-(-("_s) ? 3750 : 4950);
}

void QueryEngineTest::refusesWhatCannotRun_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("zone");

    QTest::newRow("a preset that was not looked up") << u"preset:mine"_s << QByteArray("UTC");
    QTest::newRow("an unknown zone") << u"hour:5"_s << QByteArray("Mars/Phobos");
    QTest::newRow("a regex over its limit on a coded value") << u"action:/(a+)+$/"_s << QByteArray("UTC");
    QTest::newRow("a regex over its limit on a text") << u"message:/(a+)+$/"_s << QByteArray("UTC");
    QTest::newRow("a regex over its limit in the JSON") << u"@text:/(a+)+$/"_s << QByteArray("UTC");
}

void QueryEngineTest::refusesWhatCannotRun()
{
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    SampleWorkspace workspace;
    Event event = eventOf("1");
    event.action = std::string(5000, 'a') + '!';
    event.message = event.action;
    event.raw = "{\"text\":\"" + event.action + "\"}";
    workspace.commit(workspace.addSource(u"team"_s, u"asana"_s), {event}, m_context.now);
    const auto engine = engineOf(workspace);
    QueryContext context = m_context;
    context.displayZone = zone;

    const auto counted = engine->count(filterOf(expression), context, CancelToken());

    QVERIFY(!counted);
    QCOMPARE(counted.error().kind, ErrorKind::Usage);
    QVERIFY(!counted.error().message.isEmpty());
}

void QueryEngineTest::namesTheRowOfADamagedBlock()
{
    SampleWorkspace workspace;
    const SourceId source = workspace.addSource(u"team"_s, u"asana"_s);
    std::vector<Event> events;
    for (int number = 0; number < 600; ++number)
        events.push_back(eventOf(std::to_string(number)));
    workspace.commit(source, std::move(events), m_context.now);
    QVERIFY(execute(workspace, u"UPDATE raw_block SET data = zeroblob(length(data)) WHERE first_row > 1"_s));
    const auto engine = engineOf(workspace);

    QCOMPARE(count(*engine, u"source:team"_s), 600);
    const auto counted = engine->count(filterOf(u"@id:5"_s), m_context, CancelToken());
    QVERIFY(!counted);
    QCOMPARE(counted.error().kind, ErrorKind::Storage);
    QVERIFY(QRegularExpression(u"\\d"_s).match(counted.error().message).hasMatch());
    QCOMPARE(count(*engine, u"id:5 @id:5"_s), 1);
}

void QueryEngineTest::stopsSoonWhenCancelled_data()
{
    QTest::addColumn<QString>("expression");

    QTest::newRow("by code") << u"action:login"_s;
    QTest::newRow("by text") << u"nowhere-to-be-found"_s;
    QTest::newRow("by path") << u"@deep.key:nothing"_s;
}

void QueryEngineTest::stopsSoonWhenCancelled()
{
    QFETCH(const QString, expression);
    const auto engine = engineOf(filledOnce(m_large, [] {
        EventGenerator generator(5);
        std::vector<std::vector<Event>> pages(generatedCases<std::size_t>(5, 2));
        int number = 0;
        for (std::vector<Event> &events : pages) {
            while (events.size() < 4000)
                events.push_back(generator.event(std::to_string(number++)));
        }
        return pages;
    }));
    CancelSource cancel;
    const CancelToken token = cancel.token();
    QElapsedTimer sinceCancel;
    std::thread canceller([&] {
        sinceCancel.start();
        cancel.cancel();
    });

    // Asked until the cancel has taken effect; none may run on for long after it.
    Result<qint64> counted = 0;
    while (counted)
        counted = engine->count(filterOf(expression), m_context, token);
    canceller.join();

    QCOMPARE(counted.error().kind, ErrorKind::Cancelled);
    QCOMPARE_LT(sinceCancel.elapsed(), 2000);
}

void QueryEngineTest::worksAgainAfterACancel()
{
    SampleWorkspace workspace;
    workspace.commit(workspace.addSource(u"team"_s, u"asana"_s), {eventOf("1")}, m_context.now);
    const auto engine = engineOf(workspace);
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();

    QVERIFY(!engine->count(filterOf(u"id:1"_s), m_context, token));
    QCOMPARE(count(*engine, u"id:1"_s), 1);
}

TRAILGLASS_TEST(QueryEngineTest)
#include "tst_queryengine.moc"
