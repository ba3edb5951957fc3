// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/report.h"

#include <QByteArray>

namespace Trailglass {

/// Paints a report as a PDF file of A4 pages, see layOutReport(), with the letters that it uses embedded. Blocking.
///
/// The same report and fonts give the same bytes: its time of creation is Report::made.
/// \pre there is a QGuiApplication, on whatever platform
/// \thread any
/// \error Unsupported: no font is installed, or a page could not be begun; Cancelled between two blocks and between two pages
[[nodiscard]] Result<QByteArray> reportPdf(const Report &report, const CancelToken &cancel = {});

} // namespace Trailglass
