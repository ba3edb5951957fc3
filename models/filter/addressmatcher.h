// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/ipaddress.h"
#include "models/filter/wildcardpattern.h"

#include <optional>
#include <string_view>
#include <variant>

namespace Trailglass::Filter {

/// A value of `:` that is compared with addresses: on `ip` an address, a network or a pattern, on an `@path`
/// a network.
///
/// A text is compared by every address in it, see addressesIn(). A text without an address matches only a
/// pattern that fits the whole text.
/// \thread any, const
class AddressMatcher
{
public:
    /// \returns nothing if the value is only compared as a text
    [[nodiscard]] static std::optional<AddressMatcher> of(const Term &term, const TextValue &value);

    /// \param cancel  checked while a pattern is matched
    /// \returns LimitPassed as WildcardPattern::matches()
    [[nodiscard]] Match matches(std::string_view text, const CancelToken &cancel) const;

private:
    using Wanted = std::variant<IpNetwork, IpAddress, WildcardPattern>;

    explicit AddressMatcher(Wanted wanted)
        : m_wanted(std::move(wanted))
    {
    }
    [[nodiscard]] Match accepts(const WrittenAddress &written, const CancelToken &cancel) const;

    Wanted m_wanted;
};

} // namespace Trailglass::Filter
