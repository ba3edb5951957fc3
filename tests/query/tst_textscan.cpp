// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/filter/identity.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/index/partialresultreporter.h"
#include "models/query/index/sharedindex.h"
#include "models/query/index/textscanjob.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"
#include "tests/query/resulttesting.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr int Commits = 12;
constexpr int EventsACommit = 120;

Filter::NodePointer filterOf(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

const SortOrder ByTimeDescending{{Field::Created, true}};

/// What a listener received.
struct Reports
{
    std::vector<ResultPointer> beginnings;
    std::vector<double> progress;

    SelectListener listener()
    {
        return {[this](const ResultPointer &beginning) { beginnings.push_back(beginning); },
                [this](double searched) {
                    progress.push_back(searched);
                }};
    }
};

bool isBeginning(const RowList &rows, const RowList &whole)
{
    return rows.size() <= whole.size() && std::equal(rows.begin(), rows.end(), whole.begin());
}

} // namespace

/// Searches in texts and raw JSON that take many jobs.
class TextScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void reportsTrueBeginnings_data();
    void reportsTrueBeginnings();
    void reportsOnlyForTheOrderNewestFirst();
    void reportsTheScreenfulFirst();
    void searchesEachRowOnce();
    void searchesAgainInAnotherDatabase_data();
    void searchesAgainInAnotherDatabase();
    void readsNoBlockThatItsSignatureRulesOut_data();
    void readsNoBlockThatItsSignatureRulesOut();
    void findsTheOneEventInItsBlock_data();
    void findsTheOneEventInItsBlock();
    void endsWithinAJobWhenCancelled();
    void distinguishesFilters_data();
    void distinguishesFilters();

private:
    void commit(const std::string &prefix, int events);
    void damageRawJson();

    std::unique_ptr<SampleWorkspace> m_original; ///< made once; each test has a copy
    std::unique_ptr<SampleWorkspace> m_workspace;
    EventGenerator m_afterOriginal{11}; ///< as it was when the original had been filled
    std::unique_ptr<EventGenerator> m_generator;
    SourceId m_source;
    UtcMicros m_lastCreated{*parseTime("2026-12-01T00:00:00Z")};
    QueryContext m_context{*parseTime("2026-11-20T12:00:00Z"), "Asia/Kolkata"};
};

/// Events in ranges of row numbers that are jobs of their own, over several segments.
void TextScanTest::initTestCase()
{
    m_workspace = std::make_unique<SampleWorkspace>();
    m_generator = std::make_unique<EventGenerator>(m_afterOriginal);
    m_source = m_workspace->addSource(u"team"_s, u"asana"_s);
    for (int part = 0; part < Commits; ++part) {
        commit("e" + std::to_string(part) + '-', EventsACommit);
        m_workspace->skipRows(part % 4 == 3 ? 50'000 : static_cast<qint64>(TextScanJob::Rows));
    }
    m_afterOriginal = *m_generator;
    m_original = std::move(m_workspace);
}

void TextScanTest::init()
{
    m_workspace = SampleWorkspace::copyOf(*m_original);
    m_generator = std::make_unique<EventGenerator>(m_afterOriginal);
}

void TextScanTest::commit(const std::string &prefix, int events)
{
    std::vector<Event> page;
    // Pages come in order of time but for a few late events; some times are equal.
    for (int count = 0; count < events; ++count) {
        page.push_back(m_generator->event(prefix + std::to_string(count)));
        if (count % 20 != 0)
            page.back().created = UtcMicros{m_lastCreated.value += count % 2 * UtcMicros::PerSecond};
    }
    m_workspace->commit(m_source, std::move(page), m_context.now);
}

void TextScanTest::damageRawJson()
{
    const auto writer = *SqlConnection::openForWriting(WorkspacePaths::of(m_workspace->folder()).database);
    QVERIFY(writer->execute("UPDATE raw_block SET data = x'00'"));
}

void TextScanTest::reportsTrueBeginnings_data()
{
    QTest::addColumn<QString>("expression");

    QTest::newRow("text") << u"red"_s;
    QTest::newRow("two texts") << u"red nightly"_s;
    QTest::newRow("text and field") << u"red -outcome:failure"_s;
    QTest::newRow("a path") << u"@id:*"_s;
    QTest::newRow("plain text field") << u"id:*1*"_s;
    QTest::newRow("text or field") << u"nightly OR (red hour:9..17)"_s;
    QTest::newRow("not a text") << u"-nightly"_s;
    QTest::newRow("more texts than are kept apart")
        << u"-nightly -zzz -yyy -xxx -www -vvv -uuu -ttt (red OR zoë)"_s;
}

void TextScanTest::reportsTrueBeginnings()
{
    QFETCH(const QString, expression);
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    Reports reports;
    const auto found =
        index->select(filterOf(expression), ByTimeDescending, m_context, CancelToken(), reports.listener());

    QVERIFY(found);
    QVERIFY(Testing::rowsOf(**found)
            == PlainQuery::select(m_workspace->records(), filterOf(expression), ByTimeDescending, m_context));
    QVERIFY(!reports.progress.empty());
    QCOMPARE(reports.progress.front(), 0.0);
    QCOMPARE(reports.progress.back(), 1.0);
    QVERIFY(std::ranges::is_sorted(reports.progress));
    std::size_t before = 0;
    for (const ResultPointer &beginning : reports.beginnings) {
        QCOMPARE(beginning->lastRow().value, (*found)->lastRow().value);
        QVERIFY(beginning->size() > before);
        QVERIFY(isBeginning(Testing::rowsOf(*beginning), Testing::rowsOf(**found)));
        before = beginning->size();
    }
    QCOMPARE(reports.beginnings.empty(), (*found)->isEmpty());
}

void TextScanTest::reportsOnlyForTheOrderNewestFirst()
{
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    for (const SortOrder &order :
         {SortOrder{{Field::Created, false}}, SortOrder{{Field::Actor, false}, {Field::Created, true}},
          SortOrder{{Field::Id, true}}, SortOrder{}}) {
        Reports reports;
        QVERIFY(index->select(filterOf(u"red"_s), order, m_context, CancelToken(), reports.listener()));
        QVERIFY(reports.beginnings.empty());
    }
    Reports reports;
    QVERIFY(index->select(filterOf(u"op:create"_s), ByTimeDescending, m_context, CancelToken(),
                          reports.listener()));
    QVERIFY2(reports.beginnings.empty() && reports.progress.empty(), "nothing is searched for fields");
}

void TextScanTest::reportsTheScreenfulFirst()
{
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    Reports reports;
    const auto found =
        index->select(filterOf(u"-red"_s), ByTimeDescending, m_context, CancelToken(), reports.listener());
    QVERIFY(found && (*found)->size() > PartialResultReporter::Screenful);
    std::vector<std::size_t> sizes;
    for (const ResultPointer &beginning : reports.beginnings)
        sizes.push_back(beginning->size());
    QVERIFY(std::ranges::find(sizes, PartialResultReporter::Screenful) != sizes.end());
    QVERIFY2(sizes.back() <= PartialResultReporter::Screenful, "the rest comes with the result");
}

void TextScanTest::searchesEachRowOnce()
{
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    const auto again = *IndexQueryEngine::open(m_workspace->folder());
    const auto before = index->count(filterOf(u"id:e1* -red"_s), m_context, CancelToken());
    const auto whole = index->count(filterOf(u"-red"_s), m_context, CancelToken());
    QVERIFY(before && whole);
    damageRawJson();

    // Known to every engine of the program, in every filter with the same part.
    QCOMPARE(*again->count(filterOf(u"-red"_s), m_context, CancelToken()), *whole);
    QVERIFY(again->count(filterOf(u"-red op:create"_s), m_context, CancelToken()));
    QVERIFY2(!again->count(filterOf(u"-nightly"_s), m_context, CancelToken()),
             "another text must be looked for in the raw JSON");

    // The new blocks are whole.
    const auto reader = *EventReader::open(m_workspace->folder());
    const RowId last = *reader->lastRow();
    commit("new-", 30);
    std::vector<RowId> rows;
    while (rows.size() < 30)
        rows.push_back({last.value + static_cast<qint64>(rows.size()) + 1});
    const auto added = reader->records(rows, EventReader::WithRaw::Yes);
    const auto grown = again->count(filterOf(u"-red"_s), m_context, CancelToken());
    QVERIFY(grown && added);
    const RowList matching = PlainQuery::matchingRows(*added, filterOf(u"-red"_s), m_context);
    QCOMPARE(*grown, *whole + static_cast<qint64>(matching.size()));
}

void TextScanTest::searchesAgainInAnotherDatabase_data()
{
    QTest::addColumn<QString>("change");

    QTest::newRow("with fewer rows") << u"UPDATE counter SET value = 1 WHERE name = 'row'"_s;
    QTest::newRow("with fewer removals") << u"DELETE FROM superseded"_s;
}

void TextScanTest::searchesAgainInAnotherDatabase()
{
    QFETCH(const QString, change);
    const SourceId removed = m_workspace->addSource(u"removed"_s, u"nected"_s);
    m_workspace->commit(removed, {m_generator->event("r")}, m_context.now);
    m_workspace->removeSource(removed);
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    const auto shared = SharedIndex::of(m_workspace->folder());
    QVERIFY(index->count(filterOf(u"red"_s), m_context, CancelToken()));
    const auto entry = shared->matches().of(Filter::identityOf(filterOf(u"red"_s), m_context));
    QVERIFY(entry->matches.known(0, RowBits(1000, true)).unknown.count() < 1000);

    const auto writer = *SqlConnection::openForWriting(WorkspacePaths::of(m_workspace->folder()).database);
    QVERIFY(writer->execute("DELETE FROM raw_block; DELETE FROM event; " + change.toStdString()));
    QCOMPARE(*index->count(filterOf(u"red"_s), m_context, CancelToken()), 0);
    const auto other = shared->matches().of(Filter::identityOf(filterOf(u"red"_s), m_context));
    QCOMPARE(other->matches.known(0, RowBits(1000, true)).unknown.count(), 1000U);
}

void TextScanTest::readsNoBlockThatItsSignatureRulesOut_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("isRuledOut");

    QTest::newRow("text") << u"nowhere-to-be-found"_s << true;
    QTest::newRow("text and fields") << u"nowhere-to-be-found op:create"_s << true;
    QTest::newRow("text or field") << u"nowhere-to-be-found OR op:create"_s << true;
    QTest::newRow("two texts, one nowhere") << u"red nowhere-to-be-found"_s << true;
    QTest::newRow("one of two texts") << u"(nowhere-at-all OR nowhere-to-be-found)"_s << true;
    QTest::newRow("path that is nowhere") << u"@nowhere:*"_s << true;
    QTest::newRow("value of a path") << u"@id:nowhere-to-be-found"_s << true;
    QTest::newRow("part of raw JSON") << u"raw:*nowhere*"_s << true;
    QTest::newRow("a text without runs") << u"zzz"_s << false;
    QTest::newRow("all but a text") << u"-nowhere-to-be-found"_s << false;
    QTest::newRow("one of two texts without runs") << u"(zzz OR nowhere-to-be-found)"_s << false;
    QTest::newRow("regex") << u"raw:/nowhere/"_s << false;
}

/// Damaged blocks show whether they are read.
void TextScanTest::readsNoBlockThatItsSignatureRulesOut()
{
    QFETCH(const QString, expression);
    QFETCH(const bool, isRuledOut);
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    const RowList expected =
        PlainQuery::matchingRows(m_workspace->records(), filterOf(expression), m_context);
    damageRawJson();
    const auto count = index->count(filterOf(expression), m_context, CancelToken());
    QCOMPARE(count.hasValue(), isRuledOut);
    if (isRuledOut)
        QCOMPARE(*count, static_cast<qint64>(expected.size()));
}

void TextScanTest::findsTheOneEventInItsBlock_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("expression");

    const auto row = [](const char *name, const char *json, const char *message, const char *expression) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(message) << QString::fromLatin1(expression);
    };
    row("in the JSON", R"({"note":"needle in hay"})", "", "needle");
    row("with an escape", R"({"note":"n\u0065edle"})", "", "NEEDLE");
    row("in JSON inside a string", R"({"note":"{\"deep\":\"n\\u0065edle\"}"})", "", "@note.deep:needle");
    row("at a path", R"({"note":{"deep":"needle"}})", "", "@note.deep:need*");
    row("beside the JSON", "{}", "a needle beside it", "needle");
    row("in a field", "{}", "a needle beside it", "message:*needle*");
    row("in raw JSON", R"({"note":"needle"})", "", "raw:*needle*");
    row("text or a field", R"({"note":"needle"})", "", "needle OR op:create");
    row("text and no other", R"({"note":"needle"})", "", "needle -haystack");
}

/// Blocks of several lengths, some over the border of two jobs; the event stands first, last or inside one.
void TextScanTest::findsTheOneEventInItsBlock()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, message);
    QFETCH(const QString, expression);
    const std::size_t places[]{0, 1, 254, 255, 256, 299};
    m_workspace->skipRows(static_cast<qint64>(TextScanJob::Rows) - 150 - 1);
    std::size_t rounds = 0;
    for (const std::size_t place : places) {
        std::vector<Event> page;
        for (std::size_t count = 0; count < 300; ++count)
            page.push_back(m_generator->event("p" + std::to_string(rounds) + '-' + std::to_string(count)));
        page[place].raw = json.toStdString();
        page[place].message = message.toStdString();
        m_workspace->commit(m_source, std::move(page), m_context.now);
        m_workspace->skipRows(static_cast<qint64>(TextScanJob::Rows) - 300 + 37);
        ++rounds;
    }
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    const auto records = m_workspace->records();
    const RowList expected = PlainQuery::select(records, filterOf(expression), ByTimeDescending, m_context);
    QVERIFY(expected.size() >= std::size(places));
    for (int time = 0; time < 2; ++time) { // the second time from what is kept
        const auto found = index->select(filterOf(expression), ByTimeDescending, m_context, CancelToken());
        QVERIFY(found);
        QVERIFY(Testing::rowsOf(**found) == expected);
    }
    const auto both = filterOf(u'(' + expression + u") source:team"_s);
    QCOMPARE(*index->count(both, m_context, CancelToken()),
             static_cast<qint64>(PlainQuery::matchingRows(records, both, m_context).size()));
}

void TextScanTest::endsWithinAJobWhenCancelled()
{
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    CancelSource cancel;
    int reports = 0;
    const SelectListener listener{{}, [&](double) {
                                      ++reports;
                                      cancel.cancel();
                                  }};
    const auto found =
        index->select(filterOf(u"never there"_s), ByTimeDescending, m_context, cancel.token(), listener);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Cancelled);
    QCOMPARE(reports, 1);
    // What was not searched is searched by the next.
    QVERIFY(index->count(filterOf(u"never there"_s), m_context, CancelToken()));
}

void TextScanTest::distinguishesFilters_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("dependsOnNow");

    QTest::newRow("text") << u"abc"_s << false;
    QTest::newRow("quoted text") << u"\"-7d\""_s << false;
    QTest::newRow("absolute time") << u"@at:>2026-11-20"_s << false;
    QTest::newRow("relative time") << u"@at:>-7d"_s << true;
    QTest::newRow("today") << u"created:today"_s << true;
    QTest::newRow("a relative end") << u"created:2026-01-01..-1d"_s << true;
    QTest::newRow("deep inside") << u"a OR -(b created:-7d)"_s << true;
}

void TextScanTest::distinguishesFilters()
{
    QFETCH(const QString, expression);
    QFETCH(const bool, dependsOnNow);
    const auto filter = filterOf(expression);
    const std::string identity = Filter::identityOf(filter, m_context);

    QCOMPARE(Filter::identityOf(filterOf(u" "_s + expression), m_context), identity);
    QVERIFY(Filter::identityOf(filterOf(expression + u" x"_s), m_context) != identity);
    QVERIFY(Filter::identityOf(filter, {m_context.now, "UTC"}) != identity);
    const QueryContext later{UtcMicros{m_context.now.value + 1}, m_context.displayZone};
    QCOMPARE(Filter::identityOf(filter, later) != identity, dependsOnNow);
}

TRAILGLASS_TEST(TextScanTest)
#include "tst_textscan.moc"
