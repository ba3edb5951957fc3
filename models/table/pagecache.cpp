// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/pagecache.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr qsizetype LeastCost = PageCache::MaxBytes / PageCache::MaxPages;

qsizetype bytesOf(const PageCache::Page &page)
{
    std::size_t bytes = 0;
    for (const std::optional<ShownRecord> &row : page.rows)
        bytes += sizeof row + (row ? row->bytes() + row->texts.size() * sizeof(std::string) : 0);
    return static_cast<qsizetype>(bytes);
}

} // namespace

PageCache::PageCache()
    : m_pages(MaxBytes)
{
}

void PageCache::insert(qint64 number, Page page)
{
    const qsizetype cost = std::max(bytesOf(page), LeastCost);
    m_pages.insert(number, new Page(std::move(page)), cost);
}

void PageCache::markAllStale()
{
    const QList<qint64> numbers = m_pages.keys();
    for (const qint64 number : numbers)
        m_pages.object(number)->isStale = true;
}

} // namespace Trailglass
