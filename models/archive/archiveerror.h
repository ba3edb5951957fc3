// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/core/error.h"
#include "models/core/secretmask.h"
#include "models/network/httpjob.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Trailglass {

/// What a ClickHouse server says of a query that it did not carry out.
struct ServerException
{
    int code = 0; ///< 0: it gives none
    QString words; ///< of the server; untrusted, may quote the query

    /// Reads `Code: 62, e.displayText() = DB::Exception: …, e.what() = …` and
    /// `Code: 62. DB::Exception: … (SYNTAX_ERROR) (version …)`.
    [[nodiscard]] static ServerException fromText(const QByteArray &text);
};

/// Whether a ClickHouse server wrote a response: whatever is in between, such as a proxy, lacks its headers.
[[nodiscard]] bool isFromServer(const HttpResponse &response);

/// The exception of a response, wherever it stands: in the headers, in the body of a refusal, or after the rows of a body
/// that had begun well.
/// \param body  of a response that isSuccess()
/// \returns nothing for a response that is whole and good
[[nodiscard]] std::optional<ServerException> exceptionOf(const HttpResponse &response,
                                                         const QByteArray &body);

/// An exception as an error.
///
/// The kinds: Unauthorized (user or key), Forbidden (rights, read-only users), NotFound (database or table), Timeout,
/// Rejected (a limit of the server: memory, rows, quota), TooLarge (the result), DiskFull, Network (a shard that does not
/// respond, or a query whose connection was lost), Server (busy, ending, files that cannot be written, read-only tables, too
/// few replicas), Cancelled, Unsupported (a setting that the server does not know, or PREWHERE where it cannot be), else
/// Internal: the query was wrong.
/// \param mask  of the key; what the server wrote goes through it, and through visibleText()
/// \param status  of the response
[[nodiscard]] Error exceptionError(const ServerException &exception, int status, const ArchivePlace &place,
                                   const SecretMask &mask);

/// Whether a proxy or gateway responded because it has waited long enough for the server, which goes on with the query.
[[nodiscard]] bool isGatewayTimeout(const HttpResponse &response);

/// A response that no ClickHouse server wrote.
/// \error in words: a web page, an address where something else responds, or a gateway that reaches no server; Timeout for
/// one that has stopped waiting for it
[[nodiscard]] Error foreignResponseError(const HttpResponse &response, const QByteArray &body,
                                         const ArchivePlace &place);

/// What HttpJob reports, in words for an archive. The kind stays.
[[nodiscard]] Error archiveConnectionError(const Error &error, const ArchivePlace &place);

/// Whether a request may have been carried out although it ended with \a error: the connection was lost, time ran out, it
/// was cancelled, or the response was not the server's. Of any other error the server itself says that it refused.
[[nodiscard]] bool isOutcomeUnknown(const Error &error);

} // namespace Trailglass
