// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/openworkspace.h"

#include "models/core/result.h"
#include "models/query/index/indexqueryengine.h"

namespace Trailglass {

OpenWorkspace::OpenWorkspace(QString folder)
    : m_folder(std::move(folder))
{
}

OpenWorkspace::~OpenWorkspace()
{
    const std::scoped_lock lock(m_guard);
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

void OpenWorkspace::interrupt()
{
    const std::scoped_lock lock(m_guard);
    if (m_reader)
        m_reader->interrupt();
}

} // namespace Trailglass
