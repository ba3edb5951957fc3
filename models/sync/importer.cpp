// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importer.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sync/importreader.h"
#include "models/sync/quarantine.h"
#include "models/sync/unreadableplaces.h"

#include <thread>

namespace Trailglass {

namespace {

/// One run over all files of a job.
class ImportRun
{
public:
    ImportRun(EventWriter &writer, const Clock &clock, const ImportJob &job, const Source &source,
              const SourceSettings &settings, const CancelToken &cancel, const Importer::Progress &progress)
        : m_writer(writer)
        , m_clock(clock)
        , m_job(job)
        , m_source(source)
        , m_settings(settings)
        , m_cancel(cancel)
        , m_progress(progress)
    {
        m_report.source = job.source.name;
        m_report.vendor = job.source.type;
    }

    SyncReport run(const Importer::Open &open);

private:
    void importFile(const QString &file, ByteInput &input);
    [[nodiscard]] bool commit(const QString &file, ByteInput &input, ImportBatch batch,
                              UnreadablePlaces &places);
    void fail(const QString &file, Error error);
    void conclude();

    EventWriter &m_writer;
    const Clock &m_clock;
    const ImportJob &m_job;
    const Source &m_source;
    const SourceSettings &m_settings;
    const CancelToken m_cancel;
    const Importer::Progress &m_progress;
    SyncReport m_report;
    bool m_storeFailed = false;
};

SyncReport ImportRun::run(const Importer::Open &open)
{
    for (const QString &file : m_job.files) {
        if (m_cancel.isCancelled() || m_storeFailed) {
            break;
        }
        const Result<std::unique_ptr<ByteInput>> input = open(file);
        if (input) {
            importFile(file, **input);
        } else if (!m_report.error) {
            m_report.error = input.error(); // names the file itself
        }
    }
    conclude();
    return m_report;
}

void ImportRun::importFile(const QString &file, ByteInput &input)
{
    BatchQueue queue;
    ImportReader reader(m_source, m_settings, input, queue, m_cancel);
    Result<void> read;
    std::thread thread([&] { read = reader.run(); });
    UnreadablePlaces places;
    while (std::optional<ImportBatch> batch = queue.pop()) {
        if (!commit(file, input, *std::move(batch), places) || m_cancel.isCancelled()) {
            break;
        }
    }
    queue.close();
    thread.join();
    ++m_report.pages;
    if (!places.isEmpty()) {
        m_report.warnings.append(places.sentence(file));
    }
    if (!read && read.error().kind != ErrorKind::Cancelled) {
        fail(file, read.error());
    }
}

bool ImportRun::commit(const QString &file, ByteInput &input, ImportBatch batch, UnreadablePlaces &places)
{
    for (const UnreadableRow &row : batch.rows.unreadable) {
        places.add(row);
    }
    PageCommit page;
    page.source = m_job.source.id;
    page.received = m_clock.now();
    page.events = std::move(batch.rows.events);
    page.unreadable = quarantined(std::move(batch.rows.unreadable));
    const Result<CommitCounts> counts = m_writer.commit(page);
    if (!counts) {
        m_storeFailed = true;
        m_report.error = counts.error();
        return false;
    }
    m_report.counts += *counts;
    if (m_progress) {
        m_progress(
            {.file = file, .bytes = batch.bytes, .totalBytes = input.size(), .counts = m_report.counts});
    }
    return true;
}

void ImportRun::fail(const QString &file, Error error)
{
    if (m_report.error) {
        return;
    }
    error.message = Trailglass::tr("%1: %2").arg(visibleText(file), error.message);
    m_report.error = std::move(error);
}

void ImportRun::conclude()
{
    const CommitCounts &counts = m_report.counts;
    if (counts.conflict > 0) {
        m_report.warnings.append(Trailglass::tr(
            "%n event(s) arrived again with different content for the same ID; the first version was kept.",
            nullptr, static_cast<int>(counts.conflict)));
    }
    if (!m_report.error && counts.received > 0 && counts.received == counts.unreadable) {
        m_report.error = Error{
            .kind = ErrorKind::Malformed,
            .message =
                Trailglass::tr("The input contains no valid events of %1.").arg(m_source.type().displayName)};
    }
    if (m_report.error) {
        m_report.status = SyncReport::Status::Failed;
    }
    if (m_cancel.isCancelled() && !m_storeFailed) {
        m_report.status = SyncReport::Status::Cancelled;
        m_report.error.reset();
    }
}

} // namespace

Importer::Importer(EventWriter &writer, const Clock &clock, Open open)
    : m_writer(writer)
    , m_clock(clock)
    , m_open(std::move(open))
{
}

SyncReport Importer::run(const ImportJob &job, const CancelToken &cancel, const Progress &progress)
{
    SyncReport refused;
    refused.source = job.source.name;
    refused.vendor = job.source.type;
    refused.status = SyncReport::Status::Failed;
    const Source *source = findSource(job.source.type);
    if (!source) {
        refused.error = Error{
            .kind = ErrorKind::Usage,
            .message =
                Trailglass::tr("This version does not support sources of type %1.").arg(job.source.type)};
        return refused;
    }
    const Result<SourceSettings> settings = SourceSettings::fromValues(source->type(), job.source.settings);
    if (!settings) {
        refused.error = settings.error();
        return refused;
    }
    return ImportRun(m_writer, m_clock, job, *source, *settings, cancel, progress).run(m_open);
}

} // namespace Trailglass
