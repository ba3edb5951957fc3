// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/evidenceoutput.h"
#include "app/cli/openquery.h"
#include "app/cli/outputoptions.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/reporthtml.h"
#include "models/workspace/bundleopening.h"
#include "models/workspace/checkpointservice.h"
#include "models/workspace/evidencecreator.h"
#include "models/workspace/reportcreator.h"

#include <QLocale>

#include <utility>
#include <variant>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// What is to be written, as the command line says.
struct EvidenceOptions
{
    QString expression;
    QString fileName;
    QString review; ///< ReviewName::name
    OutputOptions output;
    QString caseText;
    QString note;
    bool formulaGuard = true;
    bool hasReport = false;
    bool approvesKey = false;
    bool verifiesWorkspace = false;
};

Result<EvidenceOptions> evidenceOptionsOf(const CommandLine::Arguments &arguments)
{
    // Columns and order are those of exports; the formats are fixed.
    TRY(auto output, readOutputOptions(arguments, u"csv"_s, {u"csv"_s}));
    return EvidenceOptions{.expression = arguments.expression(),
                           .fileName = arguments.value(u"output"_s),
                           .review = arguments.value(u"review"_s),
                           .output = std::move(output),
                           .caseText = arguments.value(u"case"_s),
                           .note = arguments.value(u"note"_s),
                           .formulaGuard = !arguments.has(u"no-formula-guard"_s),
                           .hasReport = arguments.has(u"report"_s),
                           .approvesKey = arguments.has(u"trust"_s),
                           .verifiesWorkspace = arguments.has(u"verify-workspace"_s)};
}

/// One `evidence create`; lives until the command is over.
class EvidenceRun : public CommandRun
{
public:
    EvidenceRun(Session &commandSession, EvidenceOptions options, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_options(std::move(options))
        , m_service(commandSession.workspace, m_secrets.places(), commandSession.clock)
    {
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, &m_service,
                &CheckpointService::cancel);
    }

    void start()
    {
        // Before a key is made or a tree signed.
        if (const auto checked = check(); !checked)
            return fail(checked.error());
        session().console.progress(Trailglass::tr("Reading the signing key of the workspace…"));
        m_service.openKey({.approves = m_options.approvesKey}, [this](const Result<TreeSigner> &signer) {
            if (!signer)
                return fail(signer.error());
            const auto report = create(*signer);
            session().console.endProgress();
            if (!report)
                return fail(report.error());
            leave(reportEvidence(session(), m_options.fileName, *report));
        });
    }

private:
    Result<void> check() const
    {
        OpenWorkspace workspace(session().workspace);
        TRY(prepareQuery(workspace, m_options.expression, queryContext()));
        return checkEvidence(workspace, m_options.caseText, m_options.note, m_options.fileName);
    }

    [[nodiscard]] QueryContext queryContext() const
    {
        QueryContext context{session().clock.now()};
        context.review = {.reviewer = session().reviewer, .name = m_options.review};
        return context;
    }

    Result<EvidenceReport> create(const TreeSigner &signer)
    {
        const CancelToken cancel = session().interrupt.token();
        // Opened only now: the workspace of an earlier version was upgraded for the key.
        OpenWorkspace workspace(session().workspace);
        TRY(auto query, prepareQuery(workspace, m_options.expression, queryContext()));
        const auto parsed = Filter::parse(m_options.expression); // as prepareQuery() did
        EvidencePlan plan{.query = std::move(query),
                          .typed = m_options.expression,
                          .filter = std::get<Filter::NodePointer>(parsed),
                          .order = m_options.output.order,
                          .columns = m_options.output.columns,
                          .formulaGuard = m_options.formulaGuard,
                          .caseText = m_options.caseText,
                          .note = m_options.note,
                          .by = session().reviewer};
        plan.verifiesWorkspace = m_options.verifiesWorkspace;
        plan.verifying = [this](const QString &activity) {
            session().console.progress(activity);
        };
        if (m_options.hasReport) {
            plan.attach = [this](OpenWorkspace &place, const BundledState &state, const CancelToken &token) {
                return reportOf(place, state, token);
            };
        }
        const auto progress = [this](qint64 done, qint64 total) {
            session().console.progress(Trailglass::tr("%1 of %2 event(s)", nullptr, countArgument(total))
                                           .arg(QLocale().toString(done), QLocale().toString(total)));
        };
        return createEvidence(workspace, plan, m_options.fileName, signer, session().clock, cancel, progress);
    }

    Result<std::vector<BundleAttachment>> reportOf(OpenWorkspace &workspace, const BundledState &state,
                                                   const CancelToken &cancel) const
    {
        ReportRequest request;
        request.expression = m_options.expression;
        request.bundled = state;
        request.caseText = m_options.caseText;
        request.note = m_options.note;
        request.author = session().reviewer;
        TRY(const auto report, createReport(workspace, request, cancel));
        return std::vector{BundleAttachment{BundleMembers::ReportHtml, reportHtml(report)}};
    }

    const EvidenceOptions m_options;
    TerminalSecrets m_secrets;
    CheckpointService m_service;
};

void createBundle(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    auto options = evidenceOptionsOf(arguments);
    if (!options)
        return finish(session.fail(options.error()));
    auto *run = new EvidenceRun(session, *std::move(options), finish); // deletes itself at its end
    run->start();
}

ExitCode verifyBundleFile(Session &session, const CommandLine::Arguments &arguments)
{
    const QString fileName = arguments.positional.first();
    const auto progress = [&session](qint64 events) {
        session.console.progress(tr("%Ln event(s) verified", nullptr, countArgument(events)));
    };
    const auto verdict =
        verdictOnBundle(fileName, arguments.value(u"key"_s), session.interrupt.token(), progress);
    session.console.endProgress();
    if (!verdict)
        return session.fail(verdict.error());
    return printVerdict(session, fileName, *verdict);
}

QList<CommandLine::OptionSpecification> createOptions()
{
    QList<CommandLine::OptionSpecification> options{
        {u"output"_s, u"FILE"_s, tr("the file, a ZIP archive"), false, true},
        {u"case"_s, u"TEXT"_s, tr("number or name of a case, stated in the bundle")},
        {u"note"_s, u"TEXT"_s, tr("a note, stated in the bundle")}};
    options += outputOptionSpecifications(u"csv"_s).first(2); // columns and order: a bundle has both formats
    options += QList<CommandLine::OptionSpecification>{
        {u"no-formula-guard"_s, {}, tr("do not escape spreadsheet formulas in events.csv")},
        {u"report"_s, {}, tr("with a report on the events, as HTML")},
        {u"verify-workspace"_s,
         {},
         tr("verify the workspace first, which reads every event: only then the bundle can state that no "
            "other "
            "event matches")},
        reviewOption(),
        {u"trust"_s, {}, tr("approve the variable or file that the workspace says the signing key is in")}};
    return options;
}

} // namespace

QList<Command> evidenceCommands()
{
    return {{{{u"evidence"_s, u"create"_s},
              u"[EXPR]"_s,
              tr("Writes matching events with everything that proves them to a file that anybody can verify "
                 "without "
                 "Trailglass (an evidence bundle), and signs it."),
              createOptions()},
             createBundle},
            blockingCommand(
                {{u"evidence"_s, u"verify"_s},
                 u"FILE"_s,
                 tr("Verifies an evidence bundle; exits with 1 if it is not what was signed, and says "
                    "which file, event or proof differs."),
                 {{u"key"_s, u"KEY"_s,
                   tr("the public key that it must be signed by: NAME+ID+KEY, or a PEM file")}},
                 1,
                 1},
                verifyBundleFile)};
}

} // namespace Trailglass
