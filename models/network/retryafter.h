// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace Trailglass {

/// Reads an HTTP date in any of its three forms, e.g. `Sun, 06 Nov 1994 08:49:37 GMT`. The name of the day is not
/// compared with the date, in none of them: recipients are to be robust.
/// \source RFC 9110 §5.6.7
[[nodiscard]] std::optional<UtcMicros> parseHttpDate(QByteArrayView text);

/// Reads a `Retry-After` header: whole seconds, or a date.
///
/// \param date  the response's `Date` header; may be empty. A date is compared with it, so that both are of
/// the server's clock
/// \param now  of the local clock, used if there is no valid `Date`
/// \returns the time to wait, 0 for a date in the past; nothing if the header is neither
/// \source RFC 9110 §10.2.3
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView header,
                                                                       QByteArrayView date, UtcMicros now);

} // namespace Trailglass
