// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/addresstests.h"

#include "models/filter/addressmatcher.h"

#include <array>
#include <optional>

namespace Trailglass {

namespace {

using AddressBytes = std::array<std::uint8_t, 16>;

constexpr int BitsOfByte = 8;

ArchiveSql addressLiteral(const AddressBytes &bytes)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    for (const unsigned byte : bytes) {
        text += Digits[byte / 16];
        text += Digits[byte % 16];
    }
    // The bytes themselves are no text.
    return "unhex(" + ArchiveSql::literal(text) + ")";
}

ArchiveSql isBetweenAddresses(const ArchiveSql &key, const AddressBytes &first, const AddressBytes &last)
{
    return allOf({key + " >= " + addressLiteral(first), key + " <= " + addressLiteral(last)});
}

/// The bytes of the network with all bits after the prefix as \a filling has them.
AddressBytes filled(const Filter::IpNetwork &network, std::uint8_t filling)
{
    AddressBytes bytes = network.address.bytes;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        const int kept = network.prefix - static_cast<int>(index) * BitsOfByte;
        if (kept >= BitsOfByte)
            continue;
        const unsigned mask = kept <= 0 ? 0xFFU : 0xFFU >> kept;
        bytes.at(index) = static_cast<std::uint8_t>((bytes.at(index) & ~mask) | (filling & mask));
    }
    return bytes;
}

/// ::ffff:0:0/96, in which all IPv4 addresses are.
Filter::IpNetwork mappedNetwork()
{
    return {Filter::parseIpAddress("0.0.0.0").value(), 96};
}

ArchiveSql isInNetwork(const ArchiveSql &key, const Filter::IpNetwork &network)
{
    const Filter::IpNetwork mapped = mappedNetwork();
    const ArchiveSql inside = isBetweenAddresses(key, filled(network, 0), filled(network, 0xFF));
    const bool holdsMapped = network.prefix < mapped.prefix && filled(network, 0) <= mapped.address.bytes
        && mapped.address.bytes <= filled(network, 0xFF);
    if (!holdsMapped)
        return inside;
    // IPv4 addresses are in networks of IPv4 only.
    return allOf({inside, "NOT " + isBetweenAddresses(key, filled(mapped, 0), filled(mapped, 0xFF))});
}

} // namespace

void AddressTests::add(const Filter::Term &term, const Filter::TextValue &value)
{
    if (!value.wildcards.empty() || !Filter::AddressMatcher::isAddressValue(term, value))
        return;
    if (const auto network = Filter::parseIpNetwork(value.text))
        m_networks.push_back(*network);
    else if (const auto written = Filter::parseWrittenAddress(value.text))
        m_addresses.push_back(written->address);
}

/// \param key  of one address
ArchiveSql AddressTests::one(const ArchiveSql &key) const
{
    std::vector<ArchiveSql> tests;
    std::vector<ArchiveSql> addresses;
    for (const Filter::IpAddress &address : m_addresses)
        addresses.push_back(addressLiteral(address.bytes));
    if (addresses.size() == 1)
        tests.push_back(key + " = " + addresses.front());
    else if (!addresses.empty())
        tests.push_back(key + " IN (" + joinSql(addresses, ", ") + ")");
    for (const Filter::IpNetwork &network : m_networks)
        tests.push_back(isInNetwork(key, network));
    return anyOf(tests);
}

ArchiveSql AddressTests::sql(const ArchiveSql &keys) const
{
    // Nearly every text has one address, for which no list has to be made.
    const ArchiveSql single = allOf({"length(" + keys + ") = 16", one(keys)});
    const ArchiveSql several = allOf({"length(" + keys + ") > 16",
                                      "arrayExists(i -> " + one("substring(" + keys + ", i * 16 + 1, 16)")
                                          + ", range(intDiv(length(" + keys + "), 16)))"});
    return anyOf({single, several});
}

} // namespace Trailglass
