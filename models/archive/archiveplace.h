// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/origin.h"
#include "models/core/result.h"

#include <QString>
#include <QUrl>

namespace Trailglass {

/// Where an archive is, and as whom to go there: `https://user@host:8443/database?cluster=NAME`.
///
/// It holds no secret, so it may be stored, shown and logged.
/// \thread value type, as any
class ArchivePlace
{
public:
    static constexpr int HttpsPort = 8443; ///< of ClickHouse
    static constexpr int HttpPort = 8123; ///< likewise
    static constexpr qsizetype MaxName = 64; ///< characters of the names of users, databases and clusters

    /// Reads what people type. Without a user it is `default`, without a database `trailglass`, without a port that of
    /// ClickHouse for the scheme.
    ///
    /// \error Usage for anything else: a password or key in the address, plain http to a host that is not this machine, a
    /// name with characters other than letters, digits and `_` (in users and clusters also `-`), further parts.
    /// The message never repeats the address, since a password may be in it.
    static Result<ArchivePlace> parse(const QString &text);

    /// The same archive as one of a cluster: what `?cluster=NAME` in the address says.
    ///
    /// \returns it
    /// \error Usage for a name that parse() refuses, and where the address names another cluster
    [[nodiscard]] Result<ArchivePlace> inCluster(const QString &name) const;

    /// All of it; parse() reads it back.
    [[nodiscard]] QString text() const;

    [[nodiscard]] const QString &user() const { return m_user; }
    [[nodiscard]] const QString &database() const { return m_database; }
    /// Empty for a single server.
    [[nodiscard]] const QString &cluster() const { return m_cluster; }

    /// Scheme, host and port with the path `/`: where requests go.
    [[nodiscard]] const QUrl &url() const { return m_url; }
    /// What the key of the user is bound to.
    [[nodiscard]] Origin origin() const { return Origin::of(m_url); }
    /// `https://host:8443`, for sentences.
    [[nodiscard]] QString server() const;
    /// `host:8443/database`, for titles.
    [[nodiscard]] QString name() const;

    friend bool operator==(const ArchivePlace &, const ArchivePlace &) = default;

private:
    ArchivePlace() = default;

    QUrl m_url;
    QString m_user;
    QString m_database;
    QString m_cluster;
};

} // namespace Trailglass
