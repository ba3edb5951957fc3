// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Measures the same questions side by side: of a workspace of made-up events of five vendors, of an archive that it pushes
// into, and of a plain table of the same server, with the fields as columns and the JSON as text:
// `bench_archive [EVENTS [FOLDER [ENGINE]]]`, default 1,000,000 in a temporary folder, and `oldest`.
//
// ENGINE is `oldest` for the installed clickhouse-server, `newest` for chdb through the bridge of the tests, or the address of
// an empty database, with the key of its user in TRAILGLASS_BENCHMARK_KEY. A folder that is there is filled only if it is
// empty. Prints a Markdown table; counts that differ end the program with 1.

#include "models/archive/archivequeryengine.h"
#include "models/archive/archiverecords.h"
#include "models/archive/rowbinary.h"
#include "models/archive/rowtimes.h"
#include "models/filter/fieldnames.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/index/savedindex.h"
#include "models/query/index/sharedindex.h"
#include "models/query/sortorder.h"
#include "models/query/storerecordsource.h"
#include "models/store/eventreader.h"
#include "models/workspace/archiveservice.h"
#include "tests/archive/chdbbridge.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/vendorworkspace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

using namespace Trailglass;
using namespace Trailglass::Benchmarks;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t PageRows = 128;

[[noreturn]] void leave(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    std::exit(EXIT_FAILURE);
}

/// Where the archive is. A server that is started here ends with it.
class BenchmarkServer
{
public:
    explicit BenchmarkServer(const QString &engine)
    {
        if (engine.contains(u"://"_s)) {
            const QByteArray key = qgetenv("TRAILGLASS_BENCHMARK_KEY");
            m_access.emplace(ArchiveAccess{orExit(ArchivePlace::parse(engine)),
                                           key.isEmpty() ? Secret() : orExit(Secret::fromText(key))});
            return;
        }
        const bool isNewest = engine == u"newest"_s;
        if (!isNewest && engine != u"oldest"_s)
            leave(u"The engine is oldest, newest or an address."_s);
        const QString missing = isNewest ? ChdbBridge::reasonMissing() : ClickHouseServer::reasonMissing();
        if (!missing.isEmpty())
            leave(missing);
        if (isNewest)
            m_server = std::make_unique<ChdbBridge>();
        else
            m_server = std::make_unique<ClickHouseServer>();
        if (!m_server->start())
            leave(m_server->errors());
        m_access.emplace(ArchiveAccess{m_server->place(u"bench"_s), ArchiveServer::key()});
    }

    [[nodiscard]] const ArchiveAccess &access() const { return *m_access; }

private:
    std::unique_ptr<ArchiveServer> m_server;
    std::optional<ArchiveAccess> m_access;
};

/// Creates the archive and pushes the workspace into it.
void push(const QString &folder, const ArchiveAccess &access)
{
    const SystemClock clock;
    orExit(createArchive(access, false, clock, {}));
    const auto begin = std::chrono::steady_clock::now();
    const PushReport report = orExit(pushWorkspace(folder, access, clock, {}));
    printRate("archive: push, events a second", report.events, std::chrono::steady_clock::now() - begin);
}

/// The table that somebody makes who wants the events in ClickHouse and no more.
class PlainTable
{
public:
    explicit PlainTable(ArchiveSession &session)
        : m_session(session)
    {
    }

    void fill()
    {
        const ArchiveSql columns =
            "created, source, vendor, action, op, outcome, actor, target, ip, message, id, raw";
        execute("DROP TABLE IF EXISTS plain");
        execute("CREATE TABLE plain ENGINE = MergeTree ORDER BY created AS SELECT " + columns
                + " FROM event WHERE sign = 1");
    }

    void execute(const ArchiveSql &sql) { orExit(m_session.execute(sql.text(), {})); }

    /// The only number of a query, Int64.
    [[nodiscard]] qint64 number(const ArchiveSql &sql)
    {
        const QByteArray bytes = orExit(m_session.ask(sql, {}));
        RowBinaryReader reader(bytes);
        const qint64 number = reader.readInt64();
        orExit(reader.check());
        return number;
    }

    /// How many rows a query results in.
    /// \param columns  all of them texts
    [[nodiscard]] qint64 rows(const ArchiveSql &sql, int columns)
    {
        const QByteArray bytes = orExit(m_session.ask(sql, {}));
        RowBinaryReader reader(bytes);
        qint64 rows = 0;
        for (; !reader.atEnd(); ++rows) {
            for (int column = 0; column < columns; ++column)
                static_cast<void>(reader.readText());
            orExit(reader.check());
        }
        return rows;
    }

private:
    ArchiveSession &m_session;
};

/// A question of all three.
struct Question
{
    using Work = std::function<qint64()>; ///< returns a number that has to be the same

    const char *what;
    Work workspace;
    Work archive;
    Work plain = {}; ///< empty: there is no such query
    bool isPlainEqual = true; ///< whether the plain table results in the same number
};

class Comparison
{
public:
    Comparison(const QString &folder, ArchiveSession &session)
        : m_session(session)
        , m_plain(session)
        , m_local(orExit(IndexQueryEngine::open(folder)))
        , m_index(SharedIndex::of(folder))
        , m_reader(orExit(EventReader::open(folder)))
        , m_localRecords(*m_reader)
        , m_archiveRecords(session, m_times)
    {
        m_plain.fill();
        m_archive.emplace(m_session, m_times);
        orExit(m_local->count(filterOf({}), m_context, {})); // reads the index
    }

    void run()
    {
        count("count, two coded fields, one negated", u"op:create,delete -outcome:failure"_s,
              "op IN ('create', 'delete') AND outcome != 'failure'");
        facets("facets of 6 coded fields (values)", u"action,op,outcome,actor,source,ip"_s);
        histogram("histogram of 100 bins");
        newestPage("newest page");
        middlePage("middle page");
        count("count, free text, rare", u"nowhere-to-be-found"_s,
              "positionCaseInsensitive(raw, 'nowhere-to-be-found') > 0");
        count("count, @path inside a string", u"@metadataJson.schedule.name:nightly*"_s,
              "startsWith(lower(JSONExtractString(JSONExtractString(raw, 'metadataJson'), 'schedule', "
              "'name')), 'nightly')",
              hasJson());
        count("count, @path number", u"@statusTimeMs:>=2900"_s,
              "JSONExtractFloat(raw, 'statusTimeMs') >= 2900", hasJson());
        pathFacet("facet of a @path (values)");
        printNumber("archive: bytes on disk an event", bytesOf("event") / m_plain.number(countAll()));
        printNumber("plain table: bytes on disk an event", bytesOf("plain") / m_plain.number(countAll()));
    }

    [[nodiscard]] bool isEqual() const { return m_isEqual; }

private:
    [[nodiscard]] bool hasJson() const { return m_session.profile().isAtLeast(20, 3); }
    [[nodiscard]] static ArchiveSql countAll() { return "SELECT toInt64(count()) FROM plain"; }

    [[nodiscard]] qint64 bytesOf(std::string_view table)
    {
        return m_plain.number(
            "SELECT toInt64(sum(bytes_on_disk)) FROM system.parts WHERE active AND database = "
            "currentDatabase() AND table = "
            + ArchiveSql::literal(table));
    }

    /// Nothing is left of an earlier round.
    void forget()
    {
        m_index->matches().clear();
        m_archive.emplace(m_session, m_times);
        if (m_session.profile().isAtLeast(25, 3))
            m_plain.execute("SYSTEM DROP QUERY CONDITION CACHE");
    }

    void compare(
        const Question &question, const std::function<void()> &prepare = [] {})
    {
        const auto prepared = [&] {
            forget();
            prepare();
        };
        qint64 number = 0;
        const auto measured = [&](const Question::Work &work) {
            return measure([&] { number = work(); }, Rounds, prepared);
        };
        const Cost local = measured(question.workspace);
        const qint64 expected = number;
        print(std::string("workspace: ") + question.what, local, number);
        const Cost archive = measured(question.archive);
        printTime(std::string("archive: ") + question.what, archive, number);
        require(question.what, number, expected);
        if (!question.plain)
            return;
        const Cost plain = measured(question.plain);
        printTime(std::string("plain table: ") + question.what, plain, number);
        if (question.isPlainEqual)
            require(question.what, number, expected);
    }

    void require(const char *what, qint64 number, qint64 expected)
    {
        if (number == expected)
            return;
        std::fprintf(stderr, "%s: %lld instead of %lld\n", what, static_cast<long long>(number),
                     static_cast<long long>(expected));
        m_isEqual = false;
    }

    void count(const char *what, const QString &expression, const ArchiveSql &condition, bool hasPlain = true)
    {
        const auto filter = filterOf(expression);
        Question question{what, [&] { return orExit(m_local->count(filter, m_context, {})); },
                          [&] {
                              return orExit(m_archive->count(filter, m_context, {}));
                          }};
        if (hasPlain)
            question.plain = [&] {
                return m_plain.number(countAll() + " WHERE " + condition);
            };
        compare(question);
    }

    [[nodiscard]] qint64 facetValues(QueryEngine &engine, const QString &fields)
    {
        const FacetRequest request{*parseFieldList(fields)};
        qint64 values = 0;
        for (const Facet &facet : orExit(engine.facets(filterOf({}), request, m_context, {})))
            values += static_cast<qint64>(facet.values.size());
        return values;
    }

    void facets(const char *what, const QString &fields)
    {
        const auto plain = [&] {
            qint64 values = 0;
            for (const QString &field : fields.split(u',')) {
                const ArchiveSql column = ArchiveSql::identifier(field.toStdString());
                values += m_plain.rows("SELECT " + column + ", toString(count()) FROM plain GROUP BY "
                                           + column + " ORDER BY count() DESC",
                                       2);
            }
            return values;
        };
        compare({what, [&] { return facetValues(*m_local, fields); },
                 [&] { return facetValues(*m_archive, fields); }, plain});
    }

    void pathFacet(const char *what)
    {
        const QString path = u"@event"_s;
        Question question{what, [&] { return facetValues(*m_local, path); },
                          [&] {
                              return facetValues(*m_archive, path);
                          }};
        if (hasJson()) {
            question.plain = [&] {
                return m_plain.rows(
                    "SELECT JSONExtractString(raw, 'event') AS value, toString(count()) FROM plain GROUP BY "
                    "value ORDER BY count() DESC",
                    2);
            };
        }
        compare(question);
    }

    void histogram(const char *what)
    {
        const auto bins = [this](QueryEngine &engine) {
            return static_cast<qint64>(
                orExit(engine.histogram(filterOf({}), {EqualBins{100}}, m_context, {})).bins.size());
        };
        const auto plain = [&] {
            return m_plain.rows(
                "WITH (SELECT min(created) FROM plain) AS lo, (SELECT max(created) FROM plain) AS hi "
                "SELECT toString(assumeNotNull(intDiv((created - lo) * 100, hi - lo + 1))) AS bin, "
                "toString(count()) FROM plain GROUP BY bin",
                2);
        };
        // Its bins begin elsewhere, and empty ones are not there.
        compare({what, [&] { return bins(*m_local); }, [&] { return bins(*m_archive); }, plain, false});
    }

    [[nodiscard]] ResultPointer newestFirst(QueryEngine &engine)
    {
        return orExit(engine.select(filterOf({}), defaultSortOrder(), m_context, {}));
    }

    [[nodiscard]] static qint64 read(RecordSource &records, const ResultPointer &result, std::size_t first)
    {
        qint64 rows = 0;
        const auto take = [&rows](std::size_t, EventRecord &&) {
            ++rows;
        };
        orExit(records.read(*result, {first, PageRows}, false, take, {}));
        return rows;
    }

    [[nodiscard]] qint64 plainPage(std::size_t first)
    {
        return m_plain.rows(
            "SELECT toString(created), source, vendor, action, op, outcome, actor, target, ip, message, id "
            "FROM plain ORDER BY created DESC LIMIT "
                + ArchiveSql::number(quint64(first)) + ", " + ArchiveSql::number(quint64(PageRows)),
            11);
    }

    /// With the count of all events, as a window shows it.
    void newestPage(const char *what)
    {
        const auto plain = [&] {
            const qint64 rows = plainPage(0);
            return m_plain.number(countAll()) > 0 ? rows : 0;
        };
        compare({what, [&] { return read(m_localRecords, newestFirst(*m_local), 0); },
                 [&] { return read(m_archiveRecords, newestFirst(*m_archive), 0); }, plain});
    }

    /// Of a result that is there.
    void middlePage(const char *what)
    {
        ResultPointer local;
        ResultPointer archive;
        const auto middle = [](const ResultPointer &result) {
            return result->size() / 2;
        };
        const auto prepare = [&] {
            local = newestFirst(*m_local);
            archive = newestFirst(*m_archive); // of which no page was read
        };
        compare({what, [&] { return read(m_localRecords, local, middle(local)); },
                 [&] { return read(m_archiveRecords, archive, middle(archive)); },
                 [&] {
                     return plainPage(middle(local));
                 }},
                prepare);
    }

    ArchiveSession &m_session;
    PlainTable m_plain;
    std::unique_ptr<QueryEngine> m_local;
    std::shared_ptr<SharedIndex> m_index;
    std::unique_ptr<EventReader> m_reader;
    StoreRecordSource m_localRecords;
    RowTimes m_times;
    std::optional<ArchiveQueryEngine> m_archive; ///< made again for each round
    ArchiveRecords m_archiveRecords;
    const QueryContext m_context{*parseTime("2026-11-20T12:00:00Z")};
    bool m_isEqual = true;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 events = std::max(1LL, arguments.value(1, u"1000000"_s).toLongLong());
    const QTemporaryDir temporary;
    const QString folder = arguments.value(2, temporary.filePath(u"workspace"_s));
    const BenchmarkServer target(arguments.value(3, u"oldest"_s));
    std::printf(
        "| question | seconds | processor seconds | rows, values, bins or bytes |\n|---|---|---|---|\n");
    if (!QFileInfo::exists(folder + u"/trailglass.sqlite"_s))
        fillWorkspace(folder, events);
    orExit(saveIndex(folder, {}));
    push(folder, target.access());
    const auto session = orExit(ArchiveSession::open(target.access(), {}));
    Comparison comparison(folder, *session);
    comparison.run();
    return comparison.isEqual() ? EXIT_SUCCESS : EXIT_FAILURE;
}
