// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/coveragecontroller.h"

#include "models/config/settings.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"
#include "models/workspace/sourceservice.h"
#include "views/common/messagestrip.h"
#include "views/sources/coveragedialog.h"
#include "views/sources/sourcespane.h"

#include <QPointer>
#include <QTimeZone>

namespace Trailglass {

namespace {

QStringList linesOf(const std::vector<CoveredInterval> &intervals, const QTimeZone &zone)
{
    const auto bound = [&zone](const std::optional<UtcMicros> &time) {
        return time ? exactTime(*time, zone) : tr("unbounded");
    };
    QStringList lines;
    for (const auto &[source, entry] : intervals) {
        lines += tr("%1 to %2 (fetched %3)")
                     .arg(bound(entry.window.from), bound(entry.window.to), exactTime(entry.answered, zone));
    }
    return lines;
}

} // namespace

CoverageController::CoverageController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.pane, &SourcesPane::coverageRequested, this, &CoverageController::read);
}

void CoverageController::read(const QString &source)
{
    m_parts.service.readCoverage(
        source, [self = QPointer(this), source](const Result<std::vector<CoveredInterval>> &intervals) {
            if (self)
                self->show(source, intervals);
        });
}

void CoverageController::show(const QString &source, const Result<std::vector<CoveredInterval>> &intervals)
{
    if (!intervals) {
        m_parts.pane.strip().show(MessageStrip::Kind::Error, intervals.error().message);
        return;
    }
    const QTimeZone zone(m_parts.settings.displayZone());
    auto *dialog = new CoverageDialog(source, linesOf(*intervals, zone), m_parts.pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Trailglass
