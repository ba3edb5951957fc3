// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/fileimport.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventwriter.h"
#include "models/store/workspace.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/sourcechoice.h"

#include <QLocale>

#include <functional>

using namespace Qt::StringLiterals;

namespace Trailglass {

Result<FileImport> importFiles(const QString &workspace, const QString &source, const QStringList &files,
                               const Clock &clock, const CancelToken &cancel,
                               const std::function<void(const ImportProgress &)> &progress)
{
    TRY(const auto record, activeSource(workspace, source));
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"import"_s));
    TRY(const auto writer, EventWriter::open(workspace));
    Importer importer(*writer, clock);
    SyncReport report = importer.run({record, files}, cancel, progress);
    return FileImport{std::move(report), saveIndexWarning(workspace, cancel)};
}

QString progressText(const ImportProgress &progress)
{
    const QLocale locale;
    const QString done = locale.formattedDataSize(progress.bytes);
    const QString size =
        progress.totalBytes ? tr("%1 of %2").arg(done, locale.formattedDataSize(*progress.totalBytes)) : done;
    return tr("%1: %2, %3 events")
        .arg(visibleText(progress.file), size, locale.toString(progress.counts.received));
}

} // namespace Trailglass
