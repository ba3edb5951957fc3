// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/requestparser.h"

namespace Trailglass::Support {

namespace {

std::variant<Request, Refused> parseHead(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    const QList<QByteArray> parts = lines.takeFirst().split(' ');
    if (parts.size() != 3 || parts[0].isEmpty() || !parts[1].startsWith('/'))
        return Refused{400, "malformed request line"};
    if (parts[2] != "HTTP/1.1")
        return Refused{505, "only HTTP/1.1 is spoken here"};

    Request request;
    request.method = parts[0];
    const qsizetype mark = parts[1].indexOf('?');
    request.path = mark < 0 ? parts[1] : parts[1].first(mark);
    request.query = mark < 0 ? QByteArray() : parts[1].sliced(mark + 1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.first(colon).contains(' '))
            return Refused{400, "malformed header line"};
        request.headers.append(Header{line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    if (request.header("Host").isEmpty())
        return Refused{400, "a Host header is required"};
    return request;
}

} // namespace

std::variant<Incomplete, Request, Refused> RequestParser::next()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if ((end < 0 ? m_buffer.size() : end) > MaxHead)
        return Refused{431, "the headers are larger than 32 KiB"};
    if (end < 0)
        return Incomplete{};
    auto head = parseHead(m_buffer.first(end));
    if (const Refused *refused = std::get_if<Refused>(&head))
        return *refused;
    return readBody(*std::get_if<Request>(&head), end + 4);
}

std::variant<Incomplete, Request, Refused> RequestParser::readBody(Request request, qsizetype headSize)
{
    const QByteArray encoding = request.header("Transfer-Encoding");
    if (encoding == "chunked")
        return readChunks(std::move(request), headSize);
    if (!encoding.isEmpty())
        return Refused{501, "unknown Transfer-Encoding"};

    const QByteArray lengthText = request.header("Content-Length");
    bool isNumber = true;
    const qulonglong length = lengthText.isNull() ? 0 : lengthText.toULongLong(&isNumber);
    if (!isNumber)
        return Refused{400, "malformed Content-Length"};
    if (length > static_cast<qulonglong>(MaxBody))
        return Refused{413, "the body is larger than 1 MiB"};
    const qsizetype size = static_cast<qsizetype>(length);
    if (m_buffer.size() < headSize + size)
        return Incomplete{};
    request.body = m_buffer.sliced(headSize, size);
    m_buffer.remove(0, headSize + size);
    return request;
}

std::variant<Incomplete, Request, Refused> RequestParser::readChunks(Request request, qsizetype position)
{
    while (true) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n", position);
        if (lineEnd < 0)
            return Incomplete{};
        bool isNumber = false;
        const QByteArray sizeText =
            m_buffer.sliced(position, lineEnd - position).split(';').first().trimmed();
        const qsizetype size = static_cast<qsizetype>(sizeText.toUInt(&isNumber, 16));
        if (!isNumber)
            return Refused{400, "malformed chunk size"};
        if (request.body.size() + size > MaxBody)
            return Refused{413, "the body is larger than 1 MiB"};
        const qsizetype data = lineEnd + 2;
        if (m_buffer.size() < data + size + 2)
            return Incomplete{};
        if (QByteArrayView(m_buffer).sliced(data + size, 2) != QByteArrayView("\r\n"))
            return Refused{400, "a chunk is longer than it says, or has a trailer"};
        request.body += m_buffer.sliced(data, size);
        position = data + size + 2;
        if (size == 0)
            break;
    }
    m_buffer.remove(0, position);
    return request;
}

} // namespace Trailglass::Support
