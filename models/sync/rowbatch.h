// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Trailglass {

/// Whether rows of a file or of a streamed response are to be committed, without waiting for more.
///
/// 5,000 rows or 4 MiB: enough for the store to be fast, few enough to be committed well within the 100 ms that a cancel
/// may take, and for the memory to stay flat.
/// \param bytes  that the rows were read from; those of a row that is not whole yet may be among them
/// \thread any
[[nodiscard]] constexpr bool isFullBatch(qint64 rows, qint64 bytes)
{
    constexpr qint64 MaxRows = 5'000;
    constexpr qint64 MaxBytes = qint64(4) * 1024 * 1024;
    return rows >= MaxRows || (rows > 0 && bytes >= MaxBytes);
}

} // namespace Trailglass
