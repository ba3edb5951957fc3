// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/documentimport.h"

#include "models/core/threadstart.h"
#include "models/sync/quarantine.h"

#include <thread>

namespace Trailglass {

DocumentImport::DocumentImport(const ImportContext &context, QString place)
    : m_context(context)
    , m_place(std::move(place))
{
}

DocumentImport::Outcome DocumentImport::run(ByteInput &text, const ImportReader::Position &position,
                                            const Committed &committed)
{
    Outcome outcome;
    BatchQueue queue;
    CancelSource reading(m_context.cancel);
    ImportReader reader(m_context.vendor, m_context.settings, text, queue, reading.token(), position);
    const auto read = [&outcome, &reader] {
        outcome.read = reader.run();
    };
    const auto take = [&](ImportBatch batch) {
        for (const UnreadableRow &row : batch.rows.unreadable)
            outcome.places.add(row);
        const Result<CommitCounts> counts = commit(std::move(batch.rows));
        if (counts)
            committed(*counts, batch.bytes);
        else
            outcome.storeError = counts.error();
        const bool goesOn = counts && !m_context.cancel.isCancelled();
        if (!goesOn)
            reading.cancel(); // it may be waiting for a pipe that is silent
        return goesOn;
    };
    if (std::jthread thread; startThread(thread, read)) {
        for (bool goesOn = true; goesOn;) {
            std::optional<ImportBatch> batch = queue.pop();
            goesOn = batch && take(*std::move(batch));
        }
        queue.close();
    } else {
        queue.passTo(take);
        read();
    }
    outcome.warnings = reader.warnings();
    outcome.isEmpty = reader.isEmpty();
    return outcome;
}

Result<CommitCounts> DocumentImport::commit(ParsedRows rows)
{
    PageCommit page;
    page.source = m_context.source;
    page.received = m_context.clock.now();
    page.events = std::move(rows.events);
    page.place = m_place;
    page.unreadable = quarantined(std::move(rows.unreadable), m_place);
    return m_context.writer.commit(page);
}

} // namespace Trailglass
