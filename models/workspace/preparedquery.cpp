// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/preparedquery.h"

#include "models/core/result.h"
#include "models/filter/reviewstates.h"
#include "models/filter/sourcenames.h"
#include "models/presets/preset.h"
#include "models/workspace/openplace.h"
#include "models/workspace/sourcechoice.h"

#include <utility>

namespace Trailglass {

Result<PreparedQuery> prepareQuery(OpenPlace &place, const QString &expression, const QueryContext &context)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    const auto &tree = std::get<Filter::NodePointer>(parsed);
    const auto saved = place.presets();
    if (!saved && saved.error().kind != ErrorKind::NotFound)
        return saved.error();
    const QList<Preset> presets = saved ? *saved : QList<Preset>();
    TRY(expandPresetsAmong(tree, presets)); // an error with the nearest name
    // Only now: a wrong filter is wrong usage also where there is no workspace yet.
    TRY(const auto sources, place.sources());
    const auto known =
        Filter::parse(expression, Filter::knownSources(sourceNames(sources))); // an error with its place
    if (const auto *error = std::get_if<Filter::SyntaxError>(&known))
        return Filter::toError(*error, expression);
    return prepareQuery(place, tree, presetLookup(presets), context);
}

Result<PreparedQuery> prepareQuery(OpenPlace &place, const Filter::NodePointer &filter,
                                   const Filter::PresetLookup &presets, const QueryContext &context)
{
    TRY(auto expanded, Filter::expandPresets(filter, presets));
    const auto sources = place.sources();
    if (!sources && sources.error().kind != ErrorKind::NotFound)
        return sources.error();
    if (sources) {
        TRY(Filter::checkSources(filter, presets, sourceNames(*sources)));
    }
    PreparedQuery query{std::move(expanded), context};
    if (Filter::asksForNew(query.filter)) {
        const auto reviewed = place.reviewedRow(context.review);
        if (!reviewed && reviewed.error().kind != ErrorKind::NotFound)
            return reviewed.error();
        query.context.reviewed = reviewed ? *reviewed : RowId();
    }
    return query;
}

} // namespace Trailglass
