// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/openapicontract.h"
#include "tests/support/vendorserver.h"

#include <QHash>

namespace Trailglass::Support {

/// `GET /api/1.0/workspaces/{gid}/audit_log_events`, as Asana documents it.
///
/// Ascending by creation. An offset continues after the last row it was handed out with, is good for the same
/// filters only, and goes on being handed out when there are no more rows; `next_page` is null only while
/// nothing matches. `next_page.uri` leads to a host that does not exist.
/// \source the published OpenAPI, see tests/fixtures/asana/PROVENANCE.md
class AsanaServer final : public VendorServer
{
    Q_OBJECT

public:
    explicit AsanaServer(QObject *parent = nullptr);

    [[nodiscard]] QMap<QString, QString> settings() const override;
    [[nodiscard]] QMap<QString, QString> secrets() const override;

    /// Every offset handed out so far is answered with 400 from now on.
    void expireOffsets() { m_offsets.clear(); }

    /// While set, offsets do not move although rows come: the cursor that never advances.
    void setOffsetStuck(bool stuck) { m_stuck = stuck; }

    /// Rows in the response to a request without `limit`.
    /// \source the endpoint's prose
    static constexpr int DefaultLimit = 1000;

protected:
    [[nodiscard]] Response respond(const Request &request) override;

private:
    struct Position
    {
        UtcMicros created;
        qint64 sequence = -1;
        QMap<QByteArray, QByteArray> filters;
        friend auto operator<=>(const Position &left, const Position &right)
        {
            return std::pair(left.created, left.sequence) <=> std::pair(right.created, right.sequence);
        }
    };

    [[nodiscard]] QStringList violations(const Request &request) const;
    [[nodiscard]] Response respondWithPage(const Request &request, const std::optional<Position> &after);
    [[nodiscard]] QByteArray nextPage(const Position &position, int limit);

    OpenApiContract m_contract;
    QHash<QByteArray, Position> m_offsets;
    int m_offsetCount = 0;
    bool m_stuck = false;
};

} // namespace Trailglass::Support
