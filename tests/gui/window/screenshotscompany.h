// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QString>

namespace Trailglass::Testing {

/// Makes the workspace that most pictures show: the invented company's quarter, as the demo imports it.
/// \returns whether it is there
/// \thread with a QApplication
[[nodiscard]] bool makeCompanyWorkspace(const QString &folder);

/// Where there is something to see in that workspace; tests/support/COMPANY.md says what.
namespace Story {

/// The week that ends with the incident, without what programs did.
inline constexpr QLatin1StringView Week{"created:2026-11-02..2026-11-08 -actor:svc-*"};
/// The incident.
inline constexpr QLatin1StringView Night{
    "(ip:192.0.2.66 OR actor:~quill) created:2026-11-07T23:00..2026-11-08T01:00"};
/// The account makes itself super_admin.
inline constexpr QLatin1StringView RoleChange{"2026-11-07T23:26:00.080000Z"};
/// The finance schedule gets another command.
inline constexpr QLatin1StringView ScheduleChange{"2026-11-08T00:10:00.647069Z"};

/// As Settings::setColourRules() takes them: failed logins, rights and exports stand out.
[[nodiscard]] QString colourRules();

} // namespace Story

} // namespace Trailglass::Testing
