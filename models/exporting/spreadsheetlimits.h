// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

#include <string_view>

namespace Trailglass {

/// What a spreadsheet takes of a CSV file.
/// \source Microsoft, "Excel specifications and limits"; LibreOffice Calc has as many rows
namespace SpreadsheetLimits {

inline constexpr qint64 MaxRows = 1'048'576; ///< with the header
inline constexpr std::size_t MaxCellUnits = 32'767; ///< UTF-16 units

/// Whether a cell of UTF-8 is longer than a spreadsheet takes.
[[nodiscard]] bool isTooLong(std::string_view cell);

} // namespace SpreadsheetLimits

/// What of a CSV does not fit into a spreadsheet. The file itself is whole.
struct SpreadsheetOverflow
{
    qint64 rows = 0; ///< after the last row that is opened
    qint64 cells = 0; ///< that are cut, in any row

    /// One sentence for each kind that is there, translated: what a spreadsheet will do.
    [[nodiscard]] QStringList warnings() const;

    friend bool operator==(const SpreadsheetOverflow &, const SpreadsheetOverflow &) = default;
};

} // namespace Trailglass
