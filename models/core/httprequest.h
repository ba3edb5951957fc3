// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secret.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace Trailglass {

/// One header of a request. The value is a Secret in every case: most are credentials, and none needs
/// printing.
struct RequestHeader
{
    QByteArray name;
    Secret value;
};

/// A request as data; sending it is the network module's business.
struct HttpRequest
{
    QByteArray verb = QByteArrayLiteral("GET");
    QUrl url; ///< complete; never holds a credential, except that Paradime's path identifies the account
    QList<RequestHeader> headers;
    QByteArray body; ///< sent when not empty, with `Content-Type: application/json`
};

} // namespace Trailglass
