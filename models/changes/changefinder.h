// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/valuecomparison.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// One step down to a value: a member's name, or an element's place.
struct PlaceStep
{
    std::string member; ///< decoded
    std::optional<quint32> element; ///< set: not a member

    friend bool operator==(const PlaceStep &, const PlaceStep &) = default;
};

/// A change that an event tells of: two states of something, compared.
struct EventChange
{
    enum class Kind : quint8
    {
        States, ///< before and after
        Delta, ///< what was removed and what was added; either may be missing
        Given, ///< a difference in the vendor's own form, which is shown as it is, as after
    };
    Kind kind = Kind::States;
    std::string subject; ///< what changed, as far as the names say; may be empty
    std::vector<PlaceStep> place; ///< of the object that holds both sides, through JSON in strings too
    std::string beforeName; ///< of the members; empty where there is none
    std::string afterName;
    ValueChange change;
};

/// Everything that an event tells of changes.
struct EventChanges
{
    std::vector<EventChange> changes; ///< in the order of the JSON
    /// There are more than MaxChanges, or values were not looked at: too many (ValueTree), or under names of
    /// kilobytes.
    bool isCut = false;
    bool isCoarse = false; ///< not everything was compared in detail, see ComparisonBudget
    std::vector<std::shared_ptr<const std::string>> texts; ///< owns what the changes refer to

    static constexpr std::size_t MaxChanges = 500;
};

/// Finds pairs of members that are two states of one thing (changeWordOf()), at any depth, also in JSON inside
/// strings, and differences in the vendor's own form (isDifferenceName()); compares them.
///
/// What is inside of either side is not searched. Nothing is found in what is no JSON. Pure; linear in the length of
/// \a raw but for the comparisons.
/// \param raw  not null; kept by the result
/// \thread any
[[nodiscard]] EventChanges findChanges(const std::shared_ptr<const std::string> &raw);

/// Two events side by side, as one change.
/// \param before, after  not null; kept by the result
/// \returns no change when one of them is no JSON
/// \thread any
[[nodiscard]] EventChanges compareEvents(std::shared_ptr<const std::string> before,
                                         std::shared_ptr<const std::string> after);

} // namespace Trailglass
