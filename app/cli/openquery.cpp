// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/openquery.h"

#include "models/core/result.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

Result<OpenQuery> openQuery(const Session &session, const Place &place, const QString &expression,
                            const QString &review)
{
    OpenQuery open{place.open(), nullptr, {}};
    open.place->endWith(session.interrupt.token());
    QueryContext context{session.clock.now()};
    context.review = {.reviewer = session.reviewer, .name = review};
    TRY(open.query, prepareQuery(*open.place, expression, context));
    TRY(open.engine, open.place->engine());
    return open;
}

CommandLine::OptionSpecification reviewOption()
{
    return {
        u"review"_s, u"NAME"_s,
        Trailglass::tr("the review that is:new is about: what came after it is new (default: that of EXPR or "
                       "“default”, whichever went further)")};
}

ExitCode tellNotice(Session &session, const OpenQuery &open)
{
    if (const QString notice = open.engine->notice(); !notice.isEmpty())
        session.console.tell(notice);
    return open.engine->missingEvents().isEmpty() ? ExitCode::Done : ExitCode::Partial;
}

} // namespace Trailglass
