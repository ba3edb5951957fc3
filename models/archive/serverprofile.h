// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/archive/archivesql.h"
#include "models/archive/eventtable.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Trailglass {

/// What the server of an archive knows, and which settings go with each request.
///
/// Settings decide whether a result is exact: by a profile of the server, a query may leave out shards that do not respond,
/// or cut its result off at a limit, without a word. They are sent with every request, but only those that the server knows: it
/// refuses a query with any other one. A user with readonly=1 may not send any, so the server's own are checked instead.
/// \thread value type, as any
class ServerProfile
{
public:
    enum class Use
    {
        Query,
        Insert,
    };

    using Settings = QList<std::pair<QString, QString>>;

    static constexpr int OldestMajor = 18; ///< with OldestMinor: the oldest version that was tried
    static constexpr int OldestMinor = 16;

    /// The query that read() takes the result of. It needs no database.
    [[nodiscard]] static ArchiveSql query();

    /// \param rows  RowBinary
    /// \error Unsupported for a server that is too old; Forbidden for a user with readonly=1 whose settings would allow wrong
    /// results, with the setting; Malformed for anything that query() does not result in
    static Result<ServerProfile> read(const QByteArray &rows, const ArchivePlace &place);

    /// `26.7.2.1`
    [[nodiscard]] const QString &version() const { return m_version; }
    [[nodiscard]] bool isAtLeast(int major, int minor) const { return m_release >= std::pair(major, minor); }

    /// What tables of a new archive may consist of.
    [[nodiscard]] ArchiveDialect dialect() const;
    /// GROUP BY GROUPING SETS with grouping().
    [[nodiscard]] bool hasGroupingSets() const { return isAtLeast(22, 6); }

    /// The user may not change data, whatever its other rights are.
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }

    /// Names and values.
    [[nodiscard]] Settings settings(Use use) const { return use == Use::Query ? m_query : m_insert; }

private:
    ServerProfile() = default;

    QString m_version;
    std::pair<int, int> m_release;
    bool m_isReadOnly = false;
    Settings m_query;
    Settings m_insert;
};

} // namespace Trailglass
