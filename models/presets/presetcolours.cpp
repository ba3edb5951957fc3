// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetcolours.h"

#include "models/presets/numberedname.h"
#include "models/presets/presetreferences.h"
#include "models/table/colourrule.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// The rules with other filters; the same text where no filter changes.
/// \param edit  from filter to filter
template <class Edit>
QString withFilters(const QString &rules, const Edit &edit)
{
    if (rules.isEmpty())
        return rules;
    auto parsed = parseColourRules(rules);
    if (!parsed)
        return rules;
    const QList<ColourRule> before = parsed->rules;
    for (ColourRule &rule : parsed->rules)
        rule.filter = edit(rule.filter);
    return parsed->rules == before ? rules : colourRulesText(parsed->rules);
}

} // namespace

QString cleanColourRules(const QString &rules, QStringList &problems)
{
    const auto parsed = parseColourRules(rules);
    if (!parsed) {
        problems.append(parsed.error().message);
        return rules;
    }
    problems += parsed->problems();
    // Where nothing is left, an empty list would take the rules of the window away.
    const bool isAllLeftOut = parsed->rules.isEmpty() && !parsed->leftOut.isEmpty();
    return isAllLeftOut ? QString() : colourRulesText(parsed->rules);
}

QString withPresetsRenamedInRules(const QString &rules, const QHash<QString, QString> &names)
{
    return withFilters(rules, [&names](const QString &filter) {
        const QString renamed = withPresetsRenamed(filter, names);
        return renamed != filter && parseRuleFilter(renamed) ? renamed : filter;
    });
}

QString rulesWithoutNumbers(const QString &rules)
{
    return withFilters(rules, [](const QString &filter) {
        QHash<QString, QString> names;
        for (const QString &name : presetsNamedIn(filter))
            names.insert(name, baseName(name));
        return withPresetsRenamed(filter, names);
    });
}

bool isPresetNamedInRules(const QString &rules, const QString &name)
{
    return std::ranges::any_of(readColourRules(rules), [&name](const ColourRule &rule) {
        return isPresetNamedIn(rule.filter, name);
    });
}

} // namespace Trailglass
