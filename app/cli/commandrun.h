// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

#include <QObject>

namespace Trailglass {

/// One run of a command that ends from the event loop. Made with `new`; deletes itself when the command is over.
class CommandRun : public QObject
{
    Q_OBJECT

protected:
    CommandRun(Session &session, Finish finish);

    [[nodiscard]] Session &session() const { return m_session; }

    /// Ends the command. Later calls do nothing.
    void leave(ExitCode code);
    /// leave() with the exit code of Session::fail().
    void fail(const Error &error);

private:
    Session &m_session;
    Finish m_finish;
};

} // namespace Trailglass
