// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/openquery.h"

#include "models/core/result.h"

namespace Trailglass {

Result<OpenQuery> openQuery(const Session &session, const Place &place, const QString &expression)
{
    OpenQuery open{place.open(), nullptr, {}};
    open.place->endWith(session.interrupt.token());
    TRY(open.query, prepareQuery(*open.place, expression, {session.clock.now()}));
    TRY(open.engine, open.place->engine());
    return open;
}

ExitCode tellNotice(Session &session, const OpenQuery &open)
{
    if (const QString notice = open.engine->notice(); !notice.isEmpty())
        session.console.tell(notice);
    return open.engine->missingEvents().isEmpty() ? ExitCode::Done : ExitCode::Partial;
}

} // namespace Trailglass
