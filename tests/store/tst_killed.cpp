// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"

#include "models/store/integrity.h"
#include "tests/crash/faultvfs.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int EventsPerPage = 40;

std::string idOf(int number, int index)
{
    return std::to_string(number) + '-' + std::to_string(index);
}

PageCommit pageOf(SourceId source, int number)
{
    PageCommit next = page(source, {});
    for (int index = 0; index < EventsPerPage; ++index)
        next.events.push_back(makeEvent(idOf(number, index)));
    next.checkpoint = QJsonObject{{u"page"_s, number}};
    return next;
}

/// Commits pages for ever, and reports each.
[[noreturn]] void commitUntilKilled(const QString &folder, SourceId source, int tell)
{
    const auto writer = EventWriter::open(folder);
    for (int number = 1; writer; ++number) {
        if (!(*writer)->commit(pageOf(source, number)) || ::write(tell, "x", 1) != 1)
            break;
    }
    ::_exit(1);
}

/// Commits a second page, and is killed in place of one of the calls with which SQLite changes files.
/// \returns whether there was such a call
bool isKilledAtCall(const QString &folder, SourceId source, int call)
{
    const pid_t child = ::fork();
    if (child == 0) {
        FaultVfs disk;
        disk.start(DiskFault{.kind = DiskFault::Kind::Kill, .call = call});
        bool isDone = false;
        if (const auto writer = EventWriter::open(folder); writer)
            isDone = static_cast<bool>((*writer)->commit(pageOf(source, 2)));
        ::_exit(isDone ? 0 : 1);
    }
    int status = 0;
    [&] {
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0);
    }();
    return WIFSIGNALED(status);
}

} // namespace

class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void losesNothingCommittedAndKeepsTheCheckpointBesideItsEvents();
    void aPageIsStoredWholeOrNotAtAll();
};

void KilledTest::losesNothingCommittedAndKeepsTheCheckpointBesideItsEvents()
{
    const QTemporaryDir folder;
    SourceId source;
    {
        const auto writer = EventWriter::open(folder.path());
        source = *(*writer)->addSource(Testing::source(u"work"_s));
    }
    int pages = 0;
    // Killed several times, so that the start after a kill is hit too.
    for (int death = 1; death <= 5; ++death) {
        int reports[2];
        QCOMPARE(::pipe(reports), 0);
        const pid_t child = ::fork();
        if (child == 0)
            commitUntilKilled(folder.path(), source, reports[1]);
        ::close(reports[1]);
        int heard = 0;
        char byte = 0;
        while (heard < pages + 20 && ::read(reports[0], &byte, 1) == 1)
            ++heard;
        QCOMPARE(::kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        while (::read(reports[0], &byte, 1) == 1)
            ++heard;
        ::close(reports[0]);

        const auto reader = EventReader::open(folder.path());
        VERIFY_RESULT(reader);
        const Result<SourceState> state = (*reader)->sourceState(source);
        VERIFY_RESULT(state);
        // A child has reported every page except perhaps its last; pages of earlier children count as duplicates.
        pages = std::max(pages, state->checkpoint.value(u"page"_s).toInt());
        QVERIFY(pages == heard || pages == heard + 1);
        QCOMPARE(state->events, qint64(pages) * EventsPerPage);
        QCOMPARE(allEvents(**reader).size(), std::size_t(pages) * EventsPerPage);
        QCOMPARE(*checkIntegrity(folder.path(), {}), QStringList());
    }
    const auto writer = EventWriter::open(folder.path());
    QCOMPARE((*writer)->commit(page(source, {makeEvent(idOf(pages, 0))}))->duplicate, 1);
    QCOMPARE((*writer)->commit(page(source, {makeEvent(idOf(pages + 1, 0))}))->added, 1);
}

void KilledTest::aPageIsStoredWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const std::string original = folder.filePath(u"original"_s).toStdString();
    const QString workspace = folder.filePath(u"workspace"_s);
    SourceId source;
    {
        const auto writer = EventWriter::open(QString::fromStdString(original));
        VERIFY_RESULT(writer);
        source = *(*writer)->addSource(Testing::source(u"work"_s));
        VERIFY_RESULT((*writer)->commit(pageOf(source, 1)));
    }
    QSet<int> pagesFound;
    int call = 1;
    for (bool isKilled = true; isKilled; ++call) {
        std::filesystem::remove_all(workspace.toStdString());
        std::filesystem::copy(original, workspace.toStdString());
        isKilled = isKilledAtCall(workspace, source, call);
        if (QTest::currentTestFailed())
            return;
        {
            const auto reader = EventReader::open(workspace);
            VERIFY_RESULT(reader);
            const Result<SourceState> state = (*reader)->sourceState(source);
            VERIFY_RESULT(state);
            const int pages = state->checkpoint.value(u"page"_s).toInt();
            pagesFound.insert(pages);
            QCOMPARE(allEvents(**reader).size(), std::size_t(pages) * EventsPerPage);
            QCOMPARE(state->events, qint64(pages) * EventsPerPage);
        }
        const auto writer = EventWriter::open(workspace);
        VERIFY_RESULT(writer);
        VERIFY_RESULT((*writer)->commit(pageOf(source, 2)));
        QCOMPARE(allEvents(**EventReader::open(workspace)).size(), std::size_t(2) * EventsPerPage);
        QCOMPARE(*checkIntegrity(workspace, {}), QStringList());
    }
    QVERIFY(call > 20);
    QCOMPARE(pagesFound, (QSet<int>{1, 2}));
}

TRAILGLASS_TEST(KilledTest)
#include "tst_killed.moc"
