// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterhistory.h"

#include "models/filter/filterstate.h"

namespace Trailglass {

FilterHistory::FilterHistory(FilterState *filter, QObject *parent)
    : QObject(parent)
    , m_filter(filter)
    , m_steps(filter->input(), filter->tree())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &FilterHistory::endTyping);
    connect(m_filter, &FilterState::textChanged, this, &FilterHistory::note);
    connect(m_filter, &FilterState::disabledTermsChanged, this, &FilterHistory::note);
}

void FilterHistory::note()
{
    m_pause.start();
    // An undo is no change: it is the current step by then.
    m_steps.change(m_filter->input(), m_filter->isTyped(), m_filter->tree());
    Q_EMIT changed();
}

void FilterHistory::changeTogether(const FilterInput &input, const std::function<void()> &exchange)
{
    const bool isSame = input == m_filter->input();
    m_filter->replace(input);
    m_steps.attach(exchange, isSame);
    exchange();
    Q_EMIT changed();
}

void FilterHistory::undo()
{
    if (!m_steps.canUndo())
        return;
    const auto exchange = m_steps.current().exchange; // of the step that is left
    m_steps.undo();
    apply(exchange);
}

void FilterHistory::redo()
{
    if (!m_steps.canRedo())
        return;
    m_steps.redo();
    const auto exchange = m_steps.current().exchange; // a copy, as in apply()
    apply(exchange);
}

void FilterHistory::apply(const std::function<void()> &exchange)
{
    const FilterStep step = m_steps.current(); // a copy: the filter tells of its change
    m_filter->restore(step.input, step.tree);
    if (exchange)
        exchange();
    Q_EMIT changed();
}

void FilterHistory::restart()
{
    m_steps = FilterSteps(m_filter->input(), m_filter->tree());
    Q_EMIT changed();
}

void FilterHistory::endTyping()
{
    m_pause.stop();
    m_steps.endTyping();
    m_filter->rest();
}

void FilterHistory::setCount(const Filter::NodePointer &tree, qint64 count)
{
    if (m_filter->error() || !Filter::sameTree(tree, m_filter->tree()))
        return;
    m_steps.setCount(count);
    Q_EMIT changed();
}

} // namespace Trailglass

#include "moc_filterhistory.cpp"
