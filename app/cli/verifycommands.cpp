// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/workspaceverification.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject problemJson(const VerificationProblem &problem)
{
    return {{u"kind"_s, verificationKindName(problem.kind)},
            {u"message"_s, problem.sentence},
            {u"row"_s, problem.row ? QJsonValue(problem.row->value) : QJsonValue()},
            {u"source"_s, textOrNull(problem.source)},
            {u"id"_s, textOrNull(problem.eventId)},
            {u"line"_s, problem.line ? QJsonValue(*problem.line) : QJsonValue()}};
}

/// As the record of the purge has them; null where it has only their hash, or nothing.
QJsonValue rowsOf(const PurgeNotice &purge)
{
    const bool areListed = purge.rows && !purge.rows->hash;
    return areListed ? QJsonValue(QString::fromLatin1(purgedRowsText(purge.rows->ranges))) : QJsonValue();
}

QJsonObject purgeJson(const PurgeNotice &purge)
{
    return {{u"at"_s, toQString(formatTime(purge.at))},
            {u"source"_s, purge.source},
            {u"events"_s, purge.leaves},
            {u"by"_s, purge.by},
            {u"rows"_s, rowsOf(purge)},
            {u"leaf"_s, purge.leaf}};
}

QJsonObject verdictJson(const WorkspaceVerdict &verdict)
{
    QJsonArray problems;
    for (const VerificationProblem &problem : verdict.problems)
        problems.append(problemJson(problem));
    QJsonArray purges;
    for (const PurgeNotice &purge : verdict.purges)
        purges.append(purgeJson(purge));
    return {{u"ok"_s, verdict.isWell()},
            {u"size"_s, verdict.leaves},
            {u"root"_s, QString::fromLatin1(hex(verdict.root))},
            {u"events"_s, verdict.events},
            {u"records"_s, verdict.records},
            {u"gone"_s, verdict.gone},
            {u"fields_compared"_s, !verdict.areFieldsLeftOut},
            {u"checkpoints"_s, verdict.checkpoints},
            {u"witness"_s, textOrNull(verdict.witnessFile)},
            {u"witnessed"_s, verdict.witnessed},
            {u"of_other_workspaces"_s, verdict.foreign},
            {u"problems"_s, problems},
            {u"purges"_s, purges},
            {u"notices"_s, QJsonArray::fromStringList(verdict.notices)}};
}

ExitCode verifyStored(Session &session, const CommandLine::Arguments &arguments)
{
    const QString witness = arguments.has(u"against"_s)
        ? QDir::cleanPath(QDir::current().absoluteFilePath(arguments.value(u"against"_s)))
        : QString();
    const auto verdict = verifyWorkspace(
        session.workspace, witness, session.interrupt.token(),
        [&session](const QString &activity) { session.console.progress(activity); },
        arguments.has(u"hashes-only"_s) ? VerifiedParts::Hashes : VerifiedParts::HashesAndFields);
    session.console.endProgress();
    if (!verdict)
        return session.fail(verdict.error());
    session.console.print(session.json ? jsonLine(verdictJson(*verdict))
                                       : QString(verdict->sentences().join(u'\n') + u'\n'));
    return verdict->isWell() ? ExitCode::Done : ExitCode::Failed;
}

CommandLine::OptionSpecification againstOption(bool isRequired)
{
    return {.name = u"against"_s,
            .value = u"FILE"_s,
            .help = Trailglass::tr(
                "a file of checkpoints that was kept elsewhere, as “checkpoint --append” writes it"),
            .required = isRequired};
}

CommandLine::OptionSpecification hashesOnlyOption()
{
    return {.name = u"hashes-only"_s,
            .value = {},
            .help = Trailglass::tr(
                "do not compare the fields of events with their JSON, which takes the most time")};
}

} // namespace

QList<Command> verifyCommands()
{
    return {
        blockingCommand({{u"verify"_s, u"workspace"_s},
                         {},
                         tr("Hashes everything that is stored again, and compares it with the hashes and "
                            "checkpoints of the workspace, and fields with the JSON of their events; exits "
                            "with 1 if something differs."),
                         {againstOption(false), hashesOnlyOption()},
                         0,
                         0},
                        verifyStored),
        blockingCommand(
            {{u"verify"_s},
             {},
             tr("Does what “verify workspace” does, and proves that the workspace continues every "
                "checkpoint of a file that was kept elsewhere."),
             {againstOption(true), hashesOnlyOption()},
             0,
             0},
            verifyStored)};
}

} // namespace Trailglass
