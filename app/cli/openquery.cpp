// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/openquery.h"

#include "models/core/result.h"

namespace Trailglass {

Result<OpenQuery> openQuery(const Session &session, const QString &expression)
{
    OpenQuery open{std::make_unique<OpenWorkspace>(session.workspace), nullptr, {}};
    TRY(open.query, prepareQuery(*open.workspace, expression, {session.clock.now()}));
    TRY(open.engine, open.workspace->engine());
    return open;
}

ExitCode tellNotice(Session &session, const OpenQuery &open)
{
    if (const QString notice = open.engine->notice(); !notice.isEmpty())
        session.console.tell(notice);
    return open.engine->missingEvents().isEmpty() ? ExitCode::Done : ExitCode::Partial;
}

} // namespace Trailglass
