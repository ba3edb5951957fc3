// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httperror.h"
#include "models/network/httpjob.h"
#include "models/network/origin.h"

#include <QLocale>

#include <algorithm>

namespace Trailglass {

// How the body of a response is read: a piece at a time, counted, unpacked and delivered. The rest of the class is in
// httpjob.cpp.

namespace {

constexpr qint64 PieceBytes = Inflater::PieceBytes;

} // namespace

void HttpJob::continueLater()
{
    if (!m_isContinuing) {
        m_isContinuing = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isContinuing = false;
                readSome();
            },
            Qt::QueuedConnection);
    }
}

void HttpJob::readSome()
{
    if (!m_reply) {
        return;
    }
    if (const Result<void> received = receive(); !received) {
        end(received.error());
    } else if (!m_paused && !m_isContinuing) {
        readPiece(); // last: it may destroy this
    }
}

Result<void> HttpJob::receive()
{
    while (m_spool) {
        const QByteArray bytes = m_reply->read(PieceBytes);
        if (bytes.isEmpty()) {
            break;
        }
        m_lastActivity = m_scheduler.elapsed();
        TRY(m_spool->append(bytes));
    }
    return {};
}

void HttpJob::readPiece()
{
    if (m_inflater) {
        const std::optional<QByteArray> piece = m_inflater->next();
        if (!piece) {
            unpackingFailed();
            return;
        }
        if (!piece->isEmpty()) {
            continueLater();
            deliver(*piece);
            return;
        }
    }
    const Result<QByteArray> bytes =
        m_spool ? m_spool->read(PieceBytes) : Result<QByteArray>(m_reply->read(PieceBytes));
    if (!bytes) {
        end(bytes.error());
        return;
    }
    if (bytes->isEmpty()) {
        if (m_reply->isFinished()) {
            replyFinished();
        }
        return;
    }
    continueLater();
    m_lastActivity = m_scheduler.elapsed();
    m_arrived += bytes->size();
    if (m_inflater) {
        unpack(*bytes);
    } else {
        deliver(*bytes);
    }
}

void HttpJob::unpack(const QByteArray &packed)
{
    // Counted too, since gzip can go on without end and unpack to nothing.
    if (m_arrived <= maxBytes()) {
        m_inflater->feed(packed);
    } else if (response().isSuccess()) {
        endTooLarge();
    } else {
        replyFinished();
    }
}

void HttpJob::deliver(QByteArrayView bytes)
{
    m_lastActivity = m_scheduler.elapsed();
    if (!response().isSuccess()) {
        m_errorBody += bytes.first(std::min(bytes.size(), HttpResponse::KeptErrorBytes - m_errorBody.size()));
        if (m_errorBody.size() >= HttpResponse::KeptErrorBytes) {
            replyFinished();
        }
        return;
    }
    m_received += bytes.size();
    if (m_received > m_limits.bytes) {
        endTooLarge();
        return;
    }
    if (!m_sawText && m_request.response == ResponseForm::Json) {
        const auto first = std::find_if(bytes.begin(), bytes.end(), [](char byte) {
            return byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n';
        });
        m_sawText = first != bytes.end();
        if (m_sawText && *first == '<') {
            end(webPageError(m_request.url));
            return;
        }
    }
    m_sink.bytesReceived(bytes); // last: it may destroy this
}

qint64 HttpJob::maxBytes() const
{
    return response().isSuccess() ? m_limits.bytes : HttpResponse::KeptErrorBytes;
}

void HttpJob::endTooLarge()
{
    end(Error{
        .kind = ErrorKind::TooLarge,
        .message =
            tr("The response from %1 exceeds the limit of %2. Use a shorter time range or a narrower scope.")
                .arg(printOrigin(m_request.url), QLocale::c().formattedDataSize(m_limits.bytes))});
}

void HttpJob::unpackingFailed()
{
    if (response().isSuccess()) {
        end(networkError(QNetworkReply::UnknownContentError, m_request.url, {}));
    } else {
        m_errorBody.clear(); // a part of words is as likely to mislead as to help
        replyFinished();
    }
}

} // namespace Trailglass
