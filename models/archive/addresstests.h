// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/filter/ast.h"
#include "models/filter/ipaddress.h"

#include <vector>

namespace Trailglass {

/// Addresses and networks of a term, of which one of the addresses of a text must be one, or be in one.
/// \thread any, one at a time
class AddressTests
{
public:
    /// Adds the address or the network of a value that Filter::AddressMatcher::isAddressValue() of \a term, and is not a
    /// pattern; nothing for others.
    void add(const Filter::Term &term, const Filter::TextValue &value);

    [[nodiscard]] bool isEmpty() const { return m_addresses.empty() && m_networks.empty(); }

    /// \param keys  an expression for what addressKey() makes of the text
    [[nodiscard]] ArchiveSql sql(const ArchiveSql &keys) const;

private:
    [[nodiscard]] ArchiveSql one(const ArchiveSql &key) const;

    std::vector<Filter::IpAddress> m_addresses;
    std::vector<Filter::IpNetwork> m_networks;
};

} // namespace Trailglass
