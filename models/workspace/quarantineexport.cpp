// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/quarantineexport.h"

#include "models/exporting/outputfile.h"
#include "models/exporting/outputtarget.h"
#include "models/store/eventreader.h"
#include "models/table/quarantinejson.h"
#include "models/workspace/quarantine.h"

namespace Trailglass {
namespace {

/// Rows read together: each has at most MaxQuarantinedBytes.
constexpr int RowsOfPage = 100;

} // namespace

Result<qint64> exportQuarantine(const QString &workspace, const QString &source, const QString &fileName,
                                const CancelToken &cancel, const QuarantineProgress &progress)
{
    TRY(const auto inUse, filesInUse(workspace));
    TRY(const auto file, OutputFile::open(fileName, inUse, cancel));
    const auto rows = exportQuarantine(workspace, source, file->device(), cancel, progress);
    if (!rows)
        return file->named(rows.error());
    TRY(file->commit());
    return rows;
}

Result<qint64> exportQuarantine(const QString &workspace, const QString &source, QIODevice &device,
                                const CancelToken &cancel, const QuarantineProgress &progress)
{
    TRY(const auto reader, EventReader::open(workspace));
    QuarantineQuery query{.source = source, .limit = RowsOfPage};
    qint64 rows = 0;
    for (;;) {
        if (cancel.isCancelled())
            return exportCancelled();
        const qint64 before = rows;
        TRY(visitQuarantined(*reader, query, [&](const QuarantineContent &content) {
            query.past = content.row.id;
            ++rows;
            return writeAll(device, quarantineJson(content) + '\n', cancel);
        }));
        if (rows == before)
            return rows;
        if (progress)
            progress(rows);
    }
}

} // namespace Trailglass
