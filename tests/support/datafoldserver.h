// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/openapicontract.h"
#include "tests/support/vendorserver.h"

namespace Trailglass::Support {

/// `GET /api/v1/audit_logs` with a JSON body, as Datafold documents it: no paging, no order, `Authorization:
/// Key …`.
///
/// The vendor does not say whether the ends of the interval belong to it: setBounds() plays each reading.
/// \source the reference page, see tests/fixtures/datafold/PROVENANCE.md
class DatafoldServer final : public VendorServer
{
    Q_OBJECT

public:
    enum class Bounds
    {
        HalfOpen, ///< [start, end)
        Open, ///< (start, end)
        Closed, ///< [start, end]
    };

    explicit DatafoldServer(QObject *parent = nullptr);

    [[nodiscard]] QMap<QString, QString> settings() const override;
    [[nodiscard]] QMap<QString, QString> secrets() const override;

    void setBounds(Bounds bounds) { m_bounds = bounds; }

    /// A response with more rows than this is 504, as from a gateway that gives up. 0 is no limit.
    void setMaximumRows(qsizetype rows) { m_maximumRows = rows; }

protected:
    [[nodiscard]] Response respond(const Request &request) override;

private:
    [[nodiscard]] Response respondWithWindow(const QJsonObject &body);
    [[nodiscard]] bool contains(const QJsonObject &window, UtcMicros time) const;

    OpenApiContract m_contract;
    Bounds m_bounds = Bounds::HalfOpen;
    qsizetype m_maximumRows = 0;
};

} // namespace Trailglass::Support
