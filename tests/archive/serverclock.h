// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRegularExpression>
#include <QString>

namespace Trailglass::Testing {

/// What in a statement depends on the clock or on the time zone of the server that runs it; empty if nothing does.
[[nodiscard]] inline QString serverClockIn(const QString &sql)
{
    static const QRegularExpression functions(
        QStringLiteral("\\b(?:now(?:64)?|today|yesterday|timezone|to(?:Date|DateTime|TimeZone)\\w*|"
                       "parseDateTime\\w*|formatDateTime\\w*)\\s*\\("),
        QRegularExpression::CaseInsensitiveOption);
    return functions.match(sql).captured();
}

} // namespace Trailglass::Testing
