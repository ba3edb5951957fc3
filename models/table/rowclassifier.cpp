// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/rowclassifier.h"

#include "models/core/result.h"

namespace Trailglass {

Result<Filter::RowEvaluator> compileRule(const QString &filter, const QueryContext &context,
                                         const Filter::PresetLookup &presets)
{
    TRY(const auto parsed, parseRuleFilter(filter));
    TRY(const auto tree, Filter::expandPresets(parsed, presets));
    return Filter::RowEvaluator::compile(tree, context);
}

RowClassifier::RowClassifier(const QList<ColourRule> &rules, const QueryContext &context,
                             const Filter::PresetLookup &presets)
{
    for (qsizetype place = 0; place < rules.size(); ++place) {
        auto evaluator = compileRule(rules[place].filter, context, presets);
        if (!evaluator)
            m_problems.push_back({static_cast<int>(place), evaluator.error().message});
        else if (rules[place].isOn)
            m_rules.push_back({static_cast<int>(place), *std::move(evaluator)});
    }
}

std::optional<int> RowClassifier::ruleOf(const EventRecord &record)
{
    for (auto rule = m_rules.begin(); rule != m_rules.end();) {
        const Result<bool> matches = rule->evaluator.matches(record);
        if (!matches) {
            m_problems.push_back({rule->place, matches.error().message});
            rule = m_rules.erase(rule);
            continue;
        }
        if (*matches)
            return rule->place;
        ++rule;
    }
    return std::nullopt;
}

} // namespace Trailglass
