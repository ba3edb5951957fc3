// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reporttree.h"

#include "models/merkle/digest.h"
#include "models/merkle/treecheckpoint.h"
#include "models/store/treereader.h"
#include "models/workspace/checkpointcheck.h"
#include "models/workspace/openworkspace.h"

namespace Trailglass {

ReportTree::ReportTree(std::unique_ptr<TreeReader> reader)
    : m_reader(std::move(reader))
{
}

ReportTree::~ReportTree() = default;
ReportTree::ReportTree(ReportTree &&) noexcept = default;
ReportTree &ReportTree::operator=(ReportTree &&) noexcept = default;

Result<ReportTree> ReportTree::open(OpenWorkspace &workspace)
{
    TRY(auto reader, TreeReader::open(workspace.folder()));
    TRY(const bool isBuilt, reader->isBuilt());
    if (!isBuilt)
        reader.reset();
    return ReportTree(std::move(reader));
}

std::optional<qint64> ReportTree::leafOf(RowId row)
{
    if (!m_reader)
        return std::nullopt;
    const auto leaf = m_reader->leafOf(row);
    return leaf ? *leaf : std::nullopt; // what is wrong with the tree is for `verify` to say
}

Result<NewestCheckpoint> ReportTree::newestCheckpoint(const QString &identity, const QByteArray &bundled)
{
    NewestCheckpoint newest;
    if (!m_reader)
        return newest;
    QByteArray note = bundled;
    if (note.isEmpty()) {
        TRY(const auto stored, m_reader->lastCheckpoint());
        if (!stored)
            return newest;
        note = stored->note;
    }
    TRY(auto check, CheckpointCheck::make(*m_reader, identity));
    newest.warnings = check.keyProblems();
    TRY(const auto finding, check.check(note));
    if (!finding.problem.isEmpty())
        newest.warnings.append(finding.problem);
    if (!finding.checkpoint || !finding.signer)
        return newest;
    ReportCheckpoint shown;
    shown.origin = finding.checkpoint->origin;
    shown.size = finding.checkpoint->size;
    shown.root = QString::fromLatin1(hex(finding.checkpoint->root));
    shown.at = statedTime(*finding.checkpoint);
    shown.note = QString::fromUtf8(note);
    shown.key = finding.signer->text();
    // A bundle is of the tree that was signed.
    shown.treeSize = bundled.isEmpty() ? check.size() : shown.size;
    newest.shown = shown;
    return newest;
}

} // namespace Trailglass
