// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/openquery.h"

#include "models/core/result.h"
#include "models/filter/sourcenames.h"
#include "models/presets/preset.h"
#include "models/query/index/indexqueryengine.h"
#include "models/workspace/sourcename.h"

namespace Trailglass {

namespace {

/// Whether the sources that the filter, or a preset in it, names are there.
Result<void> checkNames(const EventReader &reader, const QString &expression, const Filter::NodePointer &tree,
                        const QList<Preset> &presets)
{
    TRY(const auto names, sourceNames(reader));
    const auto parsed = Filter::parse(expression, Filter::knownSources(names)); // tells the place
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    return Filter::checkSources(tree, presetLookup(presets), names);
}

} // namespace

Result<OpenQuery> openQuery(const Session &session, const QString &expression)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    auto reader = EventReader::open(session.workspace);
    if (!reader && reader.error().kind != ErrorKind::NotFound)
        return reader.error();
    TRY(const auto presets, reader ? (*reader)->presets() : Result<QList<Preset>>(QList<Preset>()));
    const auto &tree = std::get<Filter::NodePointer>(parsed);
    TRY(auto filter, expandPresets(tree, presets));
    // Only now: a wrong filter is bad usage also where there is nothing to look in.
    if (!reader)
        return reader.error();
    TRY(checkNames(**reader, expression, tree, presets));
    TRY(auto engine, IndexQueryEngine::open(session.workspace));
    return OpenQuery{std::move(*reader), std::move(engine), std::move(filter), {session.clock.now()}};
}

ExitCode tellNotice(Session &session, const OpenQuery &open)
{
    if (const QString notice = open.engine->notice(); !notice.isEmpty())
        session.console.tell(notice);
    return open.engine->missingEvents().isEmpty() ? ExitCode::Done : ExitCode::Partial;
}

} // namespace Trailglass
