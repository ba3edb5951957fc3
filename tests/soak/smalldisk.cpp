// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// The real program on a real file system that becomes full: it says so and loses nothing, and goes on when there is
// space. The file system is a tmpfs in a mount namespace of its own; where the system does not allow one, nothing is
// run, and the report says why.

#include "tests/soak/law.h"

#include "models/store/integrity.h"
#include "models/store/workspace.h"
#include "tests/cli/clirunner.h"
#include "tests/crash/samples.h"
#include "tests/support/random.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

using Testing::contentsOf;
using Testing::needed;
using Testing::sampleEvents;
using Testing::samplePage;
using Testing::sampleSource;

constexpr int SmallDiskShare = 1;
constexpr int StoredEvents = 200;
constexpr int ImportedEvents = 1500;

/// What the program writes for them, and a little more.
constexpr qint64 MaxFreeKibibytes = 500;

constexpr auto Script = R"sh(
set -e
disk=$1 workspace=$2 program=$3 events=$4 free=$5
mount -t tmpfs -o size=32m tmpfs "$disk"
cp -a "$workspace" "$disk/workspace"
head -c $((($(df -k --output=avail "$disk" | tail -n 1) - free) * 1024)) /dev/zero > "$disk/ballast"
set +e
"$program" --workspace "$disk/workspace" import work "$events" > /dev/null 2> "$workspace.errors"
echo "$?" > "$workspace.codes"
rm "$disk/ballast"
"$program" --workspace "$disk/workspace" import work "$events" > /dev/null 2>> "$workspace.errors"
echo "$?" >> "$workspace.codes"
cp -a "$disk/workspace" "$workspace.after"
)sh";

QString checkOutcome(const QString &workspace)
{
    const QList<QByteArray> codes = Support::contentOf(workspace + ".codes"_L1).simplified().split(' ');
    const QByteArray errors = Support::contentOf(workspace + ".errors"_L1);
    if (codes.value(0) != "0" && !errors.contains("is full"))
        return u"it ends with %1: %2"_s.arg(QString::fromUtf8(codes.value(0)), QString::fromUtf8(errors));
    if (codes.value(1) != "0")
        return u"with space, it ends with %1: %2"_s.arg(QString::fromUtf8(codes.value(1)),
                                                        QString::fromUtf8(errors));
    const QString after = workspace + ".after"_L1;
    const qsizetype events = needed(contentsOf(after)).count("event|");
    if (events != StoredEvents + ImportedEvents)
        return u"%1 events are stored"_s.arg(events);
    return needed(checkIntegrity(after, {})).join(u'\n');
}

/// Why there is no file system: no tool, or no namespace.
QString reasonOf(QProcess &process)
{
    if (process.error() == QProcess::FailedToStart)
        return u"unshare could not be started: "_s + process.errorString();
    const QString words = QString::fromLocal8Bit(process.readAllStandardError()).simplified();
    return u"this system allows no mount namespace: "_s
        + (words.isEmpty() ? u"unshare ended with %1"_s.arg(process.exitCode()) : words);
}

Report runFull(quint64 seed)
{
    Support::Random random(seed, "small disk");
    Support::CliRunner cli;
    needed(prepareWorkspace(WorkspacePaths::of(cli.workspace())));
    {
        const auto writer = needed(EventWriter::open(cli.workspace()));
        const SourceId source = needed(writer->addSource(sampleSource(u"work"_s)));
        needed(writer->commit(samplePage(source, 1, sampleEvents(0, StoredEvents))));
    }
    QByteArray lines;
    for (const Event &event : sampleEvents(StoredEvents, ImportedEvents))
        lines += QByteArray::fromStdString(event.raw) + '\n';

    const QString disk = cli.path(u"disk"_s);
    QDir().mkpath(disk);
    QProcess process;
    process.setProcessEnvironment(cli.environment());
    process.start(u"unshare"_s,
                  {u"--user"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s,
                   QString::fromLatin1(Script), u"sh"_s, disk, cli.workspace(), cli.executable(),
                   cli.writeFile(u"events.ndjson"_s, lines),
                   QString::number(random.between(0, MaxFreeKibibytes))});
    process.waitForFinished(-1);
    if (!QFile::exists(cli.workspace() + ".codes"_L1))
        return {.notRun = reasonOf(process)};
    return {.problem = checkOutcome(cli.workspace()), .tally = {.histories = 1, .events = ImportedEvents}};
}

const Law smallDisk(u"small-disk"_s, SmallDiskShare, runFull);

} // namespace

} // namespace Trailglass::Soak
