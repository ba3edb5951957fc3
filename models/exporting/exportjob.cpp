// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/exportjob.h"

#include "models/core/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

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

TimeWindow widened(const std::optional<TimeWindow> &span, UtcMicros created)
{
    if (!span)
        return {created, created + 1};
    return {std::min(*span->from, created), std::max(*span->to, created + 1)};
}

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
    std::string buffer;
    buffer.reserve(2 * FlushSize);
    request.writer.writeHeader(buffer);
    ExportSummary summary{.columns = request.writer.columnCount()};
    for (std::size_t first = 0; first < request.rows.size(); first += RowsPerPage) {
        if (request.cancel.isCancelled())
            return cancelled();
        const auto page = request.rows.subspan(first, std::min(RowsPerPage, request.rows.size() - first));
        const auto records = request.records.records(page, request.writer.needsRaw());
        if (!records)
            return records.error();
        for (const EventRecord &record : *records) {
            request.writer.writeRecord(record, buffer);
            summary.span = widened(summary.span, record.event.created);
            if (buffer.size() >= FlushSize) {
                if (const auto flushed = flush(device, buffer); !flushed)
                    return flushed.error();
            }
        }
        summary.rows += static_cast<qint64>(records->size());
        if (request.progress)
            request.progress(summary.rows);
    }
    if (request.cancel.isCancelled())
        return cancelled();
    if (const auto flushed = flush(device, buffer); !flushed)
        return flushed.error();
    summary.neutralisedCells = request.writer.neutralisedCells();
    return summary;
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
