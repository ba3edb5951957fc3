// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <optional>

namespace Trailglass {

/// An event of an archive: the row that it has in the workspace that pushed it.
struct ArchiveRow
{
    /// Limits within which a row has a RowId of its own.
    static constexpr int RowBits = 47;
    static constexpr quint32 MaxOrigin = 0xFFFF;
    static constexpr qint64 MaxRow = (qint64{1} << RowBits) - 1;

    quint32 origin = 0;
    RowId row;

    friend bool operator==(const ArchiveRow &, const ArchiveRow &) = default;

    /// One number for both, as programs that show events use it; it sorts by origin, then row. Those of origin 0 are the
    /// rows themselves.
    /// \returns nothing outside the limits
    [[nodiscard]] std::optional<RowId> id() const
    {
        if (origin > MaxOrigin || row.value < 0 || row.value > MaxRow)
            return std::nullopt;
        return RowId{(static_cast<qint64>(origin) << RowBits) + row.value};
    }

    /// \pre id is from id()
    [[nodiscard]] static ArchiveRow of(RowId id)
    {
        return {static_cast<quint32>(id.value >> RowBits), RowId{id.value & MaxRow}};
    }
};

} // namespace Trailglass
