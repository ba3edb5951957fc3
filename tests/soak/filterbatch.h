// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivequery.h"
#include "models/archive/archivesession.h"
#include "models/core/event.h"
#include "models/core/result.h"

#include <map>
#include <string>
#include <vector>

namespace Trailglass::Soak {

/// What a filter finds: rows of the workspace, their number, and of some fields how many rows have each value.
struct FilterResult
{
    using Values = std::map<std::string, qint64>; ///< without those of which there are none; "" for no value

    std::vector<qint64> rows; ///< ascending
    qint64 count = 0;
    std::vector<Values> facets; ///< one for each field

    friend bool operator==(const FilterResult &, const FilterResult &) = default;
};

/// Filters that a server evaluates together: of a query on few events most of the time is what it takes to begin.
///
/// The conditions are those of the product; what surrounds them, sums of signs by row and by value, is written here.
class FilterBatch
{
public:
    /// The old server takes more than twice the time for twice the text.
    static constexpr std::size_t MaxBytes = 10'000;

    /// \param session  outlives this
    /// \param fields  of the facets
    FilterBatch(ArchiveSession &session, std::vector<Field> fields);

    /// \param query  of the same state of the archive as all others of the batch
    void add(const ArchiveQuery &query);

    [[nodiscard]] bool isFull() const { return m_bytes >= MaxBytes; }
    [[nodiscard]] std::size_t size() const { return m_conditions.size(); }

    /// Asks for all, and forgets them.
    /// \returns in the order of add()
    Result<std::vector<FilterResult>> take();

private:
    Result<void> readRows(std::vector<FilterResult> &results);
    Result<void> readCounts(std::vector<FilterResult> &results);

    ArchiveSession &m_session;
    const std::vector<Field> m_fields;
    std::vector<ArchiveSql> m_conditions;
    ArchiveSql m_events; ///< fromEvents() of all events
    std::size_t m_bytes = 0;
};

} // namespace Trailglass::Soak
