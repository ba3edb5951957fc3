// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/reportpainter.h"

#include <QStringList>

namespace Trailglass {

/// For the first line of main(), before the application object: keepProcessPrivate(), standard streams that the caller has
/// closed, log lines.
void prepareProcess();

/// Runs one command on the event loop.
///
/// \pre there is an application object, whose loop does not run yet
/// \param words  the arguments, without the name of the program
/// \param painter  of this program; may be empty
/// \returns the exit code of the process
/// \thread main
[[nodiscard]] int runProgram(const QStringList &words, const ReportPainter &painter = {});

} // namespace Trailglass
