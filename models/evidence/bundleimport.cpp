// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundleimport.h"

#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/bundlearchive.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/coveragefile.h"
#include "models/evidence/eventline.h"
#include "models/evidence/prooflines.h"
#include "models/json/jsonlimits.h"
#include "models/json/jsonvalidator.h"
#include "models/json/utf8.h"
#include "models/store/eventwriter.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

constexpr std::size_t EventsOfBatch = 10'000;
constexpr std::size_t BytesOfBatch = std::size_t{32} * 1024 * 1024;
constexpr std::size_t LongestSourceName = 400; ///< bytes; people's are at most 100 characters

/// An event on its way into the workspace.
struct BundledEvent
{
    qint64 leaf = 0;
    std::string source;
    UtcMicros received;
    Event event;
};

Error isAnotherFile()
{
    return {.kind = ErrorKind::Rejected,
            .message = tr("The bundle was changed while it was being opened. Open it again.")};
}

bool canBeStored(const std::string &raw)
{
    return raw.size() <= static_cast<std::size_t>(MaxJsonBytes) && isJson(raw) && isValidUtf8(raw);
}

/// Stores events in batches: in the order of the tree, and those of one source and time in one transaction.
class BundleStoring
{
public:
    BundleStoring(std::unique_ptr<EventWriter> writer, CancelToken cancel)
        : m_writer(std::move(writer))
        , m_cancel(std::move(cancel))
    {
    }

    Result<void> add(EventLine line, const ProofLine &proof)
    {
        if (!proof.raw.empty())
            line.event.raw = proof.raw;
        if (!canBeStored(line.event.raw)) {
            ++m_imported.leftOut;
            return {};
        }
        TRY(prepareSource(line.source, line.vendor));
        m_bytes += line.event.raw.size();
        m_batch.push_back({proof.leaf, std::move(line.source), line.received, std::move(line.event)});
        return m_batch.size() >= EventsOfBatch || m_bytes >= BytesOfBatch ? store() : Result<void>();
    }

    /// Stores what is left.
    Result<ImportedBundle> finish()
    {
        TRY(store());
        return m_imported;
    }

    Result<void> addCoverage(const std::vector<BundledCoverage> &coverage)
    {
        for (const BundledCoverage &source : coverage) {
            const auto known = m_sources.find(source.source.toStdString());
            if (known == m_sources.end() || source.entries.empty())
                continue; // without an event of it, nobody can filter by it
            PageCommit commit;
            commit.source = known->second.first;
            commit.received = source.entries.back().answered;
            commit.covered = source.entries;
            TRY(m_writer->commit(commit));
        }
        return {};
    }

private:
    Result<void> prepareSource(const std::string &name, const std::string &vendor)
    {
        const auto known = m_sources.find(name);
        if (known != m_sources.end() && known->second.second == vendor)
            return {};
        const bool isName = !name.empty() && name.size() <= LongestSourceName
            && std::ranges::none_of(name, [](char each) { return static_cast<unsigned char>(each) < 0x20; });
        if (known != m_sources.end() || !isName) {
            return Error{.kind = ErrorKind::Malformed,
                         .message =
                             Trailglass::tr("The bundle has events of a source that cannot be stored: “%1”.")
                                 .arg(visibleText(name.substr(0, LongestSourceName)))};
        }
        if (!vendorFromName(vendor)) {
            return Error{.kind = ErrorKind::Unsupported,
                         .message = Trailglass::tr(
                                        "The bundle has events of “%1”, which this version does not know. A "
                                        "later version of Trailglass may open it.")
                                        .arg(visibleText(vendor.substr(0, LongestSourceName)))};
        }
        SourceRecord record;
        record.name = toQString(name);
        record.type = toQString(vendor);
        TRY(const SourceId id, m_writer->addSource(record));
        m_sources.emplace(name, std::pair(id, vendor));
        return {};
    }

    Result<void> store()
    {
        std::ranges::sort(m_batch, {}, &BundledEvent::leaf);
        for (auto first = m_batch.begin(); first != m_batch.end();) {
            if (m_cancel.isCancelled())
                return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
            const auto end = std::find_if(first, m_batch.end(), [first](const BundledEvent &each) {
                return std::tie(each.source, each.received) != std::tie(first->source, first->received);
            });
            PageCommit commit;
            commit.source = m_sources.at(first->source).first;
            commit.received = first->received;
            std::transform(first, end, std::back_inserter(commit.events),
                           [](BundledEvent &each) { return std::move(each.event); });
            TRY(const CommitCounts counts, m_writer->commit(commit));
            m_imported.events += counts.added;
            m_imported.leftOut += static_cast<qint64>(commit.events.size()) - counts.added;
            first = end;
        }
        m_batch.clear();
        m_bytes = 0;
        return {};
    }

    std::unique_ptr<EventWriter> m_writer;
    const CancelToken m_cancel;
    std::map<std::string, std::pair<SourceId, std::string>> m_sources; ///< by name, with their vendors
    std::vector<BundledEvent> m_batch;
    std::size_t m_bytes = 0; ///< of JSON in the batch
    ImportedBundle m_imported;
};

/// Reads the rest, and compares the whole member with what was verified.
Result<void> finishAsVerified(MemberReader &member, const BundleVerdict &verdict, const char *name)
{
    TRY(const Digest digest, member.finish());
    const auto verified = verdict.digests.constFind(name);
    return verified != verdict.digests.constEnd() && *verified == digest ? Result<void>() : isAnotherFile();
}

Result<void> readEvents(const BundleArchive &archive, const BundleVerdict &verdict, BundleStoring &storing,
                        const CancelToken &cancel, const VerificationProgress &progress)
{
    TRY(const auto events, archive.member(BundleMembers::Events, cancel));
    TRY(const auto proofs, archive.member(BundleMembers::Proofs, cancel));
    for (qint64 number = 1;; ++number) {
        TRY(const auto line, events->line());
        if (!line)
            break;
        TRY(const auto proofText, proofs->line());
        auto event = parseEventLine(*line);
        const auto proof = proofText ? parseProofLine(*proofText) : std::nullopt;
        if (!event || !proof)
            return isAnotherFile();
        TRY(storing.add(*std::move(event), *proof));
        if (progress)
            progress(number);
    }
    TRY(finishAsVerified(*events, verdict, BundleMembers::Events));
    return finishAsVerified(*proofs, verdict, BundleMembers::Proofs);
}

Result<ImportedBundle> importedBundle(const QString &path, const BundleVerdict &verdict,
                                      const QString &workspace, const CancelToken &cancel,
                                      const VerificationProgress &progress)
{
    if (!verdict.isVerified()) {
        return Error{.kind = ErrorKind::Usage,
                     .message = inSequence(tr("The bundle is not verified, and so it is not opened."),
                                           verdict.problems.front().sentence)};
    }
    TRY(const auto archive, BundleArchive::open(path, cancel));
    if (archive.problem())
        return isAnotherFile();
    TRY(auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Finished, cancel));
    BundleStoring storing(std::move(writer), cancel);
    TRY(readEvents(archive, verdict, storing, cancel, progress));
    TRY(const auto imported, storing.finish());
    TRY(const auto member, archive.member(BundleMembers::Coverage, cancel));
    TRY(const QByteArray json, member->all(BundleMembers::ruleOf(BundleMembers::Coverage)->maxSize));
    TRY(finishAsVerified(*member, verdict, BundleMembers::Coverage));
    TRY(const auto coverage, parseCoverageFile(json));
    TRY(storing.addCoverage(coverage));
    return imported;
}

} // namespace

Result<ImportedBundle> importBundle(const QString &path, const BundleVerdict &verdict,
                                    const QString &workspace, const CancelToken &cancel,
                                    const VerificationProgress &progress)
{
    const LogTimer timer;
    auto imported = importedBundle(path, verdict, workspace, cancel, progress);
    if (imported) {
        qCInfo(logEvidence) << "bundle opened: events" << imported->events << "left out" << imported->leftOut
                            << "in" << timer;
    } else {
        qCInfo(logEvidence).noquote()
            << "bundle not opened:" << errorKindName(imported.error().kind) << "after" << timer;
    }
    return imported;
}

} // namespace Trailglass
