// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivequeryengine.h"
#include "models/archive/archiverecords.h"
#include "models/archive/archivesession.h"
#include "models/archive/rowtimes.h"
#include "models/core/clock.h"
#include "models/query/index/indexqueryengine.h"
#include "models/store/eventreader.h"
#include "tests/archive/archiveserver.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/sampleworkspace.h"

#include <memory>
#include <optional>
#include <vector>

namespace Trailglass::Testing {

/// A workspace and the archive that it pushes into, each with its engine.
/// \thread the one that made it
class PushedWorkspaceStage
{
public:
    /// \param seed  of the events
    /// \param events  how many begin() pushes, at least 200
    explicit PushedWorkspaceStage(std::unique_ptr<ArchiveServer> server, std::uint64_t seed = 31,
                                  int events = 700);

    /// Starts the server, and pushes events of two sources, some of which were superseded before.
    Result<void> begin();

    /// Adds events with new ids, of the sources in turn or of one.
    void add(int count, std::optional<std::size_t> source = {});
    /// Gives events with these numbers another content.
    void change(const std::vector<int> &numbers);
    Result<void> push();

    /// All records of a result, by place.
    Result<std::vector<EventRecord>> allOf(const ResultPointer &result, PlaceRange places);

    Trailglass::SampleWorkspace workspace;
    QueryContext context{*parseTime("2026-11-20T12:00:00Z"), "America/St_Johns"};
    RowTimes times;
    std::unique_ptr<ArchiveSession> session;
    std::optional<ArchiveQueryEngine> engine;
    std::optional<ArchiveRecords> records;
    std::unique_ptr<IndexQueryEngine> local;

private:
    std::unique_ptr<ArchiveServer> m_server;
    SystemClock m_clock;
    EventGenerator m_generator;
    std::vector<SourceId> m_sources;
    std::unique_ptr<EventReader> m_reader;
    const int m_events;
    int m_count = 0;
    int m_revision = 0;
};

} // namespace Trailglass::Testing
