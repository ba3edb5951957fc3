// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/specification.h"
#include "models/core/result.h"

#include <QByteArray>

namespace Trailglass::CommandLine {

/// Makes a manual page (roff, UTF-8) of a template and of what can be typed.
///
/// Lines of the template that are exactly `@COMMANDS@`, `@OPTIONS@`, `@FILTERS@` or `@EXIT_CODES@` are replaced by the
/// entries of the program; `@VERSION@` and `@DATE@` anywhere by \a version and \a date.
///
/// \param date  of the release, as 2026-11-21
/// \error Usage: a placeholder is missing, or one is unknown
[[nodiscard]] Result<QByteArray> manualPage(const QByteArray &pageTemplate,
                                            const ProgramSpecification &program, const QByteArray &version,
                                            const QByteArray &date);

/// A text as roff prints it: its special characters are escaped.
[[nodiscard]] QByteArray roffText(const QString &text);

} // namespace Trailglass::CommandLine
