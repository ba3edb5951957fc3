// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/httpmessage.h"

#include <variant>

namespace Trailglass::Support {

/// More bytes are needed.
struct Incomplete
{
};

/// The bytes are no request: the response to give before the connection closes.
struct Refused
{
    int status = 400;
    QByteArray reason;
};

/// Cuts requests out of the bytes of one connection. Strict: what a correct client never sends is refused.
class RequestParser
{
public:
    static constexpr qsizetype MaxHead = 32 * 1024; ///< request line and headers, bytes
    static constexpr qsizetype MaxBody = 1024 * 1024; ///< bytes, chunks joined

    void feed(const QByteArray &bytes) { m_buffer += bytes; }

    /// The next whole request; its bytes are then gone from the buffer. After Refused the connection is of no
    /// more use.
    [[nodiscard]] std::variant<Incomplete, Request, Refused> next();

private:
    [[nodiscard]] std::variant<Incomplete, Request, Refused> readBody(Request request, qsizetype headSize);
    [[nodiscard]] std::variant<Incomplete, Request, Refused> readChunks(Request request, qsizetype position);

    QByteArray m_buffer;
};

} // namespace Trailglass::Support
