// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

class QJsonObject;

namespace Trailglass {

/// The vendor's own words in an error response.
///
/// Knows the shapes of all five vendors: `errors` (Asana, GraphQL: objects with `message`, and `phrase`; or
/// texts), `detail` (FastAPI and Django: a text, or a list of `{loc, msg}`), `message`, `error` (a text or an
/// object with `message`). At most 1,000 characters. Plain text, HTML and broken JSON give nothing.
[[nodiscard]] QString vendorErrorText(QByteArrayView body);
[[nodiscard]] QString vendorErrorText(const QJsonObject &body);

} // namespace Trailglass
