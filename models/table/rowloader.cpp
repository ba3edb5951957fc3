// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/rowloader.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Trailglass {

RowLoader::RowLoader(RecordFetcher &fetcher, int rowsPerPage, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
    , m_rowsPerPage(rowsPerPage)
{
}

void RowLoader::reset(ResultPointer snapshot, CellProjection projection)
{
    ++m_generation;
    m_snapshot = std::move(snapshot);
    m_projection = std::move(projection);
    m_pages.clear();
    m_pending.clear();
    m_failed.clear();
}

void RowLoader::grow(ResultPointer snapshot)
{
    m_snapshot = std::move(snapshot);
    m_pages.markAllStale();
    m_failed.clear();
}

void RowLoader::retry()
{
    const QSet<qint64> again = std::exchange(m_failed, {});
    for (const qint64 page : again)
        announce(page);
}

void RowLoader::readAgain()
{
    ++m_generation; // what is on its way may have been read before
    m_pending.clear();
    m_failed.clear();
    m_pages.markAllStale();
    if (total() > 0)
        Q_EMIT changed(0, static_cast<int>(std::min<qint64>(total() - 1, std::numeric_limits<int>::max())));
}

RowLoader::Row RowLoader::row(int row) const
{
    const qint64 offset = offsetOf(row);
    const PageCache::Page *page = m_pages.find(offset / m_rowsPerPage);
    const auto place = static_cast<std::size_t>(offset % m_rowsPerPage);
    // The newest page grows with the result: rows after its end are not read yet.
    if (!page || place >= page->rows.size())
        return {};
    const std::optional<ShownRecord> &record = page->rows[place];
    return {true, record ? &*record : nullptr};
}

RowLoader::Row RowLoader::request(int row)
{
    const qint64 number = offsetOf(row) / m_rowsPerPage;
    const Row known = this->row(row);
    const PageCache::Page *page = m_pages.find(number);
    const bool isWanted = !known.isHere || page->isStale;
    if (isWanted && !m_pending.contains(number) && !m_failed.contains(number))
        request(number);
    return known;
}

void RowLoader::request(qint64 page)
{
    const qint64 first = page * m_rowsPerPage;
    const qint64 end = std::min(first + m_rowsPerPage, total());
    const auto count = static_cast<std::size_t>(end - first);
    m_pending.insert(page);
    const auto loaded = std::make_shared<PageCache::Page>();
    loaded->rows.resize(count);
    // Pages are counted from the last row, and so are the rows of a page.
    const auto keep = [loaded, count, projection = m_projection](std::size_t place, EventRecord &&record) {
        loaded->rows[count - 1 - place] = projection.read(std::move(record));
    };
    const auto finish = [this, page, loaded, generation = m_generation](const Result<void> &ended) {
        if (generation == m_generation)
            take(page, ended ? Result(std::move(*loaded)) : ended.error());
    };
    const auto raw = m_projection.needsRaw() ? RecordFetcher::WithRaw::Yes : RecordFetcher::WithRaw::No;
    const PlaceRange places{static_cast<std::size_t>(total() - end), count};
    m_fetcher.read({m_snapshot, places}, raw, keep, this, finish);
}

void RowLoader::take(qint64 page, Result<PageCache::Page> loaded)
{
    m_pending.remove(page);
    if (!loaded && loaded.error().kind != ErrorKind::Cancelled) {
        // Asking again at every repaint would repeat the failure at every repaint.
        m_failed.insert(page);
        Q_EMIT failed(loaded.error());
        return;
    }
    if (loaded)
        m_pages.insert(page, *std::move(loaded));
    // A request that was pushed out is made again when the page is shown.
    announce(page);
}

void RowLoader::announce(qint64 page)
{
    const qint64 last = total() - 1 - page * m_rowsPerPage;
    const qint64 first = std::max<qint64>(0, last - m_rowsPerPage + 1);
    Q_EMIT changed(static_cast<int>(std::min<qint64>(first, std::numeric_limits<int>::max())),
                   static_cast<int>(std::min<qint64>(last, std::numeric_limits<int>::max())));
}

} // namespace Trailglass

#include "moc_rowloader.cpp"
