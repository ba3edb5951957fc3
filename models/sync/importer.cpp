// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importer.h"

#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/inputs/inputfiles.h"
#include "models/sync/documentimport.h"
#include "models/sync/endedrun.h"
#include "models/sync/importfindings.h"
#include "models/sync/quarantine.h"

#include <limits>
#include <utility>

namespace Trailglass {

namespace {

/// What is said of a text of this member of a file.
QString documentName(const QString &file, const QString &member)
{
    return member.isEmpty() ? file : Trailglass::tr("%1: member %2").arg(file, member);
}

/// \returns nothing when a size is not known
std::optional<qint64> totalSize(const QList<InputFile> &files)
{
    qint64 total = 0;
    for (const InputFile &file : files) {
        if (!file.size || *file.size > std::numeric_limits<qint64>::max() - total) {
            return {};
        }
        total += *file.size;
    }
    return total;
}

/// One run over all files of a job.
class ImportRun
{
public:
    ImportRun(const ImportContext &context, const ImportJob &job, const Importer::Progress &progress)
        : m_context(context)
        , m_job(job)
        , m_progress(progress)
    {
        m_report.source = job.source.name;
        m_report.vendor = job.source.type;
    }

    SyncReport run(ImportInputs &inputs);

private:
    [[nodiscard]] bool begin();
    void importFiles(ImportInputs &inputs);
    void importFile(const InputFile &file, OpenedInput input);
    void importDocument(const InputFile &file, InputDocuments &documents, InputDocument document);
    /// \param isPart  of a folder or archive
    void noteEnd(const QString &name, bool isPart, const DocumentImport::Outcome &outcome);
    void noteFailure(const QString &name, const Error &error);
    [[nodiscard]] bool isOver() const { return m_context.cancel.isCancelled() || m_storeError; }
    void conclude();
    void end();

    const ImportContext &m_context;
    const ImportJob &m_job;
    const Importer::Progress &m_progress;
    SyncReport m_report;
    RunRecord m_run;
    ImportFindings m_findings;
    std::optional<Error> m_storeError;
    qint64 m_doneBytes = 0; ///< of the files before
    std::optional<qint64> m_totalBytes;
    QString m_lastDocument;
};

SyncReport ImportRun::run(ImportInputs &inputs)
{
    const bool isNoted = begin();
    if (isNoted) {
        importFiles(inputs);
    }
    conclude();
    if (isNoted) {
        end();
    }
    qCInfo(logSync).noquote() << "import into source" << m_job.source.id.value << "ended:" << m_report;
    return m_report;
}

/// \returns whether the history has taken the run
bool ImportRun::begin()
{
    m_run.source = m_job.source.id;
    m_run.kind = RunKind::Import;
    m_run.started = m_context.clock.now();
    const Result<RunId> run = m_context.writer.beginRun(m_run.source, m_run.kind, m_run.started);
    if (run) {
        m_run.id = *run;
    } else {
        m_storeError = run.error();
    }
    return run.hasValue();
}

void ImportRun::end()
{
    const Result<void> noted = m_context.writer.finishRun(endedRun(m_run, m_report, m_context.clock.now()));
    if (!noted && m_report.status == SyncReport::Status::Ok) {
        m_report.status = SyncReport::Status::Failed;
        m_report.error = noted.error();
    }
}

void ImportRun::importFiles(ImportInputs &inputs)
{
    const Result<InputList> list = listInputs(m_job.files, m_context.cancel);
    if (!list) {
        m_findings.fail({}, list.error());
        return;
    }
    for (const QString &note : list->notes) {
        m_findings.warn(note);
    }
    m_totalBytes = totalSize(list->files);
    for (const InputFile &file : list->files) {
        if (isOver()) {
            break;
        }
        Result<OpenedInput> input = inputs.open(file);
        if (input) {
            importFile(file, *std::move(input));
        } else {
            m_findings.fail({}, input.error()); // names the file itself
        }
    }
}

void ImportRun::importFile(const InputFile &file, OpenedInput input)
{
    InputDocuments &documents = *input.documents;
    qint64 count = 0;
    while (!isOver()) {
        Result<std::optional<InputDocument>> document = std::exchange(input.first, {});
        if (!*document) {
            document = documents.next(m_context.cancel);
        }
        if (!document) {
            noteFailure(file.path, document.error());
            break;
        }
        if (!*document) {
            break;
        }
        importDocument(file, documents, **std::move(document));
        ++count;
    }
    if (count == 0 && documents.isArchive() && !isOver()) {
        noteFailure(file.path,
                    {.kind = ErrorKind::NotFound,
                     .message = Trailglass::tr("The archive holds no files to import.")});
    }
    for (const QString &sentence : documents.skipped().sentences(visibleText(file.path))) {
        m_findings.warn(sentence);
    }
    m_doneBytes += documents.bytesRead();
}

void ImportRun::importDocument(const InputFile &file, InputDocuments &documents, InputDocument document)
{
    const QString name = documentName(file.path, document.member);
    ++m_report.pages;
    m_lastDocument = name;
    if (!document.text) {
        return noteFailure(name, document.text.error());
    }
    const auto committed = [&](const CommitCounts &counts, qint64 bytes) {
        m_report.counts += counts;
        m_report.bytes = m_doneBytes + bytes;
        if (m_progress) {
            m_progress({.file = name,
                        .bytes = m_report.bytes,
                        .totalBytes = m_totalBytes,
                        .counts = m_report.counts});
        }
    };
    const auto position = [&documents] {
        return documents.bytesRead();
    };
    DocumentImport reading(m_context, documentName(filePlace(file.path), document.member));
    const DocumentImport::Outcome outcome = reading.run(**document.text, position, committed);
    m_storeError = outcome.storeError;
    noteEnd(name, file.isOfFolder || documents.isArchive(), outcome);
}

void ImportRun::noteEnd(const QString &name, bool isPart, const DocumentImport::Outcome &outcome)
{
    if (!outcome.places.isEmpty()) {
        m_findings.warn(outcome.places.sentence(name));
    }
    for (const QString &warning : outcome.warnings) {
        m_findings.warn(Trailglass::tr("%1: %2").arg(visibleText(name), warning));
    }
    if (outcome.isEmpty && isPart) {
        m_findings.addEmpty(name);
    } else if (!outcome.read) {
        noteFailure(name, outcome.read.error());
    }
}

void ImportRun::noteFailure(const QString &name, const Error &error)
{
    if (error.kind != ErrorKind::Cancelled) {
        m_findings.fail(name, error);
    }
}

void ImportRun::conclude()
{
    const CommitCounts &counts = m_report.counts;
    if (m_report.pages > 0 && m_findings.emptyFiles() == m_report.pages && !m_findings.error()) {
        m_findings.fail({}, {.kind = ErrorKind::Malformed, .message = Trailglass::tr("The input is empty.")});
    }
    if (counts.received > 0 && counts.received == counts.unreadable && !m_findings.error()) {
        const QString &vendor = m_context.vendor.type().displayName;
        m_findings.fail(m_report.pages == 1 ? m_lastDocument : QString(),
                        {.kind = ErrorKind::Malformed,
                         .message = Trailglass::tr("The input contains no valid events of %1. Choose another "
                                                   "file, or the source that it is from.")
                                        .arg(vendor)});
    }
    m_report.warnings = m_findings.warnings();
    if (counts.conflict > 0) {
        m_report.warnings.append(conflictWarning(counts.conflict));
    }
    m_report.error = m_storeError ? m_storeError : m_findings.error();
    if (m_report.error) {
        m_report.status = SyncReport::Status::Failed;
    }
    if (m_context.cancel.isCancelled() && !m_storeError) {
        m_report.status = SyncReport::Status::Cancelled;
        m_report.error.reset();
    }
}

} // namespace

Importer::Importer(EventWriter &writer, const Clock &clock, Open open)
    : Importer(writer, clock, ImportInputs(std::move(open)))
{
}

Importer::Importer(EventWriter &writer, const Clock &clock, ImportInputs inputs)
    : m_writer(writer)
    , m_clock(clock)
    , m_inputs(std::move(inputs))
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
            .message = Trailglass::tr("This version does not support sources of type %1. Update Trailglass.")
                           .arg(job.source.type)};
        return refused;
    }
    const Result<SourceSettings> settings = SourceSettings::fromValues(source->type(), job.source.settings);
    if (!settings) {
        refused.error = settings.error();
        return refused;
    }
    const ImportContext context{m_writer, m_clock, job.source.id, *source, *settings, cancel};
    return ImportRun(context, job, progress).run(m_inputs);
}

} // namespace Trailglass
