// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/querycontext.h"
#include "models/store/reviewrecords.h"

#include <QHash>

#include <vector>

namespace Trailglass {

/// Knows which review `is:new` is about for each filter: that of everything, or that of the very filter where that went
/// further. So what was reviewed of all events is not new in a part of them, nor the other way round.
/// \thread GUI
class ReviewChoice
{
public:
    /// \param reviewer  localAccountName(); empty: nobody reviews, as in an archive
    explicit ReviewChoice(QString reviewer)
        : m_reviewer(std::move(reviewer))
    {
    }

    /// From now on these are the reviews.
    /// \param log  reviewLog(), of all reviewers
    void setLog(const std::vector<ReviewEntry> &log);

    /// \param filter  presets still by name
    [[nodiscard]] ReviewName of(const Filter::NodePointer &filter) const;
    /// The last entry of the review that of() gives; id 0 where there is none.
    [[nodiscard]] ReviewEntry lastOf(const Filter::NodePointer &filter) const;

private:
    const QString m_reviewer;
    QHash<QString, ReviewEntry> m_last; ///< of the reviewer, by the name of the review
};

} // namespace Trailglass
