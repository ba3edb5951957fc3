// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/reports.h"

#include "models/core/translation.h"
#include "models/workspace/fileimport.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

ExitCode import(Session &session, const CommandLine::Arguments &arguments)
{
    const auto imported =
        importFiles(session.workspace, arguments.positional.first(), arguments.positional.mid(1),
                    session.clock, session.interrupt.token(), [&session](const ImportProgress &progress) {
                        session.console.progress(progressText(progress));
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
