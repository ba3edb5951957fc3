// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspacefigures.h"

#include "models/core/result.h"
#include "models/core/translation.h"

#include <QLocale>

namespace Trailglass {

Result<WorkspaceFigures> workspaceFigures(const QString &workspace, const CancelToken &cancel)
{
    TRY(const auto numbers, readStatistics(workspace, cancel));
    const QLocale locale;
    QList<WorkspaceFigures::Line> lines{
        {tr("events"), locale.toString(numbers.events)},
        {tr("rows superseded or purged"), locale.toString(numbers.removed)},
        {tr("unreadable rows, quarantined"), locale.toString(numbers.quarantined)},
        {tr("other versions of events, quarantined"), locale.toString(numbers.conflicting)},
        {tr("vendor JSON"), locale.formattedDataSize(numbers.rawBytes)},
        {tr("vendor JSON, compressed"), locale.formattedDataSize(numbers.packedBytes)},
        {tr("database"), locale.formattedDataSize(numbers.fileBytes)}};
    for (const auto &[field, texts] : numbers.dictionaries)
        lines.append({tr("distinct values of %1").arg(field), locale.toString(texts)});
    return WorkspaceFigures{numbers, lines};
}

} // namespace Trailglass
