// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundlewriter.h"

#include "models/core/logging.h"
#include "models/core/threadstart.h"
#include "models/core/translation.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/checksums.h"
#include "models/evidence/eventmembers.h"
#include "models/evidence/memberfile.h"
#include "models/evidence/proofmember.h"
#include "models/evidence/readme.h"
#include "models/evidence/recordmembers.h"
#include "models/evidence/zipwriter.h"
#include "models/exporting/outputfile.h"
#include "models/exporting/outputtarget.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

/// Bytes of the finished archive that are copied at once.
constexpr qint64 CopiedAtOnce = qint64{1} << 20;

/// Where the files are kept that the bundle is made of.
QString workFolder(const OutputTarget &target)
{
    // Beside a pipe or device there may be no room, or no right to make a file.
    return target.kind == OutputTarget::Kind::File ? QFileInfo(target.path).absolutePath() : QDir::tempPath();
}

/// No verifier would read it.
Error tooLargeFile(const QByteArray &name)
{
    return {.kind = ErrorKind::TooLarge,
            .message =
                tr("%1 would be larger than verifiers read, for example because of very many gaps. Make a "
                   "bundle of a shorter time, or of fewer sources.")
                    .arg(QString::fromLatin1(name))};
}

BundleRequest withCancel(BundleRequest request, CancelToken cancel)
{
    request.cancel = std::move(cancel);
    return request;
}

/// One bundle that is being made.
class BundleWriting
{
public:
    BundleWriting(const BundleRequest &request, QString folder)
        : m_stopping(request.cancel)
        , m_request(withCancel(request, m_stopping.token()))
        , m_folder(std::move(folder))
    {
        m_summary.manifest = request.content.manifest;
    }
    ~BundleWriting() { m_stopping.cancel(); } // so that m_packing need not be waited for
    BundleWriting(const BundleWriting &) = delete;
    BundleWriting &operator=(const BundleWriting &) = delete;

    /// Writes the bundle.
    Result<void> write(QIODevice &device)
    {
        if (const Result<void> made = makeMembers(); !made)
            return reasonOf(made.error());
        return packInto(device);
    }

    [[nodiscard]] const BundleSummary &summary() const { return m_summary; }

private:
    /// Writes all members.
    Result<void> makeMembers()
    {
        TRY(makeTreeMembers());
        const BundleContent &content = m_request.content;
        const BundleSeal &seal = m_request.seal;
        TRY(auto coverage, content.coverage(m_summary.events.span));
        m_summary.manifest.interval = coverage.interval;
        m_summary.manifest.gaps = std::move(coverage.gaps);
        m_summary.manifest.unknownGaps = std::move(coverage.unknownGaps);
        TRY(addSmall(BundleMembers::Manifest, manifestJson(m_summary.manifest)));
        TRY(addSmall(BundleMembers::Readme, bundleReadme(m_summary.manifest, seal.signer)));
        TRY(addSmall(BundleMembers::Checkpoint, seal.note));
        TRY(addSmall(BundleMembers::Key, publicKeyPem(seal.signer.key)));
        TRY(addSmall(BundleMembers::Coverage, coverage.file));
        for (const BundleAttachment &attachment : content.attachments) {
            TRY(addSmall(attachment.name, attachment.bytes));
        }
        const QByteArray sums = checksumsText(fileSums());
        TRY(const QByteArray signature, seal.sign(sums));
        TRY(addSmall(BundleMembers::Sums, sums));
        return addSmall(BundleMembers::Signature, signature);
    }

    /// \param error  of the making of members
    /// \returns why it ended: packing that fails, for example because the disk is full, stops it
    Error reasonOf(const Error &error)
    {
        const bool mayBeStopped = error.kind == ErrorKind::Cancelled && m_packing.valid();
        const Result<void> packed = mayBeStopped ? m_packing.get() : Result<void>();
        return packed ? error : packed.error();
    }

    /// Packs them.
    Result<void> packInto(QIODevice &device)
    {
        TRY(m_packing.get());
        TRY(const auto archive, MemberFile::create(m_folder));
        std::vector<ZipPart> parts;
        for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
            if (m_members.contains(rule.name))
                parts.push_back(partOf(rule.name));
        }
        TRY(writeZip(archive->device(), parts, m_request.cancel, &m_packed->device()));
        return copy(archive->device(), device);
    }

    /// Events, records, and the proofs of both.
    Result<void> makeTreeMembers()
    {
        const qint64 size = m_request.seal.checkpoint.size;
        TRY(auto marked, MarkedEvents::load(m_request.tree, size));
        TRY(MemberFile *const events, create(BundleMembers::Events));
        TRY(MemberFile *const csv, create(BundleMembers::Csv));
        TRY(MemberFile *const proofs, create(BundleMembers::Proofs));
        TRY(auto written, writeEventMembers(m_request, {*events, *csv, *proofs}, marked));
        TRY(packAhead());
        TRY(MemberFile *const quarantine, create(BundleMembers::Quarantine));
        TRY(MemberFile *const marks, create(BundleMembers::Marks));
        TRY(MemberFile *const review, create(BundleMembers::Review));
        TRY(MemberFile *const history, create(BundleMembers::History));
        TRY(const auto records,
            writeRecordMembers(m_request, {*quarantine, *marks, *review, *history}, marked));
        std::vector<ShownLeaf> leaves = std::move(written.leaves);
        leaves.reserve(leaves.size() + records.leaves.size()); // no more than that
        leaves.insert(leaves.end(), records.leaves.begin(), records.leaves.end());
        m_summary.leaves = static_cast<qint64>(leaves.size());
        TRY(writeNodes(m_request, *proofs, std::move(leaves)));
        for (MemberFile *const member : {proofs, quarantine, marks, review, history}) {
            TRY(member->end(m_request.cancel));
        }
        noteCounts(written, records);
        return {};
    }

    /// Ends the largest members, and packs them on a thread of its own while the others are made.
    Result<void> packAhead()
    {
        std::vector<ZipPart> parts;
        for (const char *const name : {BundleMembers::Events, BundleMembers::Csv}) {
            TRY(m_members.at(name)->end(m_request.cancel));
            parts.push_back(partOf(name));
        }
        TRY(m_packed, MemberFile::create(m_folder));
        m_packing = startTask([this, parts] { return pack(parts); });
        return {};
    }

    Result<void> pack(const std::vector<ZipPart> &parts)
    {
        Result<void> packed = writeZip(m_packed->device(), parts, m_request.cancel);
        if (packed)
            packed = m_packed->end(m_request.cancel);
        if (!packed)
            m_stopping.cancel(); // the other members would be made for nothing
        return packed;
    }

    [[nodiscard]] ZipPart partOf(const QByteArray &name) const
    {
        // What is packed of a signature is random bytes.
        return {name, &m_members.at(name)->device(), name != BundleMembers::Signature};
    }

    void noteCounts(const WrittenEventMembers &written, const WrittenRecords &records)
    {
        m_summary.events = written.summary;
        BundleManifest &manifest = m_summary.manifest;
        manifest.events = written.summary.rows;
        if (const auto &span = written.summary.span) {
            manifest.first = span->from;
            manifest.last = *span->to - 1;
        }
        for (BundleManifest::Source &source : manifest.sources) {
            const auto counted = written.bySource.find(source.name.toStdString());
            source.events = counted == written.bySource.end() ? 0 : counted->second;
        }
        // Rows that are gone since the result was made are left out.
        const bool isWhole = manifest.events == static_cast<qint64>(m_request.rows.size());
        manifest.statesCompleteness = manifest.statesCompleteness && isWhole;
        manifest.unreadable = records.unreadable;
        manifest.conflicting = records.conflicting;
        const TreeCheckpoint &checkpoint = m_request.seal.checkpoint;
        manifest.origin = checkpoint.origin;
        manifest.size = checkpoint.size;
        manifest.root = checkpoint.root;
    }

    Result<MemberFile *> create(const QByteArray &name)
    {
        TRY(auto file, MemberFile::create(m_folder));
        return (m_members[name] = std::move(file)).get();
    }

    Result<void> addSmall(const QByteArray &name, const QByteArray &content)
    {
        if (content.size() > BundleMembers::ruleOf(name)->maxSize)
            return tooLargeFile(name);
        TRY(MemberFile *const file, create(name));
        TRY(file->write({content.constData(), static_cast<std::size_t>(content.size())}, m_request.cancel));
        return file->end(m_request.cancel);
    }

    /// Of all members so far, in the order of the bundle.
    [[nodiscard]] std::vector<FileSum> fileSums() const
    {
        std::vector<FileSum> sums;
        for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
            if (const auto member = m_members.find(rule.name); member != m_members.end())
                sums.push_back({member->first, member->second->digest()});
        }
        return sums;
    }

    Result<void> copy(QFileDevice &archive, QIODevice &device)
    {
        QByteArray piece(CopiedAtOnce, Qt::Uninitialized);
        if (!archive.seek(0))
            return writeError(archive, m_request.cancel);
        for (;;) {
            const qint64 count = archive.read(piece.data(), piece.size());
            if (count < 0)
                return writeError(archive, m_request.cancel);
            if (count == 0)
                return {};
            if (m_request.cancel.isCancelled())
                return exportCancelled();
            TRY(writeAll(device, {piece.constData(), static_cast<std::size_t>(count)}, m_request.cancel));
            m_summary.bytes += count;
        }
    }

    CancelSource m_stopping; ///< of all that is done
    const BundleRequest m_request; ///< ends with m_stopping, too
    const QString m_folder;
    std::map<QByteArray, std::unique_ptr<MemberFile>> m_members;
    std::unique_ptr<MemberFile> m_packed; ///< an archive of the members with events
    BundleSummary m_summary;
    std::future<Result<void>> m_packing; // last: uses everything above
};

Result<BundleSummary> writtenBundle(const QString &fileName, const QStringList &inUse,
                                    const BundleRequest &request)
{
    TRY(const auto target, outputTarget(fileName, inUse));
    TRY(const auto file, OutputFile::open(fileName, inUse, request.cancel));
    BundleWriting writing(request, workFolder(target));
    if (const auto written = writing.write(file->device()); !written)
        return file->named(written.error());
    TRY(file->commit());
    return writing.summary();
}

} // namespace

Result<BundleSummary> writeBundle(const QString &fileName, const QStringList &inUse,
                                  const BundleRequest &request)
{
    const LogTimer timer;
    auto summary = writtenBundle(fileName, inUse, request);
    if (summary) {
        qCInfo(logEvidence) << "bundle written: events" << summary->manifest.events << "leaves"
                            << summary->leaves << "bytes" << summary->bytes << "in" << timer;
    } else {
        qCInfo(logEvidence).noquote()
            << "bundle not written:" << errorKindName(summary.error().kind) << "after" << timer;
    }
    return summary;
}

} // namespace Trailglass
