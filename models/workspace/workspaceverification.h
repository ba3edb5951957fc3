// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/merkle/digest.h"
#include "models/store/treerecords.h"
#include "models/workspace/workspacecheck.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Trailglass {

/// Something in a workspace that is not as it was stored, or not as it was signed.
struct VerificationProblem
{
    enum class Kind
    {
        Tree, ///< events or records, and the hashes of them
        Key, ///< a signing key
        Checkpoint, ///< one that the workspace keeps
        Witness, ///< one of the witness file, or the file itself
        Fields, ///< what is shown of events: fields that are not those of their JSON, the index, what is searched
    };

    Kind kind = Kind::Tree;
    QString sentence = {}; ///< one or more; safe to show as plain text
    std::optional<RowId> row = {}; ///< the first one of Kind::Tree, where it is known
    QString source = {}; ///< of the event in that row, where it can be read; as it is stored
    QString eventId = {}; ///< likewise
    std::optional<qint64> line = {}; ///< of the witness file, from 1
};

/// What is verified. The hashes bind the JSON of events, not what was read from it.
enum class VerifiedParts
{
    Hashes,
    HashesAndFields, ///< and all that checkWorkspace() compares
};

/// What a verification has found.
struct WorkspaceVerdict
{
    /// Problems of each kind that are listed: a file of somebody else may have any number.
    static constexpr qsizetype MaxProblems = 100;

    qint64 leaves = 0; ///< of the tree: events + records + gone
    Digest root;
    qint64 events = 0;
    qint64 records = 0;
    qint64 gone = 0; ///< of purged sources: only their hashes are left
    qint64 checkpoints = 0; ///< that the workspace keeps, and that it continues
    qint64 witnessed = 0; ///< of the witness file, likewise
    qint64 foreign = 0; ///< of the witness file, of other workspaces
    QString witnessFile = {}; ///< empty: none was compared
    bool areFieldsLeftOut =
        false; ///< only the hashes were verified: nothing else was requested, or something differs
    std::vector<VerificationProblem> problems = {}; ///< none: all is well
    std::vector<PurgeNotice> purges = {}; ///< as the tree documents them
    QStringList notices = {}; ///< sentences: what a person should know besides

    [[nodiscard]] bool isWell() const { return problems.empty(); }

    /// For people: the verdict, the problems, what was compared, purges and notices. Each safe to show as plain text.
    [[nodiscard]] QStringList sentences() const;
};

/// The name of a kind, for scripts: `tree`, `key`, `checkpoint`, `witness`, `fields`.
[[nodiscard]] QString verificationKindName(VerificationProblem::Kind kind);

/// Computes the tree of a workspace again from what it holds, and compares it with the hashes that were stored, with the
/// checkpoints that the workspace keeps and with those of a witness file. Where all of that is well, compares what is shown
/// of events with their JSON, which takes several times as long. Blocking, reads all events, changes nothing.
///
/// Whoever can write to the database can make all of it agree, but for the witness file, which is elsewhere. Settings of
/// sources, presets and the history of syncs are in no leaf.
/// \param witnessFile  absolute; empty: none is compared
/// \param progress     gets sentences about what is being done
/// \error NotFound: no workspace, or no witness file
/// \error Unsupported: a workspace whose events are not hashed yet; the message says what does it
/// \error NewerVersion, Storage, TooLarge, Locked, Cancelled: it could not be verified
/// \thread any
[[nodiscard]] Result<WorkspaceVerdict> verifyWorkspace(const QString &workspace, const QString &witnessFile,
                                                       const CancelToken &cancel,
                                                       const CheckProgress &progress,
                                                       VerifiedParts parts = VerifiedParts::HashesAndFields);

} // namespace Trailglass
