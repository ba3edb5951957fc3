// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/session/question.h"

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

    /// Asks at once, without waiting for more keys.
    void askNow();

    /// Of the question in force.
    [[nodiscard]] Question question() const;
    /// The last answer; nothing before the first.
    [[nodiscard]] const std::optional<Answer> &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();

private:
    void show(const Answer &answer);
    void applyZone();

    Parts m_parts;
    QTimer m_typing;
    bool m_isUnasked = false; ///< the tree in force is another one than was asked for
    std::optional<Answer> m_answer;
};

} // namespace Trailglass
