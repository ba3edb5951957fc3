// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/evidence/bundlewriter.h"
#include "models/exporting/column.h"
#include "models/query/queryengine.h"
#include "models/workspace/bundledstate.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/treesigner.h"
#include "models/workspace/workspacecheck.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace Trailglass {

/// How much may be typed for a bundle.
namespace EvidenceLimits {

inline constexpr qsizetype MaxCase = 200; ///< UTF-16 units
inline constexpr qsizetype MaxNote = 10'000; ///< UTF-16 units

} // namespace EvidenceLimits

/// Makes further files of a bundle, such as a report. Called on the thread of the workspace once its tree is signed.
/// \param state  that they must be made of
using AttachToBundle = std::function<Result<std::vector<BundleAttachment>>(
    OpenWorkspace &workspace, const BundledState &state, const CancelToken &cancel)>;

/// Which events to put into an evidence bundle, and what to say of them.
struct EvidencePlan
{
    /// In the order of the bundle, from an engine of this process that is still open. Null: all that match, which are selected
    /// when the bundle is made.
    std::shared_ptr<const ResultRows> rows = {};
    PreparedQuery query; ///< whose result the rows are from
    QString typed; ///< the filter as it was typed
    Filter::NodePointer filter; ///< the same, parsed, with presets by name
    SortOrder order; ///< of the rows
    std::vector<Column> columns = {}; ///< of events.csv; empty: defaultColumns()
    bool formulaGuard = true; ///< of events.csv
    QString caseText = {};
    QString note = {};
    QString by; ///< name of the local account
    AttachToBundle attach = {}; ///< may be empty
    /// Verifies the workspace before anything is signed, which reads every event. Only then the bundle states that no other
    /// event matches: which events match goes by fields, and the tree binds none of them.
    bool verifiesWorkspace = false;
    CheckProgress verifying = {}; ///< gets sentences about that; may be empty
};

/// Called while events are written.
/// \param total  of the bundle
using EvidenceProgress = std::function<void(qint64 done, qint64 total)>;

/// What became of it.
struct EvidenceReport
{
    BundleSummary bundle;
    NoteVerifier signer;
    QStringList warnings = {}; ///< sentences: all that whoever hands the bundle on must know besides
};

/// Whether a plan can be carried out, going by its texts and by where the bundle is to go. Blocking.
/// \error Usage, as outputTarget() too; Storage
/// \thread that of \a workspace
[[nodiscard]] Result<void> checkEvidence(OpenWorkspace &workspace, const QString &caseText,
                                         const QString &note, const QString &fileName);

/// Signs the tree as it is now and writes a bundle: the whole file or none. Blocking.
///
/// Only where something is attached, such as a report, which counts events, or where rows of an engine are given, the engine of
/// the workspace is used. Else rows are selected without one: the whole index of ten million events takes more memory than a
/// bundle of a million. The bytes are the same.
///
/// A checkpoint is written to the workspace if the tree has changed since the last one. A workspace that is to be verified, and
/// is not as it was stored, makes no bundle and no checkpoint.
/// \param signer  for this workspace
/// \param clock   for the times that are stated
/// \error as checkEvidence(), verifyWorkspace(), TreeSigner::write() and writeBundle(); Storage, too, if the verification finds
/// something
/// \thread that of \a workspace
[[nodiscard]] Result<EvidenceReport> createEvidence(OpenWorkspace &workspace, const EvidencePlan &plan,
                                                    const QString &fileName, const TreeSigner &signer,
                                                    const Clock &clock, const CancelToken &cancel,
                                                    const EvidenceProgress &progress = {});

} // namespace Trailglass
