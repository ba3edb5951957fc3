// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/exportjob.h"

#include "models/core/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <future>

namespace Trailglass {

namespace {

/// Rows a page: small enough to answer a cancel at once, large enough that raw blocks are opened once.
constexpr std::size_t RowsPerPage = 1024;

/// Bytes collected before the device is bothered.
constexpr std::size_t FlushSize = 1 << 20;

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error cancelled()
{
    return {ErrorKind::Cancelled, QCoreApplication::translate("Export", "The export was cancelled.")};
}

/// Qt keeps only the system's sentence, so that is what a full disk is recognised by.
bool isFull(const QIODevice &device)
{
    return device.errorString() == qt_error_string(ENOSPC) || device.errorString() == qt_error_string(EDQUOT);
}

Error writeError(const QIODevice &device)
{
    if (isFull(device)) {
        return {ErrorKind::DiskFull,
                QCoreApplication::translate("Export",
                                            "The disk is full. Free some space or choose another place, "
                                            "then export again."),
                device.errorString()};
    }
    return {ErrorKind::Storage,
            QCoreApplication::translate("Export", "The export could not be written: %1.")
                .arg(device.errorString()),
            device.errorString()};
}

Error openError(const QString &fileName, const QFileDevice &file)
{
    return {ErrorKind::Storage,
            QCoreApplication::translate("Export",
                                        "The file %1 could not be opened for writing: %2. Choose another "
                                        "place or mend its permissions.")
                .arg(visibleText(fileName), file.errorString()),
            file.errorString()};
}

Error named(Error error, const QString &fileName)
{
    if (error.kind == ErrorKind::DiskFull || error.kind == ErrorKind::Storage)
        error.message =
            QCoreApplication::translate("Export", "%1: %2").arg(visibleText(fileName), error.message);
    return error;
}

Result<void> flush(QIODevice &device, std::string &buffer)
{
    std::string_view rest = buffer;
    while (!rest.empty()) {
        const qint64 written = device.write(rest.data(), static_cast<qint64>(rest.size()));
        if (written <= 0)
            return writeError(device);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
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
            if (const auto flushed = flush(m_device, m_buffer); !flushed)
                return flushed;
        }
        if (m_request.progress)
            m_request.progress(m_summary.rows);
        return {};
    }

    Result<ExportSummary> finish()
    {
        if (const auto flushed = flush(m_device, m_buffer); !flushed)
            return flushed.error();
        m_summary.neutralisedCells = m_request.writer.neutralisedCells();
        return m_summary;
    }

private:
    QIODevice &m_device;
    const ExportRequest &m_request;
    ExportSummary m_summary;
    std::string m_buffer;
};

Result<ExportSummary> exportToSpecialFile(const QString &fileName, const ExportRequest &request)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return openError(fileName, file);
    auto summary = exportTo(file, request);
    return summary ? std::move(summary) : named(summary.error(), fileName);
}

} // namespace

Result<ExportSummary> exportTo(QIODevice &device, const ExportRequest &request)
{
    PageOutput output(device, request);
    // A page is written on a thread of its own while the next one is read: each takes about half the time.
    std::future<WrittenPage> writing;
    for (std::size_t first = 0; first < request.rows.size(); first += RowsPerPage) {
        if (request.cancel.isCancelled())
            return cancelled();
        const std::vector<RowId> rows = request.rows.slice(first, RowsPerPage);
        auto records = request.records.records(rows, request.writer.needsRaw());
        if (!records)
            return records.error();
        if (writing.valid()) {
            if (const auto added = output.add(writing.get()); !added)
                return added.error();
        }
        writing = std::async(std::launch::async, [&writer = request.writer, page = *std::move(records)] {
            return writtenPage(writer, page);
        });
    }
    if (writing.valid()) {
        if (const auto added = output.add(writing.get()); !added)
            return added.error();
    }
    if (request.cancel.isCancelled())
        return cancelled();
    return output.finish();
}

Result<ExportSummary> exportToFile(const QString &fileName, const ExportRequest &request)
{
    const QFileInfo existing(fileName);
    if (existing.exists() && !existing.isFile() && !existing.isDir())
        return exportToSpecialFile(fileName, request);
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return openError(fileName, file);
    file.setPermissions(OwnerOnly);
    auto summary = exportTo(file, request);
    if (!summary)
        return named(summary.error(), fileName);
    if (!file.commit())
        return named(writeError(file), fileName);
    return summary;
}

} // namespace Trailglass
