// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/openquery.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/reporthtml.h"
#include "models/workspace/exportplan.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/reportcreator.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QLocale>

#include <cerrno>
#include <vector>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

enum class ReportForm
{
    Html,
    Pdf
};

Result<ReportForm> reportFormOf(const QString &fileName)
{
    if (fileName.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return ReportForm::Pdf;
    if (fileName.endsWith(".html"_L1, Qt::CaseInsensitive))
        return ReportForm::Html;
    return Error{
        ErrorKind::Usage,
        Trailglass::tr("A report is written as PDF or HTML, by the ending of its file: name one that ends in "
                       ".pdf or .html.")};
}

/// Goes on in the program that has what painting needs, with the same command line.
/// \returns why that was not possible
Error continueInPainter()
{
    const QString program = QCoreApplication::applicationDirPath() + "/trailglass-report"_L1;
    std::vector<QByteArray> words{QFile::encodeName(program)};
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(pointers.front(), pointers.data());
    const int reason = errno;
    return {ErrorKind::Unsupported,
            Trailglass::tr(
                "PDF files are painted by the program %1, which could not be started: %2. Install it, or "
                "write HTML: --output FILE.html.")
                .arg(visibleText(program), qt_error_string(reason))};
}

Result<ReportRequest> reportRequestOf(const Session &session, const CommandLine::Arguments &arguments)
{
    ReportRequest request;
    request.expression = arguments.expression();
    request.context.now = session.clock.now();
    request.context.review = {.reviewer = session.reviewer, .name = arguments.value(u"review"_s)};
    request.title = arguments.value(u"title"_s);
    request.caseText = arguments.value(u"case"_s);
    request.note = arguments.value(u"note"_s);
    request.author = session.reviewer;
    if (arguments.has(u"bundle"_s)) {
        TRY(auto bundle, hashedBundle(arguments.value(u"bundle"_s), session.interrupt.token()));
        request.bundle = std::move(bundle);
    }
    return request;
}

QByteArray reportHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QJsonObject reportSummaryJson(const QString &fileName, ReportForm form, const Report &report,
                              const QByteArray &bytes)
{
    return {{u"output"_s, fileName},
            {u"format"_s, form == ReportForm::Pdf ? u"pdf"_s : u"html"_s},
            {u"events"_s, report.events},
            {u"marked"_s, static_cast<qint64>(report.marked.size()) + report.otherMarked},
            {u"gaps"_s,
             report.unknownGaps.isEmpty()
                 ? QJsonValue(static_cast<qint64>(report.gaps.size()) + report.otherGaps)
                 : QJsonValue()},
            {u"checkpoint_size"_s, report.checkpoint ? QJsonValue(report.checkpoint->size) : QJsonValue()},
            {u"sha256"_s, QString::fromLatin1(reportHash(bytes))},
            {u"warnings"_s, QJsonArray::fromStringList(report.warnings)}};
}

QString reportSummaryText(const Report &report, const QByteArray &bytes)
{
    QStringList lines{
        Trailglass::tr("events: %1 · marked: %2 · coverage gaps: %3")
            .arg(QLocale().toString(report.events),
                 QLocale().toString(static_cast<qint64>(report.marked.size()) + report.otherMarked),
                 QLocale().toString(static_cast<qint64>(report.gaps.size()) + report.otherGaps)),
        Trailglass::tr("SHA-256 of the report: %1").arg(QString::fromLatin1(reportHash(bytes)))};
    if (!report.unknownGaps.isEmpty())
        lines.append(Trailglass::tr("warning: %1").arg(report.unknownGaps));
    for (const QString &warning : report.warnings)
        lines.append(Trailglass::tr("warning: %1").arg(warning));
    return lines.join(u'\n');
}

ExitCode writeReport(Session &session, const CommandLine::Arguments &arguments, const ReportPainter &painter)
{
    const QString fileName = arguments.value(u"output"_s);
    const auto form = reportFormOf(fileName);
    if (!form)
        return session.fail(form.error());
    if (*form == ReportForm::Pdf && !painter)
        return session.fail(continueInPainter());
    OpenWorkspace workspace(session.workspace);
    // Also before the report is made, which can take a while.
    if (const auto checked = checkExportTarget(workspace, fileName); !checked)
        return session.fail(checked.error());
    const auto request = reportRequestOf(session, arguments);
    if (!request)
        return session.fail(request.error());
    const CancelToken cancel = session.interrupt.token();
    const auto report = createReport(workspace, *request, cancel);
    if (!report)
        return session.fail(report.error());
    const auto bytes =
        *form == ReportForm::Pdf ? painter(*report, cancel) : Result<QByteArray>(reportHtml(*report));
    if (!bytes)
        return session.fail(bytes.error());
    if (const auto written = writeReportFile(workspace, fileName, *bytes, cancel); !written)
        return session.fail(written.error());
    session.console.report(jsonText(reportSummaryJson(fileName, *form, *report, *bytes)),
                           reportSummaryText(*report, *bytes));
    return report->lacksEvents ? ExitCode::Partial : ExitCode::Done;
}

} // namespace

QList<Command> reportCommands(const ReportPainter &painter)
{
    const auto run = [painter](Session &session, const CommandLine::Arguments &arguments) {
        return writeReport(session, arguments, painter);
    };
    return {blockingCommand(
        {{u"report"_s},
         u"[EXPR]"_s,
         Trailglass::tr("Writes a report on matching events as PDF or HTML: counts, histogram, the first "
                        "events in order, marked events with notes and changes, coverage gaps, checkpoint."),
         {{u"output"_s, u"FILE"_s, Trailglass::tr("the file; its ending .pdf or .html says what is written"),
           false, true},
          {u"title"_s, u"TEXT"_s, Trailglass::tr("the title of the report")},
          {u"case"_s, u"TEXT"_s, Trailglass::tr("number or name of a case")},
          {u"note"_s, u"TEXT"_s, Trailglass::tr("what the report is to say at its beginning")},
          {u"bundle"_s, u"FILE"_s,
           Trailglass::tr("the evidence bundle that the report is for: its SHA-256 is in the report")},
          reviewOption()}},
        run)};
}

} // namespace Trailglass
