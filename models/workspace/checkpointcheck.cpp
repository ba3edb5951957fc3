// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/checkpointcheck.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/merkle/treeproofs.h"
#include "models/store/treereader.h"
#include "models/store/treeshape.h"
#include "models/workspace/signingkeys.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Far more than anybody makes.
constexpr std::size_t MaxRecordedKeys = 1'000;
constexpr qsizetype MaxKeySentences = 20;
/// Of hashes that are kept for further proofs; a million of these take 100 MB.
constexpr std::size_t MaxKeptNodes = 100'000;

void addKeySentence(QStringList &sentences, const QString &sentence)
{
    if (sentences.size() < MaxKeySentences)
        sentences.append(sentence);
}

/// Whether the key before has signed a new one.
bool isEndorsed(const NoteVerifier &before, const NoteVerifier &verifier, const QJsonObject &record)
{
    const auto signature = QByteArray::fromBase64Encoding(record[u"signature"].toString().toLatin1(),
                                                          QByteArray::AbortOnBase64DecodingErrors);
    return signature && verifies(before.key, verifier.text().toUtf8(), *signature);
}

} // namespace

QString originOfNote(const QByteArray &note)
{
    return QString::fromUtf8(note.left(note.indexOf('\n')));
}

CheckpointCheck::CheckpointCheck(TreeReader &tree, QString origin)
    : m_tree(&tree)
    , m_origin(std::move(origin))
{
}

Result<CheckpointCheck> CheckpointCheck::make(TreeReader &tree, const QString &identity)
{
    CheckpointCheck check(tree, treeOrigin(identity));
    TRY(check.readTree());
    TRY(check.readKeyRecords());
    TRY(check.readKeys());
    return check;
}

Result<void> CheckpointCheck::readTree()
{
    qint64 after = -1;
    while (after != m_size) { // both are to be of one commit, and a tree only grows
        TRY(m_size, m_tree->size());
        TRY(m_root, m_tree->root());
        TRY(after, m_tree->size());
    }
    return {};
}

Result<void> CheckpointCheck::readKeyRecords()
{
    constexpr int RecordsOfRead = 100;
    qint64 first = 0;
    while (m_recorded.size() < MaxRecordedKeys) {
        TRY(const auto records, m_tree->records(u"key"_s, first, RecordsOfRead));
        if (records.empty())
            return {};
        for (const TreeRecord &record : records)
            noteKey(record.leaf, record.text);
        first = records.back().leaf + 1;
    }
    return {};
}

void CheckpointCheck::noteKey(qint64 leaf, const QByteArray &json)
{
    const QJsonObject record = QJsonDocument::fromJson(json).object();
    const auto verifier = NoteVerifier::fromText(record[u"key"].toString());
    if (!verifier || verifier->name != m_origin || recordOf(*verifier)) {
        addKeySentence(m_keyProblems,
                       Trailglass::tr("The record of a signing key, leaf %1 of the tree, was not written by "
                                      "Trailglass.")
                           .arg(leaf));
        return;
    }
    if (!m_recorded.empty() && !isEndorsed(m_recorded.back().verifier, *verifier, record)) {
        addKeySentence(
            m_keyNotices,
            Trailglass::tr(
                "The signing key %1 was not signed by the key before it, %2. Either that one was lost, or "
                "somebody else made the new one: compare it with the key that you know from elsewhere.")
                .arg(keyIdText(*verifier), keyIdText(m_recorded.back().verifier)));
    }
    m_recorded.push_back({.verifier = *verifier, .leaf = leaf});
}

Result<void> CheckpointCheck::readKeys()
{
    const auto keys = m_tree->signingKeys();
    if (!keys && keys.error().kind != ErrorKind::Storage)
        return keys.error();
    if (!keys) {
        // The list is damaged; the records of the tree have the public halves, too.
        addKeySentence(m_keyProblems, keys.error().message);
        for (const Key &recorded : m_recorded)
            m_known.push_back(recorded.verifier);
        return {};
    }
    for (const SigningKeyRecord &key : *keys) {
        const NoteVerifier verifier = verifierOf(key);
        if (recordOf(verifier)) {
            m_known.push_back(verifier);
            continue;
        }
        addKeySentence(m_keyProblems,
                       Trailglass::tr("The signing key %1 has no record in the tree: it was not added by "
                                      "Trailglass. Nothing that it has signed counts.")
                           .arg(keyIdText(verifier)));
    }
    for (const Key &recorded : m_recorded) {
        if (std::ranges::find(m_known, recorded.verifier) != m_known.end())
            continue;
        // The tree has its public half, which is all that a check needs.
        m_known.push_back(recorded.verifier);
        addKeySentence(
            m_keyProblems,
            Trailglass::tr("The signing key %1 is in the tree, but was taken out of the list of keys.")
                .arg(keyIdText(recorded.verifier)));
    }
    return {};
}

std::optional<qint64> CheckpointCheck::recordOf(const NoteVerifier &verifier) const
{
    const auto found = std::ranges::find(m_recorded, verifier, &Key::verifier);
    return found == m_recorded.end() ? std::nullopt : std::optional(found->leaf);
}

Result<CheckpointFinding> CheckpointCheck::check(const QByteArray &note)
{
    CheckpointFinding finding;
    finding.isForeign = originOfNote(note) != m_origin;
    if (finding.isForeign)
        return finding;
    const auto opened = openNote(note, m_known);
    if (!opened) {
        finding.problem = opened.error().message;
        return finding;
    }
    const auto checkpoint = parseTreeCheckpoint(opened->text);
    if (!checkpoint) {
        finding.problem = checkpoint.error().message;
        return finding;
    }
    finding.checkpoint = *checkpoint;
    finding.signer = opened->verifier;
    TRY(compare(finding));
    return finding;
}

/// Fills in what it says of the tree.
/// \pre it is signed with a key of the workspace
Result<void> CheckpointCheck::compare(CheckpointFinding &finding)
{
    const TreeCheckpoint &checkpoint = *finding.checkpoint;
    if (checkpoint.size > m_size) {
        finding.problem =
            Trailglass::tr("It is of %1 leaves, and the workspace has %2: the last ones were taken away, or "
                           "an older copy of the workspace is in its place.",
                           nullptr, countArgument(checkpoint.size))
                .arg(QLocale().toString(checkpoint.size), QLocale().toString(m_size));
        return {};
    }
    const auto isContinued = continues(checkpoint.size, checkpoint.root);
    if (!isContinued && isContinued.error().kind != ErrorKind::Storage)
        return isContinued.error();
    if (!isContinued) {
        finding.isUnproved = true;
        finding.problem = inSequence(Trailglass::tr("It cannot be compared with the tree of the workspace."),
                                     isContinued.error().message);
    } else if (!*isContinued) {
        finding.problem =
            Trailglass::tr("The first %Ln leaves of the workspace are not the ones that were signed: "
                           "something among them was changed, added or taken away.",
                           nullptr, countArgument(checkpoint.size));
    } else if (const auto record = recordOf(*finding.signer); record && *record >= checkpoint.size) {
        finding.problem =
            Trailglass::tr("It is signed with the key %1, which the workspace had only after it.")
                .arg(keyIdText(*finding.signer));
    }
    return {};
}

Result<bool> CheckpointCheck::continues(qint64 size, const Digest &root)
{
    if (const auto known = m_compared.find({size, root}); known != m_compared.end())
        return known->second;
    TRY(const auto proof,
        consistencyProof(size, m_size, [this](int level, qint64 number) { return node(level, number); }));
    const bool isContinued = provesConsistency(size, m_size, root, m_root, proof);
    m_compared.emplace(std::pair(size, root), isContinued);
    return isContinued;
}

Result<Digest> CheckpointCheck::node(int level, qint64 number)
{
    const std::pair place(level, number);
    if (const auto known = m_nodes.find(place); known != m_nodes.end())
        return known->second;
    if (const auto lost = m_lost.find(place); lost != m_lost.end())
        return lost->second;
    const Result<Digest> hash = m_tree->node(level, number);
    if (!hash && hash.error().kind != ErrorKind::Storage)
        return hash;
    if (!hash)
        return m_lost.emplace(place, lostContent(level, number, hash.error())).first->second;
    if (m_nodes.size() >= MaxKeptNodes)
        m_nodes.clear();
    m_nodes.emplace(place, *hash);
    return hash;
}

Error CheckpointCheck::lostContent(int level, qint64 number, const Error &error) const
{
    // Larger subtrees are hashes that are stored, and say by themselves what is wrong.
    if (level >= TreeShape::ChunkLevel)
        return error;
    const qint64 first = number << level;
    const qint64 end = first + (qint64(1) << level);
    for (qint64 leaf = first; leaf < end; ++leaf) {
        const auto read = m_tree->leaf(leaf);
        if (read || read.error().kind == ErrorKind::Cancelled)
            continue;
        const auto row = m_tree->rowOf(leaf);
        const QString sentence = row && *row
            ? Trailglass::tr("The event of row %1, leaf %2 of the tree, is lost or damaged.")
                  .arg((*row)->value)
                  .arg(leaf)
            : Trailglass::tr("Leaf %1 of the tree is lost or damaged.").arg(leaf);
        return {.kind = error.kind, .message = sentence, .detail = error.detail};
    }
    return error;
}

} // namespace Trailglass
