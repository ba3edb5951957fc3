// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/indexsaving.h"
#include "app/cli/reports.h"
#include "app/cli/sourcechoice.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/workspace.h"
#include "models/sync/importer.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

QString progressLine(const ImportProgress &progress)
{
    const QLocale locale;
    const QString done = locale.formattedDataSize(progress.bytes);
    const QString size =
        progress.totalBytes ? tr("%1 of %2").arg(done, locale.formattedDataSize(*progress.totalBytes)) : done;
    return tr("%1: %2, %3 events")
        .arg(visibleText(progress.file), size, locale.toString(progress.counts.received));
}

ExitCode import(Session &session, const CommandLine::Arguments &arguments)
{
    const WorkspacePaths paths = WorkspacePaths::of(session.workspace);
    const auto source = namedSource(session, arguments.positional.first());
    if (!source)
        return session.fail(source.error());
    const auto lock = WorkspaceLock::acquire(paths, u"import"_s);
    if (!lock)
        return session.fail(lock.error());
    const auto writer = EventWriter::open(session.workspace);
    if (!writer)
        return session.fail(writer.error());

    Importer importer(**writer, session.clock);
    const SyncReport report = importer.run(
        {*source, arguments.positional.mid(1)}, session.interrupt.token(),
        [&session](const ImportProgress &progress) { session.console.progress(progressLine(progress)); });
    if (session.json)
        printReportLine(session, report);
    else
        printReports(session, {report});
    saveIndexOf(session);
    return exitCodeOf({report}, FailedHalfway::IsPartial);
}

} // namespace

QList<Command> importCommands()
{
    return {blockingCommand({{u"import"_s},
                             u"NAME FILE…"_s,
                             tr("Reads vendor JSON from files (\"-\" is standard input): an answer, an "
                                "array, an event, or one a line."),
                             {},
                             2},
                            import)};
}

} // namespace Trailglass
