// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/filterinput.h"

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

/// A filter that was in force, and how many events it found; nothing: that was not waited for.
struct FilterStep
{
    FilterInput input;
    std::optional<qint64> count = {};
    Filter::NodePointer tree = {}; ///< that was in force, of a broken text too; null: not known
    /// What changed beside the filter in this step: puts what was there on the other side of the step in place of what
    /// is there now, and keeps that for the next call. Null: nothing did.
    std::function<void()> exchange = {};
};

/// The filters of a window one after another, and a place among them: what undo goes back through.
///
/// What is typed is one step for each word, until endTyping().
class FilterSteps
{
public:
    static constexpr std::size_t MaxSteps = 200; ///< the oldest are forgotten

    explicit FilterSteps(const FilterInput &first = {}, const Filter::NodePointer &tree = {});

    /// Oldest first; never empty.
    [[nodiscard]] const std::vector<FilterStep> &all() const { return m_steps; }
    [[nodiscard]] std::size_t place() const { return m_place; }
    [[nodiscard]] const FilterStep &current() const { return m_steps[m_place]; }
    [[nodiscard]] bool canUndo() const { return m_place > 0; }
    [[nodiscard]] bool canRedo() const { return m_place + 1 < m_steps.size(); }

    /// The filter is \a input now. Steps that were undone are forgotten. The current one is no change.
    /// \param isTyped  letter by letter
    /// \param tree  in force with it
    void change(const FilterInput &input, bool isTyped, const Filter::NodePointer &tree = {});
    /// Something else changed with the current step, or, where \a isNew, in a new one of the same filter.
    void attach(std::function<void()> exchange, bool isNew);
    /// What is typed from now on is a step of its own.
    void endTyping() { m_isOpen = false; }
    /// Of the current step.
    void setCount(qint64 count) { m_steps[m_place].count = count; }

    /// \pre canUndo()
    void undo();
    /// \pre canRedo()
    void redo();

private:
    void push(FilterStep step);

    std::vector<FilterStep> m_steps;
    std::size_t m_place = 0;
    bool m_isOpen = false; ///< the current step is being typed
};

} // namespace Trailglass
