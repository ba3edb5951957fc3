// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace Trailglass::Filter {

/// An IPv4 or IPv6 address. An IPv4-mapped IPv6 address is the IPv4 address.
struct IpAddress
{
    std::array<std::uint8_t, 16> bytes{}; ///< IPv4 as ::ffff:a.b.c.d

    [[nodiscard]] bool isIpv4() const;
    friend bool operator==(const IpAddress &, const IpAddress &) = default;
};

/// A network in CIDR form. Bits behind the prefix do not matter.
struct IpNetwork
{
    IpAddress address;
    int prefix = 128; ///< 0 … 128, of the IPv6 form

    /// An IPv4 address is in IPv4 networks only.
    [[nodiscard]] bool contains(const IpAddress &other) const;
};

/// Four decimal parts without leading zeros, or RFC 4291 text without a zone. \returns nothing for anything
/// else
[[nodiscard]] std::optional<IpAddress> parseIpAddress(std::string_view text);

/// `10.0.0.0/8`, `2001:db8::/32`. \returns nothing for anything else
[[nodiscard]] std::optional<IpNetwork> parseIpNetwork(std::string_view text);

} // namespace Trailglass::Filter
