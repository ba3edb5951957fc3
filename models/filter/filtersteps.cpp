// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filtersteps.h"

#include <utility>

namespace Trailglass {

namespace {

/// Whether a word is begun after the others.
bool beginsWord(const QString &before, const QString &text)
{
    return !before.isEmpty() && before.back().isSpace() && text.startsWith(before) && !text.back().isSpace();
}

} // namespace

FilterSteps::FilterSteps(const FilterInput &first, const Filter::NodePointer &tree)
    : m_steps{{first, {}, tree}}
{
}

void FilterSteps::change(const FilterInput &input, bool isTyped, const Filter::NodePointer &tree)
{
    if (input == current().input)
        return;
    const bool goesOn = isTyped && m_isOpen && !beginsWord(current().input.text, input.text);
    m_steps.resize(m_place + 1);
    m_isOpen = isTyped;
    if (!goesOn) {
        push({input, {}, tree});
    } else if (m_place > 0 && m_steps[m_place - 1].input == input) {
        // All that was typed is gone again.
        m_steps.pop_back();
        m_isOpen = false;
    } else {
        m_steps.back() = {input, {}, tree};
    }
    m_place = m_steps.size() - 1;
}

void FilterSteps::push(FilterStep step)
{
    m_steps.push_back(std::move(step));
    if (m_steps.size() > MaxSteps)
        m_steps.erase(m_steps.begin());
    m_place = m_steps.size() - 1;
}

void FilterSteps::attach(std::function<void()> exchange, bool isNew)
{
    if (isNew) {
        FilterStep same = current();
        m_steps.resize(m_place + 1);
        push(std::move(same));
    }
    m_isOpen = false;
    m_steps[m_place].exchange = std::move(exchange);
}

void FilterSteps::undo()
{
    Q_ASSERT(canUndo());
    --m_place;
    m_isOpen = false;
}

void FilterSteps::redo()
{
    Q_ASSERT(canRedo());
    ++m_place;
    m_isOpen = false;
}

} // namespace Trailglass
