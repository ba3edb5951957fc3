// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/readat.h"

#include <cerrno>
#include <cstddef>

#include <unistd.h>

namespace Trailglass {

BytesRead readAt(int descriptor, qint64 place, qint64 size)
{
    BytesRead read{.bytes = QByteArray(static_cast<qsizetype>(size), Qt::Uninitialized)};
    qint64 done = 0;
    while (done < size) {
        const ssize_t count = ::pread(descriptor, read.bytes.data() + done,
                                      static_cast<std::size_t>(size - done), place + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            read.error = errno;
        if (count <= 0)
            break;
        done += count;
    }
    read.bytes.truncate(static_cast<qsizetype>(done));
    return read;
}

} // namespace Trailglass
