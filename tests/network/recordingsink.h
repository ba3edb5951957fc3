// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/httpclient.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace Trailglass {

/// Keeps what a job delivers.
struct RecordingSink final : HttpSink
{
    QByteArray body; ///< unless onBytes takes them
    qint64 received = 0;
    int ends = 0;
    std::optional<Result<HttpResponse>> response;
    std::function<void(QByteArrayView)> onBytes = {};

    void bytesReceived(QByteArrayView bytes) override
    {
        received += bytes.size();
        if (onBytes) {
            onBytes(bytes);
        } else {
            body += bytes;
        }
    }
    void responseEnded(Result<HttpResponse> ended) override
    {
        ++ends;
        response = std::move(ended);
    }

    [[nodiscard]] bool failedWith(ErrorKind kind) const
    {
        return response && !*response && response->error().kind == kind;
    }
};

} // namespace Trailglass
