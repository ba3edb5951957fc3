// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/ipaddress.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace Trailglass::Filter {

namespace {

constexpr std::array<std::uint8_t, 12> MappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr int MappedBits = 96;

/// A whole number of at most \a maximumDigits digits and nothing else.
std::optional<unsigned> parseNumber(std::string_view text, int base, std::size_t maximumDigits)
{
    unsigned number = 0;
    if (text.empty() || text.size() > maximumDigits)
        return std::nullopt;
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, base);
    if (error != std::errc() || stop != end || text.front() == '-')
        return std::nullopt;
    return number;
}

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::optional<std::array<std::uint8_t, 4>> parseIpv4(std::string_view text)
{
    const auto parts = splitAt(text, '.');
    if (parts.size() != 4)
        return std::nullopt;
    std::array<std::uint8_t, 4> bytes{};
    for (std::size_t index = 0; index < 4; ++index) {
        const auto number = parseNumber(parts[index], 10, 3);
        if (!number || *number > 255 || (parts[index].size() > 1 && parts[index].front() == '0'))
            return std::nullopt;
        bytes[index] = static_cast<std::uint8_t>(*number);
    }
    return bytes;
}

/// Groups of up to four hex digits; the last may be an IPv4 address. An empty text is no groups.
std::optional<std::vector<std::uint8_t>> parseGroups(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    if (text.empty())
        return bytes;
    const auto groups = splitAt(text, ':');
    for (std::size_t index = 0; index < groups.size(); ++index) {
        if (const auto number = parseNumber(groups[index], 16, 4)) {
            bytes.push_back(static_cast<std::uint8_t>(*number >> 8));
            bytes.push_back(static_cast<std::uint8_t>(*number & 0xFF));
        } else if (const auto ipv4 = parseIpv4(groups[index]); ipv4 && index + 1 == groups.size()) {
            bytes.insert(bytes.end(), ipv4->begin(), ipv4->end());
        } else {
            return std::nullopt;
        }
    }
    return bytes;
}

std::optional<IpAddress> parseIpv6(std::string_view text)
{
    IpAddress address;
    const std::size_t gap = text.find("::");
    const auto front = parseGroups(text.substr(0, gap));
    if (!front)
        return std::nullopt;
    if (gap == std::string_view::npos) {
        if (front->size() != address.bytes.size())
            return std::nullopt;
        std::ranges::copy(*front, address.bytes.begin());
        return address;
    }
    const bool frontEndsInIpv4 = text.substr(0, gap).find('.') != std::string_view::npos;
    const auto back = parseGroups(text.substr(gap + 2));
    // The gap stands for at least one group.
    if (!back || frontEndsInIpv4 || front->size() + back->size() > address.bytes.size() - 2)
        return std::nullopt;
    std::ranges::copy(*front, address.bytes.begin());
    std::ranges::copy_backward(*back, address.bytes.end());
    return address;
}

bool isPort(std::string_view text)
{
    constexpr unsigned GreatestPort = 65'535;
    const auto number = parseNumber(text, 10, 5);
    return number && *number <= GreatestPort;
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
    if (const auto ipv4 = parseIpv4(text)) {
        IpAddress address;
        std::ranges::copy(MappedPrefix, address.bytes.begin());
        std::ranges::copy(*ipv4, address.bytes.begin() + MappedPrefix.size());
        return address;
    }
    return parseIpv6(text);
}

std::optional<WrittenAddress> parseWrittenAddress(std::string_view text)
{
    if (text.starts_with('['))
        return parseBracketed(text);
    if (const auto zoned = parseZoned(text))
        return zoned;
    // Without brackets a port can be told only from an address that ends in four decimal parts.
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
    const auto prefix = parseNumber(text.substr(slash + 1), 10, 3);
    if (!address || !prefix)
        return std::nullopt;
    const bool written4 = host.find(':') == std::string_view::npos;
    if (*prefix > (written4 ? 32U : 128U))
        return std::nullopt;
    return IpNetwork{*address, static_cast<int>(*prefix) + (written4 ? MappedBits : 0)};
}

} // namespace Trailglass::Filter
