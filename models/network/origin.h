// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QUrl>

namespace Trailglass {

/// `localhost`, 127.0.0.0/8 or ::1, judged by the text: nothing is looked up.
[[nodiscard]] bool isLoopback(const QUrl &url);

/// https anywhere, http on loopback; nothing else may be asked.
[[nodiscard]] bool isAllowed(const QUrl &url);

/// Both go to the same Origin, and neither goes nowhere.
[[nodiscard]] bool isSameOrigin(const QUrl &left, const QUrl &right);

/// \a to is \a from with one slash more or less at the end of the path, on the same origin. Queries are not
/// compared.
[[nodiscard]] bool isSlashRedirect(const QUrl &from, const QUrl &to);

/// `https://host` or `https://host:8443`: what may be shown and logged of a URL, since a path can hold an
/// account's token.
[[nodiscard]] QString printOrigin(const QUrl &url);

/// The same with the names of the query's parameters, for the log: `https://host/…?limit&offset`. Values are
/// left out: one may be a cursor, or what an account is limited to. So is, as `…`, what does not look like the name
/// of a value: a token may stand there by itself.
[[nodiscard]] QString printRequestShape(const QUrl &url);

} // namespace Trailglass
