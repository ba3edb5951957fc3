// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/table/recordfetcher.h"

#include <QPointer>

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace Trailglass {

/// The event of a row number: always the same one for the same number.
[[nodiscard]] EventRecord recordOf(RowId id);

/// Rows \a newest … 1 as a result, newest first.
[[nodiscard]] ResultPointer newestFirst(qint64 newest);
[[nodiscard]] ResultPointer snapshotOf(std::vector<qint64> rows);

/// Serves when the test says so, the newest request first; holds as many requests as the contract allows.
class ScriptedFetcher final : public RecordFetcher
{
public:
    void read(Page page, WithRaw raw, Take take, QObject *context, Ended ended) override;

    /// Serves the newest request.
    /// \returns false when none waits
    bool serveNewest();
    void serveAll();
    void failAll(ErrorKind kind);
    /// From now on requests are served without a call, through the event loop.
    void serveAutomatically() { m_isAutomatic = true; }

    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }
    /// Rows of every request so far, in the order they came.
    [[nodiscard]] const std::vector<std::vector<RowId>> &requests() const { return m_requests; }
    /// Events that do not exist any more.
    std::set<RowId> gone;
    /// Changes what a record says, as a vendor's update does: its correlation.
    std::string revision;
    /// The one event that revision changes; none: all.
    RowId only;
    /// Events whose action the vendor does not say.
    std::set<RowId> withoutAction;
    /// The id of every record's target; empty: none has one.
    std::string targetId;
    /// What a record has for raw, when not the default few bytes.
    std::string rawOfAll;
    /// What reviewers say of events.
    std::map<RowId, std::optional<MarkColour>> marks;
    std::map<RowId, std::string> notes;

private:
    struct Request
    {
        std::vector<RowId> rows;
        WithRaw raw;
        Take take;
        QPointer<QObject> context;
        Ended ended;
    };
    void serve(const Request &request);
    void dropOldest();

    std::deque<Request> m_waiting;
    std::vector<std::vector<RowId>> m_requests;
    bool m_isAutomatic = false;
};

} // namespace Trailglass
