// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/openquery.h"

#include "models/query/filter/filter.h"
#include "models/query/sql/sqlqueryengine.h"

namespace Trailglass {

Result<OpenQuery> openQuery(const Session &session, const QString &expression)
{
    auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    // There are no presets to name yet; an unknown one is bad usage like an unknown field.
    auto filter = Filter::expandPresets(std::get<Filter::NodePointer>(std::move(parsed)),
                                        [](const QString &) { return std::optional<QString>(); });
    if (!filter)
        return filter.error();
    auto reader = EventReader::open(session.workspace);
    if (!reader)
        return reader.error();
    auto engine = SqlQueryEngine::open(session.workspace);
    if (!engine)
        return engine.error();
    return OpenQuery{std::move(*reader), std::move(*engine), std::move(*filter), {session.clock.now()}};
}

} // namespace Trailglass
