// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/openworkspace.h"

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
        auto opened = EventReader::open(m_folder);
        if (!opened)
            return opened.error();
        const std::scoped_lock lock(m_guard);
        m_reader = *std::move(opened);
    }
    return m_reader.get();
}

Result<QueryEngine *> OpenWorkspace::engine()
{
    if (!m_engine) {
        auto opened = IndexQueryEngine::open(m_folder);
        if (!opened)
            return opened.error();
        m_engine = *std::move(opened);
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
