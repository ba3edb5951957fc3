// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/core/utcmicros.h"
#include "models/network/httpjob.h"

#include <QNetworkReply>
#include <QStringList>

namespace Trailglass {

/// The kind for an HTTP status that is not 2xx.
[[nodiscard]] ErrorKind statusErrorKind(int status);

/// A refusal in words: the status, the vendor's own words, what to do.
///
/// \param vendor  its display name
/// \param words  Source::errorText(); may be empty; cut when long
[[nodiscard]] Error statusError(const HttpResponse &response, const QString &vendor, const QString &words,
                                UtcMicros now);

/// What Qt reports of a connection that did not work, in words. Holds the origin of \a url, nothing else of
/// it.
///
/// \param tlsErrors  what is wrong with the certificate, as Qt says it
[[nodiscard]] Error networkError(QNetworkReply::NetworkError error, const QUrl &url,
                                 const QStringList &tlsErrors);

/// A successful response of \a url whose body is packed in a way that is not read.
///
/// \param contentEncoding  the header's value; untrusted, shown through visibleText(), cut when long
[[nodiscard]] Error encodingError(const QUrl &url, const QByteArray &contentEncoding);

/// A successful response of \a url that is a web page.
[[nodiscard]] Error webPageError(const QUrl &url);

/// A response of \a url whose headers cannot be read, such as one with too many.
[[nodiscard]] Error headersError(const QUrl &url);

/// A redirect from \a from to \a to that is not followed.
[[nodiscard]] Error redirectError(const QUrl &from, const QUrl &to, int status);

} // namespace Trailglass
