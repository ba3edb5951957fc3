// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"

#include "models/store/integrity.h"
#include "tests/runner/testclass.h"

#include "storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int EventsPerPage = 40;

std::string idOf(int number, int index)
{
    return std::to_string(number) + '-' + std::to_string(index);
}

/// Commits pages for ever, and reports each.
[[noreturn]] void commitUntilKilled(const QString &folder, SourceId source, int tell)
{
    const auto writer = EventWriter::open(folder);
    for (int number = 1; writer; ++number) {
        PageCommit next = page(source, {});
        for (int index = 0; index < EventsPerPage; ++index)
            next.events.push_back(makeEvent(idOf(number, index)));
        next.checkpoint = QJsonObject{{u"page"_s, number}};
        if (!(*writer)->commit(next) || ::write(tell, "x", 1) != 1)
            break;
    }
    ::_exit(1);
}

} // namespace

class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void losesNothingCommittedAndKeepsTheCheckpointBesideItsEvents();
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

TRAILGLASS_TEST(KilledTest)
#include "tst_killed.moc"
