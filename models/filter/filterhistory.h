// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/filtersteps.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Trailglass {

class FilterState;
struct FilterInput;

/// Undoes and redoes every change of a FilterState, whoever made it, until the window closes; and with it what changed in
/// the same step.
/// \thread GUI
class FilterHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr int TypingPause = 2'000; ///< ms

    /// \param filter  outlives the history
    explicit FilterHistory(FilterState *filter, QObject *parent = nullptr);

    [[nodiscard]] const FilterSteps &steps() const { return m_steps; }

    /// Replaces the filter at one stroke, and something else with it, in one step, also where the filter is the same.
    /// \param exchange  called now, and by every undo and redo of the step after the filter has changed:
    /// FilterStep::exchange
    void changeTogether(const FilterInput &input, const std::function<void()> &exchange);

public Q_SLOTS:
    /// Nothing happens at the first step.
    void undo();
    /// Nothing happens at the last step.
    void redo();
    /// Forgets all steps but the filter as it is.
    void restart();
    /// What is typed from now on is a step of its own, and the filter rests; so it is after a pause of TypingPause.
    void endTyping();
    /// \param tree  whose events were counted; another one than the filter's is ignored
    void setCount(const Trailglass::Filter::NodePointer &tree, qint64 count);

Q_SIGNALS:
    /// steps() are others now.
    void changed();

private:
    void note();
    void apply(const std::function<void()> &exchange);

    FilterState *m_filter;
    FilterSteps m_steps;
    QTimer m_pause;
};

} // namespace Trailglass
