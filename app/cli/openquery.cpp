// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/openquery.h"

#include "models/presets/preset.h"
#include "models/query/filter/filter.h"
#include "models/query/index/indexqueryengine.h"

namespace Trailglass {

Result<OpenQuery> openQuery(const Session &session, const QString &expression)
{
    auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    auto reader = EventReader::open(session.workspace);
    if (!reader && reader.error().kind != ErrorKind::NotFound)
        return reader.error();
    const auto presets = reader ? (*reader)->presets() : Result<QList<Preset>>(QList<Preset>());
    if (!presets)
        return presets.error();
    auto filter = expandPresets(std::get<Filter::NodePointer>(std::move(parsed)), *presets);
    if (!filter)
        return filter.error();
    // Only now: a wrong filter is bad usage also where there is nothing to look in.
    if (!reader)
        return reader.error();
    auto engine = IndexQueryEngine::open(session.workspace);
    if (!engine)
        return engine.error();
    return OpenQuery{std::move(*reader), std::move(*engine), std::move(*filter), {session.clock.now()}};
}

void tellNotice(Session &session, const OpenQuery &open)
{
    if (const QString notice = open.engine->notice(); !notice.isEmpty())
        session.console.tell(notice);
}

} // namespace Trailglass
