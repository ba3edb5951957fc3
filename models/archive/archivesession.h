// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/archive/archivesql.h"
#include "models/archive/serverprofile.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/secret.h"
#include "models/core/secretmask.h"
#include "models/network/httpthread.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// A user of an archive, and what it costs to reach the server.
struct ArchiveAccess
{
    ArchivePlace place;
    Secret key; ///< empty for a user without one
};

/// The way to the server of an archive: statements there, bytes back, whole or an error.
///
/// Every function blocks its caller; the network has a thread of its own. User and key go in headers, never in an address.
/// \thread any but that of a window; several threads may wait at the same time. Destroyed while none does
/// \error of each function: the kinds of exceptionError(), foreignResponseError() and archiveConnectionError(); Cancelled
/// within 20 ms, while the server is requested to stop the query. isOutcomeUnknown() says whether a statement may have been
/// carried out all the same
class ArchiveSession
{
public:
    static constexpr qint64 MaxResultBytes = qint64(1024) * 1024 * 1024;
    /// A server sends nothing until a result is complete; its own limits end a query earlier.
    static constexpr std::chrono::minutes MaxSilence{20};
    /// Within a result, which is complete when its first byte is sent.
    static constexpr std::chrono::seconds MaxGap{30};
    static constexpr std::chrono::hours MaxDuration{6};

    /// The share of the rows that were read, 0 to 1.
    using Progress = std::function<void(double read)>;

    /// Goes to the server and reads what it knows. The database need not be there yet.
    /// \error also as ServerProfile::read()
    static Result<std::unique_ptr<ArchiveSession>> open(const ArchiveAccess &access,
                                                        const CancelToken &cancel);

    /// Waits a moment for statements that stop others.
    ~ArchiveSession();
    ArchiveSession(const ArchiveSession &) = delete;
    ArchiveSession &operator=(const ArchiveSession &) = delete;

    [[nodiscard]] const ArchivePlace &place() const { return m_access.place; }
    [[nodiscard]] const ServerProfile &profile() const { return *m_profile; }

    /// The result of a query, in RowBinary.
    ///
    /// When a connection breaks before the response begins, the query may be sent again.
    /// \param sql  without FORMAT; unqualified names of tables are those of the database
    /// \param progressed  called on the caller's thread, a few times a second; may be empty
    /// \param maxBytes  of the result; a larger one is TooLarge
    Result<QByteArray> ask(const ArchiveSql &sql, const CancelToken &cancel, const Progress &progressed = {},
                           qint64 maxBytes = MaxResultBytes);

    /// Sends one block, over one connection and never again.
    ///
    /// \param sql  `INSERT INTO … FORMAT Native`
    /// \param queryId  under which the server knows it: it refuses a second one while the first is running
    Result<void> insert(const ArchiveSql &sql, const QByteArray &block, const QString &queryId,
                        const CancelToken &cancel);

    /// A statement without a result and without data, likewise.
    Result<void> executeOnce(const ArchiveSql &sql, const QString &queryId, const CancelToken &cancel);

    /// Where the names of a statement without a database are looked up.
    enum class Scope
    {
        Database,
        Server, ///< for statements that create the database
    };
    /// A statement without a result. It may be sent again as ask() says: once and twice have to come to the same.
    Result<void> execute(std::string_view sql, const CancelToken &cancel, Scope scope = Scope::Database);

    /// Requests the server to stop a statement, and does not wait for that.
    void kill(const QString &queryId);

private:
    class ProgressPoll;

    explicit ArchiveSession(const ArchiveAccess &access);
    [[nodiscard]] HttpRequest newRequest(const ServerProfile::Settings &settings, Scope scope,
                                         const QString &queryId) const;
    Result<QByteArray> run(const HttpRequest &request, const QString &queryId, const CancelToken &cancel,
                           const Progress &progressed = {}, qint64 maxBytes = MaxResultBytes);
    Result<QByteArray> checked(Result<HttpReply> reply) const;
    [[nodiscard]] QString newQueryId();

    const ArchiveAccess m_access;
    SecretMask m_mask;
    std::optional<ServerProfile> m_profile; ///< set by open()
    std::mutex m_mutex; ///< of the next two
    std::vector<std::shared_ptr<HttpExchange>> m_kills;
    quint64 m_queries = 0;
    const QString m_name; ///< by chance; what the ids of queries begin with
    HttpThread m_http;
};

} // namespace Trailglass
