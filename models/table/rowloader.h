// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/table/pagecache.h"
#include "models/table/recordfetcher.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace Trailglass {

/// The records of a result, page by page as they are requested.
///
/// Pages are counted from the last row, so that rows that come in on top leave every page valid.
/// \thread GUI
class RowLoader : public QObject
{
    Q_OBJECT

public:
    /// What is known of a row.
    struct Row
    {
        bool isHere = false; ///< read, whether or not the event still exists
        const ShownRecord *record = nullptr; ///< null when not here, or gone
    };

    /// \param fetcher  outlives the loader
    RowLoader(RecordFetcher &fetcher, int rowsPerPage, QObject *parent = nullptr);

    /// Forgets everything. Pending results are dropped.
    void reset(ResultPointer snapshot, CellProjection projection);
    /// Continues with a result that has grown at its beginning. Loaded pages are kept but marked stale.
    ///
    /// \pre the current rows are a suffix of \a snapshot
    void grow(ResultPointer snapshot);
    /// Requests the pages again that could not be read.
    void retry();
    /// Everything may be other than it was read, such as marks: what is here stays until it is read again, when it is
    /// requested.
    void readAgain();

    [[nodiscard]] const ResultPointer &snapshot() const { return m_snapshot; }

    /// What is here now; requests nothing.
    [[nodiscard]] Row row(int row) const;
    /// The same, and requests the page when it is not here or out of date.
    [[nodiscard]] Row request(int row);

Q_SIGNALS:
    /// Rows \a first … \a last (inclusive) are here now, or can be requested again.
    void changed(int first, int last);
    void failed(const Trailglass::Error &error);

private:
    [[nodiscard]] qint64 total() const { return m_snapshot ? static_cast<qint64>(m_snapshot->size()) : 0; }
    [[nodiscard]] qint64 offsetOf(int row) const { return total() - 1 - row; }
    void request(qint64 page);
    void take(qint64 page, Result<PageCache::Page> loaded);
    void announce(qint64 page);

    RecordFetcher &m_fetcher;
    const qint64 m_rowsPerPage;
    ResultPointer m_snapshot;
    CellProjection m_projection;
    PageCache m_pages;
    QSet<qint64> m_pending;
    QSet<qint64> m_failed;
    quint64 m_generation = 0; ///< results for an earlier one are dropped
};

} // namespace Trailglass
