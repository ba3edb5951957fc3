// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/ipaddress.h"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>

namespace Trailglass::Filter {

namespace {

constexpr std::array<std::uint8_t, 12> MappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr int MappedBits = 96;

/// A whole number of at most \a maxDigits digits and nothing else.
std::optional<unsigned> parseNumber(std::string_view text, std::size_t maxDigits)
{
    unsigned number = 0;
    if (text.empty() || text.size() > maxDigits)
        return std::nullopt;
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

bool isPort(std::string_view text)
{
    constexpr unsigned MaxPort = 65'535;
    const auto number = parseNumber(text, 5);
    return number && *number <= MaxPort;
}

/// `fe80::1%eth0`, or without a zone.
std::optional<WrittenAddress> parseZoned(std::string_view text)
{
    const std::size_t percent = text.find('%');
    const std::string_view host = text.substr(0, percent);
    const auto address = parseIpAddress(host);
    const bool badZone = percent != std::string_view::npos
        && (host.find(':') == std::string_view::npos || percent + 1 == text.size());
    return address && !badZone ? std::optional(WrittenAddress{*address, host}) : std::nullopt;
}

std::optional<WrittenAddress> parseBracketed(std::string_view text)
{
    const std::size_t closing = text.find(']');
    if (closing == std::string_view::npos)
        return std::nullopt;
    const std::string_view rest = text.substr(closing + 1);
    if (!rest.empty() && (rest.front() != ':' || !isPort(rest.substr(1))))
        return std::nullopt;
    return parseZoned(text.substr(1, closing - 1));
}

} // namespace

bool IpAddress::isIpv4() const
{
    return std::equal(MappedPrefix.begin(), MappedPrefix.end(), bytes.begin());
}

std::string IpAddress::ipv4Text() const
{
    std::string text;
    for (std::size_t index = MappedPrefix.size(); index < bytes.size(); ++index)
        text += (text.empty() ? "" : ".") + std::to_string(bytes[index]);
    return text;
}

bool IpNetwork::contains(const IpAddress &other) const
{
    if (other.isIpv4() != (address.isIpv4() && prefix >= MappedBits))
        return false;
    const auto whole = prefix / 8;
    if (!std::equal(address.bytes.begin(), address.bytes.begin() + whole, other.bytes.begin()))
        return false;
    const int rest = prefix % 8;
    const auto index = static_cast<std::size_t>(whole);
    return rest == 0 || ((address.bytes[index] ^ other.bytes[index]) >> (8 - rest)) == 0;
}

std::optional<IpAddress> parseIpAddress(std::string_view text)
{
    // inet_pton() reads a text that ends with NUL; no valid address is longer than this.
    std::array<char, INET6_ADDRSTRLEN> terminated{};
    if (text.size() >= terminated.size() || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    text.copy(terminated.data(), text.size());
    IpAddress address;
    if (inet_pton(AF_INET6, terminated.data(), address.bytes.data()) == 1)
        return address;
    std::ranges::copy(MappedPrefix, address.bytes.begin());
    const bool isIpv4 =
        inet_pton(AF_INET, terminated.data(), address.bytes.data() + MappedPrefix.size()) == 1;
    return isIpv4 ? std::optional(address) : std::nullopt;
}

std::optional<WrittenAddress> parseWrittenAddress(std::string_view text)
{
    if (text.starts_with('['))
        return parseBracketed(text);
    if (const auto zoned = parseZoned(text))
        return zoned;
    // Without brackets, only after four decimal parts is a colon certainly followed by a port.
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || !isPort(text.substr(colon + 1)))
        return std::nullopt;
    const std::string_view host = text.substr(0, colon);
    const auto address = host.find('.') == std::string_view::npos ? std::nullopt : parseIpAddress(host);
    return address ? std::optional(WrittenAddress{*address, host}) : std::nullopt;
}

std::vector<WrittenAddress> addressesIn(std::string_view text)
{
    constexpr std::string_view Separators = ", \t\n\v\f\r";
    std::vector<WrittenAddress> addresses;
    for (std::size_t start = text.find_first_not_of(Separators); start != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(Separators, start), text.size());
        if (const auto address = parseWrittenAddress(text.substr(start, end - start)))
            addresses.push_back(*address);
        start = text.find_first_not_of(Separators, end);
    }
    return addresses;
}

std::optional<IpNetwork> parseIpNetwork(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const std::string_view host = text.substr(0, slash);
    const auto address = parseIpAddress(host);
    const auto prefix = parseNumber(text.substr(slash + 1), 3);
    if (!address || !prefix)
        return std::nullopt;
    const bool written4 = host.find(':') == std::string_view::npos;
    if (*prefix > (written4 ? 32U : 128U))
        return std::nullopt;
    return IpNetwork{*address, static_cast<int>(*prefix) + (written4 ? MappedBits : 0)};
}

} // namespace Trailglass::Filter
