// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"

#include "models/store/integrity.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/support/filesizelimit.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include <sys/wait.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int EventsPerPage = 100;

std::vector<Event> incompressible(int number)
{
    std::mt19937 random(static_cast<unsigned>(number));
    std::vector<Event> events;
    for (int index = 0; index < EventsPerPage; ++index) {
        std::string raw;
        for (int length = 0; length < 400; ++length)
            raw += static_cast<char>('!' + random() % 90);
        events.push_back(makeEvent(std::to_string(number) + '-' + std::to_string(index), raw));
    }
    return events;
}

/// The child process's result, as its exit code.
enum Finding
{
    AsPromised,
    NeverFull,
    WrongKind,
    WrongWords,
    NoRecovery
};

/// \param limit  makes the disk full; is taken away then
Finding fillUntilFull(EventWriter &writer, SourceId source, std::optional<Support::FileSizeLimit> &limit,
                      int tellPages)
{
    for (int number = 1; number <= 2000; ++number) {
        PageCommit next = page(source, incompressible(number));
        next.checkpoint = QJsonObject{{u"page"_s, number}};
        const Result<CommitCounts> counts = writer.commit(next);
        if (counts)
            continue;
        if (counts.error().kind != ErrorKind::DiskFull)
            return WrongKind;
        if (!counts.error().message.contains(u"is full"_s))
            return WrongWords;
        const int pages = number - 1;
        if (::write(tellPages, &pages, sizeof pages) != sizeof pages)
            return NoRecovery;
        limit.reset();
        return writer.commit(next) ? AsPromised : NoRecovery;
    }
    return NeverFull;
}

} // namespace

class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void losesNothingAndContinuesWhenThereIsSpaceAgain();
    void reportsThatThereIsNoSpaceForANewWorkspace();
    void reportsADamagedFile_data();
    void reportsADamagedFile();
};

void FullDiskTest::losesNothingAndContinuesWhenThereIsSpaceAgain()
{
    const QTemporaryDir folder;
    SourceId source;
    {
        const auto writer = EventWriter::open(folder.path());
        VERIFY_RESULT(writer);
        source = *(*writer)->addSource(Testing::source(u"work"_s));
    }
    int pipe[2];
    QCOMPARE(::pipe(pipe), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        std::optional<Support::FileSizeLimit> limit(2'000'000);
        const auto writer = EventWriter::open(folder.path());
        ::_exit(writer ? fillUntilFull(**writer, source, limit, pipe[1]) : NoRecovery);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), static_cast<int>(AsPromised));
    int pages = 0;
    QCOMPARE(::read(pipe[0], &pages, sizeof pages), static_cast<ssize_t>(sizeof pages));
    ::close(pipe[0]);
    ::close(pipe[1]);
    QVERIFY(pages > 5);

    const auto reader = EventReader::open(folder.path());
    VERIFY_RESULT(reader);
    const Result<SourceState> state = (*reader)->sourceState(source);
    QCOMPARE(state->checkpoint.value(u"page"_s).toInt(), pages + 1);
    QCOMPARE(state->events, qint64(pages + 1) * EventsPerPage);
    const std::vector<EventRecord> records = allEvents(**reader);
    QCOMPARE(records.size(), static_cast<std::size_t>(state->events));
    QCOMPARE(records.back().event.raw, incompressible(pages + 1).back().raw);
    QCOMPARE(*checkIntegrity(folder.path(), {}), QStringList());
}

void FullDiskTest::reportsThatThereIsNoSpaceForANewWorkspace()
{
    const QTemporaryDir folder;
    const pid_t child = ::fork();
    if (child == 0) {
        std::optional<Support::FileSizeLimit> limit(10'000);
        const auto writer = EventWriter::open(folder.path());
        limit.reset();
        if (writer || writer.error().kind != ErrorKind::DiskFull)
            ::_exit(WrongKind);
        ::_exit(EventWriter::open(folder.path()) ? AsPromised : NoRecovery);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), static_cast<int>(AsPromised));
}

void FullDiskTest::reportsADamagedFile_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("schema overwritten") << qint64(100) << QByteArray(3000, '\x5a');
    QTest::newRow("everything after the header overwritten") << qint64(100) << QByteArray(500'000, '\x5a');
    QTest::newRow("cut after the first page") << qint64(4096) << QByteArray();
}

void FullDiskTest::reportsADamagedFile()
{
    QFETCH(qint64, from);
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    {
        const auto writer = EventWriter::open(folder.path());
        const auto added = (*writer)->addSource(source(u"work"_s));
        VERIFY_RESULT((*writer)->commit(page(*added, incompressible(1))));
    }
    QFile file(WorkspacePaths::of(folder.path()).database);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (bytes.isEmpty())
        QVERIFY(file.resize(from));
    QVERIFY(file.seek(from));
    file.write(bytes);
    file.close();
    const auto reader = EventReader::open(folder.path());
    const Result<void> scanned = reader
        ? (*reader)->scan(EventReader::WithRaw::Yes, {}, [](const EventRecord &) {})
        : Result<void>(reader.error());
    QVERIFY(!scanned);
    QCOMPARE(scanned.error().kind, ErrorKind::Storage);
    QVERIFY2(scanned.error().message.contains(u"damaged"_s), qPrintable(scanned.error().message));
    const auto writer = EventWriter::open(folder.path());
    const Result<CommitCounts> counts =
        writer ? (*writer)->commit(page({1}, incompressible(2))) : Result<CommitCounts>(writer.error());
    QVERIFY(!counts);
    QCOMPARE(counts.error().kind, ErrorKind::Storage);
}

TRAILGLASS_TEST(FullDiskTest)
#include "tst_fulldisk.moc"
