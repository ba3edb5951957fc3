// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

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

/// The text that readColourRules() turns back into equal rules.
[[nodiscard]] QString colourRulesText(const QList<ColourRule> &rules);

/// Reads the rules of colourRulesText(), in order. Whatever is not a rule is left out, and so is what is too
/// much: the text may have been written by hand.
[[nodiscard]] QList<ColourRule> readColourRules(const QString &text);

} // namespace Trailglass
