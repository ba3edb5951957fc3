// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httperror.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/network/origin.h"
#include "models/network/retryafter.h"

#include <QDateTime>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype LongestQuote = 1'000; ///< characters of a vendor's own words
constexpr qsizetype LongestEncoding = 40; ///< characters shown of a Content-Encoding header

/// The vendor's own words without a full stop, as they stand in a sentence.
QString quotable(QString words)
{
    words = words.trimmed();
    if (words.endsWith(u'.'))
        words.chop(1);
    return words.size() > LongestQuote ? QString(words.left(LongestQuote) + u'…') : words;
}

QString tryAgainAt(UtcMicros now, std::chrono::milliseconds wait)
{
    const CivilTime time = toCivil(now + wait.count() * 1'000);
    const QDateTime moment(QDate(time.year, time.month, time.day), QTime(time.hour, time.minute, time.second),
                           Qt::UTC);
    return tr("Try again at %1.").arg(moment.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"));
}

/// What happened; %1 is the vendor, %2 the status.
QString happened(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
        return tr("%1 does not accept the credentials (HTTP %2).");
    case ErrorKind::Forbidden:
        return tr("%1 does not allow this credential to read its audit log (HTTP %2).");
    case ErrorKind::NotFound:
        return tr("%1: address not found (HTTP %2).");
    case ErrorKind::RateLimited:
        return tr("%1 is rate-limiting requests (HTTP %2).");
    case ErrorKind::Server:
        return tr("%1 could not process the request (HTTP %2).");
    default:
        return tr("%1 rejected the request (HTTP %2).");
    }
}

/// As happened(), with the vendor's own words as %3.
QString happenedQuoting(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
        return tr("%1 does not accept the credentials (HTTP %2): “%3”.");
    case ErrorKind::Forbidden:
        return tr("%1 does not allow this credential to read its audit log (HTTP %2): “%3”.");
    case ErrorKind::NotFound:
        return tr("%1: address not found (HTTP %2): “%3”.");
    case ErrorKind::RateLimited:
        return tr("%1 is rate-limiting requests (HTTP %2): “%3”.");
    case ErrorKind::Server:
        return tr("%1 could not process the request (HTTP %2): “%3”.");
    default:
        return tr("%1 rejected the request (HTTP %2): “%3”.");
    }
}

QString advice(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
        return tr("Check the source's credentials: they may be mistyped, expired or revoked.");
    case ErrorKind::Forbidden:
        return tr("Use a credential with that right, on a plan that includes the audit log.");
    case ErrorKind::NotFound:
        return tr("Check the address and the other settings of the source.");
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
        return tr("Try again later.");
    default:
        return tr("Check the settings of the source.");
    }
}

QString explain(QNetworkReply::NetworkError error, const QString &origin)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return tr("The host of %1 was not found. Check the address of the source and the network.")
            .arg(origin);
    case QNetworkReply::ConnectionRefusedError:
        return tr("%1 refused the connection. Check the address of the source, or try again later.")
            .arg(origin);
    case QNetworkReply::RemoteHostClosedError:
        return tr("%1 closed the connection before the response was complete. Try again later.").arg(origin);
    case QNetworkReply::TimeoutError:
        return tr("%1 did not respond in time. Check the network, or try again later.").arg(origin);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return tr("The proxy for %1 requires a password, which is not supported. Use a proxy without one.")
            .arg(origin);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return tr("The proxy for %1 does not work. Check the system's proxy settings.").arg(origin);
    case QNetworkReply::UnknownContentError:
        return tr("The response from %1 could not be decompressed. Try again later.").arg(origin);
    default:
        return tr("The connection to %1 failed. Check the network, or try again later.").arg(origin);
    }
}

QString explainTls(const QString &origin, const QStringList &tlsErrors)
{
    if (tlsErrors.isEmpty()) {
        return tr("A secure connection to %1 could not be established. Check the address; a proxy or "
                  "firewall may interfere.")
            .arg(origin);
    }
    return tr("The certificate of %1 is not trusted: %2. Check the address; if it uses a company's own "
              "certificate, add that to the system's trusted certificates.")
        .arg(origin, tlsErrors.join(u", "_s));
}

ErrorKind networkErrorKind(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorKind::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    case QNetworkReply::UnknownContentError:
        return ErrorKind::Malformed;
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::Cancelled;
    default:
        return ErrorKind::Network;
    }
}

} // namespace

ErrorKind statusErrorKind(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 408:
    case 425:
        return ErrorKind::Server;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::Server : ErrorKind::Rejected;
    }
}

Error statusError(const HttpResponse &response, const QString &vendor, const QString &words, UtcMicros now)
{
    const ErrorKind kind = statusErrorKind(response.status);
    const auto retryAfter = parseRetryAfter(response.retryAfter, response.date, now);
    const QString said = quotable(words);
    const QString status = QString::number(response.status);
    // In one call: the vendor's name and words may hold a place marker.
    const QString sentence =
        said.isEmpty() ? happened(kind).arg(vendor, status) : happenedQuoting(kind).arg(vendor, status, said);
    const QString todo =
        kind == ErrorKind::RateLimited && retryAfter ? tryAgainAt(now, *retryAfter) : advice(kind);
    return {.kind = kind,
            .message = inSequence(sentence, todo),
            .detail = u"HTTP %1"_s.arg(response.status),
            .httpStatus = response.status,
            .retryAfter = retryAfter};
}

Error networkError(QNetworkReply::NetworkError error, const QUrl &url, const QStringList &tlsErrors)
{
    const QString name =
        QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error));
    const ErrorKind kind = networkErrorKind(error);
    const QString origin = printOrigin(url);
    return {.kind = kind,
            .message = kind == ErrorKind::Tls ? explainTls(origin, tlsErrors) : explain(error, origin),
            .detail = name};
}

Error encodingError(const QUrl &url, const QByteArray &contentEncoding)
{
    const QString name = visibleText(QString::fromLatin1(contentEncoding.left(LongestEncoding)));
    return {.kind = ErrorKind::Unsupported,
            .message = tr("The response from %1 is compressed as “%2”, but only gzip was requested; it was "
                          "not read. Check the address of the source, and any proxy.")
                           .arg(printOrigin(url), name),
            .detail = u"Content-Encoding"_s};
}

Error webPageError(const QUrl &url)
{
    return {.kind = ErrorKind::Malformed,
            .message = tr("%1 returned a web page instead of JSON. Check the address of the source (base_url "
                          "or endpoint), and whether a sign-in page of a proxy or network is in between.")
                           .arg(printOrigin(url))};
}

Error headersError(const QUrl &url)
{
    return {.kind = ErrorKind::Malformed,
            .message =
                tr("The headers of the response from %1 cannot be read: there are none, or over a hundred. "
                   "Check the address of the source, and any proxy.")
                    .arg(printOrigin(url))};
}

Error redirectError(const QUrl &from, const QUrl &to, int status)
{
    const QString message = isSameOrigin(from, to)
        ? tr("%1 redirects to another of its addresses; redirects are not followed. Check the address of the "
             "source.")
              .arg(printOrigin(from))
        : tr("%1 redirects to %2, which is not followed because the credentials would be sent there. If that "
             "is the right host, set it as the address of the source.")
              .arg(printOrigin(from), printOrigin(to));
    return {.kind = ErrorKind::Redirect, .message = message, .httpStatus = status};
}

} // namespace Trailglass
