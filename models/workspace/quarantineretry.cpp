// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/quarantineretry.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/rowreader.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/store/workspace.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/sourcechoice.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// Rows read and committed together: each has at most MaxQuarantinedBytes.
constexpr int RowsOfStep = 100;

/// What SecretMask puts in the place of a secret.
constexpr QStringView Masked = u"•••";

/// The event in the bytes of a row.
/// \error why there is none, for people
Result<Event> readRow(const Source &source, const SourceSettings &settings, const QByteArray &bytes)
{
    RowReader reader(source, settings, {}, JsonSlicer::Shape::Single);
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const auto summary = reader.finish();
    ParsedRows rows = reader.take();
    if (!rows.events.empty())
        return std::move(rows.events.front());
    if (!rows.unreadable.empty())
        return Error{ErrorKind::Malformed, rows.unreadable.front().reason};
    return summary ? Error{ErrorKind::Malformed, tr("The row is empty.")} : summary.error();
}

/// The retry of one source.
class SourceRetry
{
public:
    SourceRetry(const EventReader &reader, EventWriter &writer, const SourceRecord &record,
                const Clock &clock)
        : m_reader(reader)
        , m_writer(writer)
        , m_record(record)
        , m_clock(clock)
    {
        m_retry.source = record.name;
        m_retry.typeName = record.type;
    }

    QuarantineRetry run(const CancelToken &cancel, const RetryProgress &progress)
    {
        if (const auto done = runSteps(cancel, progress); !done)
            m_retry.error = done.error();
        return m_retry;
    }

private:
    Result<void> runSteps(const CancelToken &cancel, const RetryProgress &progress);
    Result<void> retry(const Source &source, const SourceSettings &settings,
                       const std::vector<QuarantineEntry> &entries);
    void noteUnreadable(const QuarantineEntry &entry, const QString &reason);

    const EventReader &m_reader;
    EventWriter &m_writer;
    const SourceRecord &m_record;
    const Clock &m_clock;
    QuarantineRetry m_retry;
};

Result<void> SourceRetry::runSteps(const CancelToken &cancel, const RetryProgress &progress)
{
    // Unreadable rows that turn out to be conflicts come again after this one.
    TRY(const auto newest, m_reader.quarantine({.source = m_record.id, .limit = 1, .withBytes = false}));
    if (newest.empty())
        return {};
    const Source *source = findSource(m_record.type);
    if (!source) {
        return Error{ErrorKind::Usage,
                     Trailglass::tr("This version does not support sources of type %1. Update Trailglass.")
                         .arg(m_record.type)};
    }
    TRY(const SourceSettings settings, SourceSettings::fromValues(source->type(), m_record.settings));
    QuarantineRange range{
        .source = m_record.id, .limit = RowsOfStep, .order = QuarantineRange::Order::OldestFirst};
    for (;;) {
        m_retry.isCancelled = cancel.isCancelled();
        if (m_retry.isCancelled)
            return {};
        TRY(auto entries, m_reader.quarantine(range));
        std::erase_if(entries,
                      [&newest](const QuarantineEntry &entry) { return entry.id > newest.front().id; });
        if (entries.empty())
            return {};
        range.past = entries.back().id;
        TRY(retry(*source, settings, entries));
        if (progress)
            progress(m_record.name, m_retry.tried);
    }
}

Result<void> SourceRetry::retry(const Source &source, const SourceSettings &settings,
                                const std::vector<QuarantineEntry> &entries)
{
    PageCommit page;
    page.source = m_record.id;
    page.received = m_clock.now();
    for (const QuarantineEntry &entry : entries) {
        if (!entry.isWhole()) {
            ++m_retry.cut;
            noteUnreadable(
                entry,
                Trailglass::tr("The row is too long; only its first %1 bytes are kept.").arg(entry.kept));
            continue;
        }
        Result<Event> event = readRow(source, settings, entry.bytes);
        if (!event) {
            noteUnreadable(entry, event.error().message);
            continue;
        }
        page.events.push_back(*std::move(event));
        page.retried.push_back(entry.id);
    }
    if (!page.events.empty()) {
        TRY(const CommitCounts counts, m_writer.commit(page));
        m_retry.stored += counts.added + counts.updated;
        m_retry.known += counts.duplicate;
        m_retry.conflict += counts.conflict;
    }
    m_retry.tried += static_cast<qint64>(entries.size());
    return {};
}

/// \param reason  may quote a secret that the server had put into the row: nothing here knows the secrets. The reason
/// that is stored has it masked.
void SourceRetry::noteUnreadable(const QuarantineEntry &entry, const QString &reason)
{
    ++m_retry.unreadable;
    const QString shown = visibleText(entry.reason.contains(Masked) ? entry.reason : reason);
    if (m_retry.reasons.size() < QuarantineRetry::MaxReasons && !m_retry.reasons.contains(shown))
        m_retry.reasons.append(shown);
}

Result<QList<SourceRecord>> retriedSources(const QString &workspace, const QString &name)
{
    // Closed again before the writer opens; see listedSource().
    TRY(const auto reader, EventReader::open(workspace));
    if (name.isEmpty())
        return reader->sources();
    TRY(const SourceRecord source, listedSource(*reader, name));
    return QList<SourceRecord>{source};
}

} // namespace

QStringList QuarantineRetry::sentences() const
{
    QStringList said;
    if (stored > 0)
        said +=
            Trailglass::tr("%Ln event(s) can be read now and are stored.", nullptr, countArgument(stored));
    if (known > 0)
        said += Trailglass::tr("%Ln row(s) are the same as the stored event.", nullptr, countArgument(known));
    if (conflict > 0) {
        said += Trailglass::tr("%Ln event(s) stay quarantined, since they are stored with different content.",
                               nullptr, countArgument(conflict));
    }
    if (unreadable > cut)
        said += Trailglass::tr("%Ln row(s) still cannot be read.", nullptr, countArgument(unreadable - cut));
    if (cut > 0)
        said += Trailglass::tr("%Ln row(s) were too long to be kept whole and cannot be read again.", nullptr,
                               countArgument(cut));
    for (const QString &reason : reasons)
        said += Trailglass::tr("Reason: %1").arg(reason);
    if (isCancelled)
        said += Trailglass::tr("The retry was stopped; what was stored by then is kept.");
    if (error)
        said += error->message;
    return said;
}

Result<QuarantineRetryReport> retryQuarantine(const QString &workspace, const QString &source,
                                              const Clock &clock, const CancelToken &cancel,
                                              const RetryProgress &progress)
{
    TRY(const auto records, retriedSources(workspace, source));
    TRY([[maybe_unused]] const auto lock,
        WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"quarantine"_s));
    QuarantineRetryReport report;
    bool isChanged = false;
    {
        TRY(const auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Left, cancel));
        TRY(const auto reader, EventReader::open(workspace));
        // After a cancel, too: each source says whether rows are left.
        for (const SourceRecord &record : records) {
            QuarantineRetry retry = SourceRetry(*reader, *writer, record, clock).run(cancel, progress);
            isChanged = isChanged || retry.stored > 0;
            if (retry.tried > 0 || retry.error || retry.isCancelled)
                report.sources.push_back(std::move(retry));
        }
    }
    if (isChanged)
        report.indexWarning = saveIndexWarning(workspace, cancel);
    return report;
}

} // namespace Trailglass
