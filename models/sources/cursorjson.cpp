// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/cursorjson.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Of pages, rows or seconds: in microseconds still within 64 bits.
constexpr qint64 MaxCount = 1'000'000'000'000;

constexpr qint64 CheckpointVersion = 2;

} // namespace

bool isCurrent(const QJsonObject &checkpoint)
{
    return readCount(checkpoint, u"version") == CheckpointVersion;
}

QJsonObject newCheckpoint(const std::optional<UtcMicros> &watermark)
{
    QJsonObject checkpoint{{u"version"_s, CheckpointVersion}};
    writeTime(checkpoint, u"watermark"_s, watermark);
    return checkpoint;
}

std::optional<UtcMicros> readWatermark(const QJsonObject &checkpoint)
{
    const auto watermark = readTime(checkpoint, u"watermark");
    return watermark && !isCurrent(checkpoint) ? *watermark - UtcMicros::PerDay : watermark;
}

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

void writeText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

TimeWindow readWindow(const QJsonObject &object)
{
    return {readTime(object, u"from"), readTime(object, u"to")};
}

void writeWindow(QJsonObject &object, const TimeWindow &window)
{
    writeTime(object, u"from"_s, window.from);
    writeTime(object, u"to"_s, window.to);
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
