// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/core/event.h"
#include "models/presets/preset.h"
#include "models/workspace/place.h"

#include <QList>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace Trailglass::Testing {

/// Events of an invented archive: lines that add or take back an event, never changed.
/// \thread any
class RemoteArchive
{
public:
    void add(EventRecord record);
    void remove(RowId row);

    /// How many lines there are: the newest state.
    [[nodiscard]] std::size_t lines() const;
    /// The events after the first \a lines, in row order, with raw.
    [[nodiscard]] std::vector<EventRecord> eventsAt(std::size_t lines) const;

    /// Shares a preset with all who read it.
    void share(const Preset &preset);
    [[nodiscard]] QList<Preset> sharedPresets() const;

    /// From now on every request fails; or not any more.
    void setUnreachable(bool isUnreachable);
    /// Likewise, with an error.
    void setRefusal(const std::optional<Error> &error);
    /// Breaks the connection at each query for rows, and at nothing else.
    void setBreakingSelects(bool isBreaking);
    [[nodiscard]] bool breaksSelect() const; ///< is counted
    [[nodiscard]] int brokenSelects() const;
    /// Counts that somebody looks for changes.
    void noteLook() const;
    [[nodiscard]] int looks() const;
    /// What the request that comes now fails with, if it does; it is counted then.
    [[nodiscard]] std::optional<Error> refuse() const;
    /// How many requests have failed.
    [[nodiscard]] int refusals() const;

private:
    struct Line
    {
        EventRecord record;
        bool isAdded = true;
    };

    mutable std::mutex m_guard;
    std::vector<Line> m_lines;
    QList<Preset> m_shared;
    std::optional<Error> m_refusal;
    bool m_isBreakingSelects = false;
    mutable int m_refusals = 0;
    mutable int m_brokenSelects = 0;
    mutable int m_looks = 0;
};

/// An archive as a place: its results have no list of row numbers, and know only rows that were read.
[[nodiscard]] Place remotePlace(std::shared_ptr<RemoteArchive> archive);

} // namespace Trailglass::Testing
