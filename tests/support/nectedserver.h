// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/vendorserver.h"

#include <QStringList>

namespace Trailglass::Support {

/// Nected's audit search and detail, in both generations of paths: `/dev/audit/{module}/…` and, with the
/// header `Nected-Branch`, `/dev/v1/audit/{module}/…`.
///
/// Newest first, ten rows a page at most. As with the vendor's search engine, rows beyond the 10,000th
/// cannot be reached and `totalCount` never says more.
/// \source the vendor's documentation, see tests/fixtures/nected/PROVENANCE.md
class NectedServer final : public VendorServer
{
    Q_OBJECT

public:
    static constexpr qint64 MaxPageSize = 10;
    /// Reachable rows.
    /// \source Elasticsearch's index.max_result_window
    static constexpr qint64 ResultWindow = 10'000;

    using VendorServer::VendorServer;

    /// Of the `reference` generation; `api_generation` = `v1` and `branch` = Branch work as well.
    [[nodiscard]] QMap<QString, QString> settings() const override;
    [[nodiscard]] QMap<QString, QString> secrets() const override;

    static const QString Branch;

    /// Rows that can be reached, where 10,000 would make a test slow.
    void setResultWindow(qint64 rows) { m_resultWindow = rows; }

    /// While set, searches are answered at HTTP 200 with a code other than `success`.
    void setFailing(bool failing) { m_failing = failing; }

protected:
    [[nodiscard]] Response respond(const Request &request) override;

private:
    [[nodiscard]] Response respondToSearch(const Request &request);
    [[nodiscard]] Response respondToDetail(const Request &request, const QString &logId);

    qint64 m_resultWindow = ResultWindow;
    bool m_failing = false;
};

} // namespace Trailglass::Support
