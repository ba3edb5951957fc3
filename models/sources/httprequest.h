// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secret.h"
#include "models/core/utcmicros.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>

namespace Trailglass {

/// One header of a request. The value is a Secret in every case: most are credentials, and none needs
/// printing.
struct RequestHeader
{
    QByteArray name;
    Secret value;
};

/// A request as data; sending it is the sync module's business.
struct HttpRequest
{
    QByteArray verb = QByteArrayLiteral("GET");
    QUrl url; ///< complete; never holds a credential, except that Paradime's path identifies the account
    QList<RequestHeader> headers;
    QByteArray body; ///< sent when not empty, with `Content-Type: application/json`
};

/// One page to ask a vendor for.
struct PageRequest
{
    HttpRequest http;

    /// The time window requested, where the API can be asked: rows outside are stored and said.
    std::optional<TimeWindow> window;

    /// When the run started, by the clock of the responses; nothing before the first of them. Later events
    /// do not count for the watermark.
    std::optional<UtcMicros> asOf;

    /// True for a vendor's one full response (Paradime): rows may be committed before the response is
    /// complete, and the larger size cap applies.
    bool streamed = false;
};

} // namespace Trailglass
