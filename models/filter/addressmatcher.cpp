// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/addressmatcher.h"

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

Match AddressMatcher::accepts(const WrittenAddress &written, const CancelToken &cancel) const
{
    const IpAddress &address = written.address;
    if (const auto *network = std::get_if<IpNetwork>(&m_wanted))
        return network->contains(address) ? Match::Yes : Match::No;
    if (const auto *wanted = std::get_if<IpAddress>(&m_wanted))
        return address == *wanted ? Match::Yes : Match::No;
    const auto &pattern = std::get<WildcardPattern>(m_wanted);
    const Match match = pattern.matches(written.spelling, cancel);
    return match == Match::No && address.isIpv4() ? pattern.matches(address.ipv4Text(), cancel) : match;
}

Match AddressMatcher::matches(std::string_view text, const CancelToken &cancel) const
{
    if (const auto *pattern = std::get_if<WildcardPattern>(&m_wanted)) {
        if (const Match match = pattern->matches(text, cancel); match != Match::No)
            return match;
    }
    for (const WrittenAddress &written : addressesIn(text)) {
        if (const Match match = accepts(written, cancel); match != Match::No)
            return match;
    }
    return Match::No;
}

} // namespace Trailglass::Filter
