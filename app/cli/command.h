// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/console.h"
#include "app/cli/interruptsignal.h"
#include "app/cli/reportpainter.h"
#include "models/commandline/arguments.h"
#include "models/core/clock.h"

#include <functional>

namespace Trailglass {

/// Exit codes scripts rely on.
enum class ExitCode
{
    Done = 0,
    Failed = 1,
    Usage = 2,
    Partial = 3,
    Interrupted = 130
};

/// What every command is given.
struct Session
{
    QString workspace; ///< `--workspace`, empty for the default place
    bool json = false;
    Console &console;
    const Clock &clock;
    InterruptSignal &interrupt;
    QString reviewer = {}; ///< name of the local account, whose reviews are meant

    /// Tells an error on stderr, with `--json` as `{"error":{"kind","http_status","message"}}`.
    /// \returns Usage for a wrong argument, setting or filter, and for a reference that is not approved;
    /// Interrupted when cancelled; else Failed
    ExitCode fail(const Error &error) const;
};

/// Called exactly once when a command is over.
using Finish = std::function<void(ExitCode)>;

/// A command: what it takes, and what it does. Blocking ones call \a finish before they return, others from
/// the event loop.
struct Command
{
    CommandLine::CommandSpecification specification;
    std::function<void(Session &session, const CommandLine::Arguments &arguments, Finish finish)> run;
};

/// Makes a command of a function that blocks.
[[nodiscard]] Command blockingCommand(CommandLine::CommandSpecification specification,
                                      std::function<ExitCode(Session &, const CommandLine::Arguments &)> run);

/// Every command, in the order of the help.
/// \param painter  of the program; may be empty
[[nodiscard]] QList<Command> allCommands(const ReportPainter &painter = {});

} // namespace Trailglass
