// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/httprequest.h"

#include <optional>

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

/// How many bytes a response says that its body has, packed where it is packed.
/// \param reply  whose head has come
/// \returns nothing where the end of the body is found in another way: no length, chunks, or no body
[[nodiscard]] std::optional<qint64> bodyLength(const QNetworkReply &reply);

/// Makes Qt hold 256 KiB of a response at most, and leave the rest in the network until they are read.
///
/// Possible with a length only. Chunks Qt compares with the limit one call at a time, and then may wait for a signal
/// of the socket that never comes: more than the limit is held, and neither the rest nor the end of the reply is
/// seen.
/// \param reply  whose head has come: before that a request with a body is not under way, and Qt forgets the limit
/// \returns whether it does
/// \source QHttpNetworkReplyPrivate::readReplyBodyChunked() of Qt 6.4
[[nodiscard]] bool leaveInNetwork(QNetworkReply &reply);

} // namespace Trailglass
