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

/// What the body of a response may be.
enum class ResponseForm
{
    Json, ///< requested as such; a body that begins with `<` is a web page, which is an error
    Bytes, ///< anything
};

/// A request as data; sending it is the network module's business.
struct HttpRequest
{
    QByteArray verb = QByteArrayLiteral("GET");
    QUrl url; ///< complete; never holds a credential, except that Paradime's path identifies the account
    QList<RequestHeader> headers;
    /// Sent when not empty, with `Content-Type: application/json` unless a header says another.
    QByteArray body;
    ResponseForm response = ResponseForm::Json;
    /// Goes over one connection only: when that breaks, the request fails. Otherwise it may be sent several times
    /// until a response begins. For a body that must not be taken twice; needs one.
    bool isSentOnce = false;
};

} // namespace Trailglass
