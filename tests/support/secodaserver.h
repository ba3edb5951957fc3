// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/openapicontract.h"
#include "tests/support/vendorserver.h"

namespace Trailglass::Support {

/// Secoda's `audit_logs` and `resource_logs`, paged by number.
///
/// Without `sort` the order is nobody's business, so it is a useless one. A path without its trailing slash
/// is answered with a redirect, as Django does.
/// \source the published OpenAPI, see tests/fixtures/secoda/PROVENANCE.md
class SecodaServer final : public VendorServer
{
    Q_OBJECT

public:
    explicit SecodaServer(QObject *parent = nullptr);

    [[nodiscard]] QMap<QString, QString> settings() const override;
    [[nodiscard]] QMap<QString, QString> secrets() const override;

    /// Rows a page. The vendor names no number.
    void setPageSize(int rows) { m_pageSize = rows; }

    /// While set, `sort` is accepted and not heeded.
    void setIgnoresSort(bool ignores) { m_ignoresSort = ignores; }

    /// While set, `meta.next_page` is the page itself: the list that never ends.
    void setPageStuck(bool stuck) { m_stuck = stuck; }

protected:
    [[nodiscard]] Response respond(const Request &request) override;

private:
    struct Slice
    {
        std::vector<const Row *> rows;
        QByteArray totals; ///< `"total_pages":…,"count":…,"meta":{…}`
    };

    [[nodiscard]] Response respondWithAuditLogs(const Request &request);
    [[nodiscard]] Response respondWithResourceLogs(const Request &request);
    [[nodiscard]] QString queryError(const Request &request) const;
    [[nodiscard]] std::vector<const Row *> ordered(const Request &request) const;
    [[nodiscard]] std::optional<Slice> slice(const std::vector<const Row *> &rows,
                                             const QByteArray &page) const;
    [[nodiscard]] static QByteArray versionHistory(const QString &id, const std::vector<const Row *> &rows);

    OpenApiContract m_contract;
    QStringList m_fields; ///< names that may be filtered on and sorted by
    int m_pageSize = 50;
    bool m_ignoresSort = false;
    bool m_stuck = false;
};

} // namespace Trailglass::Support
