// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/exporting/column.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace Trailglass {

/// What can be exported.
struct ExportOffer
{
    qint64 resultRows = 0;
    qint64 selectedRows = 0; ///< 0: only the result is offered
    std::vector<Column> shownColumns = {}; ///< of the table; empty: not offered
    bool hasBundles = false; ///< evidence bundles can be made: of a workspace, which has a tree and a key
    qsizetype caseLimit = 0; ///< UTF-16 units
    qsizetype noteLimit = 0; ///< likewise
    bool byteOrderMark = false; ///< of a CSV file: what was chosen the last time
    bool hasSurvey = true; ///< of what the file will be; false where it takes as long as the export
};

/// What the user chose to export, and how.
struct ExportChoice
{
    enum class Rows
    {
        Result,
        Selection
    };
    enum class Format
    {
        Csv,
        Ndjson,
        Bundle ///< an evidence bundle, with the CSV file in it
    };

    Rows rows = Rows::Result;
    Format format = Format::Csv;
    std::vector<Column> columns = {}; ///< empty, of NDJSON: whole records
    bool formulaGuard = true;
    bool byteOrderMark = false;
    QString caseText = {}; ///< of a bundle, as the next three
    QString note = {};
    bool hasReport = false;
    bool verifiesWorkspace = false; ///< first
};

/// What an export wrote, or would write.
struct ExportFigures
{
    /// A time for which a source was not synced.
    struct Gap
    {
        QString source;
        UtcMicros from; ///< inclusive
        UtcMicros to; ///< exclusive
    };

    qint64 rows = 0;
    qsizetype columns = 0;
    qint64 neutralisedCells = 0; ///< prefixed with `'`, as they look like formulas
    std::vector<Gap> gaps = {}; ///< by source, then by time
    QString missing = {}; ///< sentences on events that may be missing besides \a gaps; empty: none are known
    QStringList limits = {}; ///< sentences on what a spreadsheet will not show
};

} // namespace Trailglass
