// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/bugreportoutput.h"

#include "app/cli/jsonline.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputfile.h"
#include "models/exporting/outputtarget.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

Result<void> writeReportFile(const Session &session, const QString &fileName, const QByteArray &content)
{
    TRY(const auto file,
        OutputFile::open(fileName, readableFilesInUse(session.workspace), session.interrupt.token()));
    const std::string_view bytes(content.constData(), static_cast<std::size_t>(content.size()));
    if (const auto written = writeAll(file->device(), bytes, session.interrupt.token()); !written)
        return file->named(written.error());
    return file->commit();
}

} // namespace

ExitCode writeBugReport(Session &session, const QString &fileName, const BugReport &report)
{
    const QString content = session.json ? jsonLine(report.json()) : report.text();
    if (fileName.isEmpty() || fileName == "-"_L1) {
        session.console.print(content);
        return ExitCode::Done;
    }
    if (const auto written = writeReportFile(session, fileName, content.toUtf8()); !written)
        return session.fail(written.error());
    session.console.report(
        jsonText({{u"output"_s, fileName}}),
        tr("The report is in %1. It holds no names, secrets or events; read it before you send it.")
            .arg(visibleText(fileName)));
    return ExitCode::Done;
}

} // namespace Trailglass
