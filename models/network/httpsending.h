// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/httprequest.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace Trailglass {

/// Sends a request as docs/decisions/0006-http-policy.md has it: no redirect is followed, no cookie, cache or HTTP/2 is
/// used, and gzip is left packed.
/// \param url  where to, in place of HttpRequest::url
/// \returns the reply, which belongs to \a network until somebody takes it
/// \thread that of \a network
[[nodiscard]] QNetworkReply *sendRequest(QNetworkAccessManager &network, const QUrl &url,
                                         const HttpRequest &request);

} // namespace Trailglass
