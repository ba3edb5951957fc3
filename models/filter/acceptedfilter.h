// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// The filter that is in force while the text that is typed cannot be read.
///
/// Letters are searched as they are typed, so the last text that could be read is often the beginning of something else:
/// `marked` of `marked:red`, `actor:~mara op` of `actor:~mara op:bogus`. What is shown, and what a click goes on from, must
/// be a filter that somebody meant: the last one that was accepted. To refuse clicks instead would hold up whoever has done
/// with the text, and to drop only the term that is wrong would run a filter that was never seen.
///
/// A filter is accepted when it comes at one stroke (a click, an edit of a term, undo, the history, a preset), by Enter, by a
/// value picked from completion, by a space after it, which ends its last word, and when typing rests. Of a text that only
/// rested, a last word without an operator counts no more once it goes on: it was the beginning of a field's name.
/// \thread any
class AcceptedFilter
{
public:
    /// \param tree  not null
    explicit AcceptedFilter(Filter::NodePointer tree);

    /// It is meant as it is.
    /// \param tree  not null
    void accept(Filter::NodePointer tree);
    /// Nobody has typed for a while: it is looked at.
    /// \param text  that reads as \a tree
    /// \param tree  not null
    void rest(const QString &text, const Filter::NodePointer &tree);

    /// What is in force.
    /// \param text  that cannot be read
    /// \returns never null
    [[nodiscard]] const Filter::NodePointer &whileBroken(const QString &text) const;

private:
    struct Rested
    {
        QString text;
        Filter::NodePointer tree;
    };
    Filter::NodePointer m_accepted;
    std::optional<Rested> m_rested; ///< after m_accepted
};

} // namespace Trailglass
