// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/sources/rowreader.h"
#include "models/store/eventwriter.h"

#include <QObject>

#include <deque>

namespace Trailglass {

class StoreThread;

/// Commits the pages of one source in order, one at a time, and adds up what became of the rows.
///
/// At most one page is in flight: if it fails, a later page must not commit a checkpoint past the lost rows.
/// After a failure nothing more is committed.
/// \thread the one it was created on; the store works on its own
class PageCommitter : public QObject
{
    Q_OBJECT

public:
    /// Pages with the store or waiting for it, beyond which the caller is to stop reading.
    static constexpr std::size_t MaxUncommitted = 2;

    /// \param store, clock  outlive the committer
    PageCommitter(StoreThread &store, const Clock &clock, SourceId source, const QByteArray &fingerprint);

    /// Where the rows of the next calls came from: QuarantineEntry::place.
    void setPlace(const QString &place) { m_place = place; }

    /// Rows without a checkpoint: part of a streamed response.
    void commitRows(ParsedRows rows);

    /// Rows, and the checkpoint that follows them.
    void commitPage(ParsedRows rows, const QJsonObject &checkpoint, const QList<TimeWindow> &covered,
                    qint64 pages);

    [[nodiscard]] bool isFull() const { return m_pages.size() >= MaxUncommitted; }
    [[nodiscard]] bool isIdle() const { return m_pages.empty(); }
    [[nodiscard]] const CommitCounts &counts() const { return m_counts; }

    /// Forgets the pages the store has not got yet.
    void dropWaiting();

Q_SIGNALS:
    /// A page was committed.
    void committed();
    /// \error those of EventWriter::commit()
    void failed(const Trailglass::Error &error);

private:
    void add(PageCommit page, ParsedRows rows);
    void commitNext();
    void ended(const Result<CommitCounts> &counts);

    StoreThread &m_store;
    const Clock &m_clock;
    const SourceId m_source;
    const QByteArray m_fingerprint;
    QString m_place;
    std::deque<PageCommit> m_pages; ///< the first is with the store, and empty here
    CommitCounts m_counts;
    bool m_failed = false;
};

} // namespace Trailglass
