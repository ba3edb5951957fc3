// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivequeryengine.h"
#include "models/archive/archiverecords.h"
#include "models/archive/sharedarchive.h"
#include "models/workspace/openplace.h"
#include "models/workspace/place.h"

#include <memory>
#include <optional>

namespace Trailglass {

/// An archive open for reading on one thread. Its presets are those that this user keeps of it on this machine
/// (archiveFolder()), the shared ones those that it keeps for all who read it.
///
/// \error as SharedArchive::session() and ArchiveSession::ask(), but for presets()
class OpenArchive final : public OpenPlace
{
public:
    /// \param archive  not null
    explicit OpenArchive(std::shared_ptr<SharedArchive> archive);

    Result<QueryEngine *> engine() override;
    Result<RecordSource *> records() override;
    Result<QList<SourceRecord>> sources() override;
    Result<std::vector<CoverageEntry>> coverage(SourceId source) override;
    Result<QList<Preset>> presets() override;
    Result<QList<Preset>> sharedPresets() override;
    Result<void> changeSharedPresets(const PresetPlan &plan, const Clock &clock) override;
    Result<EventRecord> find(const QString &source, const std::string &id) override;
    Result<QStringList> filesInUse() override;
    void endWith(const CancelToken &cancel) override { m_cancel = cancel; }
    void interrupt() override { } // what waits for the server looks at its token

private:
    Result<ArchiveRecords *> archiveRecords();

    const std::shared_ptr<SharedArchive> m_archive;
    CancelToken m_cancel; ///< of what has no token of its own
    std::optional<ArchiveQueryEngine> m_engine;
    std::optional<ArchiveRecords> m_records;
};

/// An archive as a place. All who open it share the way to the server.
/// \param archive  not null
[[nodiscard]] Place archiveAt(std::shared_ptr<SharedArchive> archive);
[[nodiscard]] Place archiveAt(ArchiveAccess access);

} // namespace Trailglass
