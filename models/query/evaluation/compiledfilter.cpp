// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/compiledfilter.h"

#include "models/core/result.h"
#include "models/filter/conjunction.h"
#include "models/filter/identity.h"
#include "models/query/evaluation/conditioncompiler.h"
#include "models/query/evaluation/logicalconditions.h"

#include <algorithm>

namespace Trailglass {

namespace {

void addTextPart(std::vector<TextPart> &parts, ConditionPointer condition, std::string identity)
{
    if (std::ranges::find(parts, identity, &TextPart::identity) != parts.end())
        return;
    ConditionPointer open = openPart(condition);
    parts.push_back({std::move(condition), std::move(open), std::move(identity)});
}

/// The last of too many parts as one.
void joinLast(std::vector<TextPart> &parts)
{
    if (parts.size() <= CompiledFilter::MaxTextParts)
        return;
    std::vector<ConditionPointer> conditions;
    std::string identity;
    for (std::size_t place = CompiledFilter::MaxTextParts - 1; place < parts.size(); ++place) {
        conditions.push_back(parts[place].condition);
        identity += parts[place].identity + '\n';
    }
    parts.resize(CompiledFilter::MaxTextParts - 1);
    addTextPart(parts, conjunction(std::move(conditions)), std::move(identity));
}

} // namespace

Result<std::unique_ptr<CompiledFilter>> CompiledFilter::compile(const Filter::NodePointer &filter,
                                                                const QueryContext &context,
                                                                Dictionaries &dictionaries,
                                                                const CancelToken &cancel)
{
    TRY(auto calendar, Filter::ZoneCalendar::open(context.displayZone));
    auto compiled = std::make_unique<CompiledFilter>(CompiledFilter{{}, {}, {}, {}, std::move(calendar)});
    ConditionCompiler compiler(context, dictionaries, compiled->layout, cancel);
    std::vector<ConditionPointer> byColumns;
    for (const Filter::NodePointer &part : Filter::conjuncts(filter)) {
        TRY(auto condition, compiler.compile(part));
        if ((condition)->cost() == Condition::Cost::Integers)
            byColumns.push_back(std::move(condition));
        else
            addTextPart(compiled->textParts, std::move(condition), Filter::identityOf(part, context));
    }
    std::ranges::stable_sort(compiled->textParts, {},
                             [](const TextPart &part) { return part.condition->cost(); });
    joinLast(compiled->textParts);
    compiled->byColumns = conjunction(std::move(byColumns));
    const bool readsColumns = std::ranges::any_of(
        compiled->textParts, [](const TextPart &part) { return part.open->readsIntegers(); });
    compiled->textLayout = readsColumns ? compiled->layout : compiled->layout.withoutIntegers();
    return compiled;
}

} // namespace Trailglass
