// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/treesigner.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/store/treereader.h"
#include "models/store/workspace.h"
#include "models/workspace/checkpointcheck.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/synccheckpoints.h"
#include "models/workspace/witnesscheck.h"
#include "models/workspace/witnessfile.h"

#include <algorithm>
#include <utility>

namespace Trailglass {
namespace {

/// \error Usage for a key that was in use before
Result<NewSigningKey> newKeyOf(const SigningState &state, const std::optional<Secret> &replaced,
                               UtcMicros now, const SigningKey &key)
{
    const NoteVerifier verifier{.name = treeOrigin(state.identity), .key = key.publicKey()};
    if (std::ranges::any_of(state.keys,
                            [&verifier](const auto &known) { return known.key == verifier.key; })) {
        return Error{.kind = ErrorKind::Usage,
                     .message =
                         tr("The key %1 has signed for this workspace before, and was replaced. Make a new "
                            "one: “openssl rand -base64 32”.")
                             .arg(keyIdText(verifier))};
    }
    NewSigningKey made;
    made.record.name = verifier.name;
    made.record.key = verifier.key;
    made.record.created = now;
    made.seed = key.seed();
    if (const SigningKeyRecord *present = state.present())
        made.replaces = present->id;
    if (replaced) {
        TRY(const SigningKey before, SigningKey::fromSeed(*replaced));
        TRY(made.signature, before.sign(verifier.text().toUtf8()));
    }
    return made;
}

Error treeNotContinued(const StoredCheckpoint &last, const CheckpointFinding &finding)
{
    const QString sentence = finding.isUnproved
        ? tr("Nothing was signed, because the checkpoint that the workspace has of %1 cannot be verified.")
        : tr("Nothing was signed: the workspace does not continue its checkpoint of %1.");
    return {.kind = ErrorKind::Rejected,
            .message = inSequence(
                inSequence(sentence.arg(toQString(formatTime(last.at))), finding.problem),
                tr("“Verify workspace…” in the window, or “trailglass-cli verify workspace”, looks for what "
                   "differs."))};
}

/// What the last checkpoint of the workspace says.
/// \error Rejected if the tree does not continue it, or, where no key of the workspace has signed it, one before it
Result<CheckpointFinding> compareKept(const TreeReader &tree, const StoredCheckpoint &last,
                                      CheckpointCheck &check)
{
    TRY(CheckpointFinding finding, check.check(last.note));
    if (finding.isForeign)
        finding.problem = tr("It is of another workspace.");
    if (finding.checkpoint)
        return finding.problem.isEmpty() ? Result(std::move(finding)) : treeNotContinued(last, finding);
    // Whoever has spoiled the last one has not made the tree continue those before it.
    TRY(const auto kept, tree.checkpoints());
    for (auto earlier = kept.rbegin(); earlier != kept.rend(); ++earlier) {
        TRY(const CheckpointFinding found, check.check(earlier->note));
        if (found.checkpoint && !found.problem.isEmpty())
            return treeNotContinued(*earlier, found);
        if (found.checkpoint)
            break;
    }
    return finding;
}

/// The witness file that the user has set for a workspace; empty: none, or for another folder, of which this is a copy.
QString witnessFileThatIsSet(const QString &workspace, const QString &identity)
{
    return syncCheckpointsOf({identity, WorkspacePaths::of(workspace).canonicalFolder()}).witnessFile;
}

QString witnessNotCompared(const WitnessedCheckpoints &witness)
{
    return inSequence(
        tr("The workspace was not compared with the witness file %1.").arg(visibleText(witness.path())),
        witness.failure()->message);
}

QString witnessWithoutCheckpoint(const WitnessedCheckpoints &witness)
{
    return tr("The witness file %1 had no checkpoint of this workspace, which was signed before. If it "
              "should have had some, find out whether it is the right file, and who removed them.")
        .arg(visibleText(witness.path()));
}

/// Says what could not be compared.
/// \param isSigned  the workspace has been signed before
void noteWitness(const WitnessedCheckpoints &witness, const CheckpointUse &use, bool isSigned,
                 WrittenCheckpoint &written)
{
    const bool isAppended = witness.path() == use.witnessFile;
    if (witness.failure() && isAppended) {
        written.witnessError = witness.failure();
        written.witnessError->message = witnessNotCompared(witness);
    } else if (witness.failure()) {
        written.notices.append(witnessNotCompared(witness));
    } else if (witness.isEmpty() && isSigned) {
        written.notices.append(witnessWithoutCheckpoint(witness));
    }
}

QString lastCheckpointDoubted(const QString &problem)
{
    return inSequence(tr("The last checkpoint of the workspace cannot be verified."), problem);
}

QString clockSetBack(UtcMicros now, UtcMicros last)
{
    return tr("The clock says %1, which is before the time of the last checkpoint, %2. The new checkpoint "
              "has the earlier time of the two all the same; the order of checkpoints is that of their "
              "sizes.")
        .arg(toQString(formatTime(now)), toQString(formatTime(last)));
}

} // namespace

QString checkpointWarning(const WrittenCheckpoint &written)
{
    QString warning = written.witnessError ? written.witnessError->message : QString();
    for (const QString &notice : written.notices)
        warning = warning.isEmpty() ? notice : inSequence(warning, notice);
    return warning;
}

QString noCheckpointWarning(const Error &reason)
{
    return inSequence(tr("No checkpoint was written after the sync."), reason.message);
}

const SigningKeyRecord *SigningState::present() const
{
    return presentKey(keys);
}

Result<SigningState> readSigningState(const QString &workspace, const CancelToken &cancel,
                                      const TreeProgress &progress)
{
    QString identity;
    {
        // A checkpoint makes no workspace.
        TRY(const auto reader, EventReader::open(workspace));
        TRY(identity, reader->identity());
    }
    TRY(const auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Left, cancel, progress));
    TRY(auto keys, writer->signingKeys());
    return SigningState{.identity = identity, .keys = std::move(keys)};
}

Result<NewSigningKey> makeSigningKey(const SigningState &state, const std::optional<Secret> &replaced,
                                     UtcMicros now)
{
    TRY(const SigningKey key, SigningKey::generate());
    return newKeyOf(state, replaced, now, key);
}

Result<NewSigningKey> namedSigningKey(const SigningState &state, const std::optional<Secret> &replaced,
                                      UtcMicros now, const Secret &seed, const SecretReference &place)
{
    TRY(const SigningKey key, SigningKey::fromSeed(seed));
    TRY(NewSigningKey named, newKeyOf(state, replaced, now, key));
    named.record.reference = place;
    return named;
}

Result<SigningKeyRecord> addSigningKey(const QString &workspace, const NewSigningKey &key,
                                       const CancelToken &cancel)
{
    TRY(const auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Left, cancel));
    SigningKeyRecord added = key.record;
    TRY(added.id, writer->addSigningKey(key.record, key.replaces, key.signature));
    return added;
}

Result<SigningKeyRecord> moveSigningKey(const QString &workspace, SigningKeyRecord key,
                                        const SecretReference &place, const CancelToken &cancel)
{
    TRY(const auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Left, cancel));
    TRY(writer->moveSigningKey(key.id, place));
    key.reference = place;
    return key;
}

TreeSigner::TreeSigner(QString workspace, QString identity, SigningKeyRecord key, Secret seed)
    : m_workspace(std::move(workspace))
    , m_identity(std::move(identity))
    , m_key(std::move(key))
    , m_seed(std::move(seed))
{
}

NoteVerifier TreeSigner::verifier() const
{
    return verifierOf(m_key);
}

Result<WrittenCheckpoint> TreeSigner::write(const CheckpointUse &use, UtcMicros now,
                                            const CancelToken &cancel) const
{
    const LogTimer timer;
    auto written = signAndStore(use, now, cancel);
    if (!written) {
        qCInfo(logEvidence).noquote()
            << "no checkpoint:" << errorKindName(written.error().kind) << "after" << timer;
    } else if (!written->isNew) {
        qCInfo(logEvidence) << "no checkpoint: the tree has not changed, leaves" << written->checkpoint.size;
    } else {
        qCInfo(logEvidence) << "checkpoint written: leaves" << written->checkpoint.size << "to a witness file"
                            << !written->witnessFile.isEmpty() << "witness failed"
                            << written->witnessError.has_value() << "notices" << written->notices.size()
                            << "in" << timer;
    }
    return written;
}

Result<WrittenCheckpoint> TreeSigner::signAndStore(const CheckpointUse &use, UtcMicros now,
                                                   const CancelToken &cancel) const
{
    if (!use.witnessFile.isEmpty()) {
        TRY(checkWitnessPlace(use.witnessFile, m_workspace));
    }
    TRY(const auto writer, EventWriter::open(m_workspace, EventWriter::OpenPurges::Left, cancel));
    TRY(const auto tree, TreeReader::open(m_workspace, cancel));
    // Before the tree: another program may sign a larger one at any time.
    TRY(const auto last, tree->lastCheckpoint());
    TRY(const auto witnesses, readWitnesses(use, cancel));
    TRY(CheckpointCheck check, CheckpointCheck::make(*tree, m_identity));
    WrittenCheckpoint written{
        .checkpoint = {.origin = treeOrigin(m_identity), .size = check.size(), .root = check.root()},
        .signer = verifier(),
        .notices = m_notices + check.keyProblems()};
    CheckpointFinding finding;
    if (last) {
        TRY(finding, compareKept(*tree, *last, check));
    }
    for (const WitnessedCheckpoints &witness : witnesses) {
        TRY(witness.compare(check));
        noteWitness(witness, use, last.has_value(), written);
    }
    if (last) {
        if (use.onlyOfChanges && finding.checkpoint && finding.checkpoint->size == check.size()) {
            written.checkpoint = *finding.checkpoint;
            written.note = last->note;
            written.signer = *finding.signer;
            written.isNew = false;
            return written;
        }
        if (!finding.problem.isEmpty())
            written.notices.append(lastCheckpointDoubted(finding.problem));
        if (now < last->at)
            written.notices.append(clockSetBack(now, last->at));
    }
    written.checkpoint.extensions = {timeExtension(now)};
    TRY(const SigningKey key, SigningKey::fromSeed(m_seed));
    TRY(written.note, signNote(text(written.checkpoint), m_key.name, key));
    TRY(writer->addTreeCheckpoint(check.size(), now, written.note));
    if (!use.witnessFile.isEmpty() && !written.witnessError) {
        if (const Result<void> appended = appendToWitness(use.witnessFile, written.note, cancel); !appended)
            written.witnessError = appended.error();
        else
            written.witnessFile = use.witnessFile;
    }
    return written;
}

/// The checkpoints that each witness file of the workspace has of its tree.
Result<std::vector<WitnessedCheckpoints>> TreeSigner::readWitnesses(const CheckpointUse &use,
                                                                    const CancelToken &cancel) const
{
    QStringList files{use.witnessFile, witnessFileThatIsSet(m_workspace, m_identity)};
    files.removeAll(QString());
    files.removeDuplicates();
    std::vector<WitnessedCheckpoints> witnesses;
    for (const QString &file : std::as_const(files)) {
        TRY(auto witness, WitnessedCheckpoints::read(file, treeOrigin(m_identity), cancel));
        witnesses.push_back(std::move(witness));
    }
    return witnesses;
}

Result<QByteArray> TreeSigner::sign(QByteArrayView message) const
{
    TRY(const SigningKey key, SigningKey::fromSeed(m_seed));
    return key.sign(message);
}

} // namespace Trailglass
