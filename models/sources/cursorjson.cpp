// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/cursorjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace Trailglass {

namespace {

/// Of pages, rows or seconds: in microseconds still within 64 bits.
constexpr qint64 MaxCount = 1'000'000'000'000;

} // namespace

std::optional<UtcMicros> readTime(const QJsonObject &object, QStringView key)
{
    return parseTime(object.value(key).toString().toStdString());
}

std::optional<qint64> readCount(const QJsonObject &object, QStringView key)
{
    const QJsonValue value = object.value(key);
    bool ok = false;
    const qint64 count = value.isString() ? value.toString().toLongLong(&ok) : value.toInteger(-1);
    if (count < 0 || count > MaxCount || (value.isString() && !ok))
        return {};
    return count;
}

void writeTime(QJsonObject &object, const QString &key, const std::optional<UtcMicros> &time)
{
    if (time)
        object.insert(key, QString::fromStdString(formatTime(*time)));
}

void writeCount(QJsonObject &object, const QString &key, const std::optional<qint64> &count)
{
    if (count)
        object.insert(key, *count);
}

void writeFlag(QJsonObject &object, const QString &key, bool flag)
{
    if (flag)
        object.insert(key, true);
}

std::optional<UtcMicros> later(const std::optional<UtcMicros> &one, const std::optional<UtcMicros> &other)
{
    return std::max(one, other);
}

QJsonObject envelopeObject(const QByteArray &envelope)
{
    return QJsonDocument::fromJson(envelope).object();
}

} // namespace Trailglass
