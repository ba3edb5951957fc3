// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/eventlookup.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/openplace.h"
#include "models/workspace/sourcechoice.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

namespace Trailglass {
namespace {

/// The sources that `SOURCE/ID` can mean, the longest name first.
std::vector<QString> sourcesBeforeSlash(const QList<SourceRecord> &sources, const QString &typed)
{
    std::vector<QString> names;
    for (const SourceRecord &source : sources) {
        if (typed.size() > source.name.size() + 1 && typed.startsWith(source.name + u'/'))
            names.push_back(source.name);
    }
    std::ranges::sort(names, std::ranges::greater(), &QString::size);
    return names;
}

Result<EventRecord> findTypedEvent(OpenPlace &place, const QString &typed)
{
    TRY(const auto sources, place.sources());
    const std::vector<QString> names = sourcesBeforeSlash(sources, typed);
    for (const QString &name : names) {
        auto found = place.find(name, toUtf8(typed.mid(name.size() + 1)));
        if (found || found.error().kind != ErrorKind::NotFound || name == names.back())
            return found;
    }
    const qsizetype slash = typed.indexOf(u'/');
    if (slash <= 0 || slash == typed.size() - 1) {
        return Error{
            ErrorKind::Usage,
            tr("“%1” names no event. Write its source and its id: SOURCE/ID.").arg(visibleText(typed))};
    }
    return findEvent(place, typed.left(slash), typed.mid(slash + 1)); // says which source is like it
}

} // namespace

Result<EventRecord> findEvent(OpenPlace &place, const QString &source, const QString &id)
{
    TRY(const auto sources, place.sources());
    TRY(namedSource(sources, source)); // a wrong name is wrong usage
    return place.find(source, toUtf8(id));
}

EventPair eventPair(EventRecord one, EventRecord other)
{
    const auto placeInTime = [](const EventRecord &record) {
        return std::tuple(record.event.created, record.row);
    };
    if (placeInTime(other) < placeInTime(one))
        std::swap(one, other);
    return {std::move(one), std::move(other)};
}

Result<EventPair> findEventPair(OpenPlace &place, const QString &source, const QString &id,
                                const QString &other)
{
    TRY(auto one, findEvent(place, source, id));
    TRY(auto another, findTypedEvent(place, other));
    if (one.source == another.source && one.event.id == another.event.id) {
        return Error{
            ErrorKind::Usage,
            tr("“%1” is the same event. Name another one to compare it with.").arg(visibleText(other))};
    }
    return eventPair(std::move(one), std::move(another));
}

} // namespace Trailglass
