// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveerror.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/network/httperror.h"

#include <QRegularExpression>

#include <algorithm>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MaxQuotedWords = 600; ///< characters of a server's words
constexpr qsizetype MaxExceptionBytes = 64 * 1024; ///< that are looked through for one after rows

constexpr QByteArrayView ServerHeaders = "X-ClickHouse-";
constexpr QByteArrayView CodeHeader = "X-ClickHouse-Exception-Code";
constexpr QByteArrayView TagHeader = "X-ClickHouse-Exception-Tag";

constexpr int FirstUnavailable = 500; ///< HTTP status from which on the fault is not the request's
constexpr int GatewayTimeout = 504;
constexpr int CloudflareTimeout = 524; ///< \source Cloudflare documentation, "Error 524: a timeout occurred"

/// Codes of what a library throws.
constexpr int PocoException = 1'000;
constexpr int StandardException = 1'001;

constexpr QStringView NoSpace = u"No space left on device"; ///< in the words of a server: ENOSPC

/// \source src/Common/ErrorCodes.cpp of ClickHouse; the numbers never change
ErrorKind kindOfCode(int code)
{
    switch (code) {
    case 192: // unknown user
    case 193: // wrong password
    case 194: // password required
    case 516: // authentication failed
        return ErrorKind::Unauthorized;
    case 164: // read-only
    case 291: // database access denied
    case 452: // a setting's constraint
    case 497: // access denied
        return ErrorKind::Forbidden;
    case 60: // unknown table
    case 81: // unknown database
        return ErrorKind::NotFound;
    case 159: // max_execution_time
    case 160: // too slow
        return ErrorKind::Timeout;
    case 158: // too many rows
    case 161: // too many columns
    case 167: // query too deep
    case 168: // query too large
    case 191: // set too large
    case 201: // quota
    case 241: // memory
    case 307: // too many bytes
        return ErrorKind::Rejected;
    case 396: // too many rows or bytes in the result
        return ErrorKind::TooLarge;
    case 243: // no space left
        return ErrorKind::DiskFull;
    case 32: // a shard closed the connection, or the block ended too early
    case 33: // likewise
    case 209: // time-out of a socket
    case 210: // network
    case 216: // the query is running: the connection that brought it was lost
    case 279: // all shards or replicas of one failed
        return ErrorKind::Network;
    case 75: // cannot write to a file
    case 76: // cannot open a file
    case 202: // too many queries at a time
    case 203: // no free connection
    case 225: // no Keeper
    case 236: // the server is ending
    case 242: // table is read-only
    case 252: // too many parts
    case 285: // fewer replicas than insert_quorum
    case 286: // an earlier insert waits for its quorum
    case 289: // the replica lacks what a quorum has
    case 294: // cannot write to a file
    case 319: // an insert's fate is unknown to the cluster
    case 425: // a call of the system failed
    case 439: // no thread
    case 999: // Keeper
        return ErrorKind::Server;
    case 394:
        return ErrorKind::Cancelled;
    case 115: // unknown setting
    case 182: // PREWHERE
        return ErrorKind::Unsupported;
    default:
        return ErrorKind::Internal;
    }
}

ErrorKind kindOf(const ServerException &exception, int status)
{
    if (exception.code == 0)
        return statusErrorKind(status);
    const ErrorKind kind = kindOfCode(exception.code);
    // Where there was room for a part when it began (else the server says 243). Words of other codes may quote a query.
    const bool mayBeOfSystem =
        kind == ErrorKind::Server || exception.code == PocoException || exception.code == StandardException;
    return mayBeOfSystem && exception.words.contains(NoSpace) ? ErrorKind::DiskFull : kind;
}

QString sentenceOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
        return tr("The archive at %1 does not accept the user or its key: “%2”. Check both.");
    case ErrorKind::Forbidden:
        return tr("The archive at %1 does not allow this to the user: “%2”. Ask its administrator for the "
                  "right, or use another user.");
    case ErrorKind::NotFound:
        return tr("There is no archive at %1: “%2”. Check the address, or create the archive first.");
    case ErrorKind::Timeout:
        return tr("The archive at %1 stopped the query after the time that it allows: “%2”. Use a shorter "
                  "time range.");
    case ErrorKind::Rejected:
    case ErrorKind::TooLarge:
        return tr("The query is over a limit of the archive at %1: “%2”. Use a shorter time range or a "
                  "narrower filter.");
    case ErrorKind::DiskFull:
        return tr("The disk of the archive at %1 is full: “%2”. Ask its administrator for more space, then "
                  "try again.");
    case ErrorKind::Network:
        return tr("A server of the archive at %1 does not respond: “%2”. Try again later.");
    case ErrorKind::Server:
        return tr("The archive at %1 could not do this now: “%2”. Try again later.");
    case ErrorKind::Unsupported:
        return tr("The archive at %1 does not know a setting that is needed: “%2”. Ask its administrator to "
                  "update ClickHouse.");
    default:
        return tr("The archive at %1 did not understand the query: “%2”. Update Trailglass, or ask its "
                  "administrator to update ClickHouse.");
    }
}

/// The words of a server without what surrounds them, as they stand in a sentence.
QString quotableWords(const QString &words, const SecretMask &mask)
{
    QString quoted = visibleText(mask.masked(words.trimmed()));
    while (quoted.endsWith(u'.'))
        quoted.chop(1);
    return quoted.size() > MaxQuotedWords ? QString(quoted.left(MaxQuotedWords) + u'…') : quoted;
}

bool looksLikeWebPage(const QByteArray &body)
{
    return body.left(4096).trimmed().startsWith('<');
}

} // namespace

ServerException ServerException::fromText(const QByteArray &text)
{
    static const QRegularExpression code(u"\\bCode: (\\d{1,6})\\b"_s);
    static const QRegularExpression before(u"\\A.*?DB::\\w*Exception: "_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    // Within a line: an exception may quote those of other servers, each with a line of its own.
    static const QRegularExpression after(
        u"(?:, e\\.what\\(\\) = [\\w:.]*|(?: \\([A-Z_]+\\))?(?: \\(version [^\\n]*\\))?)\\s*\\z"_s);
    ServerException exception;
    QString words = toQString({text.constData(), static_cast<std::size_t>(text.size())});
    exception.code = code.match(words).captured(1).toInt();
    words.remove(before);
    words.remove(after);
    exception.words = words.trimmed();
    return exception;
}

bool isFromServer(const HttpResponse &response)
{
    return std::any_of(response.headers.begin(), response.headers.end(), [](const auto &header) {
        return QByteArrayView(header.first)
                   .first(std::min(header.first.size(), ServerHeaders.size()))
                   .compare(ServerHeaders, Qt::CaseInsensitive)
            == 0;
    });
}

std::optional<ServerException> exceptionOf(const HttpResponse &response, const QByteArray &body)
{
    const QByteArray code = response.header(CodeHeader);
    if (!response.isSuccess() || !code.isEmpty()) {
        ServerException exception = ServerException::fromText(
            response.isSuccess() ? body.right(MaxExceptionBytes) : response.errorBody);
        if (const int number = code.toInt(); number != 0)
            exception.code = number;
        return exception;
    }
    // Since 25.11 an exception after the first rows is at the end of the body, between marks that hold a word of the
    // response's own.
    const QByteArray tag = response.header(TagHeader);
    if (tag.isEmpty())
        return {};
    const QByteArray end = body.right(MaxExceptionBytes);
    const QByteArray mark = "__exception__\r\n" + tag;
    const qsizetype start = end.lastIndexOf(mark);
    if (start < 0 || !end.trimmed().endsWith("__exception__"))
        return {};
    // Its last line has the length and the word again.
    const QByteArray text = end.mid(start + mark.size());
    const qsizetype lastLine = text.lastIndexOf('\n', text.lastIndexOf(tag));
    return ServerException::fromText(lastLine < 0 ? text : text.first(lastLine));
}

Error exceptionError(const ServerException &exception, int status, const ArchivePlace &place,
                     const SecretMask &mask)
{
    const ErrorKind kind = kindOf(exception, status);
    if (kind == ErrorKind::Cancelled)
        return {.kind = kind, .message = tr("Cancelled.")};
    const QString words = quotableWords(exception.words, mask);
    return {.kind = kind,
            .message =
                sentenceOf(kind).arg(place.server(), words.isEmpty() ? u"HTTP %1"_s.arg(status) : words),
            .detail = u"ClickHouse code %1"_s.arg(exception.code),
            .httpStatus = status};
}

bool isGatewayTimeout(const HttpResponse &response)
{
    return !isFromServer(response)
        && (response.status == GatewayTimeout || response.status == CloudflareTimeout);
}

Error foreignResponseError(const HttpResponse &response, const QByteArray &body, const ArchivePlace &place)
{
    const QByteArray &text = response.isSuccess() ? body : response.errorBody;
    ErrorKind kind = response.status >= FirstUnavailable ? ErrorKind::Server : ErrorKind::Malformed;
    QString message;
    if (isGatewayTimeout(response)) {
        kind = ErrorKind::Timeout;
        message =
            tr("The proxy or gateway at %1 stopped waiting for the archive (HTTP %2). Use a shorter time "
               "range, or have the proxy wait for some minutes.");
    } else if (kind == ErrorKind::Server) {
        message = tr("The proxy or gateway at %1 does not reach the archive (HTTP %2). Try again later.");
    } else if (looksLikeWebPage(text)) {
        message = tr("%1 returned a web page (HTTP %2), not a response of an archive. Check the address, and "
                     "whether a "
                     "sign-in page of a proxy or network is in between.");
    } else {
        message = tr("%1 does not respond as a ClickHouse server does (HTTP %2). Check host and port: an "
                     "archive is reached "
                     "through the server's HTTP port, by default 8443 for https.");
    }
    return {.kind = kind,
            .message = message.arg(place.server(), QString::number(response.status)),
            .detail = u"no ClickHouse header"_s,
            .httpStatus = response.status};
}

Error archiveConnectionError(const Error &error, const ArchivePlace &place)
{
    Error translated = error;
    switch (error.kind) {
    case ErrorKind::Network:
        translated.message = tr("The connection to the archive at %1 failed or was lost. Check the address "
                                "and the network, or "
                                "try again later.")
                                 .arg(place.server());
        break;
    case ErrorKind::Timeout:
        translated.message =
            tr("The archive at %1 did not respond in time. Try again later.").arg(place.server());
        break;
    case ErrorKind::TooLarge:
        translated.message = tr("The result from the archive at %1 is too large. Use a shorter time range or "
                                "a narrower filter.")
                                 .arg(place.server());
        break;
    case ErrorKind::Redirect:
        translated.message =
            tr("The archive at %1 redirects to another address, which is not followed because the key would "
               "be sent there. If that is the right host, write it in the address of the archive.")
                .arg(place.server());
        break;
    default:
        break;
    }
    return translated;
}

bool isOutcomeUnknown(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Cancelled:
    case ErrorKind::Malformed:
    case ErrorKind::Server:
        return true;
    default:
        return false;
    }
}

} // namespace Trailglass
