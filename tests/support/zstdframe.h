// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Trailglass::Support {

/// One zstd frame with a checksum holding \a plain.
/// \source RFC 8878
[[nodiscard]] QByteArray zstdFrame(const QByteArray &plain);

} // namespace Trailglass::Support
