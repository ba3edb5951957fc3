// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/filter/addressmatcher.h"

#include <algorithm>

namespace Trailglass::Filter {

std::optional<AddressMatcher> AddressMatcher::of(const Term &term, const TextValue &value)
{
    const bool isIp = term.field == FieldReference(Field::Ip);
    const bool isPath = std::holds_alternative<JsonPath>(term.field);
    if (term.comparison != Comparison::Matches || (!isIp && !isPath))
        return std::nullopt;
    if (!value.wildcards.empty())
        return isIp ? std::optional(AddressMatcher(WildcardPattern(value))) : std::nullopt;
    if (const auto network = parseIpNetwork(value.text))
        return AddressMatcher(*network);
    const auto written = isIp ? parseWrittenAddress(value.text) : std::nullopt;
    return written ? std::optional(AddressMatcher(written->address)) : std::nullopt;
}

bool AddressMatcher::accepts(const WrittenAddress &written) const
{
    const IpAddress &address = written.address;
    if (const auto *network = std::get_if<IpNetwork>(&m_wanted))
        return network->contains(address);
    if (const auto *wanted = std::get_if<IpAddress>(&m_wanted))
        return address == *wanted;
    const auto &pattern = std::get<WildcardPattern>(m_wanted);
    return pattern.matches(written.spelling) || (address.isIpv4() && pattern.matches(address.ipv4Text()));
}

bool AddressMatcher::matches(std::string_view text) const
{
    const auto *pattern = std::get_if<WildcardPattern>(&m_wanted);
    if (pattern && pattern->matches(text))
        return true;
    const auto addresses = addressesIn(text);
    return std::ranges::any_of(addresses, [this](const WrittenAddress &written) { return accepts(written); });
}

} // namespace Trailglass::Filter
