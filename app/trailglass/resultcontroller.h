// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/typingpause.h"
#include "models/workspace/resultrequest.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Trailglass {

class EventsView;
class FilterHistory;
class FilterState;
class MainWindow;
class QueryBar;
class ResultRunner;
class ReviewChoice;
class Settings;

/// Runs the query of filter, sort order and zone, and shows its result in table, query bar and status bar. While the text
/// of the filter cannot be read, that is the result of the last filter that was accepted, and they say so.
class ResultController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FilterState &filter;
        FilterHistory &history;
        ResultRunner &runner;
        Settings &settings;
        EventsView &events;
        QueryBar &queryBar;
        MainWindow &window;
        TypingPause &pauses; ///< gets to know how long each result took
        const ReviewChoice *reviews = nullptr; ///< which one `is:new` is about; null: nobody's
    };
    /// All parts outlive the controller.
    explicit ResultController(const Parts &parts, QObject *parent = nullptr);

    /// Runs the first query; until then none is run.
    void begin();
    /// Runs the query at once, without waiting for more keys.
    void runNow();

    /// The query of the current filter.
    [[nodiscard]] ResultRequest request() const;
    /// Whether the last query has ended.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void resultShown();

private:
    void show(const QueryResult &result);
    void showPartial(const QueryResult &partial);
    void showProgress(double part);
    void showFailure(const Error &error);
    void showCount();
    void applyZone();
    void connectRunner();
    void showWaiting();
    void showSlowSort();
    void endWaiting();
    void followText();
    void showAccepted();
    [[nodiscard]] bool isOfFilter(const ResultRequest &request) const;
    void runSoon();
    void runIfDue();
    void stopTyping();
    void setOutdated(bool isOutdated);
    void setBroken(bool isBroken);

    Parts m_parts;
    QTimer m_typing;
    QTimer m_breaking; ///< a text that cannot be read for longer than a key takes
    QTimer m_waiting; ///< a result that takes longer is waited for visibly
    QTimer m_slow; ///< one that takes longer still deserves a reason
    QTimer m_pause; ///< after it the user has finished typing
    bool m_isOutdated = false; ///< the current filter has not been run
    bool m_isDue = false; ///< it is run as soon as whoever changed it has done so
    bool m_isBroken = false; ///< the text cannot be read: the table shows what was in force before
    bool m_showsEarlier = false; ///< the table shows the rows of an earlier query
    bool m_hasBegun = false;
    bool m_hasFailed = false; ///< the last query
    ResultRequest m_request; ///< the last one run; without a filter after one that was cancelled
    std::optional<QueryResult> m_result; ///< the last complete one
    QString m_notice; ///< the last one that was shown
    qint64 m_partialRows = 0; ///< rows of the running query that are shown
    bool m_showsPartial = false; ///< the table shows a partial result, of a running query or a failed one
};

} // namespace Trailglass
