// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"
#include "models/query/emptyresult.h"
#include "models/query/queryengine.h"

#include <functional>

namespace Trailglass {

class OpenPlace;

/// Finds out why a filter finds nothing, and what finds something. Blocking; as long as one query for each
/// alternative.
///
/// \thread that of the place
/// \param tree  presets still by name
/// \param found  called with what is known so far, each time that is more; may be empty
/// \returns the whole report
/// \error as QueryEngine; Usage for an unknown preset or zone; NotFound where there are no events yet
[[nodiscard]] Result<EmptyResultReport>
explainEmptyResult(OpenPlace &place, const Filter::NodePointer &tree, const Filter::PresetLookup &presets,
                   const QueryContext &context, const CancelToken &cancel,
                   const std::function<void(const EmptyResultReport &report)> &found = {});

} // namespace Trailglass
