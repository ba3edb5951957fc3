// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/fileimport.h"

#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/source.h"
#include "models/store/eventwriter.h"
#include "models/store/workspace.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/sourcechoice.h"

#include <QLocale>

#include <functional>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString namesOf(const QList<SourceRecord> &sources)
{
    QStringList names;
    for (const SourceRecord &source : sources)
        names.append(u"“%1”"_s.arg(visibleText(source.name)));
    return names.join(u", "_s);
}

/// The one source of the vendor whose events the files hold.
Result<SourceRecord> detectedSource(const QString &workspace, const QStringList &files, ImportInputs &inputs,
                                    const CancelToken &cancel)
{
    TRY(const Source *const found, inputs.detectVendor(files, cancel));
    const SourceType &type = found->type();
    TRY(auto sources, activeSources(workspace));
    sources.removeIf([&type](const SourceRecord &source) { return source.type != type.name; });
    if (sources.isEmpty()) {
        return Error{
            ErrorKind::Usage,
            tr("These events look like those of %1, but there is no source of this type. Add one, then "
               "import them again.")
                .arg(type.displayName)};
    }
    if (sources.size() > 1) {
        return Error{
            ErrorKind::Usage,
            tr("These events look like those of %1, and there are several sources of this type: %2. Choose "
               "the one to import them into.")
                .arg(type.displayName, namesOf(sources))};
    }
    return sources.first();
}

} // namespace

Result<FileImport> importFiles(const QString &workspace, const QString &source, const QStringList &files,
                               const Clock &clock, const CancelToken &cancel,
                               const std::function<void(const ImportProgress &)> &progress)
{
    ImportInputs inputs;
    TRY(const auto record,
        source.isEmpty() ? detectedSource(workspace, files, inputs, cancel)
                         : activeSource(workspace, source));
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"import"_s));
    TRY(const auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Finished, cancel));
    Importer importer(*writer, clock, std::move(inputs));
    SyncReport report = importer.run({record, files}, cancel, progress);
    return FileImport{std::move(report), saveIndexWarning(workspace, cancel)};
}

QString progressText(const ImportProgress &progress)
{
    const QLocale locale;
    const QString done = locale.formattedDataSize(progress.bytes);
    const QString size =
        progress.totalBytes ? tr("%1 of %2").arg(done, locale.formattedDataSize(*progress.totalBytes)) : done;
    return tr("%1: %2, %Ln event(s)", nullptr, countArgument(progress.counts.received))
        .arg(visibleText(progress.file), size);
}

} // namespace Trailglass
