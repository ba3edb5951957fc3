// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace Trailglass::Support {

/// Secoda's catalog filter: `{"operator":"exact|contains|in|is_set","field":…,"value":…}`, joined by and, or,
/// not with `operands`. No operator for ranges is documented, so there is none.
/// \source the published OpenAPI, see tests/fixtures/secoda/PROVENANCE.md
///
/// \param fields names that may be filtered on
/// \returns what is wrong with the filter; empty when nothing is
[[nodiscard]] QString secodaFilterError(const QJsonObject &filter, const QStringList &fields);

/// Whether an event is in the filter, which has to be without error.
[[nodiscard]] bool secodaFilterMatches(const QJsonObject &filter, const QJsonObject &event);

} // namespace Trailglass::Support
