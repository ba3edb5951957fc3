// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>

#include <vector>

namespace Trailglass {

/// A group of the filter pane as it is remembered.
struct FacetGroupChoice
{
    Filter::FieldReference field;
    bool isExpanded = false;
    bool showsValues = false; ///< also where there are ranges

    friend bool operator==(const FacetGroupChoice &, const FacetGroupChoice &) = default;
};

/// What stands in the heading of a group: a translated name; of a JSON path the path, as it is.
[[nodiscard]] QString facetTitle(const Filter::FieldReference &field);

/// Of a title in a menu, px: a JSON path may be long.
inline constexpr int MenuTitleWidth = 240;

/// The groups of the pane until others are chosen.
[[nodiscard]] std::vector<FacetGroupChoice> defaultFacetGroups();

/// The fields that can be groups, beside JSON paths, in the order in which they are offered: all but the time
/// and the JSON of an event, which have places of their own.
[[nodiscard]] std::vector<Filter::FieldReference> facetFields();

} // namespace Trailglass
