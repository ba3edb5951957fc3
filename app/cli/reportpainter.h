// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/report.h"

#include <QByteArray>

#include <functional>

namespace Trailglass {

/// Makes the PDF file of a report, as reportPdf() does. Empty in a program without letters to paint with: it hands the
/// command over to one that has them.
using ReportPainter = std::function<Result<QByteArray>(const Report &report, const CancelToken &cancel)>;

} // namespace Trailglass
