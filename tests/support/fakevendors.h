// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/asanaserver.h"
#include "tests/support/company.h"
#include "tests/support/datafoldserver.h"
#include "tests/support/nectedserver.h"
#include "tests/support/paradimeserver.h"
#include "tests/support/secodaserver.h"

namespace Trailglass::Support {

/// All five stand-in servers with one company's events in them.
/// \thread one, with a running event loop
class FakeVendors
{
public:
    explicit FakeVendors(const Company::Options &options);

    /// Starts all five, each on a free port.
    /// \returns false when the system refuses one
    [[nodiscard]] bool listen();

    [[nodiscard]] VendorServer &server(Vendor vendor);
    [[nodiscard]] AsanaServer &asana() { return m_asana; }
    [[nodiscard]] SecodaServer &secoda() { return m_secoda; }
    [[nodiscard]] DatafoldServer &datafold() { return m_datafold; }
    [[nodiscard]] ParadimeServer &paradime() { return m_paradime; }
    [[nodiscard]] NectedServer &nected() { return m_nected; }
    [[nodiscard]] const Company &company() const { return m_company; }

    /// `VENDOR=PLAN`, the plan as Faults::add() reads it.
    /// \returns false when either is unknown
    [[nodiscard]] bool addFaults(const QByteArray &text);

    /// What a script needs to connect: `{"vendors":{"asana":{"settings":{…},"secrets":{…},"events":2433},…},
    /// "incident":{"start","end","actor","ip"}}`; `end` is exclusive and before the cleaning up.
    [[nodiscard]] QJsonObject description();

    static constexpr std::array<Vendor, 5> Vendors{Vendor::Asana, Vendor::Secoda, Vendor::Datafold,
                                                   Vendor::Paradime, Vendor::Nected};

private:
    Company m_company;
    AsanaServer m_asana;
    SecodaServer m_secoda;
    DatafoldServer m_datafold;
    ParadimeServer m_paradime;
    NectedServer m_nected;
};

} // namespace Trailglass::Support
