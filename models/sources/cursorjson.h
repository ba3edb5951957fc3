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

/// A whole number, also when it is written as text (`"3"`).
[[nodiscard]] std::optional<qint64> readCount(const QJsonObject &object, QStringView key);

/// Writes nothing when there is nothing to write.
void writeTime(QJsonObject &object, const QString &key, const std::optional<UtcMicros> &time);
void writeCount(QJsonObject &object, const QString &key, const std::optional<qint64> &count);
void writeFlag(QJsonObject &object, const QString &key, bool flag);

/// The later of two, where nothing is earlier than everything.
[[nodiscard]] std::optional<UtcMicros> later(const std::optional<UtcMicros> &one,
                                             const std::optional<UtcMicros> &other);

/// An answer without its rows, as an object; empty when it is not readable.
[[nodiscard]] QJsonObject envelopeObject(const QByteArray &envelope);

} // namespace Trailglass
