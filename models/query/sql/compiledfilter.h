// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/filter/zonecalendar.h"
#include "models/query/queryengine.h"
#include "models/query/sql/condition.h"
#include "models/query/sql/rowlayout.h"

#include <memory>

namespace Trailglass {

class Dictionaries;

/// What every question begins with: the filter, compiled, and the display zone.
///
/// The layout may be added to until the scan. \thread the dictionaries'
struct CompiledFilter
{
    /// \error as ConditionCompiler::compile()
    static Result<std::unique_ptr<CompiledFilter>> compile(const Filter::NodePointer &filter,
                                                           const QueryContext &context,
                                                           Dictionaries &dictionaries,
                                                           const CancelToken &cancel);

    RowLayout layout;
    ConditionPointer condition;
    Filter::ZoneCalendar calendar;
};

} // namespace Trailglass
