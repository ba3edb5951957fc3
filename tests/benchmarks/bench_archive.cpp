// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Measures the same questions side by side: of a workspace of made-up events of five vendors, of an archive that it pushes
// into, and of a plain table of the same server, with the fields as columns and the JSON as text; and how long a window over
// the workspace and over the archive takes from a key press to painted rows:
// `bench_archive [EVENTS [FOLDER [ENGINE]]]`, default 1,000,000 in a temporary folder, and `oldest`.
//
// ENGINE is `oldest` for the installed clickhouse-server, `newest` for chdb through the bridge of the tests, or the address of
// an empty database, with the key of its user in TRAILGLASS_BENCHMARK_KEY. A folder that is there is filled only if it is
// empty. Wants a display, or QT_QPA_PLATFORM=offscreen. Prints a Markdown table of all measurements, and one of the ratios;
// counts that differ end the program with 1.

#include "models/query/index/savedindex.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/openarchive.h"
#include "tests/benchmarks/archivecomparison.h"
#include "tests/benchmarks/archiveratios.h"
#include "tests/benchmarks/benchmarkserver.h"
#include "tests/benchmarks/vendorworkspace.h"
#include "tests/benchmarks/windowlatency.h"

#include <QApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Trailglass;
using namespace Trailglass::Benchmarks;
using namespace Qt::StringLiterals;

namespace {

/// Creates the archive and pushes the workspace into it.
void push(const QString &folder, const ArchiveAccess &access)
{
    const SystemClock clock;
    orExit(createArchive(access, false, clock, {}));
    const auto begin = std::chrono::steady_clock::now();
    const PushReport report = orExit(pushWorkspace(folder, access, clock, {}));
    printRate("archive: push, events a second", report.events, std::chrono::steady_clock::now() - begin);
}

/// \returns whether both windows show as many rows
bool compareWindows(const QString &folder, const ArchiveAccess &access, ArchiveRatios &ratios)
{
    const std::string what = "window: key press to painted rows";
    const QString filter = u"op:create -outcome:failure"_s;
    qint64 expected = 0;
    const Cost workspace = costOfLastKey(folder, {}, filter, expected);
    printTime("workspace: " + what, workspace, expected);
    qint64 found = 0;
    const ShownArchive shown{.place = access.place, .events = archiveAt(access)};
    const Cost archive = costOfLastKey({}, shown, filter, found);
    printTime("archive: " + what, archive, found);
    ratios.add({.what = what, .workspace = workspace.seconds, .archive = archive.seconds});
    if (found != expected)
        std::fprintf(stderr, "%s: other rows\n", what.c_str());
    return found == expected;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
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
    ArchiveRatios ratios;
    bool isEqual = false;
    {
        const auto session = orExit(ArchiveSession::open(target.access(), {}));
        ArchiveComparison comparison(folder, *session, ratios);
        comparison.run();
        isEqual = comparison.isEqual();
    }
    isEqual = compareWindows(folder, target.access(), ratios) && isEqual;
    ratios.print();
    return isEqual ? EXIT_SUCCESS : EXIT_FAILURE;
}
