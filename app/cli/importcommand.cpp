// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/reports.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/fileimport.h"

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
    const auto imported =
        importFiles(session.workspace, arguments.positional.first(), arguments.positional.mid(1),
                    session.clock, session.interrupt.token(), [&session](const ImportProgress &progress) {
                        session.console.progress(progressLine(progress));
                    });
    if (!imported)
        return session.fail(imported.error());
    if (session.json)
        printReportLine(session, imported->report);
    else
        printReports(session, {imported->report});
    if (!imported->indexWarning.isEmpty())
        session.console.tell(imported->indexWarning);
    return exitCodeOf({imported->report}, FailedHalfway::IsPartial);
}

} // namespace

QList<Command> importCommands()
{
    return {blockingCommand({{u"import"_s},
                             u"NAME FILE…"_s,
                             tr("Imports vendor JSON from files (- is standard input): an API response, an "
                                "array, an event, or one per line."),
                             {},
                             2},
                            import)};
}

} // namespace Trailglass
