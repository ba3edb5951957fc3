// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QJsonValue;

namespace Trailglass {

// JSON of this program's own. Pure.

/// A value as compact JSON on one line.
/// \thread any
[[nodiscard]] QByteArray printedJson(const QJsonValue &value);

/// An error as every report has it, with its keys in this order: `{"kind":…,"http_status":…,"message":…}`.
/// \param kind  errorKindName(), of this version or another
/// \param httpStatus  nothing is null
/// \thread any
[[nodiscard]] QByteArray printedError(const QString &kind, const std::optional<int> &httpStatus,
                                      const QString &message);

} // namespace Trailglass
