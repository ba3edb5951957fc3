// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commandrun.h"

namespace Trailglass {

CommandRun::CommandRun(Session &session, Finish finish)
    : m_session(session)
    , m_finish(std::move(finish))
{
}

void CommandRun::leave(ExitCode code)
{
    if (const Finish finish = std::exchange(m_finish, {})) {
        deleteLater();
        finish(code);
    }
}

void CommandRun::fail(const Error &error)
{
    leave(m_session.fail(error));
}

} // namespace Trailglass

#include "moc_commandrun.cpp"
