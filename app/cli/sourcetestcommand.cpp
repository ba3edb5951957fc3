// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/sourcechoice.h"
#include "models/workspace/sourceservice.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One `source test`; lives until the command is over.
class TestRun : public CommandRun
{
public:
    TestRun(Session &commandSession, CommandLine::Arguments arguments, SourceInput source, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_arguments(std::move(arguments))
        , m_source(std::move(source))
        , m_service(commandSession.workspace, m_secrets.places(), commandSession.clock)
    {
        connect(&m_service, &SourceService::approvalRequired, this,
                [this](const QList<ReferenceUse> &uses) { m_unapproved = uses; });
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void start()
    {
        m_unapproved.clear();
        m_service.test(m_source, [this](const ConnectionReport &report) {
            if (m_unapproved.isEmpty())
                return end(report);
            const auto approved = approveIfTrusted(session(), m_arguments, m_unapproved);
            if (!approved)
                return fail(approved.error());
            start();
        });
    }

private:
    void end(const ConnectionReport &report)
    {
        if (session().json) {
            session().console.print(jsonLine(QJsonObject{
                {u"source"_s, report.source},
                {u"vendor"_s, report.vendor},
                {u"rows"_s, report.rows},
                {u"unreadable"_s, report.unreadable},
                {u"latest"_s,
                 report.latest ? QJsonValue(toQString(formatTime(*report.latest))) : QJsonValue()},
                {u"warnings"_s, QJsonArray::fromStringList(report.warnings)},
                {u"error"_s, report.error ? QJsonValue(report.error->message) : QJsonValue()}}));
        }
        if (report.error)
            return fail(*report.error);
        if (!session().json) {
            session().console.print(
                Trailglass::tr(
                    "“%1” works. The test page contained %Ln event(s), of which %2 could not be read.\n",
                    nullptr, countArgument(report.rows))
                    .arg(visibleText(report.source), QLocale().toString(report.unreadable)));
            for (const QString &warning : report.warnings)
                session().console.tell(Trailglass::tr("warning: %1").arg(warning));
        }
        leave(ExitCode::Done);
    }

    const CommandLine::Arguments m_arguments;
    const SourceInput m_source;
    TerminalSecrets m_secrets;
    QList<ReferenceUse> m_unapproved; ///< by the last test
    SourceService m_service;
};

void test(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto source = activeSource(session.workspace, arguments.positional.first());
    if (!source)
        return finish(session.fail(source.error()));
    auto *run =
        new TestRun(session, arguments, SourceInput::of(*source), finish); // deletes itself at its end
    run->start();
}

} // namespace

QList<Command> sourceTestCommands()
{
    return {{{{u"source"_s, u"test"_s},
              u"NAME"_s,
              tr("Fetches one page with the settings and secrets of a source; nothing is stored."),
              {trustOption()},
              1,
              1},
             test}};
}

} // namespace Trailglass
