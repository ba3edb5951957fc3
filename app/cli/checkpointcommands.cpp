// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/checkpointoutput.h"
#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/checkpointservice.h"
#include "models/workspace/evidenceservice.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/synccheckpoints.h"
#include "models/workspace/witnessfile.h"

#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One command that signs, or changes the key; lives until the command is over.
class SigningRun : public CommandRun
{
public:
    SigningRun(Session &commandSession, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_service(commandSession.workspace, m_secrets.places(), commandSession.clock)
    {
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, &m_service,
                &CheckpointService::cancel);
        connect(&m_service, &CheckpointService::hashing, this, [this](qint64 rows, qint64 ofRows) {
            session().console.progress(Trailglass::tr("Hashing what was stored before: %1 of %2")
                                           .arg(QLocale().toString(rows), QLocale().toString(ofRows)));
        });
    }

    void write(const CheckpointRequest &request)
    {
        session().console.progress(Trailglass::tr("Signing the tree of the workspace…"));
        m_service.write(request, [this](const Result<WrittenCheckpoint> &written) {
            if (!written)
                return fail(written.error());
            leave(printCheckpoint(session(), *written));
        });
    }

    void rotate(FormerKey former)
    {
        m_service.rotate(former, [this](const Result<KeyChange> &change) { end(change); });
    }

    void keepIn(const SecretReference &place, FormerKey former)
    {
        m_service.keepIn(place, former, [this](const Result<KeyChange> &change) { end(change); });
    }

private:
    void end(const Result<KeyChange> &change)
    {
        if (!change)
            return fail(change.error());
        if (session().json) {
            QJsonObject json = signingKeyJson(change->key);
            json.insert(u"new"_s, change->isNew);
            json.insert(u"notices"_s, QJsonArray::fromStringList(change->notices));
            session().console.print(jsonLine(json));
        } else {
            session().console.print(signingKeyText(change->key));
            for (const QString &notice : change->notices)
                session().console.tell(notice);
        }
        leave(ExitCode::Done);
    }

    TerminalSecrets m_secrets;
    CheckpointService m_service;
};

QString absoluteFile(const QString &fileName)
{
    return fileName.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(fileName));
}

void checkpoint(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    auto *run = new SigningRun(session, finish); // deletes itself at its end
    run->write({.key = {.approves = arguments.has(u"trust"_s)},
                .use = {.witnessFile = absoluteFile(arguments.value(u"append"_s))}});
}

ExitCode listCheckpoints(Session &session, const CommandLine::Arguments &)
{
    const auto overview = readCheckpoints(session.workspace);
    if (!overview)
        return session.fail(overview.error());
    printCheckpoints(session, *overview);
    return ExitCode::Done;
}

Error noKeyYet()
{
    return {.kind = ErrorKind::NotFound,
            .message =
                tr("The workspace has no signing key yet. The first checkpoint makes one: trailglass-cli "
                   "checkpoint")};
}

/// The newest key first.
ExitCode showKeys(Session &session, const CommandLine::Arguments &)
{
    const auto overview = readCheckpoints(session.workspace);
    if (!overview)
        return session.fail(overview.error());
    if (overview->keys.empty())
        return session.fail(noKeyYet());
    QJsonArray array;
    QString text;
    for (auto key = overview->keys.rbegin(); key != overview->keys.rend(); ++key) {
        array.append(signingKeyJson(*key));
        text += (text.isEmpty() ? QString() : u"\n"_s) + signingKeyText(*key);
    }
    session.console.print(session.json ? jsonLine(array) : text);
    return ExitCode::Done;
}

ExitCode exportKey(Session &session, const CommandLine::Arguments &arguments)
{
    const auto overview = readCheckpoints(session.workspace);
    if (!overview)
        return session.fail(overview.error());
    const SigningKeyRecord *key = overview->present();
    if (!key)
        return session.fail(noKeyYet());
    const QByteArray pem = publicKeyPem(key->key);
    const QString fileName = arguments.positional.first();
    if (fileName == "-"_L1) {
        session.console.printBytes(pem);
        return ExitCode::Done;
    }
    if (const auto written = writeEvidenceFile(session.workspace, fileName, pem, session.interrupt.token());
        !written)
        return session.fail(written.error());
    session.console.report(jsonText({{u"output"_s, fileName}, {u"key"_s, verifierOf(*key).text()}}),
                           tr("The public key %1 is in %2. Give it to those who verify checkpoints.")
                               .arg(keyIdText(verifierOf(*key)), visibleText(fileName)));
    return ExitCode::Done;
}

FormerKey formerKeyOf(const CommandLine::Arguments &arguments)
{
    return arguments.has(u"lost"_s) ? FormerKey::IsLost : FormerKey::Signs;
}

void rotate(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    auto *run = new SigningRun(session, finish); // deletes itself at its end
    run->rotate(formerKeyOf(arguments));
}

void setKey(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto place = parseSigningKeyPlace(arguments.positional.first(), QDir::currentPath());
    if (!place)
        return finish(session.fail(place.error()));
    auto *run = new SigningRun(session, finish); // deletes itself at its end
    run->keepIn(*place, formerKeyOf(arguments));
}

/// What is to be set; nothing: only to be shown.
/// \error Usage
Result<std::optional<CheckpointSettings>> settingsOf(const Session &session,
                                                     const CommandLine::Arguments &arguments)
{
    const QString choice = arguments.positional.value(0);
    const bool hasFile = arguments.has(u"append"_s);
    if (choice.isEmpty() && !hasFile)
        return std::optional<CheckpointSettings>();
    if (choice == "off"_L1 && !hasFile)
        return std::optional(CheckpointSettings());
    if (choice != "on"_L1) {
        return Error{
            ErrorKind::Usage,
            tr("Specify “on”, with --append FILE for checkpoints in a file elsewhere too, or “off”.")};
    }
    CheckpointSettings settings{.afterSync = true, .witnessFile = absoluteFile(arguments.value(u"append"_s))};
    if (!settings.witnessFile.isEmpty()) {
        TRY(checkWitnessPlace(settings.witnessFile, session.workspace));
    }
    return std::optional(settings);
}

QString settingsSentence(const CheckpointSettings &settings)
{
    if (!settings.afterSync)
        return tr("No checkpoint is written after a sync.");
    if (settings.witnessFile.isEmpty())
        return tr("A checkpoint is written after each sync.");
    return tr("A checkpoint is written after each sync, and appended to %1.")
        .arg(visibleText(settings.witnessFile));
}

ExitCode afterSync(Session &session, const CommandLine::Arguments &arguments)
{
    const auto wanted = settingsOf(session, arguments);
    if (!wanted)
        return session.fail(wanted.error());
    const auto workspace = locateWorkspace(session.workspace);
    if (!workspace)
        return session.fail(workspace.error());
    const auto kept = *wanted ? keepSyncCheckpoints(*workspace, **wanted)
                              : Result<CheckpointSettings>(syncCheckpointsOf(*workspace));
    if (!kept)
        return session.fail(kept.error());
    const CheckpointSettings &settings = *kept;
    const QJsonValue witness =
        settings.witnessFile.isEmpty() ? QJsonValue() : QJsonValue(settings.witnessFile);
    session.console.print(
        session.json ? jsonLine(QJsonObject{{u"after_sync"_s, settings.afterSync}, {u"witness"_s, witness}})
                     : QString(settingsSentence(settings) + u'\n'));
    return ExitCode::Done;
}

CommandLine::OptionSpecification appendOption()
{
    return {u"append"_s, u"FILE"_s,
            Trailglass::tr(
                "append the checkpoint to FILE too: one elsewhere, so that whoever can change the workspace "
                "cannot change it")};
}

CommandLine::OptionSpecification lostOption()
{
    return {
        u"lost"_s, {}, Trailglass::tr("the key until now is lost: the new one goes without its signature")};
}

} // namespace

QList<Command> checkpointCommands()
{
    const QString word = u"checkpoint"_s;
    const QString key = u"key"_s;
    return {
        {{{word},
          {},
          tr("Signs the present state of the workspace, and prints the signed note: from then on a change of "
             "what was stored shows."),
          {appendOption(),
           {u"trust"_s,
            {},
            tr("approve the variable or file that the workspace says the signing key is in")}},
          0,
          0},
         checkpoint},
        blockingCommand({{word, u"list"_s}, {}, tr("Lists the checkpoints of the workspace."), {}, 0, 0},
                        listCheckpoints),
        blockingCommand({{word, u"after-sync"_s},
                         u"STATE"_s,
                         tr("Sets whether a checkpoint is written after each sync of yours: STATE is on or "
                            "off. Without STATE, it "
                            "says which of them holds."),
                         {appendOption()},
                         0,
                         1},
                        afterSync),
        blockingCommand({{word, key, u"show"_s},
                         {},
                         tr("Shows the keys that sign checkpoints, without their private halves."),
                         {},
                         0,
                         0},
                        showKeys),
        blockingCommand({{word, key, u"export"_s},
                         u"FILE"_s,
                         tr("Writes the public key as PEM to FILE (- is standard output)."),
                         {},
                         1,
                         1},
                        exportKey),
        {{{word, key, u"rotate"_s},
          {},
          tr("Makes a new signing key, which the one until now signs."),
          {lostOption()},
          0,
          0},
         rotate},
        {{{word, key, u"set"_s},
          u"REF"_s,
          tr("Keeps the signing key elsewhere: keychain, or env:VARIABLE or file:PATH that have it already, "
             "or "
             "another one, which signs from then on."),
          {lostOption()},
          1,
          1},
         setKey}};
}

} // namespace Trailglass
