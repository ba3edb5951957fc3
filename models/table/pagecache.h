// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/shownrecord.h"

#include <QCache>

#include <optional>
#include <vector>

namespace Trailglass {

/// Pages of records in memory: the most recently used ones, bounded in number and in bytes.
/// \thread one
class PageCache
{
public:
    static constexpr int MaxPages = 64;
    static constexpr qsizetype MaxBytes = 128 * 1024 * 1024;

    /// Records of consecutive rows.
    struct Page
    {
        std::vector<std::optional<ShownRecord>> rows; ///< nothing: the row is gone
        bool isStale = false; ///< read before newer data came; still shown, but worth reading again
    };

    PageCache();

    /// Null when the page is not here. Counts as a use. Valid until the next insert() or clear().
    [[nodiscard]] const Page *find(qint64 number) const { return m_pages.object(number); }

    /// Puts the page in the place of any other of that number, and lets go of what was not used for longest.
    /// \pre of at most 128 rows, so that at least three pages have room
    void insert(qint64 number, Page page);
    void markAllStale();
    void clear() { m_pages.clear(); }
    [[nodiscard]] qsizetype size() const { return m_pages.size(); }

private:
    QCache<qint64, Page> m_pages; ///< cost in bytes, a page's at least its share of the bound
};

} // namespace Trailglass
