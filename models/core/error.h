// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Trailglass {

/// What went wrong, as far as callers distinguish it; the name of each is printed by `--json` output.
enum class ErrorKind
{
    Cancelled, ///< the user or the owner stopped it; never shown as a failure
    Usage, ///< bad argument, bad setting, bad filter
    Network, ///< no route, reset, name not found, truncated body
    Timeout,
    Tls,
    Unauthorized, ///< 401
    Forbidden, ///< 403
    NotFound, ///< 404
    Rejected, ///< 400, 422 and any other 4xx: asking again will not help
    RateLimited, ///< 429
    Server, ///< 5xx, 408, 425
    Redirect, ///< a redirect that is not followed
    TooLarge, ///< a response, element or window over its limit
    Malformed, ///< HTML instead of JSON, broken JSON
    Unsupported, ///< a response in a form that is not read, such as a compression that was not requested
    Vendor, ///< the vendor said "error" inside a successful response
    Storage, ///< the database or a file could not be read or written
    DiskFull,
    Locked, ///< another process works on the workspace
    NewerVersion, ///< the file was written by a newer Trailglass
    SecretUnavailable, ///< no keychain, no such variable or file
    SecretDenied, ///< keychain locked, file readable by others, entered for another address
    SecretNotApproved, ///< a reference (`env:`, `file:`) that the user has not approved for this address
    Internal,
};

/// The name scripts see, e.g. `rate_limited`.
[[nodiscard]] QString errorKindName(ErrorKind kind);

/// A failure, described for people and for the log.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< translated; says what to do; may quote the vendor's own words; never holds a secret
    /// Untranslated words and codes for logs and bug reports: no secret, no path, nothing out of an event.
    QString detail = {};
    std::optional<int> httpStatus = {};
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< the server's own request
};

} // namespace Trailglass
