// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reviewchoice.h"

#include "models/filter/filter.h"
#include "models/workspace/reviews.h"

namespace Trailglass {

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
    ReviewName review{.reviewer = m_reviewer};
    if (m_last.isEmpty())
        return review;
    // A filter that is too long for a name has no review of its own.
    const auto own = reviewNameOf(Filter::print(filter));
    if (own && m_last.value(*own).row > m_last.value(review.name).row)
        review.name = *own;
    return review;
}

ReviewEntry ReviewChoice::lastOf(const Filter::NodePointer &filter) const
{
    return m_last.value(of(filter).name);
}

} // namespace Trailglass
