// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/httprequest.h"
#include "models/core/result.h"
#include "models/sources/sourcetype.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Trailglass {

/// Query parameters in the order they are sent.
using QueryItems = QList<std::pair<QByteArray, QString>>;

/// A GET of \a path below \a base that requests JSON.
///
/// Every value is percent-encoded down to letters, digits and `-._~`: QUrlQuery would leave a `+` alone,
/// which servers read as a space. Items with an empty value are left out.
///
/// \param path  begins with a slash; already encoded (see pathSegment())
[[nodiscard]] HttpRequest jsonGet(const QString &base, const QByteArray &path, const QueryItems &query = {});

/// One part of a path, with everything encoded that could end it.
///
/// A text may come from an event. `.` and `..` would request another path of the same server, encoded or not; neither
/// may stand between slashes, which some servers decode first.
/// \error Usage: the text is empty, `.` or `..`, or has one of the two between slashes or backslashes
[[nodiscard]] Result<QByteArray> pathSegment(const QString &text);

/// A header that is no secret.
/// \pre \a value is printable ASCII (SettingKind::Word, or ours)
[[nodiscard]] RequestHeader plainHeader(const QByteArray &name, const QByteArray &value);

/// A header that carries the secret \a key, with \a prefix in front.
///
/// \error SecretUnavailable, naming the secret by its label, when it is missing; Usage when it cannot be a
/// header
[[nodiscard]] Result<RequestHeader> secretHeader(const QByteArray &name, const QByteArray &prefix,
                                                 const SourceType &type, const SecretValues &secrets,
                                                 const QString &key);

/// RFC 3339 with exactly three digits and Z, the form all vendors' servers read: `2026-11-20T09:15:00.123Z`.
///
/// \returns the moment cut to the millisecond, so never later than \a time
[[nodiscard]] QString millisText(UtcMicros time);

/// The last whole millisecond not after \a time, and the first not before it.
[[nodiscard]] UtcMicros floorToMillis(UtcMicros time);
[[nodiscard]] UtcMicros ceilToMillis(UtcMicros time);

} // namespace Trailglass
