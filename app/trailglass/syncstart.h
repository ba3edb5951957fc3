// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"

#include <QString>
#include <QTimeZone>

#include <functional>

class QWidget;

namespace Trailglass {

/// Opens the dialog that asks from when on a source is to be fetched again.
/// \param clock  outlives the dialog
/// \param zone  of times that are typed without one
/// \param chosen  called at most once, when the dialog closes
void askSyncStart(QWidget *parent, const QString &source, const Clock &clock, const QTimeZone &zone,
                  std::function<void(UtcMicros start)> chosen);

} // namespace Trailglass
