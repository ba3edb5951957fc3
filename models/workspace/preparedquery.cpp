// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/preparedquery.h"

#include "models/core/result.h"
#include "models/filter/sourcenames.h"
#include "models/presets/preset.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/sourcechoice.h"

#include <utility>

namespace Trailglass {

Result<PreparedQuery> prepareQuery(OpenWorkspace &workspace, const QString &expression,
                                   const QueryContext &context)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    const auto &tree = std::get<Filter::NodePointer>(parsed);
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind != ErrorKind::NotFound)
        return reader.error();
    TRY(const auto presets, reader ? (*reader)->presets() : Result<QList<Preset>>(QList<Preset>()));
    TRY(expandPresetsAmong(tree, presets)); // an error with the nearest name
    // Only now: a wrong filter is wrong usage also where there is no workspace yet.
    if (!reader)
        return reader.error();
    TRY(const auto names, sourceNames(**reader));
    const auto known = Filter::parse(expression, Filter::knownSources(names)); // an error with its place
    if (const auto *error = std::get_if<Filter::SyntaxError>(&known))
        return Filter::toError(*error, expression);
    return prepareQuery(workspace, tree, presetLookup(presets), context);
}

Result<PreparedQuery> prepareQuery(OpenWorkspace &workspace, const Filter::NodePointer &filter,
                                   const Filter::PresetLookup &presets, const QueryContext &context)
{
    TRY(auto expanded, Filter::expandPresets(filter, presets));
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind != ErrorKind::NotFound)
        return reader.error();
    if (reader) {
        TRY(const auto names, sourceNames(**reader));
        TRY(Filter::checkSources(filter, presets, names));
    }
    return PreparedQuery{std::move(expanded), context};
}

} // namespace Trailglass
