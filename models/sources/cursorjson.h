// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Trailglass {

// A checkpoint comes back from a file that anyone may have edited. What does not fit reads as missing, and a
// source then starts over: events that come twice are recognised by their id.

[[nodiscard]] std::optional<UtcMicros> readTime(const QJsonObject &object, QStringView key);

/// True for a checkpoint of this version. What an earlier one says of an unfinished run is not understood,
/// and its watermark may lie up to a day after the moment it was set: see readWatermark().
[[nodiscard]] bool isCurrent(const QJsonObject &checkpoint);

/// An object to write a checkpoint into: it says its version, and \a watermark where there is one.
[[nodiscard]] QJsonObject newCheckpoint(const std::optional<UtcMicros> &watermark);

/// The moment up to which everything has been read.
///
/// Of a checkpoint of the version before: a day less, since an event dated up to a day ahead could set it.
/// What may have been missed is so read once more.
[[nodiscard]] std::optional<UtcMicros> readWatermark(const QJsonObject &checkpoint);

/// A whole number, also when it is written as text (`"3"`).
[[nodiscard]] std::optional<qint64> readCount(const QJsonObject &object, QStringView key);

/// Writes nothing when there is nothing to write.
void writeTime(QJsonObject &object, const QString &key, const std::optional<UtcMicros> &time);
void writeCount(QJsonObject &object, const QString &key, const std::optional<qint64> &count);
void writeFlag(QJsonObject &object, const QString &key, bool flag);
void writeText(QJsonObject &object, const QString &key, const QString &text);

/// A window as an object of `from` and `to`, either of them absent where it is open.
[[nodiscard]] TimeWindow readWindow(const QJsonObject &object);
void writeWindow(QJsonObject &object, const TimeWindow &window);

/// The later of two, where nothing is earlier than everything.
[[nodiscard]] std::optional<UtcMicros> later(const std::optional<UtcMicros> &one,
                                             const std::optional<UtcMicros> &other);

/// A response without its rows, as an object; empty when it is not readable.
[[nodiscard]] QJsonObject envelopeObject(const QByteArray &envelope);

} // namespace Trailglass
