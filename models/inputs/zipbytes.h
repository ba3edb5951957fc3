// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/byteinput.h"

#include <QByteArray>

namespace Trailglass {

/// Bytes of a member's own header, without its name and extra field.
inline constexpr qint64 ZipHeaderSize = 30;

/// Reads \a size bytes at \a offset, no fewer.
/// \error Malformed when the file ends before; those of \a file
[[nodiscard]] Result<QByteArray> readExactly(ByteInput &file, qint64 offset, qint64 size,
                                             const CancelToken &cancel);

/// Little-endian numbers of a ZIP archive.
/// \pre they lie within \a bytes
[[nodiscard]] quint16 zipNumber16(QByteArrayView bytes, qsizetype offset);
[[nodiscard]] quint32 zipNumber32(QByteArrayView bytes, qsizetype offset);
[[nodiscard]] quint64 zipNumber64(QByteArrayView bytes, qsizetype offset);

/// \error Malformed, in general words: the numbers of the archive contradict each other
[[nodiscard]] Error damagedZip();

} // namespace Trailglass
