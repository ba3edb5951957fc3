// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundleverifier.h"

#include "models/core/countargument.h"
#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/bundlearchive.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/checksums.h"
#include "models/evidence/prooflines.h"
#include "models/merkle/signednote.h"
#include "models/merkle/treehash.h"
#include "models/store/byteinput.h"

#include <QLocale>

#include <algorithm>
#include <span>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestKeyFile = 16 * 1024;

/// Of a bundle, which may state any number: `%Ln` has no more than 31 bits.
QString statedNumber(qint64 number)
{
    return QLocale().toString(number);
}

/// One verification.
class BundleVerification
{
public:
    BundleVerification(BundleArchive archive, CancelToken cancel, VerificationProgress progress)
        : m_archive(std::move(archive))
        , m_cancel(std::move(cancel))
        , m_progress(std::move(progress))
    {
    }

    Result<BundleVerdict> run(const std::optional<PublicKey> &given)
    {
        const auto checked = check(given);
        if (!checked) {
            if (!isFaultOfBundle(checked.error()))
                return checked.error();
            add({.fault = BundleFault::MemberUnreadable, .sentence = checked.error().message});
        }
        return std::move(m_verdict);
    }

private:
    Result<void> check(const std::optional<PublicKey> &given)
    {
        if (m_archive.problem()) {
            add(*m_archive.problem());
            return {};
        }
        TRY(const bool isSigned, checkSigner(given));
        if (!isSigned)
            return {};
        TRY(auto wrong, problemOfContent());
        if (wrong)
            add(*std::move(wrong));
        return checkSums();
    }

    /// Reads the key, and the checkpoint that it signed.
    /// \returns false when there is no use in going on
    Result<bool> checkSigner(const std::optional<PublicKey> &given)
    {
        TRY(const QByteArray pem, small(BundleMembers::Key));
        const auto key = publicKeyFromPem(pem);
        if (!key)
            return end(BundleFault::Key, Trailglass::tr("key.pem is not a public key for Ed25519."),
                       BundleMembers::Key);
        m_key = *key;
        if (given && *given != m_key) {
            return end(BundleFault::OtherKey,
                       Trailglass::tr("The bundle is signed by another key than the one that you gave."),
                       BundleMembers::Key);
        }
        m_verdict.isOfGivenKey = given.has_value();
        TRY(const QByteArray note, small(BundleMembers::Checkpoint));
        // A tree's key has the name of the tree, which is the first line.
        const NoteVerifier signer{QString::fromUtf8(note.left(note.indexOf('\n'))), m_key};
        const auto opened = openNote(note, std::span(&signer, 1));
        const auto checkpoint =
            opened ? parseTreeCheckpoint(opened->text) : Result<TreeCheckpoint>(opened.error());
        if (!checkpoint) {
            return end(
                BundleFault::Checkpoint,
                inSequence(
                    Trailglass::tr("checkpoint.txt is not signed by the key in key.pem, was changed, or is "
                                   "not a checkpoint."),
                    checkpoint.error().message),
                BundleMembers::Checkpoint);
        }
        m_verdict.signer = signer;
        m_verdict.checkpoint = *checkpoint;
        return true;
    }

    /// Compares manifest, events, records and tree, up to the first thing that does not fit.
    Result<std::optional<BundleProblem>> problemOfContent()
    {
        TRY(const QByteArray json, small(BundleMembers::Manifest));
        const auto manifest = parseManifest(json);
        if (!manifest)
            return problem(BundleFault::Manifest, manifest.error().message, BundleMembers::Manifest);
        m_verdict.manifest = *manifest;
        const TreeCheckpoint &checkpoint = *m_verdict.checkpoint;
        if (manifest->origin != checkpoint.origin || manifest->size != checkpoint.size
            || manifest->root != checkpoint.root) {
            return problem(
                BundleFault::CheckpointTree,
                Trailglass::tr(
                    "checkpoint.txt is of a tree of %1 leaves, manifest.json of another one, of %2: "
                    "one of them was exchanged, such as for an older checkpoint.",
                    nullptr, countArgument(checkpoint.size))
                    .arg(statedNumber(checkpoint.size), statedNumber(manifest->size)),
                BundleMembers::Checkpoint);
        }
        TRY(const auto events, m_archive.member(BundleMembers::Events, m_cancel));
        TRY(const auto proofs, m_archive.member(BundleMembers::Proofs, m_cancel));
        TRY(auto checked, checkEvents(*events, *proofs, m_archive.maxLeaves(), m_progress));
        if (checked.problem)
            return std::move(checked.problem);
        if (checked.count != manifest->events) {
            return problem(BundleFault::Manifest,
                           Trailglass::tr("manifest.json states %1 event(s), events.ndjson has %2.", nullptr,
                                          countArgument(manifest->events))
                               .arg(statedNumber(manifest->events), statedNumber(checked.count)),
                           BundleMembers::Manifest);
        }
        TRY(auto record, addRecords(checked.leaves));
        if (record)
            return record;
        m_verdict.leaves = static_cast<qint64>(checked.leaves.size());
        TRY(auto proof,
            checkTreeOfBundle(*proofs, std::move(checked.nextLine), std::move(checked.leaves), checkpoint));
        TRY(m_verdict.digests[BundleMembers::Events], events->finish());
        TRY(m_verdict.digests[BundleMembers::Proofs], proofs->finish());
        return proof;
    }

    /// Adds the leaves of all records.
    Result<std::optional<BundleProblem>> addRecords(std::vector<ShownLeaf> &leaves)
    {
        const qint64 maxLeaves = m_archive.maxLeaves();
        for (const char *const name : BundleMembers::WithRecords) {
            TRY(const auto member, m_archive.member(name, m_cancel));
            for (qint64 number = 1;; ++number) {
                TRY(const auto line, member->line());
                if (!line)
                    break;
                const auto record = parseRecordLine(*line);
                if (!record) {
                    return problem(BundleFault::Record,
                                   Trailglass::tr("Line %1 of %2 is not a record.")
                                       .arg(QString::number(number), QString::fromLatin1(name)),
                                   name);
                }
                leaves.push_back({record->leaf, m_hasher.record(record->json)});
                if (static_cast<qint64>(leaves.size()) > maxLeaves)
                    return std::optional(tooManyLeaves());
            }
            TRY(m_verdict.digests[name], member->finish());
        }
        return std::optional<BundleProblem>();
    }

    /// Compares every file with SHA256SUMS, and that with its signature.
    Result<void> checkSums()
    {
        TRY(const QByteArray text, small(BundleMembers::Sums));
        TRY(const QByteArray signature, small(BundleMembers::Signature));
        const auto sums = parseChecksums(text);
        if (!sums || !isListOfFiles(*sums)) {
            add({.fault = BundleFault::Checksums,
                 .sentence = Trailglass::tr("SHA256SUMS does not list every other file of the bundle."),
                 .file = QString::fromLatin1(BundleMembers::Sums)});
            return {};
        }
        for (const FileSum &sum : *sums) {
            TRY(const Digest digest, digestOf(sum.name));
            if (digest != sum.digest) {
                const QString name = QString::fromLatin1(sum.name);
                add({.fault = BundleFault::Checksum,
                     .sentence =
                         Trailglass::tr("%1 was changed: it does not have the hash in SHA256SUMS.").arg(name),
                     .file = name});
            }
        }
        if (!verifies(m_key, text, signature)) {
            add({.fault = BundleFault::Signature,
                 .sentence =
                     Trailglass::tr("SHA256SUMS was changed, or is not signed by the key in key.pem."),
                 .file = QString::fromLatin1(BundleMembers::Sums)});
        }
        return {};
    }

    [[nodiscard]] bool isListOfFiles(const std::vector<FileSum> &sums) const
    {
        std::size_t files = 0;
        for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
            const QByteArrayView name(rule.name);
            if (!m_archive.has(name) || name == BundleMembers::Sums || name == BundleMembers::Signature)
                continue;
            ++files;
            const bool isListed = std::ranges::any_of(
                sums, [name](const FileSum &sum) { return QByteArrayView(sum.name) == name; });
            if (!isListed)
                return false;
        }
        return files == sums.size();
    }

    Result<Digest> digestOf(const QByteArray &name)
    {
        if (const auto known = m_verdict.digests.constFind(name); known != m_verdict.digests.constEnd())
            return *known;
        TRY(const auto member, m_archive.member(name, m_cancel));
        TRY(const Digest digest, member->finish());
        m_verdict.digests.insert(name, digest);
        return digest;
    }

    /// The whole content of a member.
    Result<QByteArray> small(const char *name)
    {
        TRY(const auto member, m_archive.member(name, m_cancel));
        TRY(QByteArray content, member->all(BundleMembers::ruleOf(name)->maxSize));
        TRY(m_verdict.digests[name], member->finish());
        return content;
    }

    static std::optional<BundleProblem> problem(BundleFault fault, const QString &sentence, const char *file)
    {
        return BundleProblem{.fault = fault, .sentence = sentence, .file = QString::fromLatin1(file)};
    }

    Result<bool> end(BundleFault fault, const QString &sentence, const char *file)
    {
        add(*problem(fault, sentence, file));
        return false;
    }

    void add(BundleProblem wrong) { m_verdict.problems.push_back(std::move(wrong)); }

    BundleArchive m_archive;
    const CancelToken m_cancel;
    const VerificationProgress m_progress;
    LeafHasher m_hasher;
    PublicKey m_key;
    BundleVerdict m_verdict;
};

Result<BundleVerdict> verifiedArchive(const QString &path, const std::optional<PublicKey> &given,
                                      const CancelToken &cancel, const VerificationProgress &progress)
{
    TRY(auto archive, BundleArchive::open(path, cancel));
    return BundleVerification(std::move(archive), cancel, progress).run(given);
}

} // namespace

Result<BundleVerdict> verifyBundle(const QString &path, const std::optional<PublicKey> &given,
                                   const CancelToken &cancel, const VerificationProgress &progress)
{
    const LogTimer timer;
    auto verdict = verifiedArchive(path, given, cancel, progress);
    if (!verdict) {
        qCInfo(logEvidence).noquote()
            << "bundle not verified:" << errorKindName(verdict.error().kind) << "after" << timer;
    } else if (!verdict->isVerified()) {
        qCInfo(logEvidence).noquote() << "bundle refused:" << faultName(verdict->problems.front().fault)
                                      << "problems" << verdict->problems.size() << "after" << timer;
    } else {
        qCInfo(logEvidence) << "bundle verified: events"
                            << (verdict->manifest ? verdict->manifest->events : 0) << "leaves"
                            << verdict->leaves << "in" << timer;
    }
    return verdict;
}

Result<PublicKey> readGivenKey(const QString &textOrPath, const CancelToken &cancel)
{
    if (const auto verifier = NoteVerifier::fromText(textOrPath))
        return verifier->key;
    const auto noKey = [&textOrPath](const QString &reason) {
        return Error{
            .kind = ErrorKind::Usage,
            .message = inSequence(
                tr("“%1” is neither a public key nor a PEM file with one.").arg(visibleText(textOrPath)),
                reason)};
    };
    const auto file = openByteInput(textOrPath);
    if (!file) {
        return file.error().kind == ErrorKind::NotFound ? noKey(file.error().message) : file.error();
    }
    QByteArray pem(LargestKeyFile, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < pem.size()) {
        const auto rest = std::span(pem.data() + size, static_cast<std::size_t>(pem.size() - size));
        TRY(const qint64 count, (*file)->read(rest, cancel));
        if (count == 0)
            break;
        size += count;
    }
    pem.truncate(size);
    const auto key = publicKeyFromPem(pem);
    if (!key)
        return noKey(key.error().message);
    return *key;
}

} // namespace Trailglass
