// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Fills a workspace with seeded events of random ids and says how fast it went, slice by slice, how large it
// became and how fast it reads:  bench_store [EVENTS [EVENTS-A-COMMIT [FOLDER]]]     (1,000,000, 10,000, a
// temporary folder)

#include "models/store/dictionary.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/store/integrity.h"
#include "models/store/rawstore.h"
#include "models/store/sqlconnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdio>
#include <random>
#include <thread>

namespace {

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Events of the shape and size of the Asana audit log, about 600 bytes each.
class Events
{
public:
    std::vector<Event> take(qint64 count)
    {
        std::vector<Event> events(static_cast<std::size_t>(count));
        for (Event &event : events)
            fill(event);
        return events;
    }

private:
    std::string number(std::uint64_t limit) { return std::to_string(m_random() % limit); }

    std::string uuid()
    {
        char text[40];
        const std::uint64_t high = m_random();
        const std::uint64_t low = m_random();
        std::snprintf(text, sizeof text, "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32),
                      static_cast<unsigned>(high >> 16 & 0xffff), static_cast<unsigned>(high & 0xffff),
                      static_cast<unsigned>(low >> 48),
                      static_cast<unsigned long long>(low & 0xffffffffffff));
        return text;
    }

    void fill(Event &event)
    {
        m_time += static_cast<qint64>(m_random() % 6'000'000);
        const std::string person = number(3000);
        event.id = uuid();
        event.created = {m_time};
        event.action = "type_" + number(40);
        event.category = "category_" + number(8);
        event.operation = static_cast<Operation>(m_random() % 9);
        event.outcome = static_cast<Outcome>(m_random() % 3);
        event.actor = {.id = "12000000" + person,
                       .email = "person" + person + "@example.com",
                       .name = "Person Number " + person,
                       .type = "user"};
        event.target = {.id = "1200000000" + number(1'000'003),
                        .name = "Resource of the quarter " + number(20'000),
                        .type = "project"};
        event.ip = "10." + number(4) + '.' + number(256) + '.' + number(8);
        event.userAgent =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/" + number(30);
        event.channel = "web";
        event.workspace = "Example Ltd";
        event.raw = R"({"gid":")" + event.id + R"(","created_at":")" + formatTime(event.created)
            + R"(","event_type":")" + event.action + R"(","event_category":")" + event.category
            + R"(","actor":{"actor_type":"user","gid":")" + event.actor.id + R"(","email":")"
            + event.actor.email + R"(","name":")" + event.actor.name
            + R"("},"resource":{"resource_type":"project","gid":")" + event.target.id + R"(","name":")"
            + event.target.name + R"("},"details":{"old_value":"value )" + number(1u << 20)
            + R"(","new_value":"value )" + number(1u << 20)
            + R"("},"context":{"context_type":"web","client_ip_address":")" + event.ip + R"(","user_agent":")"
            + event.userAgent + R"("}})";
    }

    std::mt19937_64 m_random{42};
    qint64 m_time = 1'700'000'000'000'000;
};

double processorSeconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

long peakMegabytes()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Ends the program with the error's words: a benchmark has no better use for them.
template <class Value>
Value orExit(Result<Value> result)
{
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().message),
                     qPrintable(result.error().detail));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<Value>)
        return std::move(*result);
}

struct Rate
{
    double wall = 0;
    double processor = 0;
};

class Stopwatch
{
public:
    Stopwatch() { m_wall.start(); }
    [[nodiscard]] double seconds() const { return static_cast<double>(m_wall.nsecsElapsed()) / 1e9; }
    [[nodiscard]] double processorTime() const { return processorSeconds() - m_processor; }

private:
    QElapsedTimer m_wall;
    double m_processor = processorSeconds();
};

void ingest(const QString &folder, qint64 total, qint64 perCommit)
{
    auto writer = orExit(EventWriter::open(folder));
    SourceRecord record;
    record.name = u"bench"_s;
    record.type = u"asana"_s;
    const SourceId source = orExit(writer->addSource(record));
    Events events;
    Rate spent;
    const qint64 slice = std::max(perCommit, total / 10);
    qint64 sliceStart = 0;
    for (qint64 done = 0; done < total;) {
        PageCommit page;
        page.source = source;
        page.received = {1'800'000'000'000'000 + done};
        page.events = events.take(std::min(perCommit, total - done));
        done += static_cast<qint64>(page.events.size());
        const Stopwatch watch; // making the events is not what is measured
        orExit(writer->commit(page));
        spent.wall += watch.seconds();
        spent.processor += watch.processorTime();
        if (done - sliceStart < slice && done < total)
            continue;
        const auto count = static_cast<double>(done - sliceStart);
        std::printf("ingest to %lld: %.0f events/s, %.0f a processor second\n", static_cast<long long>(done),
                    count / spent.wall, count / spent.processor);
        std::fflush(stdout);
        spent = {};
        sliceStart = done;
    }
    const Stopwatch again;
    PageCommit page;
    page.source = source;
    page.events = Events().take(perCommit);
    const CommitCounts counts = orExit(writer->commit(page));
    std::printf("the first %lld again: %.0f events/s, %lld duplicates\n", static_cast<long long>(perCommit),
                static_cast<double>(perCommit) / again.seconds(), static_cast<long long>(counts.duplicate));
    std::printf("peak memory while importing: %ld MB\n", peakMegabytes());
}

void measureScans(const QString &folder)
{
    const auto reader = orExit(EventReader::open(folder));
    for (const auto raw : {EventReader::WithRaw::No, EventReader::WithRaw::Yes}) {
        qint64 count = 0;
        const Stopwatch watch;
        orExit(reader->scan(raw, {}, [&count](const EventRecord &) { ++count; }));
        std::printf("scan %s raw: %.0f events/s, %.0f a processor second\n",
                    raw == EventReader::WithRaw::Yes ? "with" : "without",
                    static_cast<double>(count) / watch.seconds(),
                    static_cast<double>(count) / watch.processorTime());
    }
}

void measureRaw(const QString &folder, int threads)
{
    const RowId last = orExit(orExit(EventReader::open(folder))->lastRow());
    std::vector<std::thread> workers;
    std::atomic<qint64> bytes = 0;
    const Stopwatch watch;
    for (int part = 0; part < threads; ++part) {
        workers.emplace_back([&, part] {
            const auto connection = orExit(SqlConnection::openForReading(folder));
            const auto raws = orExit(RawStore::open(*connection));
            qint64 mine = 0;
            orExit(raws->scan(
                {last.value * part / threads + 1}, {last.value * (part + 1) / threads}, {},
                [&mine](RowId, std::string_view raw) { mine += static_cast<qint64>(raw.size()); }));
            bytes += mine;
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    std::printf("raw scan on %d threads: %.2f GB/s, %.2f a processor second\n", threads,
                static_cast<double>(bytes) / 1e9 / watch.seconds(),
                static_cast<double>(bytes) / 1e9 / watch.processorTime());
}

void measureSize(const QString &folder)
{
    const WorkspaceStatistics statistics = orExit(readStatistics(folder, {}));
    const auto raw = static_cast<double>(statistics.rawBytes);
    std::printf("%lld events, raw %.1f MB, packed %.3f of it, file %.1f MB = %.3f of it\n",
                static_cast<long long>(statistics.events), raw / 1e6,
                static_cast<double>(statistics.packedBytes) / raw,
                static_cast<double>(statistics.fileBytes) / 1e6,
                static_cast<double>(statistics.fileBytes) / raw);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 total = arguments.value(1, u"1000000"_s).toLongLong();
    const qint64 perCommit = arguments.value(2, u"10000"_s).toLongLong();
    const QTemporaryDir temporary;
    const QString folder = arguments.value(3, temporary.path());
    ingest(folder, total, perCommit);
    measureSize(folder);
    measureScans(folder);
    measureRaw(folder, 1);
    measureRaw(folder, 2);
    return 0;
}
