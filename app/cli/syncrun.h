// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/commandrun.h"
#include "app/cli/terminalsecrets.h"
#include "models/workspace/syncrunner.h"

namespace Trailglass {

/// One `sync`: shows its progress, prints its reports and ends the command. Lives until the command is over.
class SyncRun : public CommandRun
{
    Q_OBJECT

public:
    SyncRun(Session &commandSession, CommandLine::Arguments arguments, SyncRequest request, Finish finish);

    void start() { m_runner.start(m_request); }

protected:
    [[nodiscard]] SecretPlaces places() { return m_secrets.places(); }
    [[nodiscard]] SyncRunner &runner() { return m_runner; }
    [[nodiscard]] const SyncRequest &request() const { return m_request; }

    /// The reports are printed.
    virtual void ended(ExitCode code) { leave(code); }
    /// Nothing was started.
    virtual void failed(const Error &error) { fail(error); }

private:
    void approve(const QList<ReferenceUse> &uses);
    void show(const SyncProgress &progress);
    void print(const QList<SyncReport> &reports);

    const CommandLine::Arguments m_arguments;
    const SyncRequest m_request;
    TerminalSecrets m_secrets;
    SyncRunner m_runner;
};

} // namespace Trailglass
