// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/archivecomparison.h"

#include "models/filter/fieldnames.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/sortorder.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass::Benchmarks {

namespace {

constexpr std::size_t PageRows = 128;
constexpr std::size_t ManyRows = 100'000;

} // namespace

ArchiveComparison::ArchiveComparison(const QString &folder, ArchiveSession &session, ArchiveRatios &ratios)
    : m_session(session)
    , m_ratios(ratios)
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

void ArchiveComparison::run()
{
    count("count, two coded fields, one negated", u"op:create,delete -outcome:failure"_s,
          "op IN ('create', 'delete') AND outcome != 'failure'");
    facets("facets of 6 coded fields (values)", u"action,op,outcome,actor,source,ip"_s);
    histogram("histogram of 100 bins");
    newestPage("newest page");
    middlePage("middle page", u"-created"_s, "created DESC");
    middlePage("middle page, by actor", u"actor,-created"_s, "actor = '', actor, created DESC");
    manyRecords("100,000 newest events with their JSON", u"-created"_s);
    count("count, free text, rare", u"nowhere-to-be-found"_s,
          "positionCaseInsensitive(raw, 'nowhere-to-be-found') > 0");
    count("count, @path inside a string", u"@metadataJson.schedule.name:nightly*"_s,
          "startsWith(lower(JSONExtractString(JSONExtractString(raw, 'metadataJson'), 'schedule', "
          "'name')), 'nightly')",
          hasJson());
    count("count, @path number", u"@statusTimeMs:>=2900"_s, "JSONExtractFloat(raw, 'statusTimeMs') >= 2900",
          hasJson());
    pathFacet("facet of a @path (values)");
    printNumber("archive: bytes on disk an event", bytesOf("event") / m_plain.number(countAll()));
    printNumber("plain table: bytes on disk an event", bytesOf("plain") / m_plain.number(countAll()));
}

qint64 ArchiveComparison::bytesOf(std::string_view table)
{
    return m_plain.number("SELECT toInt64(sum(bytes_on_disk)) FROM system.parts WHERE active AND database = "
                          "currentDatabase() AND table = "
                          + ArchiveSql::literal(table));
}

/// Nothing is left of an earlier round.
void ArchiveComparison::forget()
{
    m_index->matches().clear();
    m_archive.emplace(m_session, m_times);
    if (m_session.profile().isAtLeast(25, 3))
        m_plain.execute("SYSTEM DROP QUERY CONDITION CACHE");
}

void ArchiveComparison::compare(const Question &question, const std::function<void()> &prepare)
{
    const auto prepared = [&] {
        forget();
        prepare();
    };
    qint64 number = 0;
    const auto measured = [&](const Question::Work &work) {
        return measure([&] { number = work(); }, Rounds, prepared);
    };
    ArchiveRatios::Row row{.what = question.what};
    const Cost local = measured(question.workspace);
    const qint64 expected = number;
    row.workspace = local.seconds;
    print(std::string("workspace: ") + question.what, local, number);
    const Cost archive = measured(question.archive);
    row.archive = archive.seconds;
    printTime(std::string("archive: ") + question.what, archive, number);
    require(question.what, number, expected);
    if (question.plain) {
        const Cost plain = measured(question.plain);
        row.plain = plain.seconds;
        printTime(std::string("plain table: ") + question.what, plain, number);
        if (question.isPlainEqual)
            require(question.what, number, expected);
    }
    m_ratios.add(row);
}

void ArchiveComparison::require(const char *what, qint64 number, qint64 expected)
{
    if (number == expected)
        return;
    std::fprintf(stderr, "%s: %lld instead of %lld\n", what, static_cast<long long>(number),
                 static_cast<long long>(expected));
    m_isEqual = false;
}

void ArchiveComparison::count(const char *what, const QString &expression, const ArchiveSql &condition,
                              bool hasPlain)
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

qint64 ArchiveComparison::facetValues(QueryEngine &engine, const QString &fields)
{
    const FacetRequest request{*parseFieldList(fields)};
    qint64 values = 0;
    for (const Facet &facet : orExit(engine.facets(filterOf({}), request, m_context, {})))
        values += static_cast<qint64>(facet.values.size());
    return values;
}

void ArchiveComparison::facets(const char *what, const QString &fields)
{
    const auto plain = [&] {
        qint64 values = 0;
        for (const QString &field : fields.split(u',')) {
            const ArchiveSql column = ArchiveSql::identifier(field.toStdString());
            values += m_plain.rows("SELECT " + column + ", toString(count()) FROM plain GROUP BY " + column
                                       + " ORDER BY count() DESC",
                                   2);
        }
        return values;
    };
    compare({what, [&] { return facetValues(*m_local, fields); },
             [&] { return facetValues(*m_archive, fields); }, plain});
}

void ArchiveComparison::pathFacet(const char *what)
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

void ArchiveComparison::histogram(const char *what)
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

ResultPointer ArchiveComparison::sorted(QueryEngine &engine, const QString &order)
{
    return orExit(engine.select(filterOf({}), orExit(parseSortOrder(order)), m_context, {}));
}

qint64 ArchiveComparison::read(RecordSource &records, const ResultPointer &result, std::size_t first)
{
    qint64 rows = 0;
    const auto take = [&rows](std::size_t, EventRecord &&) {
        ++rows;
    };
    orExit(records.read(*result, {first, PageRows}, false, take, {}));
    return rows;
}

qint64 ArchiveComparison::plainPage(std::size_t first, const ArchiveSql &order)
{
    return m_plain.rows(
        "SELECT toString(created), source, vendor, action, op, outcome, actor, target, ip, message, id "
        "FROM plain ORDER BY "
            + order + " LIMIT " + ArchiveSql::number(quint64(first)) + ", "
            + ArchiveSql::number(quint64(PageRows)),
        11);
}

/// With the count of all events, as a window shows it.
void ArchiveComparison::newestPage(const char *what)
{
    const QString order = u"-created"_s;
    const auto plain = [&] {
        const qint64 rows = plainPage(0, "created DESC");
        return m_plain.number(countAll()) > 0 ? rows : 0;
    };
    compare({what, [&] { return read(m_localRecords, sorted(*m_local, order), 0); },
             [&] { return read(m_archiveRecords, sorted(*m_archive, order), 0); }, plain});
}

/// Of a result that is there, and of which no page was read.
void ArchiveComparison::middlePage(const char *what, const QString &order, const ArchiveSql &plainOrder)
{
    ResultPointer local;
    ResultPointer archive;
    const auto middle = [](const ResultPointer &result) {
        return result->size() / 2;
    };
    const auto prepare = [&] {
        local = sorted(*m_local, order);
        archive = sorted(*m_archive, order);
    };
    compare({what, [&] { return read(m_localRecords, local, middle(local)); },
             [&] { return read(m_archiveRecords, archive, middle(archive)); },
             [&] {
                 return plainPage(middle(local), plainOrder);
             }},
            prepare);
}

/// As an export reads them: the first ones of a result that is there.
void ArchiveComparison::manyRecords(const char *what, const QString &order)
{
    ResultPointer local;
    ResultPointer archive;
    const auto prepare = [&] {
        local = sorted(*m_local, order);
        archive = sorted(*m_archive, order);
    };
    const auto readAll = [](RecordSource &records, const ResultPointer &result) {
        qint64 rows = 0;
        const auto take = [&rows](std::vector<EventRecord> &&page) -> Result<void> {
            rows += static_cast<qint64>(page.size());
            return {};
        };
        const PlaceRange first{0, std::min(result->size(), ManyRows)};
        orExit(records.readPages(RowRanges(result, std::vector{first}), true, take, {}));
        return rows;
    };
    compare({what, [&] { return readAll(m_localRecords, local); },
             [&] {
                 return readAll(m_archiveRecords, archive);
             }},
            prepare);
}

} // namespace Trailglass::Benchmarks
