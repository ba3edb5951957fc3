// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reportcreator.h"

#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputfile.h"
#include "models/workspace/openworkspace.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace Trailglass {
namespace {

constexpr qint64 ReportBundlePiece = 1 << 20; // bytes read at a time

Error reportBundleError(const QString &fileName, const QString &reason)
{
    return {ErrorKind::Storage,
            Trailglass::tr("The evidence bundle %1 cannot be read: %2. Check the file and its permissions.")
                .arg(visibleText(fileName), reason)};
}

} // namespace

Error reportCancelled()
{
    return {ErrorKind::Cancelled, Trailglass::tr("The report was cancelled.")};
}

Result<ReportBundle> hashedBundle(const QString &fileName, const CancelToken &cancel)
{
    QFile file(fileName);
    if (QFileInfo::exists(fileName) && !QFileInfo(fileName).isFile()) // a pipe would be waited for
        return Error{ErrorKind::Usage,
                     Trailglass::tr("%1 is no file. Name the ZIP file of an evidence bundle.")
                         .arg(visibleText(fileName))};
    if (!file.open(QIODevice::ReadOnly))
        return reportBundleError(fileName, file.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (cancel.isCancelled())
            return reportCancelled();
        const QByteArray piece = file.read(ReportBundlePiece);
        if (piece.isEmpty())
            return reportBundleError(fileName, file.errorString());
        hash.addData(piece);
    }
    ReportBundle bundle;
    bundle.name = QFileInfo(fileName).fileName();
    bundle.sha256 = QString::fromLatin1(hash.result().toHex());
    return bundle;
}

Result<void> writeReportFile(OpenWorkspace &workspace, const QString &fileName, const QByteArray &bytes,
                             const CancelToken &cancel)
{
    TRY(const auto inUse, workspace.filesInUse());
    TRY(const auto file, OutputFile::open(fileName, inUse, cancel));
    const std::string_view content(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (const auto written = writeAll(file->device(), content, cancel); !written)
        return file->named(written.error());
    TRY(file->commit());
    qCInfo(logEvidence) << "report written: bytes" << bytes.size();
    return {};
}

} // namespace Trailglass
