// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/bundlerequest.h"
#include "models/evidence/bundlewriter.h"
#include "models/query/memoryresult.h"
#include "tests/merkle/naivetree.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace Trailglass::Testing {

/// Some events and records with their tree, in memory. Rows count from 1 and leaves from 0, events first.
///
/// The events are different in every field; of some the JSON has line breaks, and one replaced another. Records are of every
/// kind that a bundle has, and of one that it has not; two are about events.
class SampleStore final : public EvidenceTree, public RecordSource
{
public:
    explicit SampleStore(qint64 events);
    /// \param source  name of the source of every second event, from the first one on
    /// \param raw     JSON of the first event; empty: the one of samples
    SampleStore(qint64 events, const std::string &source, const std::string &raw = {});

    [[nodiscard]] const std::vector<EventRecord> &events() const { return m_events; }
    [[nodiscard]] qint64 treeSize() const { return m_tree->size(); }

    /// To change what is read, without the knowledge of the tree.
    [[nodiscard]] EventRecord &event(RowId row) { return m_events[static_cast<std::size_t>(row.value - 1)]; }

    /// As if a row had been purged since: it is read no more.
    void lose(RowId row) { m_lost = row; }

    /// A checkpoint of the first leaves, signed with a sampleKey().
    /// \param size  nothing: all of them
    [[nodiscard]] BundleSeal seal(int key = 1, std::optional<qint64> size = {}) const;
    [[nodiscard]] static BundleContent content();

    /// Writes a bundle of these rows, in this order, and has it verified by the script of the documents.
    /// \error Internal with what the script says of a bundle that it refuses
    Result<BundleSummary> write(const QString &fileName, RowList listed, int key = 1,
                                const BundleContent &said = SampleStore::content());

    /// Every \a step th row, the last one first.
    [[nodiscard]] RowList rows(qint64 step = 1) const;

    // EvidenceTree
    Result<std::optional<LeafPlace>> placeOf(RowId row) override;
    Result<Digest> hashOf(const Subtree &part) override;
    Result<std::vector<TreeRecord>> records(const QString &kind, qint64 first, int limit) override;

    // RecordSource
    Result<void> read(const ResultRows &listed, PlaceRange part, bool withRaw, const Take &take,
                      const CancelToken &cancel) override;
    Result<std::vector<EventRecord>> records(const ResultSnapshot &result, std::span<const RowId> listed,
                                             bool withRaw, const CancelToken &cancel) override;
    Result<std::optional<std::size_t>> placeOf(const ResultSnapshot &result, RowId row,
                                               const CancelToken &cancel) override;
    Result<void> sample(const std::function<void(const EventRecord &record)> &visit,
                        const CancelToken &cancel) override;

private:
    std::vector<EventRecord> m_events;
    std::vector<TreeRecord> m_records;
    std::unique_ptr<NaiveTree> m_tree;
    RowId m_lost; ///< or 0
};

/// The origin of all sample trees.
inline constexpr char SampleOrigin[] = "trailglass.local/0123456789abcdef";

/// The row whose event replaced that of the second row, where there are as many.
inline constexpr RowId ReplacingRow{8};

} // namespace Trailglass::Testing
