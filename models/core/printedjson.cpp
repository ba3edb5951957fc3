// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/printedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

namespace Trailglass {

QByteArray printedJson(const QJsonValue &value)
{
    // A document is an object or an array.
    const QByteArray inBrackets = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inBrackets.mid(1, inBrackets.size() - 2);
}

QByteArray printedError(const QString &kind, const std::optional<int> &httpStatus, const QString &message)
{
    // By hand, since QJsonObject sorts its keys.
    const QJsonValue status = httpStatus ? QJsonValue(*httpStatus) : QJsonValue();
    return "{\"kind\":" + printedJson(kind) + ",\"http_status\":" + printedJson(status)
        + ",\"message\":" + printedJson(message) + '}';
}

} // namespace Trailglass
