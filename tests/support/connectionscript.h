// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace Trailglass::Support {

/// The description of running stand-ins as a shell script to be sourced: the made-up secrets as variables, a
/// function `add_connections` that calls `cli source add` for each vendor, and where the incident is to be
/// found
/// (`INCIDENT_ACTOR`, `INCIDENT_IP`, `INCIDENT_START`, `INCIDENT_END`).
///
/// \param description  FakeVendors::description()
[[nodiscard]] QByteArray connectionScript(const QJsonObject &description);

} // namespace Trailglass::Support
