// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivepusher.h"
#include "models/core/utcmicros.h"
#include "views/sources/pushdialog.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace Trailglass {

/// What a window knows of the last push into one archive.
struct LastPush
{
    std::optional<UtcMicros> at = {}; ///< when it ended; nothing: there was none, or nothing is known
    std::optional<PushReport> report = {}; ///< of a push of this window that went through
    QString fault = {}; ///< why it failed, or why nothing is known; empty: neither
    bool isAsked = false; ///< the archive is being asked, and the rest is not known yet
};

/// \param archive  its address
/// \param zone  of the time shown
[[nodiscard]] PushRow pushRow(const QString &archive, const LastPush &last, const QTimeZone &zone);

} // namespace Trailglass
