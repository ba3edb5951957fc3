// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/resultrequest.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Trailglass {

class EventsView;
class FilterState;
class MainWindow;
class QueryBar;
class ResultRunner;
class Settings;

/// Turns filter, sort order and zone into questions, and answers into what table, query bar and status bar
/// show.
class ResultController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FilterState &filter;
        ResultRunner &runner;
        Settings &settings;
        EventsView &events;
        QueryBar &queryBar;
        MainWindow &window;
    };
    /// All parts outlive the controller.
    explicit ResultController(const Parts &parts, QObject *parent = nullptr);

    /// The first question. Until then none is asked.
    void begin();
    /// Asks at once, without waiting for more keys.
    void askNow();

    /// Of the question in force.
    [[nodiscard]] ResultRequest question() const;
    /// Whether the last question was answered, or could not be.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void answered();

private:
    void show(const QueryResult &answer);
    void showBeginning(const QueryResult &beginning);
    void showSearched(double part);
    void showFailure(const Error &error);
    void showCount();
    void applyZone();

    Parts m_parts;
    QTimer m_typing;
    bool m_isUnasked = false; ///< the tree in force is another one than was asked for
    bool m_hasBegun = false;
    bool m_hasFailed = false; ///< the last question
    ResultRequest m_asked; ///< last
    std::optional<QueryResult> m_answer; ///< the last
    QString m_notice; ///< the last one that was shown
    qint64 m_begun = 0; ///< rows of the answer under way that are shown
    bool m_showsBeginning = false; ///< the table shows a part of an answer, under way or not
};

} // namespace Trailglass
