// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/command.h"

#include "app/cli/commands.h"

#include "models/sync/syncreport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

ExitCode exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::SecretNotApproved: // says what to add to the command line
        return ExitCode::Usage;
    case ErrorKind::Cancelled:
        return ExitCode::Interrupted;
    default:
        return ExitCode::Failed;
    }
}

ExitCode Session::fail(const Error &error) const
{
    const QString sentence = error.kind == ErrorKind::Cancelled
        ? QCoreApplication::translate("CommandLine", "Interrupted.")
        : QString("trailglass-cli: "_L1 + error.message);
    console.report("{\"error\":" + toJson(error) + '}', sentence);
    return exitCodeFor(error);
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

QList<Command> allCommands()
{
    return sourceListCommands() + sourceEditCommands() + sourceTestCommands() + syncCommands()
        + importCommands() + queryCommands() + countingCommands() + exportCommands() + showCommands()
        + ledgerCommands() + presetCommands() + doctorCommands();
}

} // namespace Trailglass
