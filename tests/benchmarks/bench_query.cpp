// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Measures queries and exports over a workspace of made-up events of five vendors, and `sqlite3 -csv`
// beside them on the same file: `bench_query [EVENTS [FOLDER]]`, default 1,000,000 in a temporary folder. A
// folder that is there is filled only if it is empty, so a second run measures the same data. Prints a
// Markdown table.

#include "models/exporting/csvwriter.h"
#include "models/exporting/exportjob.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/filter/fieldnames.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/index/savedindex.h"
#include "models/query/index/sharedindex.h"
#include "models/query/storerecordsource.h"
#include "models/store/eventreader.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/vendorworkspace.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdio>
#include <functional>

using namespace Trailglass;
using namespace Trailglass::Benchmarks;
using namespace Qt::StringLiterals;

namespace {

void printMemory()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("| most memory, MB | | | %ld |\n", usage.ru_maxrss / 1024);
}

class Queries
{
public:
    Queries(std::unique_ptr<QueryEngine> engine, const QString &folder)
        : m_engine(std::move(engine))
        , m_sharedIndex(SharedIndex::of(folder))
    {
    }

    /// Makes the index, if there is to be one.
    void prepare() const { orExit(m_engine->count(filterOf(QString()), m_context, CancelToken())); }

    /// Texts are searched again in each round.
    void count(const char *what, const QString &expression) const
    {
        const auto filter = filterOf(expression);
        qint64 rows = 0;
        const Cost cost = measure([&] { rows = orExit(m_engine->count(filter, m_context, CancelToken())); },
                                  Rounds, [this] { m_sharedIndex->matches().clear(); });
        print(what, cost, rows);
    }

    /// Until the first rows of a search are known.
    void screenful(const char *what, const QString &expression, int rounds = Rounds) const
    {
        const auto filter = filterOf(expression);
        qint64 rows = 0;
        const Cost cost = measure(
            [&] {
                CancelSource cancel;
                const SelectListener listener{[&](const ResultPointer &beginning) {
                                                  rows = static_cast<qint64>(beginning->size());
                                                  cancel.cancel();
                                              },
                                              {}};
                const SortOrder newestFirst{{Field::Created, true}};
                (void)m_engine->select(filter, newestFirst, m_context, cancel.token(), listener);
            },
            rounds, [this] { m_sharedIndex->matches().clear(); });
        print(what, cost, rows);
    }

    void facets(const char *what, const QString &expression, const QStringList &fields) const
    {
        const auto filter = filterOf(expression);
        std::vector<Filter::FieldReference> references;
        for (const QString &field : fields)
            references.push_back(std::get<Filter::FieldReference>(Filter::parseFieldReference(field)));
        std::size_t values = 0;
        const Cost cost = measure([&] {
            values = 0;
            for (const Facet &facet :
                 orExit(m_engine->facets(filter, {references}, m_context, CancelToken())))
                values += facet.values.size();
        });
        print(what, cost, static_cast<qint64>(values));
    }

    void histogram(const char *what, const QString &expression) const
    {
        const auto filter = filterOf(expression);
        std::size_t bins = 0;
        const Cost cost = measure([&] {
            bins =
                orExit(m_engine->histogram(filter, {EqualBins{100}}, m_context, CancelToken())).bins.size();
        });
        print(what, cost, static_cast<qint64>(bins));
    }

    ResultPointer select(const char *what, const QString &expression, const SortOrder &order) const
    {
        const auto filter = filterOf(expression);
        ResultPointer result;
        const Cost cost =
            measure([&] { result = orExit(m_engine->select(filter, order, m_context, CancelToken())); });
        print(what, cost, static_cast<qint64>(result->size()));
        return result;
    }

private:
    std::unique_ptr<QueryEngine> m_engine;
    std::shared_ptr<SharedIndex> m_sharedIndex;
    QueryContext m_context{*parseTime("2026-11-20T12:00:00Z")};
};

/// What takes minutes is done once.
int exportRounds(qint64 events)
{
    return events > 2'000'000 ? 1 : 2;
}

Cost measureExport(const char *what, const QString &folder, const QString &output, const ResultRows &rows,
                   const std::function<std::unique_ptr<RecordWriter>()> &makeWriter)
{
    const auto reader = orExit(EventReader::open(folder));
    StoreRecordSource records(*reader);
    const Cost cost = measure(
        [&] {
            const auto writer = makeWriter();
            orExit(exportToFile(output, {.rows = rows, .records = records, .writer = *writer}));
        },
        exportRounds(static_cast<qint64>(rows.size())));
    print(what, cost, QFileInfo(output).size());
    return cost;
}

/// The default columns out of the view `events`, by SQLite's own program.
Cost measureSqlite(const char *what, const QString &folder, const QString &output, qint64 events,
                   const QString &order)
{
    const QString program = QStandardPaths::findExecutable(u"sqlite3"_s);
    if (program.isEmpty()) {
        std::printf("| %s | sqlite3 is not installed | | |\n", what);
        return {};
    }
    const QString sql =
        u"SELECT strftime('%Y-%m-%dT%H:%M:%f', created / 1e6, 'unixepoch'), source, vendor, action, op, "
        "outcome, actor, target, ip, message, id FROM events"_s
        + order;
    const Cost cost = measure(
        [&] {
            QProcess process;
            process.setStandardOutputFile(output);
            process.start(program, {u"-csv"_s, folder + u"/trailglass.sqlite"_s, sql});
            process.waitForFinished(-1);
        },
        exportRounds(events));
    print(what, cost, QFileInfo(output).size());
    return cost;
}

void measureQueries(const Queries &queries)
{
    queries.count("count, everything", QString());
    queries.count("count, actor by wildcard", u"actor:*@example.com"_s);
    queries.count("count, two coded fields, one negated", u"op:create,delete -outcome:failure"_s);
    queries.count("count, ip network", u"ip:203.0.113.0/25"_s);
    queries.count("count, a month", u"created:2000-01"_s);
    queries.count("count, hour of the day", u"hour:9..17"_s);
    queries.count("count, id (plain text)", u"id:*00ff*"_s);
    queries.count("count, free text, rare", u"nowhere-to-be-found"_s);
    queries.count("count, free text, common", u"Discount"_s);
    queries.count("count, free text of two terms", u"delete -e7"_s);
    queries.screenful("first screenful, free text, common", u"Discount"_s);
    queries.screenful("first screenful, @path", u"@statusTimeMs:>=2900"_s);
    queries.count("count, @path inside a string", u"@metadataJson.schedule.name:nightly*"_s);
    queries.count("count, @path number", u"@statusTimeMs:>=2900"_s);
    queries.facets("facets of 6 coded fields (values)", QString(),
                   {u"action"_s, u"op"_s, u"outcome"_s, u"actor"_s, u"source"_s, u"ip"_s});
    queries.facets("facet of target (values)", QString(), {u"target"_s});
    queries.facets("facet of a @path (values)", QString(), {u"@event"_s});
    queries.histogram("histogram of 100 bins", QString());
    queries.histogram("histogram of 100 bins, filtered", u"op:create"_s);
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 events = argc > 1 ? std::max(1LL, std::atoll(argv[1])) : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.filePath(u"workspace"_s);
    std::printf(
        "| question | seconds | processor seconds | rows, values, bins or bytes |\n|---|---|---|---|\n");
    if (!QFileInfo::exists(folder + u"/trailglass.sqlite"_s))
        fillWorkspace(folder, events);
    orExit(saveIndex(folder, CancelToken()));
    const Queries queries(orExit(IndexQueryEngine::open(folder)), folder);
    queries.screenful("first screenful, everything, before the index is read", QString(), 1);
    print("index ready", measure([&] { queries.prepare(); }, 1), 0);
    measureQueries(queries);
    queries.select("select, by actor then time", QString(), {{Field::Actor, false}, {Field::Created, true}});
    queries.select("select, by message", QString(), {{Field::Message, false}});
    const auto result = queries.select("select, newest first", QString(), {{Field::Created, true}});
    printMemory();

    const QString output = temporary.filePath(u"out"_s);
    const Cost csv = measureExport("export CSV, default columns, newest first", folder, output, *result,
                                   [] { return std::make_unique<CsvWriter>(defaultColumns()); });
    measureExport("export NDJSON", folder, output, *result, [] { return std::make_unique<NdjsonWriter>(); });
    const Cost sqlite =
        measureSqlite("sqlite3 -csv, default columns, as stored", folder, output, events, QString());
    measureSqlite("sqlite3 -csv, default columns, newest first", folder, output, events,
                  u" ORDER BY created DESC"_s);
    std::printf("\nCSV export is %.1f × as fast as `sqlite3 -csv` as stored (%.1f × by processor time).\n",
                sqlite.seconds / csv.seconds, sqlite.processorSeconds / csv.processorSeconds);
    return EXIT_SUCCESS;
}
