// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace Trailglass::Support {

struct Header
{
    QByteArray name;
    QByteArray value;
};

/// One parameter of a query string, percent-decoded. `+` stays a plus sign, as RFC 3986 has it.
struct Parameter
{
    QByteArray name;
    QByteArray value;
};

/// A request as it came off the wire.
struct Request
{
    QByteArray method;
    QByteArray path; ///< percent-encoded, without the query
    QByteArray query; ///< percent-encoded, without `?`
    QList<Header> headers;
    QByteArray body; ///< complete, chunks joined

    /// The value of the first header of that name, ignoring case; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;

    [[nodiscard]] QList<Parameter> parameters() const;

    /// The value of the first parameter of that name; null when there is none.
    [[nodiscard]] QByteArray parameter(QByteArrayView name) const;
};

/// What a Response does once it has sent `Response::bytesBeforeEnding` bytes of its body.
enum class Ending
{
    Complete, ///< nothing special: the whole body goes out
    Drop, ///< the connection closes in an orderly way, too early
    Reset, ///< the connection is reset (TCP RST)
    Hang, ///< nothing more ever comes; the connection stays open
};

enum class Framing
{
    ContentLength,
    Chunked,
    UntilClose, ///< neither: the body ends where the connection does, as HTTP/1.0 has it
};

/// A response and how it misbehaves. The plain one is complete, at once and honest.
struct Response
{
    int status = 200;
    QList<Header> headers = {};
    QByteArray body = {};

    Framing framing = Framing::ContentLength;
    bool gzip = false; ///< compresses the body and says so
    std::optional<qint64> claimedLength = {}; ///< a Content-Length other than the true one

    std::chrono::milliseconds delay{0}; ///< before the first byte
    qsizetype pieceSize = 0; ///< sends the body in pieces of this many bytes; 0 is all at once
    std::chrono::milliseconds pieceDelay{0}; ///< between two pieces

    Ending ending = Ending::Complete;
    qint64 bytesBeforeEnding = -1; ///< body bytes, counted after compression; -1 ends before the status line
    bool endsInHead = false; ///< the ending comes in the middle of the head

    /// The value of the first header of that name, ignoring case; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;

    [[nodiscard]] static Response json(const QByteArray &body, int status = 200);
    [[nodiscard]] static Response html(int status, const QByteArray &title);
    [[nodiscard]] static Response redirect(const QByteArray &location, int status = 302);
};

} // namespace Trailglass::Support
