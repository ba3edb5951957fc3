// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/reportcreator.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Trailglass {

/// Makes reports and writes them to files, on a thread of its own: a new call cancels the last.
///
/// \thread GUI
class ReportRunner : public QObject
{
    Q_OBJECT

public:
    /// Makes the bytes of a file, such as reportHtml(). Called on the thread of the reports.
    using Form = std::function<Result<QByteArray>(const Report &report, const CancelToken &cancel)>;

    explicit ReportRunner(const QString &workspace, QObject *parent = nullptr);
    /// Cancels; an unfinished file leaves nothing behind.
    ~ReportRunner() override;

    /// createReport() and writeReportFile(); written() or failed() follows.
    /// \param bundleFile  the evidence bundle that the report is for, see hashedBundle(); empty: that of the request
    void write(const ReportRequest &request, const Form &form, const QString &fileName,
               const QString &bundleFile = {});
    void cancel();

Q_SIGNALS:
    void written(const Trailglass::Report &report);
    /// Cancelled after cancel() too.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
