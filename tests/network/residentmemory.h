// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/sanitizers.h"

#include <QFile>
#include <QList>

namespace Trailglass {

/// What a sanitizer adds to a measurement: AddressSanitizer holds back 256 MiB of freed memory, and puts
/// zones around the rest.
inline constexpr qint64 SanitizerAllowance = isAddressSanitized() ? qint64{400} * 1024 * 1024 : 0;

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
