// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/addressmatcher.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

Match matchesAddress(const WildcardPattern &pattern, const WrittenAddress &written, const CancelToken &cancel,
                     SearchTime &time)
{
    const Match match = pattern.matches(written.spelling, cancel, time);
    return match == Match::No && written.address.isIpv4()
        ? pattern.matches(written.address.ipv4Text(), cancel, time)
        : match;
}

} // namespace

bool AddressMatcher::isAddressValue(const Term &term, const TextValue &value)
{
    return AddressMatcher().add(term, value);
}

bool AddressMatcher::add(const Term &term, const TextValue &value)
{
    const bool isIp = term.field == FieldReference(Field::Ip);
    const bool isPath = std::holds_alternative<JsonPath>(term.field);
    if (term.comparison != Comparison::Matches || (!isIp && !isPath))
        return false;
    if (!value.wildcards.empty()) {
        if (isIp)
            m_patterns.emplace_back(value);
        return isIp;
    }
    if (const auto network = parseIpNetwork(value.text)) {
        m_networks.push_back(*network);
        return true;
    }
    const auto written = isIp ? parseWrittenAddress(value.text) : std::nullopt;
    if (written)
        m_addresses.insert(written->address.bytes);
    return written.has_value();
}

bool AddressMatcher::isEmpty() const
{
    return m_addresses.empty() && m_networks.empty() && m_patterns.empty();
}

Match AddressMatcher::matches(std::string_view text, const CancelToken &cancel, SearchTime &time) const
{
    const std::vector<WrittenAddress> found = addressesIn(text);
    for (const WrittenAddress &written : found) {
        const auto holds = [&written](const IpNetwork &network) {
            return network.contains(written.address);
        };
        if (m_addresses.contains(written.address.bytes) || std::ranges::any_of(m_networks, holds))
            return Match::Yes;
    }
    for (const WildcardPattern &pattern : m_patterns) {
        if (const Match match = pattern.matches(text, cancel, time); match != Match::No)
            return match;
        for (const WrittenAddress &written : found) {
            if (const Match match = matchesAddress(pattern, written, cancel, time); match != Match::No)
                return match;
        }
    }
    return Match::No;
}

} // namespace Trailglass::Filter
