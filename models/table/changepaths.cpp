// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/changepaths.h"

#include <string>

namespace Trailglass {

namespace {

void appendMember(Filter::JsonPath &path, const std::string &name)
{
    path.steps.push_back({Filter::PathStep::Kind::Member, name, 0});
}

void appendElement(Filter::JsonPath &path, quint32 place)
{
    path.steps.push_back({Filter::PathStep::Kind::Index, {}, place});
}

void appendInside(Filter::JsonPath &path, ChangeSide side, const std::vector<InnerStep> &inside)
{
    for (const InnerStep &step : inside) {
        if (step.isElement)
            appendElement(path, side == ChangeSide::After ? step.after : step.before);
        else
            appendMember(path, step.member);
    }
}

/// A path begins with a member: events are objects.
std::optional<Filter::JsonPath> whereAnObjectIs(const Filter::JsonPath &path)
{
    if (path.steps.empty() || path.steps.front().kind != Filter::PathStep::Kind::Member)
        return std::nullopt;
    return path;
}

} // namespace

Filter::JsonPath changePlace(const EventChange &change)
{
    Filter::JsonPath path;
    for (const PlaceStep &step : change.place) {
        if (step.element)
            appendElement(path, *step.element);
        else
            appendMember(path, step.member);
    }
    return path;
}

std::optional<Filter::JsonPath> changePath(const EventChange &change, ChangeSide side,
                                           const std::vector<InnerStep> &inside)
{
    const std::string &name = side == ChangeSide::After ? change.afterName : change.beforeName;
    if (name.empty())
        return std::nullopt;
    Filter::JsonPath path = changePlace(change);
    appendMember(path, name);
    appendInside(path, side, inside);
    return whereAnObjectIs(path);
}

std::optional<Filter::JsonPath> comparedPath(ChangeSide side, const std::vector<InnerStep> &inside)
{
    Filter::JsonPath path;
    appendInside(path, side, inside);
    return whereAnObjectIs(path);
}

} // namespace Trailglass
