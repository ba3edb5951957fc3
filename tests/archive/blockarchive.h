// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveresult.h"
#include "models/archive/eventkey.h"
#include "tests/archive/fakearchive.h"

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace Trailglass::Testing {

/// What looks like an archive of some events, whose rows are read in blocks. A test decides what becomes of each block.
/// \thread as FakeArchive
class BlockArchive
{
public:
    static constexpr qint64 Events = 100; ///< unless a test wants others
    static constexpr qint64 BinRows = 10; ///< of the result, before it is divided

    /// Responds to a query of a block.
    /// \param block  counted from 1
    /// \param rows  that it has
    /// \param whole  the right response
    using Change = std::function<Support::Response(int block, std::size_t rows, Support::Response whole)>;

    /// \param events  with row numbers from 1, in the order of time; whole bins
    explicit BlockArchive(Change change = {}, qint64 events = Events);

    std::set<qint64> takenBack; ///< numbers of events that were taken back before the result
    std::set<qint64> deleted; ///< by an administrator, since the result
    bool hasPrewhere = true; ///< false: as of a view

    [[nodiscard]] FakeArchive &archive() { return m_archive; }
    [[nodiscard]] int blocks() const { return m_blocks; }

    /// All events that count, the newest first.
    [[nodiscard]] std::shared_ptr<const ArchiveResult> result() const;
    /// The numbers of those that are there.
    [[nodiscard]] std::vector<qint64> rows() const;

private:
    [[nodiscard]] Support::Response respond(const Support::Request &request);
    [[nodiscard]] Support::Response blockOf(const Support::Request &request);
    [[nodiscard]] std::vector<EventKey> rowsIn(const QByteArray &sql) const;

    const Change m_change;
    const qint64 m_events;
    int m_blocks = 0;
    FakeArchive m_archive;
};

} // namespace Trailglass::Testing
