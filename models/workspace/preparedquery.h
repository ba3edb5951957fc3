// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/filter.h"
#include "models/filter/querycontext.h"

#include <QString>

namespace Trailglass {

class OpenPlace;

/// A filter that an engine can run, and what it is resolved against.
struct PreparedQuery
{
    Filter::NodePointer filter; ///< with presets expanded
    QueryContext context;
};

/// Parses an expression, expands the presets of the place in it, checks the sources it names, and looks up what was
/// reviewed if it asks for that: in the review of the context or, where that has no name, in reviewOfFilter().
///
/// Blocking.
/// \thread that of the place
/// \error Usage, also where there are no events yet: a broken expression, with its place; an unknown preset, or an
/// unknown source in the expression or in a preset
/// \error for an unknown preset where the shared ones cannot be read: that of OpenPlace::sharedPresets(), with both sentences
/// \error NotFound: there are no events yet; otherwise as OpenPlace
[[nodiscard]] Result<PreparedQuery> prepareQuery(OpenPlace &place, const QString &expression,
                                                 const QueryContext &context);

/// The same for a filter that is parsed already, with the presets that the caller knows. Where there are no events yet, there
/// are no sources to check it by, and that is no error.
[[nodiscard]] Result<PreparedQuery> prepareQuery(OpenPlace &place, const Filter::NodePointer &filter,
                                                 const Filter::PresetLookup &presets,
                                                 const QueryContext &context);

} // namespace Trailglass
