// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/eventfinder.h"
#include "tests/network/residentmemory.h"
#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/nomorethreads.h"
#include "tests/sync/generatedinput.h"
#include "tests/sync/importworkspace.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// An Asana event of about 600 bytes.
std::string asanaEvent(qint64 number)
{
    return R"({"gid":")" + std::to_string(number)
        + R"(","created_at":"2026-11-20T09:15:00.123Z","event_type":"x","note":")" + std::string(500, 'n')
        + R"("})";
}

/// Counts rows, and looks how much memory is in use meanwhile.
class MeasuringSink final : public RowSink
{
public:
    void take(Event) override { ++events; }
    void take(UnreadableRow) override
    {
        constexpr qint64 Often = 20'000;
        if (unreadable++ % Often == 0)
            most = std::max(most, residentBytes());
    }
    [[nodiscard]] bool isClosed() const override { return false; }

    qint64 events = 0;
    qint64 unreadable = 0;
    qint64 most = 0; ///< bytes
};

/// While it lives, standard input of this process is a pipe whose other end stays open.
class HeldInput
{
public:
    HeldInput()
        : m_before(::dup(STDIN_FILENO))
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
            ::dup2(ends[0], STDIN_FILENO);
            ::close(ends[0]);
            m_end = ends[1];
        }
    }
    ~HeldInput()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
        ::close(m_end);
    }
    Q_DISABLE_COPY(HeldInput)

    [[nodiscard]] bool send(const QByteArray &bytes) const
    {
        return ::write(m_end, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size();
    }

    /// Everything that was sent has been read.
    [[nodiscard]] bool isRead() const
    {
        int waiting = 0;
        return ::ioctl(m_end, FIONREAD, &waiting) != 0 || waiting == 0;
    }

private:
    const int m_before;
    int m_end = -1;
};

} // namespace

/// Imports of what is long, slow or without end.
class ImportStreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void manyTinyElementsTakeLittleMemory_data();
    void manyTinyElementsTakeLittleMemory();
    void readsStandardInputAndPipes();
    void readsALineThatIsFarTooLongWithFlatMemory();
    void takesAnEndlessFirstLineOfAPipeForOneValue();
    void readsAHugeResponseWithFlatMemory();
    void importsAllWhereNoThreadStarts();
    void cancelsBetweenCommits_data();
    void cancelsBetweenCommits();
    void cancelsAPipeThatIsSilent();
    void cancelsStandardInputThatIsSilent_data();
    void cancelsStandardInputThatIsSilent();
    void aFullDiskEndsTheImportOfAPipeThatIsSilent();
};

void ImportStreamsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ImportStreamsTest::manyTinyElementsTakeLittleMemory_data()
{
    QTest::addColumn<bool>("isCutOff");
    QTest::newRow("a list") << false;
    QTest::newRow("a list that is cut off") << true;
}

void ImportStreamsTest::manyTinyElementsTakeLittleMemory()
{
    QFETCH(const bool, isCutOff);
    constexpr int Elements = 300'000;
    std::string text = '[' + asanaEvent(1);
    for (int number = 0; number < Elements; ++number)
        text += ",0";
    MeasuringSink rows;
    const SourceSettings settings;
    EventFinder finder(*findSource(Vendor::Asana), settings, rows);
    const qint64 before = residentBytes();
    if (isCutOff)
        finder.readBroken(text, {}, {.offset = 0, .reason = u"It is cut off."_s});
    else
        finder.read(text + ']', {});
    QCOMPARE(rows.events, 1);
    QCOMPARE(rows.unreadable, Elements);
    QCOMPARE_LT(rows.most - before, 24 * 1024 * 1024 + SanitizerAllowance);
}

void ImportStreamsTest::readsStandardInputAndPipes()
{
    ImportWorkspace workspace;
    const QByteArray lines = joined(importedCompany().events(Vendor::Nected), "\n");
    const QString file = workspace.write(u"a.ndjson"_s, lines);
    const int before = dup(STDIN_FILENO);
    const int replaced = open(QFile::encodeName(file).constData(), O_RDONLY);
    dup2(replaced, STDIN_FILENO);
    const SyncReport fromInput = workspace.import(u"nected"_s, {u"-"_s});
    dup2(before, STDIN_FILENO);
    close(replaced);
    close(before);
    QCOMPARE(fromInput.status, SyncReport::Status::Ok);
    QCOMPARE(fromInput.counts.added, importedCompany().events(Vendor::Nected).size());

    const QString pipe = workspace.folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    std::thread writer([&] {
        QFile end(pipe);
        if (end.open(QIODevice::WriteOnly)) {
            end.write(lines);
        }
    });
    const SyncReport fromPipe = workspace.import(u"nected"_s, {pipe});
    writer.join();
    QCOMPARE(fromPipe.status, SyncReport::Status::Ok);
    QCOMPARE(fromPipe.counts.duplicate, importedCompany().events(Vendor::Nected).size());
}

void ImportStreamsTest::readsALineThatIsFarTooLongWithFlatMemory()
{
    constexpr qint64 Mebibytes = 64;
    const auto piece = [](qint64 number) -> std::string {
        if (number == 0) {
            return R"({"gid":"1","note":")";
        }
        if (number <= Mebibytes) {
            return std::string(1024 * 1024, 'x');
        }
        return number == Mebibytes + 1 ? "\"}\n" + asanaEvent(2) + '\n' + asanaEvent(3) + '\n'
                                       : std::string();
    };
    ImportWorkspace workspace([&](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(piece, true));
    });
    const qint64 before = residentBytes();
    qint64 most = 0;
    const SyncReport report = workspace.import(
        u"asana"_s, {u"long"_s}, {}, [&](const ImportProgress &) { most = std::max(most, residentBytes()); });
    QCOMPARE(report.counts.added, 2);
    QCOMPARE(report.counts.unreadable, 1);
    QVERIFY2(report.warnings.value(0).contains(u"line 1."_s), qPrintable(report.warnings.value(0)));
    QCOMPARE_LT(most - before, 48 * 1024 * 1024 + SanitizerAllowance);
}

void ImportStreamsTest::takesAnEndlessFirstLineOfAPipeForOneValue()
{
    constexpr qint64 Events = 40'000; // 24 MiB in one line
    const auto piece = [](qint64 number) -> std::string {
        if (number == 0) {
            return R"({"next_page":null,"data":[)" + asanaEvent(0);
        }
        return number < Events ? ',' + asanaEvent(number)
            : number == Events ? std::string("]}\n")
                               : std::string();
    };
    ImportWorkspace workspace([&](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(piece, false));
    });
    const SyncReport report = workspace.import(u"asana"_s, {u"-"_s});
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->message) : "");
    QCOMPARE(report.counts.added, Events);
}

void ImportStreamsTest::readsAHugeResponseWithFlatMemory()
{
    constexpr qint64 Events = 2'000;
    constexpr std::size_t EventBytes = 64 * 1024; // 128 MiB in all
    const auto piece = [](qint64 number) -> std::string {
        if (number == 0) {
            return R"({"data":[)";
        }
        if (number > Events) {
            return number == Events + 1 ? "]}" : "";
        }
        return (number > 1 ? "," : "") + (R"({"gid":")" + std::to_string(number))
            + R"(","created_at":"2026-11-20T09:15:00.123Z","note":")" + std::string(EventBytes, 'n')
            + R"("})";
    };
    ImportWorkspace workspace([&](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(piece, true));
    });
    const qint64 before = residentBytes();
    qint64 most = 0;
    const SyncReport report = workspace.import(
        u"asana"_s, {u"huge"_s}, {}, [&](const ImportProgress &) { most = std::max(most, residentBytes()); });
    QCOMPARE(report.counts.added, Events);
    QCOMPARE_LT(most - before, 80 * 1024 * 1024 + SanitizerAllowance);
}

/// More batches than would wait for a thread that commits them.
void ImportStreamsTest::importsAllWhereNoThreadStarts()
{
    constexpr qint64 Events = 25'001;
    ImportWorkspace workspace([](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        const auto some = [](qint64 number) {
            return number < Events ? asanaEvent(number) + '\n' : std::string();
        };
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(some, false));
    });
    const NoMoreThreads limit;
    const SyncReport report = workspace.import(u"asana"_s, {u"-"_s});
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.added, Events);
    QCOMPARE(workspace.stored().size(), Events);
}

void ImportStreamsTest::cancelsBetweenCommits_data()
{
    QTest::addColumn<bool>("areThreadsLeft");
    QTest::newRow("a thread reads ahead") << true;
    QTest::newRow("no thread starts") << false;
}

void ImportStreamsTest::cancelsBetweenCommits()
{
    QFETCH(const bool, areThreadsLeft);
    std::optional<NoMoreThreads> limit;
    if (!areThreadsLeft)
        limit.emplace();
    ImportWorkspace workspace([](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        const auto endless = [](qint64 number) {
            return asanaEvent(number) + '\n';
        };
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(endless, false));
    });
    CancelSource cancel;
    qint64 committed = 0;
    const SyncReport report =
        workspace.import(u"asana"_s, {u"-"_s, u"-"_s}, cancel.token(), [&](const ImportProgress &progress) {
            committed = progress.counts.received;
            cancel.cancel();
        });
    QCOMPARE(report.status, SyncReport::Status::Cancelled);
    QVERIFY(!report.error);
    QCOMPARE(report.counts.added, committed);
    QCOMPARE(workspace.stored().size(), committed);
    QCOMPARE(report.pages, 1);
}

void ImportStreamsTest::cancelsAPipeThatIsSilent()
{
    ImportWorkspace workspace;
    const QString pipe = workspace.folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(workspace.import(u"asana"_s, {pipe}, token).status, SyncReport::Status::Cancelled);

    // Nobody ever writes: the reader waits until the cancel comes from another thread.
    std::thread canceller;
    const CancelToken waiting = cancel.token();
    ImportWorkspace patient([&](const QString &path) {
        canceller = std::thread([&] { cancel.cancel(); });
        return openByteInput(path);
    });
    QCOMPARE(patient.import(u"asana"_s, {pipe}, waiting).status, SyncReport::Status::Cancelled);
    canceller.join();
    QCOMPARE_LT(timer.elapsed(), 2'000);
}

void ImportStreamsTest::cancelsStandardInputThatIsSilent_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("nothing has come") << QByteArray();
    QTest::newRow("a line and a half") << QByteArray::fromStdString(asanaEvent(1) + "\n{");
    QTest::newRow("the beginning of gzip") << QByteArray("\x1f\x8b\x08");
    QTest::newRow("the mark of UTF-16") << QByteArray("\xff\xfe");
}

/// It neither sends more nor ends.
void ImportStreamsTest::cancelsStandardInputThatIsSilent()
{
    QFETCH(const QByteArray, sent);
    const HeldInput input;
    QVERIFY(input.send(sent));
    ImportWorkspace workspace;
    CancelSource cancel;
    const CancelToken token = cancel.token();
    QElapsedTimer sinceCancel;
    std::thread canceller([&] {
        while (!input.isRead())
            std::this_thread::yield();
        sinceCancel.start();
        cancel.cancel();
    });
    const SyncReport report = workspace.import(u"asana"_s, {u"-"_s}, token);
    canceller.join();
    QCOMPARE(report.status, SyncReport::Status::Cancelled);
    QCOMPARE(report.counts.added, 0);
    QCOMPARE_LT(sinceCancel.elapsed(), 10'000); // 100 where the machine has nothing else to do
}

/// What is sent fills a batch, whose commit fails while the reader waits for more.
void ImportStreamsTest::aFullDiskEndsTheImportOfAPipeThatIsSilent()
{
    constexpr int Batch = 5'000; // events
    static constexpr qint64 FullDisk = 4'096; // less than one page of the database
    const HeldInput input;
    std::optional<FileSizeLimit> limit;
    ImportWorkspace workspace([&limit](const QString &path) {
        limit.emplace(FullDisk);
        return openByteInput(path);
    });
    bool isSent = true;
    std::thread sender([&] {
        for (int number = 0; number < Batch; ++number)
            isSent = input.send(QByteArray::fromStdString(asanaEvent(number) + '\n')) && isSent;
    });
    const SyncReport report = workspace.import(u"asana"_s, {u"-"_s});
    sender.join();
    limit.reset();
    QVERIFY(isSent);
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::DiskFull);
}

TRAILGLASS_TEST(ImportStreamsTest)
#include "tst_importstreams.moc"
