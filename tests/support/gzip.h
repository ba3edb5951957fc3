// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Trailglass::Support {

/// One gzip member holding \a plain.
/// \source RFC 1952
[[nodiscard]] QByteArray gzip(QByteArrayView plain);

} // namespace Trailglass::Support
