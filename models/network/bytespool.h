// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QByteArray>

namespace Trailglass {

/// Bytes that wait for their reader: those that came first are read first.
///
/// MemoryBytes wait in memory, what comes after them in a file in QDir::tempPath(). The file is its owner's alone
/// (0600) and has lost its name before anything is written: nothing of it stays when this object goes, or the
/// process ends in any way.
/// \thread one at a time
class ByteSpool
{
public:
    static constexpr qint64 MemoryBytes = qint64(1024) * 1024;

    /// \param room  how many bytes are taken in all; those after them are dropped
    explicit ByteSpool(qint64 room)
        : m_room(room)
    {
    }
    ~ByteSpool();
    Q_DISABLE_COPY_MOVE(ByteSpool)

    /// \error DiskFull, Storage; a part may be there then
    Result<void> append(QByteArrayView bytes);

    /// Takes bytes out.
    /// \returns the next ones, \a size at most; empty when none wait
    /// \error Storage
    Result<QByteArray> read(qint64 size);

private:
    Result<void> openFile();

    qint64 m_room;
    QByteArray m_memory; ///< comes before what the file holds
    int m_descriptor = -1; ///< of the file, once there is one
    qint64 m_begin = 0; ///< of what waits in the file
    qint64 m_end = 0;
};

} // namespace Trailglass
