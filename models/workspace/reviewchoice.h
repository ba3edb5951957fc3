// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/querycontext.h"
#include "models/store/reviewrecords.h"

#include <QHash>
#include <QString>

#include <functional>
#include <vector>

namespace Trailglass {

/// The review that `is:new` is about where none is named: that of the very filter or that of everything, whichever went
/// further. So what was reviewed of all events is not new in a part of them, nor the other way round.
/// \param filter  presets still by name
/// \param rowOf   gives the last row that was seen in a review
/// \returns its name
/// \error that of \a rowOf
/// \thread any
[[nodiscard]] Result<QString> reviewOfFilter(const Filter::NodePointer &filter,
                                             const std::function<Result<RowId>(const QString &name)> &rowOf);

/// Knows reviewOfFilter() of each filter.
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
