// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/eventbatch.h"

#include "models/archive/archivesession.h"
#include "models/archive/contenthash.h"

#include <algorithm>

namespace Trailglass {

EventBatch::EventBatch(ArchiveDialect dialect, quint32 month)
    : m_columns(dialect)
{
    m_content.month = month;
}

Result<void> EventBatch::append(const EventRecord &record)
{
    Q_ASSERT(archiveMonth(record.event.created) == m_content.month);
    TRY(m_columns.append(record));
    const UtcMicros created = record.event.created;
    m_content.firstCreated = m_content.rows == 0 ? created : std::min(m_content.firstCreated, created);
    m_content.lastCreated = m_content.rows == 0 ? created : std::max(m_content.lastCreated, created);
    m_content.createdSum += static_cast<quint64>(created.value);
    m_content.contentSum += contentHash(record, m_scratch);
    ++m_content.rows;
    return {};
}

Result<void> EventBatch::send(ArchiveSession &session, const BatchNumber &number, const CancelToken &cancel)
{
    return session.insert("INSERT INTO event FORMAT Native", m_columns.block(number.origin, number.number),
                          number.queryId(), cancel);
}

Result<bool> EventBatch::isThere(ArchiveSession &session, const BatchNumber &number,
                                 const CancelToken &cancel)
{
    return areEventsThere(session, number, m_content, cancel);
}

} // namespace Trailglass
