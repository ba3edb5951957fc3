// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"
#include "models/filter/querycontext.h"
#include "models/filter/rowevaluator.h"
#include "models/table/colourrule.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// Says which colour rule an event gets: the first that matches.
///
/// \thread one object a thread
class RowClassifier
{
public:
    /// Rules that are off or whose filter is broken are ignored; problems() says which are broken.
    /// \param context  what times in the filters are resolved against
    RowClassifier(const QList<ColourRule> &rules, const QueryContext &context,
                  const Filter::PresetLookup &presets);

    /// Whether there is any rule that can match.
    [[nodiscard]] bool isEmpty() const { return m_rules.empty(); }
    /// A rule whose filter cannot be evaluated on this event is ignored from then on.
    /// \param record  with raw
    /// \returns the place among the rules that were given
    [[nodiscard]] std::optional<int> ruleOf(const EventRecord &record);

    /// What is wrong with a rule.
    struct Problem
    {
        int rule = 0; ///< place among the rules that were given
        QString sentence;
    };
    [[nodiscard]] const std::vector<Problem> &problems() const { return m_problems; }

private:
    struct Rule
    {
        int place = 0;
        Filter::RowEvaluator evaluator;
    };

    std::vector<Rule> m_rules;
    std::vector<Problem> m_problems;
};

/// Compiles the filter of a rule.
/// \error Usage, with a sentence
[[nodiscard]] Result<Filter::RowEvaluator> compileRule(const QString &filter, const QueryContext &context,
                                                       const Filter::PresetLookup &presets);

} // namespace Trailglass
