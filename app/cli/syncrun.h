// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/commandrun.h"
#include "app/cli/terminalsecrets.h"
#include "models/workspace/pushaftersync.h"
#include "models/workspace/syncrunner.h"

#include <QList>

namespace Trailglass {

/// One `sync`: shows its progress, prints its reports, pushes into the archives that the user wants the workspace in after
/// each sync, and ends the command. What goes wrong with a push is a notice, and changes no exit code. Lives until the
/// command is over.
class SyncRun : public CommandRun
{
    Q_OBJECT

public:
    SyncRun(Session &commandSession, CommandLine::Arguments arguments, SyncRequest request, Finish finish);

    void start() { m_runner.start(m_request); }

protected:
    [[nodiscard]] SecretPlaces places() { return m_secrets.places(); }
    [[nodiscard]] SyncRunner &runner() { return m_runner; }
    [[nodiscard]] PushAfterSync &pushes() { return m_pushes; }
    [[nodiscard]] const SyncRequest &request() const { return m_request; }

    /// The reports are printed, and what follows a sync is done.
    virtual void ended(ExitCode code) { leave(code); }
    /// Nothing was started.
    virtual void failed(const Error &error) { fail(error); }

private:
    void approve(const QList<ReferenceUse> &uses);
    void show(const SyncProgress &progress);
    void print(const QList<SyncReport> &reports);
    void connectPushes();
    void pushThenEnd(ExitCode code);

    const CommandLine::Arguments m_arguments;
    const SyncRequest m_request;
    TerminalSecrets m_secrets;
    SyncRunner m_runner;
    PushAfterSync m_pushes;
    QList<ExitCode> m_codes; ///< of syncs whose push is on
};

} // namespace Trailglass
