// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Filter {

/// An IPv4 or IPv6 address. An IPv4-mapped IPv6 address is the IPv4 address.
struct IpAddress
{
    std::array<std::uint8_t, 16> bytes{}; ///< IPv4 as ::ffff:a.b.c.d

    [[nodiscard]] bool isIpv4() const;
    /// Four decimal parts.
    /// \pre isIpv4()
    [[nodiscard]] std::string ipv4Text() const;
    friend bool operator==(const IpAddress &, const IpAddress &) = default;
};

/// A network in CIDR form. Bits after the prefix are ignored.
struct IpNetwork
{
    IpAddress address;
    int prefix = 128; ///< 0 … 128, of the IPv6 form

    /// An IPv4 address is in IPv4 networks only.
    [[nodiscard]] bool contains(const IpAddress &other) const;
};

/// Four decimal parts without leading zeros, or RFC 4291 text without a zone.
/// \returns nothing for anything else
[[nodiscard]] std::optional<IpAddress> parseIpAddress(std::string_view text);

/// An address, and how it was written.
struct WrittenAddress
{
    IpAddress address;
    std::string_view spelling; ///< of the address alone; a part of the text that was read
};

/// An address, also with a zone (`fe80::1%eth0`, IPv6 only), in brackets (`[2001:db8::1]`), and with a port 0
/// … 65535 after it (`203.0.113.7:443`, `[2001:db8::1]:443`; IPv6 in brackets, or ending in four decimal
/// parts).
/// \returns nothing for anything else, also with spaces around it
[[nodiscard]] std::optional<WrittenAddress> parseWrittenAddress(std::string_view text);

/// Every address of a list as proxies write it: parts separated by commas, spaces or both. Parts that
/// parseWrittenAddress() does not accept are skipped.
[[nodiscard]] std::vector<WrittenAddress> addressesIn(std::string_view text);

/// `10.0.0.0/8`, `2001:db8::/32`.
/// \returns nothing for anything else
[[nodiscard]] std::optional<IpNetwork> parseIpNetwork(std::string_view text);

} // namespace Trailglass::Filter
