// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/preparedquery.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/filter/reviewstates.h"
#include "models/filter/sourcenames.h"
#include "models/presets/preset.h"
#include "models/presets/presetreferences.h"
#include "models/workspace/openplace.h"
#include "models/workspace/reviewchoice.h"
#include "models/workspace/sourcechoice.h"

#include <optional>
#include <utility>

namespace Trailglass {

namespace {

/// What a filter over a place may name.
struct NameablePresets
{
    QList<Preset> presets; ///< the user's own, then the shared ones
    std::optional<Error> notShared = {}; ///< why the shared ones are not among them
};

/// Shared ones that cannot be read take nothing from the user's own. They are looked for only if the filter names presets.
Result<NameablePresets> nameablePresets(OpenPlace &place, const QString &expression)
{
    const auto own = place.presets();
    if (!own && own.error().kind != ErrorKind::NotFound)
        return own.error();
    NameablePresets nameable{own ? *own : QList<Preset>()};
    if (presetsNamedIn(expression).isEmpty())
        return nameable;
    const auto shared = place.sharedPresets();
    if (!shared && shared.error().kind == ErrorKind::Cancelled)
        return shared.error();
    if (shared)
        nameable.presets = withSharedPresets(nameable.presets, *shared);
    else if (shared.error().kind != ErrorKind::NotFound) // else there is nothing yet
        nameable.notShared = shared.error();
    return nameable;
}

/// Whether a filter names a preset that is not there, also through others.
bool namesAnotherPreset(const Filter::NodePointer &tree, const QList<Preset> &presets)
{
    bool isAnother = false;
    const auto lookup = [&isAnother, known = presetLookup(presets)](const QString &name) {
        const auto expression = known(name);
        isAnother = isAnother || !expression;
        return expression;
    };
    static_cast<void>(Filter::expandPresets(tree, lookup));
    return isAnother;
}

/// What is not among the presets may be one that was not read.
/// \param failure  NameablePresets::notShared
Error mayBeShared(const Error &unknown, const Error &failure)
{
    const QString sentence =
        Trailglass::tr("The presets that are shared in the archive could not be read. %1")
            .arg(failure.message);
    // Who may not see them is not to try again later.
    const bool isOver = failure.kind == ErrorKind::Forbidden;
    return {.kind = isOver ? unknown.kind : failure.kind,
            .message = inSequence(unknown.message, sentence),
            .detail = failure.detail};
}

} // namespace

Result<PreparedQuery> prepareQuery(OpenPlace &place, const QString &expression, const QueryContext &context)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    const auto &tree = std::get<Filter::NodePointer>(parsed);
    TRY(const auto nameable, nameablePresets(place, expression));
    const QList<Preset> &presets = nameable.presets;
    const auto expanded = expandPresetsAmong(tree, presets); // an error with the nearest name
    if (!expanded) {
        const bool mayBe = nameable.notShared && namesAnotherPreset(tree, presets);
        return mayBe ? mayBeShared(expanded.error(), *nameable.notShared) : expanded.error();
    }
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
        const auto rowOf = [&place, &reviewer = context.review.reviewer](const QString &name) {
            const auto row = place.reviewedRow({reviewer, name});
            return !row && row.error().kind == ErrorKind::NotFound ? Result(RowId()) : row;
        };
        QString &review = query.context.review.name;
        if (review.isEmpty()) {
            TRY(review, reviewOfFilter(filter, rowOf));
        }
        TRY(query.context.reviewed, rowOf(review));
    }
    return query;
}

} // namespace Trailglass
