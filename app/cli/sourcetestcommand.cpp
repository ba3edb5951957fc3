// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/sourcechoice.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sync/connectiontest.h"
#include "models/sync/httpclient.h"
#include "models/sync/timerscheduler.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One `source test`; lives until the command is over.
class TestRun : public QObject
{
public:
    TestRun(Session &session, Finish finish)
        : m_session(session)
        , m_finish(std::move(finish))
        , m_http(m_scheduler)
        , m_test(m_http, session.clock)
    {
        connect(&m_test, &ConnectionTest::finished, this,
                [this](const ConnectionReport &report) { end(report); });
        connect(&session.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void start(const QString &identity, const SourceRecord &source)
    {
        m_secrets.lookup().read(
            identity, {source}, [this, source](const std::vector<Result<BoundSecrets>> &secrets) {
                if (!secrets.front())
                    return leave(m_session.fail(secrets.front().error()));
                m_test.start(SyncJob{
                    .source = source, .secrets = *secrets.front(), .state = {}, .full = false, .since = {}});
            });
    }

private:
    void end(const ConnectionReport &report)
    {
        if (m_session.json) {
            m_session.console.print(jsonLine(QJsonObject{
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
            return leave(m_session.fail(*report.error));
        if (!m_session.json) {
            m_session.console.print(
                Trailglass::tr("%1 works: %2 events in the page asked for, %3 of them unreadable.\n")
                    .arg(visibleText(report.source))
                    .arg(report.rows)
                    .arg(report.unreadable));
            for (const QString &warning : report.warnings)
                m_session.console.tell(Trailglass::tr("warning: %1").arg(warning));
        }
        leave(ExitCode::Done);
    }

    void leave(ExitCode code)
    {
        if (const Finish finish = std::exchange(m_finish, {})) {
            deleteLater();
            finish(code);
        }
    }

    Session &m_session;
    Finish m_finish;
    TimerScheduler m_scheduler;
    HttpClient m_http;
    ConnectionTest m_test;
    TerminalSecrets m_secrets;
};

void test(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto reader = EventReader::open(session.workspace);
    if (!reader)
        return finish(session.fail(reader.error()));
    const auto sources = activeSources(**reader, arguments.positional);
    if (!sources)
        return finish(session.fail(sources.error()));
    const auto identity = (*reader)->identity();
    if (!identity)
        return finish(session.fail(identity.error()));
    if (const auto approved = requireApproval(session, arguments, *identity, *sources); !approved)
        return finish(session.fail(approved.error()));
    auto *run = new TestRun(session, finish); // deletes itself at its end
    run->start(*identity, sources->first());
}

} // namespace

QList<Command> sourceTestCommands()
{
    return {{{{u"source"_s, u"test"_s},
              u"NAME"_s,
              tr("Asks for one page with the source's settings and key; stores nothing."),
              {trustOption()},
              1,
              1},
             test}};
}

} // namespace Trailglass
