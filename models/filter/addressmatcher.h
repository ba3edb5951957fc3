// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/filter/ast.h"
#include "models/filter/ipaddress.h"
#include "models/filter/match.h"
#include "models/filter/wildcardpattern.h"

#include <array>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

namespace Trailglass::Filter {

/// The values of a `:` term that are compared with addresses: on `ip` addresses, networks and patterns, on an
/// `@path` networks.
///
/// A text counts as every address in it, see addressesIn(), and is read once, however many values there are.
/// A text without an address does not match, except a pattern that fits the whole text.
/// \thread any, const
class AddressMatcher
{
public:
    /// \returns false where the value is compared as a text and no more
    [[nodiscard]] static bool isAddressValue(const Term &term, const TextValue &value);

    /// \returns false, and adds nothing, unless isAddressValue()
    bool add(const Term &term, const TextValue &value);

    [[nodiscard]] bool isEmpty() const;

    /// Whether any of the values matches.
    /// \param cancel, time  looked at by patterns
    /// \returns LimitPassed as WildcardPattern::matches()
    [[nodiscard]] Match matches(std::string_view text, const CancelToken &cancel, SearchTime &time) const;

private:
    std::set<std::array<std::uint8_t, 16>> m_addresses; ///< IpAddress::bytes
    std::vector<IpNetwork> m_networks;
    std::vector<WildcardPattern> m_patterns;
};

} // namespace Trailglass::Filter
