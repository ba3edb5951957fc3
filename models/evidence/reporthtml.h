// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/reportdocument.h"

#include <QByteArray>
#include <QString>

namespace Trailglass {

/// A report as one file of HTML, in UTF-8, that is also well-formed XML.
///
/// Nothing in it runs, and nothing is fetched: no script, no link, no address. Its Content-Security-Policy permits one style
/// sheet, by its hash, and nothing else. Every text is escapedHtml(). Styles for paper are in it. Pure: the same report, the
/// same bytes.
/// \thread any
[[nodiscard]] QByteArray reportHtml(const Report &report);

/// The same of a report that was put into words before.
[[nodiscard]] QByteArray reportHtml(const ReportDocument &document);

/// The one way of a text into the file, between tags and in double quotes: plainReportText() without markup.
/// \thread any
[[nodiscard]] QString escapedHtml(const QString &text);

} // namespace Trailglass
