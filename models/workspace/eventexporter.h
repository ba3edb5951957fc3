// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/exportplan.h"
#include "models/workspace/place.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Runs surveyExport() and writeExport() on a thread of its own, one at a time: a new call cancels the last.
///
/// \thread GUI
class EventExporter : public QObject
{
    Q_OBJECT

public:
    explicit EventExporter(const Place &place, QObject *parent = nullptr);
    /// Cancels; an unfinished file leaves nothing behind.
    ~EventExporter() override;

    /// surveyExport(); surveyed() or failed() follows.
    void survey(const ExportPlan &plan);
    /// writeExport(); written() or failed() follows.
    void write(const ExportPlan &plan, const QString &fileName);
    void cancel();

Q_SIGNALS:
    void progress(qint64 rows);
    void surveyed(const Trailglass::ExportReport &report);
    void written(const Trailglass::ExportReport &report);
    /// Cancelled after cancel() too.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
