// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/manifest.h"
#include "models/merkle/digest.h"
#include "models/merkle/noteverifier.h"
#include "models/merkle/treecheckpoint.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Trailglass {

/// Why a bundle is not verified. docs/verify_evidence.py has the same kinds.
enum class BundleFault : quint8
{
    Archive, ///< no ZIP archive, or cut
    MemberName, ///< a path
    MemberTwice,
    MemberUnknown,
    MemberSize, ///< larger than it can be: a bomb
    MemberMissing,
    MemberUnreadable, ///< damaged, encrypted, or packed in a way that is not read
    Key, ///< key.pem is no key
    OtherKey, ///< not the one that was given
    Checkpoint, ///< not signed by the key, changed, or no checkpoint
    Manifest, ///< no manifest, or it contradicts the events
    CheckpointTree, ///< manifest and checkpoint are of different trees
    EventLine, ///< no event
    EventAdded,
    EventMissing,
    EventOrder,
    EventChanged,
    Record, ///< a line of a member that consists of records is not a record
    Proof, ///< events and proofs do not lead to the root
    Checksums, ///< SHA256SUMS does not list every other file
    Checksum, ///< a file is not the one that is listed
    Signature, ///< of SHA256SUMS
};

/// The name that scripts see: `event_changed`.
[[nodiscard]] QString faultName(BundleFault fault);

/// One thing that is wrong with a bundle.
struct BundleProblem
{
    BundleFault fault = BundleFault::Archive;
    QString sentence; ///< translated, and safe to show; names file, event or proof
    QString file = {}; ///< member that it is about; empty: none, or several
    qint64 event = 0; ///< its line in events.ndjson, from 1; 0: none
};

/// What was found out about a bundle.
struct BundleVerdict
{
    /// Nothing: the bundle is verified. At most one about the content, one about each file, one about the signature; the
    /// first is the one to tell.
    std::vector<BundleProblem> problems = {};
    bool isOfGivenKey =
        false; ///< signed by the key that the verifier gave, not only by the one that is in it

    // As far as it could be read; true only of a bundle that is verified.
    std::optional<BundleManifest> manifest = {};
    std::optional<NoteVerifier> signer = {};
    std::optional<TreeCheckpoint> checkpoint = {};
    qint64 leaves = 0; ///< of the tree that the bundle shows: events and records
    QMap<QByteArray, Digest> digests = {}; ///< of the members that were read to their end

    [[nodiscard]] bool isVerified() const { return problems.empty(); }
    /// Every leaf of the tree is in the bundle: nothing of the tree can have been left out.
    [[nodiscard]] bool isWholeTree() const { return checkpoint && leaves == checkpoint->size; }
};

/// What to tell a person: what is verified and by which key, and what that does not prove; or what is wrong.
/// \returns translated sentences, the most important one first
[[nodiscard]] QStringList verdictSentences(const BundleVerdict &verdict);

} // namespace Trailglass
