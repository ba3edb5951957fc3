// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QList>

namespace Trailglass {

/// What a sanitizer adds to a measurement: AddressSanitizer holds back 256 MiB of freed memory, and puts
/// zones around the rest.
#ifdef __SANITIZE_ADDRESS__
inline constexpr qint64 SanitizerAllowance = qint64{400} * 1024 * 1024;
#else
inline constexpr qint64 SanitizerAllowance = 0;
#endif

/// Memory of this process that is in use right now, bytes.
inline qint64 residentBytes()
{
    using namespace Qt::StringLiterals;
    constexpr qint64 PageBytes = 4096;
    QFile file(u"/proc/self/statm"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return file.readAll().split(' ').value(1).toLongLong() * PageBytes;
}

} // namespace Trailglass
