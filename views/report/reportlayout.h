// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/evidence/reportdocument.h"
#include "views/report/reportpage.h"

#include <vector>

namespace Trailglass {

/// Lays a report out on pages of ReportPaper: a header with title and case and a footer with the number of the page and of
/// all pages on each.
///
/// Everything is shown: what is longer than a line goes on in the next one, what is longer than a page on the next one. The
/// same document and fonts give the same pages.
/// \param cancel  ends it: then the pages so far are returned, which are none of a report
/// \returns at least one page
/// \pre there is a QGuiApplication, and a font
/// \thread any
[[nodiscard]] std::vector<ReportPage> layOutReport(const ReportDocument &document,
                                                   const CancelToken &cancel = {});

} // namespace Trailglass
