// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changerows.h"
#include "models/filter/ast.h"

#include <QtGlobal>

#include <optional>
#include <vector>

namespace Trailglass {

enum class ChangeSide : quint8
{
    Before,
    After
};

/// Where the object that holds both sides of a change stands in its event; no steps for the event itself.
/// \thread any
[[nodiscard]] Filter::JsonPath changePlace(const EventChange &change);

/// Where a value of a change stands in its event.
/// \param inside  from the side's member down
/// \returns nothing where it stands nowhere: the change has no such side, or is of two compared events
/// \thread any
[[nodiscard]] std::optional<Filter::JsonPath> changePath(const EventChange &change, ChangeSide side,
                                                         const std::vector<InnerStep> &inside = {});

/// Where a value of one of two compared events stands in that event.
/// \param inside  from the event down
/// \returns nothing for the event itself, and where its JSON is no object
/// \thread any
[[nodiscard]] std::optional<Filter::JsonPath> comparedPath(ChangeSide side,
                                                           const std::vector<InnerStep> &inside);

} // namespace Trailglass
