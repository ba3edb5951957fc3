// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/openarchive.h"

#include "models/archive/archivepresets.h"
#include "models/archive/archivesources.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/exporting/outputtarget.h"
#include "models/presets/presetstorage.h"
#include "models/workspace/archivefolder.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

OpenArchive::OpenArchive(std::shared_ptr<SharedArchive> archive)
    : m_archive(std::move(archive))
{
}

Result<QueryEngine *> OpenArchive::engine()
{
    TRY(ArchiveSession *const session, m_archive->session(m_cancel));
    if (!m_engine)
        m_engine.emplace(*session, m_archive->times());
    return &*m_engine;
}

Result<ArchiveRecords *> OpenArchive::archiveRecords()
{
    TRY(ArchiveSession *const session, m_archive->session(m_cancel));
    if (!m_records)
        m_records.emplace(*session, m_archive->times());
    return &*m_records;
}

Result<RecordSource *> OpenArchive::records()
{
    TRY(ArchiveRecords *const records, archiveRecords());
    return records;
}

Result<QList<SourceRecord>> OpenArchive::sources()
{
    TRY(ArchiveSession *const session, m_archive->session(m_cancel));
    return archiveSources(*session, m_cancel);
}

Result<std::vector<CoverageEntry>> OpenArchive::coverage(SourceId source)
{
    TRY(const auto known, sources());
    const auto found = std::ranges::find(known, source, &SourceRecord::id);
    if (found == known.end())
        return std::vector<CoverageEntry>();
    TRY(ArchiveSession *const session, m_archive->session(m_cancel));
    TRY(const auto state, ArchiveLedger::state(*session, m_cancel));
    return archiveCoverage(*session, state.watermark, found->name, m_cancel);
}

Result<QList<Preset>> OpenArchive::presets()
{
    return storedPresets(archiveFolder(m_archive->place()));
}

Result<QList<Preset>> OpenArchive::sharedPresets()
{
    TRY(ArchiveSession *const session, m_archive->session(m_cancel));
    return archivePresets(*session, m_cancel);
}

Result<void> OpenArchive::changeSharedPresets(const PresetPlan &plan, const Clock &clock)
{
    TRY(ArchiveSession *const session, m_archive->session(m_cancel));
    return changeArchivePresets(*session, plan, clock, m_cancel);
}

Result<EventRecord> OpenArchive::find(const QString &source, const std::string &id)
{
    TRY(ArchiveRecords *const records, archiveRecords());
    return records->find(toUtf8(source), id, m_cancel);
}

Result<QStringList> OpenArchive::filesInUse()
{
    return filesOfSettings();
}

Place archiveAt(std::shared_ptr<SharedArchive> archive)
{
    return Place(
        Place::Open([archive = std::move(archive)] { return std::make_unique<OpenArchive>(archive); }));
}

Place archiveAt(ArchiveAccess access)
{
    return archiveAt(std::make_shared<SharedArchive>(std::move(access)));
}

} // namespace Trailglass
