// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/spreadsheetlimits.h"

#include "models/core/translation.h"

#include <QLocale>

namespace Trailglass {
namespace {

/// Of valid UTF-8: one for each character, two where it takes four bytes.
std::size_t utf16Units(std::string_view utf8)
{
    std::size_t units = 0;
    for (const char character : utf8) {
        const auto byte = static_cast<unsigned char>(character);
        const bool isContinuation = (byte & 0xC0U) == 0x80U;
        const bool takesFourBytes = byte >= 0xF0U;
        units += isContinuation ? 0U : takesFourBytes ? 2U : 1U;
    }
    return units;
}

} // namespace

bool SpreadsheetLimits::isTooLong(std::string_view cell)
{
    // There are never more units than bytes, so nearly every cell is decided here.
    return cell.size() > MaxCellUnits && utf16Units(cell) > MaxCellUnits;
}

QStringList SpreadsheetOverflow::warnings() const
{
    const QLocale locale;
    QStringList warnings;
    if (rows > 0) {
        warnings.append(
            Trailglass::tr("Spreadsheets such as Excel open at most %1 rows, including the header. Rows that "
                           "will be left out: %2. Filter by time and export in parts.")
                .arg(locale.toString(SpreadsheetLimits::MaxRows), locale.toString(rows)));
    }
    if (cells > 0) {
        warnings.append(Trailglass::tr("Excel keeps at most %1 characters per cell. Cells that will be "
                                       "truncated: %2. The file itself is complete.")
                            .arg(locale.toString(static_cast<qulonglong>(SpreadsheetLimits::MaxCellUnits)),
                                 locale.toString(cells)));
    }
    return warnings;
}

} // namespace Trailglass
