// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

#include <vector>

namespace Trailglass {

/// A term at the top of a filter that is turned off: kept beside the text, which does not have it.
struct DisabledTerm
{
    QString text; ///< canonical
    std::size_t place = 0; ///< among all terms, those turned on and off

    friend bool operator==(const DisabledTerm &, const DisabledTerm &) = default;
};

using DisabledTerms = std::vector<DisabledTerm>; ///< in the order of their places

/// A filter as the user has it before them: its text, and the terms that are turned off.
struct FilterInput
{
    QString text;
    DisabledTerms disabled = {};

    friend bool operator==(const FilterInput &, const FilterInput &) = default;
};

/// Each as its place and its text: `2 actor:=ann`.
[[nodiscard]] QStringList toStrings(const DisabledTerms &terms);
/// What toStrings() wrote; anything else is left out.
[[nodiscard]] DisabledTerms toDisabledTerms(const QStringList &strings);

} // namespace Trailglass
