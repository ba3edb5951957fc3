// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/reports.h"

#include "models/core/translation.h"
#include "models/workspace/fileimport.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// What is to be imported, and into what.
struct ImportRequest
{
    QString source; ///< empty: the one of the vendor whose events the files hold
    QStringList files;
};

Result<ImportRequest> importRequestOf(const CommandLine::Arguments &arguments)
{
    if (arguments.has(u"detect"_s))
        return ImportRequest{.source = {}, .files = arguments.positional};
    if (arguments.positional.size() < 2) {
        return Error{ErrorKind::Usage,
                     tr("Specify the source and at least one file, or use --detect to find the source.")};
    }
    return ImportRequest{.source = arguments.positional.first(), .files = arguments.positional.mid(1)};
}

ExitCode import(Session &session, const CommandLine::Arguments &arguments)
{
    const auto request = importRequestOf(arguments);
    if (!request)
        return session.fail(request.error());
    const auto imported = importFiles(
        session.workspace, request->source, request->files, session.clock, session.interrupt.token(),
        [&session](const ImportProgress &progress) { session.console.progress(progressText(progress)); });
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
    return {blockingCommand(
        {{u"import"_s},
         u"NAME FILE…"_s,
         tr("Imports vendor JSON from files and folders (- is standard input), also packed with gzip, zstd "
            "or ZIP: API responses, arrays, events, and records of Splunk and Elastic with events in them."),
         {{.name = u"detect"_s,
           .help = tr("without NAME: import into the only source of the vendor whose events the files hold"),
           .arguments = u"FILE…"_s}},
         1},
        import)};
}

} // namespace Trailglass
