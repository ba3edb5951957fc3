// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/exportjob.h"

#include "models/core/result.h"
#include "models/core/threadstart.h"
#include "models/exporting/outputfile.h"

#include <algorithm>
#include <future>
#include <vector>

namespace Trailglass {

namespace {

/// Bytes collected before the device is bothered.
constexpr std::size_t FlushSize = 1 << 20;

Result<void> flush(QIODevice &device, std::string &buffer, const CancelToken &cancel)
{
    TRY(writeAll(device, buffer, cancel));
    buffer.clear();
    return {};
}

/// Some records as the bytes of the output.
struct WrittenPage
{
    std::string bytes;
    qint64 rows = 0;
    std::optional<TimeWindow> span = {};
};

std::optional<TimeWindow> widened(const std::optional<TimeWindow> &span,
                                  const std::optional<TimeWindow> &other)
{
    if (!span || !other)
        return span ? span : other;
    return TimeWindow{std::min(*span->from, *other->from), std::max(*span->to, *other->to)};
}

WrittenPage writtenPage(RecordWriter &writer, const std::vector<EventRecord> &records)
{
    WrittenPage page;
    page.rows = static_cast<qint64>(records.size());
    for (const EventRecord &record : records) {
        writer.writeRecord(record, page.bytes);
        page.span = widened(page.span, TimeWindow{record.event.created, record.event.created + 1});
    }
    return page;
}

/// Puts the written pages of an export into its device.
class PageOutput
{
public:
    PageOutput(QIODevice &device, const ExportRequest &request)
        : m_device(device)
        , m_request(request)
        , m_summary{.columns = request.writer.columnCount()}
    {
        m_request.writer.writeHeader(m_buffer);
    }

    Result<void> add(const WrittenPage &page)
    {
        m_buffer += page.bytes;
        m_summary.rows += page.rows;
        m_summary.span = widened(m_summary.span, page.span);
        if (m_buffer.size() >= FlushSize) {
            if (const auto flushed = flush(m_device, m_buffer, m_request.cancel); !flushed)
                return flushed;
        }
        if (m_request.progress)
            m_request.progress(m_summary.rows);
        return {};
    }

    Result<ExportSummary> finish()
    {
        m_request.writer.writeEnd(m_buffer);
        TRY(flush(m_device, m_buffer, m_request.cancel));
        m_summary.neutralisedCells = m_request.writer.neutralisedCells();
        m_summary.overflow = m_request.writer.spreadsheetOverflow();
        return m_summary;
    }

private:
    QIODevice &m_device;
    const ExportRequest &m_request;
    ExportSummary m_summary;
    std::string m_buffer;
};

} // namespace

Result<ExportSummary> exportTo(QIODevice &device, const ExportRequest &request)
{
    PageOutput output(device, request);
    // A page is written on a thread of its own while the next one is read: each takes about half the time.
    std::future<WrittenPage> writing;
    const auto take = [&](std::vector<EventRecord> &&records) -> Result<void> {
        if (request.cancel.isCancelled())
            return exportCancelled();
        if (writing.valid()) {
            TRY(output.add(writing.get()));
        }
        writing = startTask(
            [&writer = request.writer, page = std::move(records)] { return writtenPage(writer, page); });
        return {};
    };
    const auto read =
        request.records.readPages(request.rows, request.writer.needsRaw(), take, request.cancel);
    if (request.cancel.isCancelled())
        return exportCancelled();
    TRY(read);
    if (writing.valid()) {
        TRY(output.add(writing.get()));
    }
    if (request.cancel.isCancelled())
        return exportCancelled();
    return output.finish();
}

Result<ExportSummary> exportToFile(const QString &fileName, const ExportRequest &request,
                                   const QStringList &inUse)
{
    TRY(const auto file, OutputFile::open(fileName, inUse, request.cancel));
    auto summary = exportTo(file->device(), request);
    if (!summary)
        return file->named(summary.error());
    TRY(file->commit());
    return summary;
}

} // namespace Trailglass
