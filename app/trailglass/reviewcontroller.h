// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/neweventcounter.h"
#include "models/workspace/reviewservice.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace Trailglass {

class EventsView;
class FilterState;
class MainWindow;
class ResultRunner;
class ReviewChoice;
class ReviewDialog;
class Settings;

/// Marks what the table shows as reviewed, shows what is new since, and the review log.
/// \thread GUI
class ReviewController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ReviewService &service;
        ReviewChoice &choice; ///< kept up to date here
        NewEventCounter &counter; ///< used by this controller alone
        ResultRunner &results;
        FilterState &filter;
        Settings &settings;
        EventsView &events;
        MainWindow &window;
    };
    /// All parts outlive the controller.
    explicit ReviewController(const Parts &parts, QObject *parent = nullptr);

    /// Reads the reviews, for the first time or because somebody else may have changed them.
    void reload();

Q_SIGNALS:
    /// The reviews are known, or others than before.
    void reviewsRead();
    /// The filter asks for new events, and the user has reviewed some: other events match now.
    void newEventsChanged();

private:
    void connectActions();
    void readLog(const std::function<void()> &known);
    void showChange();
    void showResult(const QueryResult &result);
    void showStatus(qint64 count);
    void showBoundary();
    void countNew();
    void openDialog();
    void review(const QString &note);
    void openLog();
    void showOnlyNew();
    /// As typed, where that is what the table shows.
    [[nodiscard]] QString shownExpression() const;

    Parts m_parts;
    QueryResult m_result; ///< the last complete one
    QPointer<ReviewDialog> m_dialog; ///< while it is open
};

} // namespace Trailglass
