// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/bytespool.h"

#include "models/core/noroom.h"
#include "models/core/readat.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace Trailglass {

namespace {

/// \param reason  an `errno`
Error spoolError(int reason)
{
    return {.kind = meansNoRoom(reason) ? ErrorKind::DiskFull : ErrorKind::Storage,
            .message =
                tr("A response could not be kept in a temporary file in %1: %2. Free some space there, or "
                   "name another folder in the environment variable TMPDIR, then try again.")
                    .arg(visibleText(QDir::tempPath()), qt_error_string(reason)),
            .detail = qt_error_string(reason)};
}

} // namespace

ByteSpool::~ByteSpool()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> ByteSpool::append(QByteArrayView bytes)
{
    bytes = bytes.first(std::min<qint64>(bytes.size(), m_room));
    m_room -= bytes.size();
    if (m_begin == m_end && m_memory.size() + bytes.size() <= MemoryBytes) {
        m_memory.append(bytes);
        return {};
    }
    if (m_descriptor < 0) {
        TRY(openFile());
    }
    while (!bytes.isEmpty()) {
        const ssize_t count =
            ::pwrite(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), m_end);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return spoolError(count < 0 ? errno : EIO);
        m_end += count;
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<QByteArray> ByteSpool::read(qint64 size)
{
    if (!m_memory.isEmpty()) {
        QByteArray bytes = m_memory.first(std::min<qint64>(size, m_memory.size()));
        m_memory.remove(0, bytes.size());
        return bytes;
    }
    const qint64 wanted = std::min(size, m_end - m_begin);
    const BytesRead read = readAt(m_descriptor, m_begin, wanted);
    if (read.bytes.size() < wanted)
        return spoolError(read.error != 0 ? read.error : EIO); // nobody else can have shortened it
    m_begin += wanted;
    if (m_begin == m_end && wanted > 0) {
        m_begin = m_end = 0;
        // Where that fails, what comes next is written over what was read.
        [[maybe_unused]] const int emptied = ::ftruncate(m_descriptor, 0);
    }
    return read.bytes;
}

Result<void> ByteSpool::openFile()
{
    QByteArray path = QFile::encodeName(QDir::tempPath()) + "/trailglass-response-XXXXXX";
    m_descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (m_descriptor < 0 || ::unlink(path.constData()) != 0)
        return spoolError(errno);
    return {};
}

} // namespace Trailglass
