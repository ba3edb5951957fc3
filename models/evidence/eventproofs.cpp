// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/eventproofs.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/eventline.h"
#include "models/evidence/prooflines.h"
#include "models/merkle/compactrange.h"
#include "models/merkle/treehash.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

constexpr qint64 EventsOfProgress = 1000;
constexpr qsizetype LongestName = 200; ///< UTF-16 units of a source or id in a sentence

QString shortText(const std::string &text)
{
    const QString shown = visibleText(text);
    return shown.size() <= LongestName ? shown : QString(shown.left(LongestName) + u'…');
}

/// The lines of proofs.ndjson that are about events.
class ProofSeries
{
public:
    explicit ProofSeries(MemberReader &reader)
        : m_reader(reader)
    {
    }

    /// Goes to the next line.
    Result<void> advance()
    {
        TRY(const auto line, m_reader.line());
        m_line = line ? std::string(*line) : std::string();
        m_proof = parseProofLine(m_line);
        return {};
    }

    /// Nothing after the last one.
    [[nodiscard]] const std::optional<ProofLine> &proof() const { return m_proof; }
    [[nodiscard]] const std::string &line() const { return m_line; }

private:
    MemberReader &m_reader;
    std::string m_line;
    std::optional<ProofLine> m_proof;
};

/// Compares events with their proofs, and keeps what does not fit.
class EventComparison
{
public:
    void compare(qint64 number, const EventLine &line, const ProofLine &proof)
    {
        const Event &event = line.event;
        // With the line breaks that events.ndjson cannot have, if it is the same text otherwise.
        const bool hasBreaks = !proof.raw.empty() && isOnOneLine(proof.raw, event.raw);
        const Digest hash = m_hasher.event({.source = line.source,
                                            .vendor = line.vendor,
                                            .id = event.id,
                                            .created = event.created.value,
                                            .received = line.received.value,
                                            .raw = hasBreaks ? proof.raw : event.raw,
                                            .replaces = proof.replaces});
        const bool isHash = hash == proof.hash;
        if (isHash && event.created == proof.created && line.received == proof.received)
            return;
        if (m_number == 0) {
            m_number = number;
            m_source = shortText(line.source);
            m_id = shortText(event.id);
        }
        if (!isHash)
            m_wrong.push_back(hash);
    }

    /// The first event that does not fit, added to a sentence.
    [[nodiscard]] QString withFirst(const QString &sentence) const
    {
        return m_number == 0
            ? inSequence(sentence, Trailglass::tr("All that are in both agree."))
            : inSequence(sentence,
                         Trailglass::tr("The first that does not fit is event %1 (source “%2”, id “%3”).")
                             .arg(QString::number(m_number), m_source, m_id));
    }

    [[nodiscard]] std::optional<BundleProblem> problem(const std::vector<ShownLeaf> &leaves)
    {
        if (m_number == 0)
            return {};
        std::ranges::sort(m_wrong);
        const bool isElsewhere = std::ranges::any_of(
            leaves, [this](const ShownLeaf &leaf) { return std::ranges::binary_search(m_wrong, leaf.hash); });
        const QString sentence = isElsewhere
            ? Trailglass::tr(
                "Event %1 (source “%2”, id “%3”) is not where proofs.ndjson has it: the order of "
                "events was changed.")
            : Trailglass::tr("Event %1 (source “%2”, id “%3”) was changed: it does not have the hash that "
                             "proofs.ndjson states.");
        return BundleProblem{.fault = isElsewhere ? BundleFault::EventOrder : BundleFault::EventChanged,
                             .sentence = sentence.arg(QString::number(m_number), m_source, m_id),
                             .file = QString::fromLatin1(BundleMembers::Events),
                             .event = m_number};
    }

    [[nodiscard]] qint64 firstWrong() const { return m_number; }

private:
    LeafHasher m_hasher;
    std::vector<Digest> m_wrong; ///< hashes of events that are not those that their proofs state
    qint64 m_number = 0; ///< of the first event that does not fit; 0: all do
    QString m_source;
    QString m_id;
};

BundleProblem noEvent(qint64 number)
{
    return {.fault = BundleFault::EventLine,
            .sentence = tr("Line %1 of events.ndjson is no event.").arg(number),
            .file = QString::fromLatin1(BundleMembers::Events),
            .event = number};
}

BundleProblem proofProblem(const QString &sentence)
{
    return {.fault = BundleFault::Proof,
            .sentence = sentence,
            .file = QString::fromLatin1(BundleMembers::Proofs)};
}

/// \param difference  events that events.ndjson has more than proofs.ndjson; negative: fewer
std::optional<BundleProblem> problemOfCount(qint64 difference, const EventComparison &comparison)
{
    if (difference == 0)
        return {};
    const QString sentence = difference > 0
        ? Trailglass::tr("events.ndjson has %Ln more event(s) than proofs.ndjson: events were added.",
                         nullptr, countArgument(difference))
        : Trailglass::tr("events.ndjson has %Ln fewer event(s) than proofs.ndjson: events were removed.",
                         nullptr, countArgument(-difference));
    return BundleProblem{.fault = difference > 0 ? BundleFault::EventAdded : BundleFault::EventMissing,
                         .sentence = comparison.withFirst(sentence),
                         .file = QString::fromLatin1(BundleMembers::Events),
                         .event = comparison.firstWrong()};
}

} // namespace

BundleProblem tooManyLeaves()
{
    return {.fault = BundleFault::MemberSize,
            .sentence =
                tr("The bundle shows more leaves of its tree than fit into so few bytes: it was made to "
                   "take all memory.")};
}

Result<CheckedEvents> checkEvents(MemberReader &events, MemberReader &proofs, qint64 maxLeaves,
                                  const VerificationProgress &progress)
{
    CheckedEvents checked;
    EventComparison comparison;
    ProofSeries series(proofs);
    qint64 difference = 0;
    const auto addLeaf = [&checked, maxLeaves](const ProofLine &proof) {
        checked.leaves.push_back({proof.leaf, proof.hash});
        if (static_cast<qint64>(checked.leaves.size()) > maxLeaves)
            checked.problem = tooManyLeaves();
        return !checked.problem;
    };
    TRY(series.advance());
    for (;;) {
        TRY(const auto line, events.line());
        if (!line)
            break;
        ++checked.count;
        if (progress && checked.count % EventsOfProgress == 0)
            progress(checked.count);
        if (!series.proof()) {
            ++difference;
            continue;
        }
        const ProofLine &proof = *series.proof();
        if (!addLeaf(proof))
            return checked;
        const auto event = parseEventLine(*line);
        if (!event) {
            checked.problem = noEvent(checked.count);
            return checked;
        }
        comparison.compare(checked.count, *event, proof);
        TRY(series.advance());
    }
    while (series.proof()) {
        --difference;
        if (!addLeaf(*series.proof()))
            return checked;
        TRY(series.advance());
    }
    checked.nextLine = series.line();
    checked.problem = problemOfCount(difference, comparison);
    if (!checked.problem)
        checked.problem = comparison.problem(checked.leaves);
    return checked;
}

Result<std::optional<BundleProblem>> checkTreeOfBundle(MemberReader &proofs, std::string line,
                                                       std::vector<ShownLeaf> leaves,
                                                       const TreeCheckpoint &checkpoint)
{
    std::ranges::sort(leaves, {}, &ShownLeaf::number);
    const qint64 maxNodes = BundleMembers::MaxNodesOfLeaf * (static_cast<qint64>(leaves.size()) + 1);
    qint64 nodes = 0;
    RootBuilder tree;
    auto next = leaves.cbegin();
    const auto isPutTogether = [&](qint64 end) {
        while (next != leaves.cend() && next->number < end) {
            if (!tree.add({0, next->number}, next->hash))
                return false;
            ++next;
        }
        return true;
    };
    const auto gap = [&tree] {
        return proofProblem(
            tr("Of leaf %1 of the tree there is no hash, or more than one: an event is missing or was "
               "added.")
                .arg(tree.size()));
    };
    while (const auto node = parseNodeLine(line)) {
        if (++nodes > maxNodes) {
            return std::optional(proofProblem(
                tr("proofs.ndjson has more hashes between its leaves than they need: it is not a proof.")));
        }
        // A part that begins after the largest tree is refused with the leaves before it.
        const Subtree &part = node->part;
        const qint64 first = part.number <= (CompactRange::MaxSize >> std::min(part.level, Subtree::MaxLevel))
            ? part.number << std::min(part.level, Subtree::MaxLevel)
            : CompactRange::MaxSize;
        if (!isPutTogether(first) || !tree.add(part, node->hash))
            return std::optional(gap());
        TRY(const auto following, proofs.line());
        line = following ? std::string(*following) : std::string();
    }
    if (!isPutTogether(CompactRange::MaxSize) || next != leaves.cend())
        return std::optional(gap());
    TRY(const auto after, proofs.line());
    if (parseSizeLine(line) != checkpoint.size || after || tree.size() != checkpoint.size) {
        return std::optional(
            proofProblem(tr("proofs.ndjson does not end with the size of the tree that it proves.")));
    }
    if (tree.root() != checkpoint.root) {
        return std::optional(
            proofProblem(tr("Events and proofs do not lead to the root in the checkpoint.")));
    }
    return std::optional<BundleProblem>();
}

} // namespace Trailglass
