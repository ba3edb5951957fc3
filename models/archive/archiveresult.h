// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveledger.h"
#include "models/archive/archiveplace.h"
#include "models/archive/knownrows.h"
#include "models/archive/ordersql.h"
#include "models/archive/placeindex.h"
#include "models/archive/sortedplaces.h"
#include "models/query/resultsnapshot.h"

#include <functional>
#include <memory>
#include <mutex>

namespace Trailglass {

/// The state of an archive that a result is true for.
class ArchiveEvents final : public EventsState
{
public:
    ArchiveEvents(ArchivePlace ofArchive, ArchiveState ofLedger)
        : place(std::move(ofArchive))
        , state(std::move(ofLedger))
    {
    }

    const ArchivePlace place;
    const ArchiveState state;
};

/// The rows of a result, as a server finds them.
struct ResultQuery
{
    std::shared_ptr<const ArchiveEvents> events;
    ArchiveSql condition; ///< of the filter
    ArchiveSql from; ///< fromEvents() of the state and the filter
    OrderSql order;
};

/// The rows of an archive that match a filter: how many there are and, divided by time, where; the rows themselves are
/// at the server.
/// \thread any
class ArchiveResult final : public ResultSnapshot
{
public:
    /// \param identity  shared by results that are known to have the same rows
    ArchiveResult(ResultQuery query, PlaceIndex index, std::shared_ptr<const void> identity);

    [[nodiscard]] std::size_t size() const override { return m_size; }
    [[nodiscard]] StatePointer state() const override { return m_query.events; }
    [[nodiscard]] RowId lastRow() const override { return {}; }
    [[nodiscard]] std::optional<RowId> rowAt(std::size_t place) const override;
    [[nodiscard]] std::optional<std::size_t> find(RowId row) const override { return m_rows.placeOf(row); }
    [[nodiscard]] std::vector<std::size_t> findAll(std::vector<RowId> rows) const override;
    [[nodiscard]] std::size_t countSince(const ResultSnapshot &earlier) const override;
    [[nodiscard]] bool endsWith(const ResultSnapshot &other) const override;

    [[nodiscard]] const ResultQuery &query() const { return m_query; }
    [[nodiscard]] const std::shared_ptr<const void> &identity() const { return m_identity; }
    /// What is known of the rows. Also written by those who read from a result that they may not change otherwise.
    [[nodiscard]] KnownRows &rows() const { return m_rows; }

    /// Looks at the index, or divides a bin of it.
    void withIndex(const std::function<void(PlaceIndex &index)> &use) const;
    /// The same of the places in an order that is not by time.
    void withSorted(const std::function<void(SortedPlaces &sorted)> &use) const;

private:
    const ResultQuery m_query;
    const std::shared_ptr<const void> m_identity;
    const std::size_t m_size;
    mutable KnownRows m_rows;
    mutable std::mutex m_guard;
    mutable PlaceIndex m_index; ///< guarded; gets finer where pages are read
    mutable SortedPlaces m_sorted; ///< likewise
};

} // namespace Trailglass
