// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Measures the whole road of one source, as both programs go it: network, reading, commits, saving the index.
// `bench_sync asana|nected|paradime [EVENTS [MILLISECONDS [FOLDER]]]`, default 100,000 in a temporary folder. The events
// come from a server in a process of its own (bench_vendor), each response MILLISECONDS late. FOLDER must be new. Prints a
// Markdown table; the memory is this process's, which makes no events.

#include "models/credentials/sessionsecretstore.h"
#include "models/workspace/sourceservice.h"
#include "models/workspace/syncrunner.h"
#include "tests/benchmarks/measurement.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 600'000; // ms, for the server to make its events

[[noreturn]] void fail(const QString &text)
{
    std::fprintf(stderr, "bench_sync: %s\n", qPrintable(text));
    std::exit(EXIT_FAILURE);
}

/// bench_vendor.
class Server
{
public:
    explicit Server(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/bench_vendor"_s, arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(Patience))
                fail(u"The stand-in server does not start."_s);
        }
        m_address = QString::fromUtf8(m_process.readLine().trimmed());
    }
    ~Server()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Server)

    [[nodiscard]] QString address() const { return m_address; }

private:
    QProcess m_process;
    QString m_address;
};

/// The source, with a key that the server does not look at.
SourceInput inputFor(const QString &type, const QString &address)
{
    SourceInput input;
    input.type = input.name = type;
    input.settings.insert(u"initial_days"_s, u"0"_s);
    QStringList secrets{u"api_key"_s};
    if (type == "paradime"_L1) {
        input.settings.insert(u"endpoint"_s, address + u"/graphql"_s);
        secrets.append(u"api_secret"_s);
    } else {
        input.settings.insert(u"base_url"_s, address);
    }
    if (type == "asana"_L1) {
        input.settings.insert(u"workspace_gid"_s, u"1"_s);
        secrets = QStringList{u"access_token"_s};
    }
    for (const QString &secret : std::as_const(secrets))
        input.secrets.insert(secret, {{SecretReference::Kind::Session}, *Secret::fromText("benchmark")});
    return input;
}

double processorSeconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

class Bench
{
public:
    explicit Bench(const QString &folder)
        : m_folder(folder)
    {
    }

    void addSource(const SourceInput &input)
    {
        SourceService service(m_folder, places(), m_clock);
        QEventLoop loop;
        service.save(input, [&loop](const Result<QStringList> &saved) {
            if (!saved)
                fail(saved.error().message);
            loop.quit();
        });
        loop.exec();
    }

    void sync(qint64 events)
    {
        SyncRunner runner(m_folder, places(), m_clock);
        QEventLoop loop;
        QList<SyncReport> reports;
        QObject::connect(&runner, &SyncRunner::progress, &loop, [this](const SyncProgress &progress) {
            m_moments.push_back({m_timer.elapsed(), progress.received});
        });
        QObject::connect(&runner, &SyncRunner::failed, &loop,
                         [](const Error &error) { fail(error.message); });
        QObject::connect(&runner, &SyncRunner::finished, &loop, [&](const QList<SyncReport> &ended) {
            reports = ended;
            loop.quit();
        });
        m_timer.start();
        const double processor = processorSeconds();
        runner.start();
        loop.exec();
        const auto milliseconds = m_timer.elapsed();
        m_moments.push_back({milliseconds, events});
        check(reports, events);
        std::printf("| sync | %.3f | %.3f | %lld |\n", static_cast<double>(milliseconds) / 1e3,
                    processorSeconds() - processor, static_cast<long long>(events));
        print("events a second", rate({0, 0}, m_moments.back()));
        print("events a second, first tenth", rate({0, 0}, momentOf(events / 10)));
        // While events arrive: what follows is work on all of them.
        const Moment last = lastArrival(events);
        print("events a second, last tenth", rate(momentOf(events - events / 10), last));
        print("after the last event, ms", milliseconds - last.milliseconds);
        print("pages", reports.first().pages);
        print("requests", reports.first().requests);
        print("response bytes", reports.first().bytes);
        print("most memory, MB", Benchmarks::peakMegabytes(QCoreApplication::applicationPid()));
    }

private:
    /// How far a sync was.
    struct Moment
    {
        qint64 milliseconds = 0;
        qint64 received = 0;
    };

    [[nodiscard]] SecretPlaces places() { return {m_secrets, m_secrets, m_approvals}; }

    static void check(const QList<SyncReport> &reports, qint64 events)
    {
        if (reports.size() != 1 || reports.first().status != SyncReport::Status::Ok)
            fail(reports.value(0).error ? reports.first().error->message : u"The sync did not succeed."_s);
        if (reports.first().counts.added != events)
            fail(u"Only %1 events were stored."_s.arg(reports.first().counts.added));
    }

    static qint64 rate(const Moment &from, const Moment &to)
    {
        return (to.received - from.received) * 1'000
            / std::max<qint64>(1, to.milliseconds - from.milliseconds);
    }

    /// The first progress that tells of so many events.
    [[nodiscard]] Moment momentOf(qint64 received) const
    {
        for (const Moment &moment : m_moments) {
            if (moment.received >= received)
                return moment;
        }
        return m_moments.back();
    }

    /// The last progress before that which tells of all events: it may come when all is done.
    [[nodiscard]] Moment lastArrival(qint64 events) const
    {
        const auto isArrival = [events](const Moment &moment) {
            return moment.received < events;
        };
        const auto last = std::find_if(m_moments.rbegin(), m_moments.rend(), isArrival);
        return last == m_moments.rend() ? Moment() : *last;
    }

    static void print(const char *what, qint64 number)
    {
        std::printf("| %s | | | %lld |\n", what, static_cast<long long>(number));
    }

    const QString m_folder;
    const SystemClock m_clock{};
    SessionSecretStore m_secrets;
    const ReferenceApprovals m_approvals{m_folder + u"/approvals.json"_s};
    QElapsedTimer m_timer;
    std::vector<Moment> m_moments;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString type = arguments.value(1);
    const QString events = arguments.value(2, u"100000"_s);
    const QTemporaryDir temporary;
    const QString folder = arguments.value(4, temporary.filePath(u"workspace"_s));
    if (QFile::exists(folder))
        fail(folder + u" is there already."_s);
    const Server server(QStringList{type, events, arguments.value(3, u"0"_s)});
    Bench bench(folder);
    bench.addSource(inputFor(type, server.address()));
    std::printf("| what | seconds | processor seconds | count |\n|---|---|---|---|\n");
    bench.sync(events.toLongLong());
    return EXIT_SUCCESS;
}
