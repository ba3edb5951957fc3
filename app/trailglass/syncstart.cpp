// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/syncstart.h"

#include "models/core/result.h"
#include "models/table/timeformatter.h"
#include "models/workspace/syncpreparation.h"
#include "views/sources/syncfromdialog.h"

namespace Trailglass {

void askSyncStart(QWidget *parent, const QString &source, const Clock &clock, const QTimeZone &zone,
                  std::function<void(UtcMicros start)> chosen)
{
    const auto startOf = [&clock, zone](const QString &text) {
        return parseSyncStart(text, clock.now(), zone.id());
    };
    const auto check = [startOf, zone](const QString &text) -> Result<QString> {
        TRY(const auto start, startOf(text));
        return exactTime(start, zone);
    };
    auto *dialog = new SyncFromDialog(source, check, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &SyncFromDialog::chosen, dialog,
                     [startOf, chosen = std::move(chosen)](const QString &text) {
                         if (const auto start = startOf(text))
                             chosen(*start);
                     });
    dialog->open();
}

} // namespace Trailglass
