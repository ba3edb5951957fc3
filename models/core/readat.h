// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Trailglass {

/// What readAt() has read.
struct BytesRead
{
    QByteArray bytes; ///< fewer than were wanted at the end of the file, and where the system refused
    int error = 0; ///< an `errno`; 0: it did not refuse
};

/// Reads from a place in an open file. Where the system gives a part at a time, or is interrupted by a signal, goes on until all
/// is there or the file ends. Leaves the file's own place alone.
/// \param descriptor  of a file that can be read at any place
/// \param size        how many bytes are wanted
/// \thread any
[[nodiscard]] BytesRead readAt(int descriptor, qint64 place, qint64 size);

} // namespace Trailglass
