// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reviewchoice.h"

#include "models/filter/filter.h"
#include "models/workspace/reviews.h"

namespace Trailglass {

Result<QString> reviewOfFilter(const Filter::NodePointer &filter,
                               const std::function<Result<RowId>(const QString &name)> &rowOf)
{
    const auto own = reviewNameOf(Filter::print(filter));
    if (!own) // a filter that is too long for a name has no review of its own
        return reviewOfEverything();
    TRY(const RowId ofOwn, rowOf(*own));
    TRY(const RowId ofEverything, rowOf(reviewOfEverything()));
    return ofOwn > ofEverything ? *own : reviewOfEverything();
}

void ReviewChoice::setLog(const std::vector<ReviewEntry> &log)
{
    m_last.clear();
    for (const ReviewEntry &entry : log) {
        if (entry.reviewer != m_reviewer)
            continue;
        const auto known = m_last.constFind(entry.name);
        if (known == m_last.cend() || known->id < entry.id)
            m_last.insert(entry.name, entry);
    }
}

ReviewName ReviewChoice::of(const Filter::NodePointer &filter) const
{
    ReviewName review{.reviewer = m_reviewer, .name = reviewOfEverything()};
    if (m_last.isEmpty())
        return review;
    const auto rowOf = [this](const QString &name) {
        return Result<RowId>(m_last.value(name).row);
    };
    review.name = *reviewOfFilter(filter, rowOf); // nothing is read that could fail
    return review;
}

ReviewEntry ReviewChoice::lastOf(const Filter::NodePointer &filter) const
{
    return m_last.value(of(filter).name);
}

} // namespace Trailglass
