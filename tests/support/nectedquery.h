// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/httpmessage.h"
#include "tests/support/vendorevent.h"

#include <QJsonObject>
#include <QMap>

namespace Trailglass::Support {

/// The parameters of one Nected search.
/// \source the vendor's documentation, see tests/fixtures/nected/PROVENANCE.md
class NectedQuery
{
public:
    /// Reads and checks the query string. \a v1 tells which generation's parameters are allowed.
    NectedQuery(const Request &request, bool v1);

    /// What is wrong with it; empty when nothing is.
    [[nodiscard]] const QString &error() const { return m_error; }

    [[nodiscard]] qint64 pageNumber() const { return m_pageNumber; }
    [[nodiscard]] qint64 pageSize() const { return m_pageSize; }
    [[nodiscard]] bool newestFirst() const { return m_newestFirst; }

    [[nodiscard]] bool matches(const VendorEvent &event, const QJsonObject &fields) const;

private:
    void check(bool v1);
    void checkValue(const QString &name, const QString &value, bool v1);

    QMap<QString, QString> m_values;
    QString m_error;
    qint64 m_pageNumber = 1;
    qint64 m_pageSize = 10;
    bool m_newestFirst = true;
};

} // namespace Trailglass::Support
