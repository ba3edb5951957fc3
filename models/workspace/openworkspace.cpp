// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/openworkspace.h"

#include "models/core/result.h"
#include "models/exporting/outputtarget.h"
#include "models/query/index/indexqueryengine.h"
#include "models/workspace/preparedquery.h"

namespace Trailglass {

OpenWorkspace::OpenWorkspace(QString folder)
    : m_folder(std::move(folder))
{
}

OpenWorkspace::~OpenWorkspace()
{
    const std::scoped_lock lock(m_guard);
    m_records.reset();
    m_reader.reset();
}

Result<EventReader *> OpenWorkspace::reader()
{
    if (!m_reader) {
        TRY(auto opened, EventReader::open(m_folder));
        const std::scoped_lock lock(m_guard);
        m_reader = std::move(opened);
    }
    return m_reader.get();
}

Result<QueryEngine *> OpenWorkspace::engine()
{
    if (!m_engine) {
        TRY(auto opened, IndexQueryEngine::open(m_folder));
        m_engine = std::move(opened);
    }
    return m_engine.get();
}

Result<SingleResult> OpenWorkspace::rowsOnly(const PreparedQuery &query, const SortOrder &order,
                                             const CancelToken &cancel)
{
    return selectOnce(m_folder, query.filter, order, query.context, cancel);
}

Result<RecordSource *> OpenWorkspace::records()
{
    TRY(const auto open, reader());
    if (!m_records)
        m_records.emplace(*open);
    return &*m_records;
}

Result<QList<SourceRecord>> OpenWorkspace::sources()
{
    TRY(const auto open, reader());
    return open->sources();
}

Result<std::vector<CoverageEntry>> OpenWorkspace::coverage(SourceId source)
{
    TRY(const auto open, reader());
    return open->coverage(source);
}

Result<QList<Preset>> OpenWorkspace::presets()
{
    TRY(const auto open, reader());
    return open->presets();
}

Result<RowId> OpenWorkspace::reviewedRow(const ReviewName &review)
{
    TRY(const auto open, reader());
    return open->reviewedRow(review.reviewer, review.name);
}

Result<EventRecord> OpenWorkspace::find(const QString &source, const std::string &id)
{
    TRY(const auto open, reader());
    return open->find(source, id);
}

Result<QStringList> OpenWorkspace::filesInUse()
{
    return Trailglass::filesInUse(m_folder);
}

void OpenWorkspace::interrupt()
{
    const std::scoped_lock lock(m_guard);
    if (m_reader)
        m_reader->interrupt();
}

} // namespace Trailglass
