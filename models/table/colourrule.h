// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Trailglass {

/// A colour for the events that match a filter.
struct ColourRule
{
    QString name;
    QString filter; ///< as typed, broken or not
    int colour = 0; ///< 0 … RuleColours - 1
    bool isOn = true;

    friend bool operator==(const ColourRule &, const ColourRule &) = default;
};

/// How many colours there are to choose from.
inline constexpr int RuleColours = 8;
/// In one workspace; the first that matches decides, so that none is left over for more.
inline constexpr qsizetype MaxColourRules = 50;

/// Characters of a text that is read at all: more than MaxColourRules of the longest filters, all of them escaped.
inline constexpr qsizetype MaxColourRulesText = 24 * 1024 * 1024;

/// "Red", "Orange" …
/// \param colour  0 … RuleColours - 1
[[nodiscard]] QString ruleColourName(int colour);

/// The text that parseColourRules() turns back into equal rules: a JSON array of
/// {"name","filter","colour","on"}.
[[nodiscard]] QString colourRulesText(const QList<ColourRule> &rules);

/// Colour rules as they were read from a text.
struct ParsedColourRules
{
    QList<ColourRule> rules = {}; ///< in order
    QStringList leftOut =
        {}; ///< a sentence for each that cannot be read, with its number in the text and its name
    QStringList broken = {}; ///< a sentence for each of \a rules whose filter parseRuleFilter() refuses

    [[nodiscard]] QStringList problems() const { return leftOut + broken; }
};

/// Reads the rules of colourRulesText(), in order. The text may come from anywhere: what is not a rule, and
/// what is beyond MaxColourRules, is left out; a name over 200 characters is cut. A rule whose filter is broken
/// is kept; it colours nothing. Pure.
/// \error Malformed: no JSON array, or over MaxColourRulesText
/// \thread any
[[nodiscard]] Result<ParsedColourRules> parseColourRules(const QString &text);

/// The rules that parseColourRules() finds; none in a text that it refuses.
[[nodiscard]] QList<ColourRule> readColourRules(const QString &text);

/// The tree of a rule's filter.
/// \error Usage, with the position: broken, or empty, which would colour every event
[[nodiscard]] Result<Filter::NodePointer> parseRuleFilter(const QString &filter);

/// That a rule is ignored: names it by its number, and by its name where it has one.
/// \param number  from 1 on
/// \param reason  a sentence
[[nodiscard]] QString ignoredRuleText(qsizetype number, const QString &name, const QString &reason);

} // namespace Trailglass
