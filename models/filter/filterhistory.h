// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/filtersteps.h"

#include <QObject>
#include <QTimer>

namespace Trailglass {

class FilterState;

/// Undoes and redoes every change of a FilterState, whoever made it, until the window closes.
/// \thread GUI
class FilterHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr int TypingPause = 2'000; ///< ms

    /// \param filter  outlives the history
    explicit FilterHistory(FilterState *filter, QObject *parent = nullptr);

    [[nodiscard]] const FilterSteps &steps() const { return m_steps; }

public Q_SLOTS:
    /// Nothing happens at the first step.
    void undo();
    /// Nothing happens at the last step.
    void redo();
    /// Forgets all steps but the filter as it is.
    void restart();
    /// What is typed from now on is a step of its own; so it is after a pause of TypingPause.
    void endTyping();
    /// \param tree  whose events were counted; another one than the filter's is ignored
    void setCount(const Trailglass::Filter::NodePointer &tree, qint64 count);

Q_SIGNALS:
    /// steps() are others now.
    void changed();

private:
    void note();
    void apply();

    FilterState *m_filter;
    FilterSteps m_steps;
    QTimer m_pause;
};

} // namespace Trailglass
