// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/merkle/digest.h"
#include "models/merkle/signednote.h"
#include "models/merkle/treecheckpoint.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace Trailglass {

class TreeReader;

/// What a signed checkpoint says of the tree of a workspace.
struct CheckpointFinding
{
    std::optional<TreeCheckpoint> checkpoint = {}; ///< if a key of the workspace has signed it
    std::optional<NoteVerifier> signer = {}; ///< that key
    bool isForeign = false; ///< it is of another workspace, and says nothing
    /// Whether the tree continues it cannot be said, because content that a proof needs is lost; problem names the event.
    bool isUnproved = false;
    QString problem = {}; ///< a sentence: why the tree is not, or may not be, what was signed; empty: it is
};

/// The first line of a note: the tree that a checkpoint says it is of.
/// \param note  any bytes
/// \thread any; pure
[[nodiscard]] QString originOfNote(const QByteArray &note);

/// Compares signed checkpoints with the tree of a workspace: whether a key of the workspace has signed them, and whether
/// the present tree continues the one that was signed, by a consistency proof. Blocking.
///
/// What is compared are the stored hashes: whether the events have these hashes is for TreeCheck to say.
/// \thread the reader's
class CheckpointCheck
{
public:
    /// \param tree      outlives the check
    /// \param identity  EventReader::identity() of its workspace
    /// \error Storage, Cancelled as TreeReader
    [[nodiscard]] static Result<CheckpointCheck> make(TreeReader &tree, const QString &identity);

    /// Sentences on keys: one that is in no record of the tree was not added by this program. No more than the first few.
    [[nodiscard]] const QStringList &keyProblems() const { return m_keyProblems; }
    /// Sentences on keys that the key before them has not signed.
    [[nodiscard]] const QStringList &keyNotices() const { return m_keyNotices; }

    /// What of the tree cannot be read is a part of the finding, and no error.
    /// \param note  any bytes
    /// \error Cancelled as TreeReader
    [[nodiscard]] Result<CheckpointFinding> check(const QByteArray &note);

    [[nodiscard]] qint64 size() const { return m_size; } ///< leaves of the tree
    [[nodiscard]] const Digest &root() const { return m_root; } ///< of all of them

private:
    /// A key, and from where on it can have signed.
    struct Key
    {
        NoteVerifier verifier;
        qint64 leaf = 0; ///< of its record
    };

    CheckpointCheck(TreeReader &tree, QString origin);
    Result<void> readTree();
    Result<void> readKeyRecords();
    void noteKey(qint64 leaf, const QByteArray &json);
    Result<void> readKeys();
    /// \returns the leaf of a key's record
    [[nodiscard]] std::optional<qint64> recordOf(const NoteVerifier &verifier) const;
    Result<void> compare(CheckpointFinding &finding);
    Result<bool> continues(qint64 size, const Digest &root);
    Result<Digest> node(int level, qint64 number);
    /// \returns \a error, with the name of the first leaf that is lost
    [[nodiscard]] Error lostContent(int level, qint64 number, const Error &error) const;

    TreeReader *m_tree;
    QString m_origin;
    qint64 m_size = 0;
    Digest m_root;
    std::vector<Key> m_recorded; ///< keys with a record, in the order of the tree
    std::vector<NoteVerifier> m_known; ///< keys of the workspace
    QStringList m_keyProblems;
    QStringList m_keyNotices;
    std::map<std::pair<qint64, Digest>, bool>
        m_compared; ///< sizes and roots, and whether the tree continues them
    std::map<std::pair<int, qint64>, Digest> m_nodes; ///< some that were read: proofs share them
    std::map<std::pair<int, qint64>, Error> m_lost; ///< of those that cannot be read
};

} // namespace Trailglass
