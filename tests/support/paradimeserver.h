// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/vendorserver.h"

namespace Trailglass::Support {

/// Paradime's GraphQL endpoint with its one query `getAuditLogs`: everything in one response, in no order.
///
/// All three ways to authenticate work. What GraphQL calls an error comes at HTTP 200.
/// \source the vendor's documentation, see tests/fixtures/paradime/PROVENANCE.md
class ParadimeServer final : public VendorServer
{
    Q_OBJECT

public:
    /// What the response says besides the rows.
    enum class Errors
    {
        None,
        NoData, ///< `{"errors":[…],"data":null}`
        AfterRows, ///< the rows, and then errors
    };

    using VendorServer::VendorServer;

    [[nodiscard]] QMap<QString, QString> settings() const override;

    /// The legacy pair of key and secret.
    [[nodiscard]] QMap<QString, QString> secrets() const override;

    static const QString WorkspaceSecret; ///< `prdm_wsp_…`: alone, as a bearer
    static const QString CompanySecret; ///< `prdm_cmp_…`: a bearer that needs WorkspaceUid too
    static const QString WorkspaceUid;

    void setErrors(Errors errors) { m_errors = errors; }

    /// Without the `data.getAuditLogs` around it, as the reference's example shows the response.
    void setUnwrapped(bool unwrapped) { m_unwrapped = unwrapped; }

protected:
    [[nodiscard]] Response respond(const Request &request) override;

private:
    [[nodiscard]] Response respondWithAll();

    Errors m_errors = Errors::None;
    bool m_unwrapped = false;
};

} // namespace Trailglass::Support
