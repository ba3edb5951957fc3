// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspacecheck.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/query/index/savedindex.h"
#include "models/query/index/sharedindex.h"
#include "models/store/eventwriter.h"
#include "models/store/integrity.h"
#include "models/store/signaturecheck.h"
#include "models/store/workspace.h"
#include "models/sync/fieldcheck.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {

bool hasDatabase(const QString &workspace)
{
    const QFileInfo database(WorkspacePaths::of(workspace).database);
    return database.exists() || database.isSymLink();
}

Result<QStringList> checkWorkspace(const QString &workspace, const CancelToken &cancel,
                                   const CheckProgress &progress)
{
    if (!hasDatabase(workspace))
        return QStringList();
    progress(tr("Checking the database…"));
    TRY(auto problems, checkIntegrity(workspace, cancel));
    TRY(const auto fields, checkFields(workspace, cancel, [&progress](qint64 events) {
            progress(tr("Comparing events with their JSON: %1").arg(QLocale().toString(events)));
        }));
    problems += fields;
    problems.removeDuplicates();
    if (!problems.isEmpty())
        return problems; // the index of a damaged database cannot be judged
    progress(tr("Comparing the saved index with the events…"));
    return checkSavedIndex(workspace, cancel);
}

QStringList WorkspaceRepair::sentences() const
{
    QStringList sentences;
    if (texts > 0)
        sentences += Trailglass::tr("Texts of fields restored from the JSON of events: %1")
                         .arg(QLocale().toString(texts));
    sentences += Trailglass::tr("Index segments rebuilt: %1").arg(indexSegments);
    if (signatures > 0)
        sentences += Trailglass::tr("Search signatures rebuilt: %1").arg(signatures);
    return sentences;
}

Result<WorkspaceRepair> repairWorkspace(const QString &workspace, const CancelToken &cancel)
{
    WorkspaceRepair repair;
    if (!hasDatabase(workspace))
        return repair;
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"repair"_s));
    // Migrates: an older database has no tables for an index.
    TRY(EventWriter::open(workspace, EventWriter::OpenPurges::Finished, cancel));
    // First, because the rest is built from the texts.
    TRY(repair.texts, repairTexts(workspace, cancel));
    TRY(repair.indexSegments, repairSavedIndex(workspace, cancel));
    TRY(repair.signatures, repairSignatures(workspace, cancel));
    SharedIndex::of(WorkspacePaths::of(workspace).folder)->forget();
    return repair;
}

} // namespace Trailglass
