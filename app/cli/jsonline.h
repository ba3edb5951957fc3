// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace Trailglass {

/// Compact JSON on one line, for output whose order of keys is not part of the contract.
[[nodiscard]] inline QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The same with its line end.
[[nodiscard]] inline QString jsonLine(const QJsonObject &object)
{
    return QString::fromUtf8(jsonText(object)) + QLatin1Char('\n');
}
[[nodiscard]] inline QString jsonLine(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)) + QLatin1Char('\n');
}

} // namespace Trailglass
