// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sql/compiledfilter.h"

#include "models/query/sql/conditioncompiler.h"

namespace Trailglass {

Result<std::unique_ptr<CompiledFilter>> CompiledFilter::compile(const Filter::NodePointer &filter,
                                                                const QueryContext &context,
                                                                Dictionaries &dictionaries,
                                                                const CancelToken &cancel)
{
    auto calendar = Filter::ZoneCalendar::open(context.displayZone);
    if (!calendar)
        return calendar.error();
    auto compiled = std::make_unique<CompiledFilter>(CompiledFilter{{}, {}, *std::move(calendar)});
    auto condition = ConditionCompiler(context, dictionaries, compiled->layout, cancel).compile(filter);
    if (!condition)
        return condition.error();
    compiled->condition = *std::move(condition);
    return compiled;
}

} // namespace Trailglass
