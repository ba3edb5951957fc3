// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/command.h"

#include "app/cli/commands.h"

#include "models/core/translation.h"
#include "models/sync/syncreport.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

ExitCode Session::fail(const Error &error) const
{
    // Whatever fails after an interrupt, such as a write that was given up, failed because of it.
    if (error.kind == ErrorKind::Cancelled || interrupt.wasInterrupted()) {
        const Error interrupted{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Interrupted.")};
        console.report("{\"error\":" + toJson(interrupted) + '}', interrupted.message);
        return ExitCode::Interrupted;
    }
    console.report("{\"error\":" + toJson(error) + '}', "trailglass-cli: "_L1 + error.message);
    // The sentence of the second says what to add to the command line.
    const bool isUsage = error.kind == ErrorKind::Usage || error.kind == ErrorKind::SecretNotApproved;
    return isUsage ? ExitCode::Usage : ExitCode::Failed;
}

Command blockingCommand(CommandLine::CommandSpecification specification,
                        std::function<ExitCode(Session &, const CommandLine::Arguments &)> run)
{
    return {std::move(specification),
            [run = std::move(run)](Session &session, const CommandLine::Arguments &arguments,
                                   const Finish &finish) {
                finish(run(session, arguments));
            }};
}

QList<Command> allCommands(const ReportPainter &painter)
{
    return sourceListCommands() + sourceEditCommands() + sourceTestCommands() + syncCommands()
        + syncLogCommands() + importCommands() + queryCommands() + countingCommands() + exportCommands()
        + reportCommands(painter) + evidenceCommands() + showCommands() + ledgerCommands()
        + quarantineCommands() + presetCommands() + reviewCommands() + markCommands() + doctorCommands()
        + checkpointCommands() + verifyCommands() + archiveCommands() + collectCommands();
}

} // namespace Trailglass
