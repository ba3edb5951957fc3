// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/pagecommitter.h"

#include "models/store/storethread.h"
#include "models/sync/quarantine.h"

namespace Trailglass {

PageCommitter::PageCommitter(StoreThread &store, const Clock &clock, SourceId source,
                             const QByteArray &fingerprint)
    : m_store(store)
    , m_clock(clock)
    , m_source(source)
    , m_fingerprint(fingerprint)
{
}

void PageCommitter::commitRows(ParsedRows rows)
{
    add(PageCommit{}, std::move(rows));
}

void PageCommitter::commitPage(ParsedRows rows, const QJsonObject &checkpoint,
                               const QList<TimeWindow> &covered, qint64 pages)
{
    PageCommit page;
    page.checkpoint = checkpoint;
    page.fingerprint = m_fingerprint;
    for (const TimeWindow &window : covered) {
        page.covered.push_back({.window = window, .answered = m_clock.now(), .pages = pages});
    }
    add(std::move(page), std::move(rows));
}

void PageCommitter::dropWaiting()
{
    if (!m_pages.empty()) {
        m_pages.erase(m_pages.begin() + 1, m_pages.end());
    }
}

void PageCommitter::add(PageCommit page, ParsedRows rows)
{
    if (m_failed) {
        return;
    }
    page.source = m_source;
    page.received = m_clock.now();
    page.events = std::move(rows.events);
    page.unreadable = quarantined(std::move(rows.unreadable), m_place);
    page.place = m_place;
    m_pages.push_back(std::move(page));
    if (m_pages.size() == 1) {
        commitNext();
    }
}

void PageCommitter::commitNext()
{
    m_store.commit(std::move(m_pages.front()), this,
                   [this](const Result<CommitCounts> &counts) { ended(counts); });
}

void PageCommitter::ended(const Result<CommitCounts> &counts)
{
    if (!counts) {
        m_failed = true;
        m_pages.clear();
        Q_EMIT failed(counts.error());
        return;
    }
    m_counts += *counts;
    m_pages.pop_front();
    if (!m_pages.empty()) {
        commitNext();
    }
    Q_EMIT committed();
}

} // namespace Trailglass

#include "moc_pagecommitter.cpp"
