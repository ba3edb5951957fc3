// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveaccess.h"
#include "app/cli/archiveoutput.h"
#include "app/cli/bugreportoutput.h"
#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/credentials/keychainsecretstore.h"
#include "models/store/workspace.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/workspacedoctor.h"

#include <QLocale>

#include <optional>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

QJsonObject versions()
{
    return {{u"trailglass"_s, QStringLiteral(TRAILGLASS_VERSION)},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())}};
}

QJsonObject repairedJson(const WorkspaceRepair &repaired)
{
    return {{u"texts"_s, repaired.texts},
            {u"index_parts"_s, repaired.indexSegments},
            {u"signatures"_s, repaired.signatures}};
}

/// One `doctor`; lives until the command is over.
class DoctorRun : public CommandRun
{
public:
    /// \param reportFile  writeBugReport() instead of what was found
    DoctorRun(Session &commandSession, const DoctorRequest &request, std::optional<QString> reportFile,
              Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_request(request)
        , m_reportFile(std::move(reportFile))
        , m_paths(WorkspacePaths::of(commandSession.workspace))
        , m_doctor(commandSession.workspace, m_keychain, commandSession.clock)
    {
        connect(&m_doctor, &WorkspaceDoctor::progress, this,
                [this](const QString &activity) { session().console.progress(activity); });
        connect(&m_doctor, &WorkspaceDoctor::finished, this,
                [this](const Diagnosis &diagnosis) { leave(tell(diagnosis)); });
        connect(&m_doctor, &WorkspaceDoctor::failed, this, [this](const Error &error) { fail(error); });
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, &m_doctor,
                &WorkspaceDoctor::cancel);
    }

    void start() { m_doctor.start(m_request); }

private:
    ExitCode tell(const Diagnosis &diagnosis)
    {
        if (m_reportFile)
            return writeBugReport(session(), *m_reportFile, *diagnosis.report);
        if (diagnosis.repaired && !session().json)
            tellRepaired(*diagnosis.repaired);
        if (session().json)
            session().console.print(jsonLine(json(diagnosis)));
        else
            session().console.print(text(diagnosis));
        return diagnosis.problems.isEmpty() ? ExitCode::Done : ExitCode::Failed;
    }

    void tellRepaired(const WorkspaceRepair &repaired)
    {
        for (const QString &sentence : repaired.sentences())
            session().console.tell(sentence);
    }

    [[nodiscard]] QJsonObject json(const Diagnosis &diagnosis) const
    {
        const auto &repaired = diagnosis.repaired;
        return {
            {u"versions"_s, versions()},
            {u"workspace"_s, m_paths.folder},
            {u"database"_s, hasDatabase(session().workspace) ? QJsonValue(m_paths.database) : QJsonValue()},
            {u"repaired"_s, repaired ? QJsonValue(repairedJson(*repaired)) : QJsonValue()},
            {u"keychain"_s, diagnosis.keychainError ? diagnosis.keychainError->message : u"ok"_s},
            {u"problems"_s, QJsonArray::fromStringList(diagnosis.problems)}};
    }

    [[nodiscard]] QString text(const Diagnosis &diagnosis) const
    {
        QString text;
        const auto line = [&text](const QString &label, const QString &value) {
            text += label.leftJustified(12) + value + u'\n';
        };
        const QJsonObject numbers = versions();
        for (auto version = numbers.begin(); version != numbers.end(); ++version)
            line(version.key(), version.value().toString());
        line(Trailglass::tr("workspace"), visibleText(m_paths.folder));
        line(Trailglass::tr("keychain"),
             diagnosis.keychainError ? diagnosis.keychainError->message : Trailglass::tr("ok"));
        line(Trailglass::tr("database"), databaseState(diagnosis.problems));
        for (const QString &problem : diagnosis.problems)
            text += "  "_L1 + problem + u'\n';
        return text;
    }

    [[nodiscard]] QString databaseState(const QStringList &problems) const
    {
        if (!problems.isEmpty())
            return Trailglass::tr("problems: %1").arg(QLocale().toString(problems.size()));
        return hasDatabase(session().workspace) ? Trailglass::tr("ok") : Trailglass::tr("not created yet");
    }

    const DoctorRequest m_request;
    const std::optional<QString> m_reportFile;
    const WorkspacePaths m_paths;
    KeychainSecretStore m_keychain;
    WorkspaceDoctor m_doctor;
};

ExitCode diagnose(Session &session, const ArchiveAccess &access)
{
    session.console.progress(tr("Counting the events of each batch…"));
    const auto diagnosis = diagnoseArchive(access, session.interrupt.token());
    if (!diagnosis)
        return session.fail(diagnosis.error());
    if (session.json) {
        QJsonObject json = overviewJson(access.place, diagnosis->overview);
        json.insert(u"problems"_s, QJsonArray::fromStringList(diagnosis->problems));
        session.console.print(jsonLine(json));
    } else {
        session.console.print(overviewText(access.place, diagnosis->overview, session.console.outputWidth()));
        for (const QString &problem : diagnosis->problems)
            session.console.tell(problem);
    }
    return diagnosis->problems.isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

void doctorOfArchive(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    if (arguments.has(u"repair"_s) || arguments.has(u"report"_s) || !arguments.positional.isEmpty())
        return finish(session.fail(
            {ErrorKind::Usage, tr("--repair and --report are for a workspace. Leave out --archive.")}));
    const auto use = [&session](const ArchiveAccess &access, const Finish &end) {
        end(diagnose(session, access));
    };
    withArchive(session, arguments, arguments.value(u"archive"_s), use, finish);
}

void doctor(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto isArchive = readsArchive(session, arguments);
    if (!isArchive)
        return finish(session.fail(isArchive.error()));
    if (*isArchive)
        return doctorOfArchive(session, arguments, finish);
    const bool reports = arguments.has(u"report"_s);
    if (!reports && !arguments.positional.isEmpty())
        return finish(session.fail({ErrorKind::Usage, tr("A FILE is for --report: doctor --report FILE.")}));
    if (reports && arguments.has(u"repair"_s))
        return finish(session.fail({ErrorKind::Usage, tr("--report cannot be combined with --repair.")}));
    const DoctorRequest request{.repairs = arguments.has(u"repair"_s), .reports = reports};
    const auto reportFile = reports ? std::optional(arguments.positional.value(0)) : std::nullopt;
    auto *run = new DoctorRun(session, request, reportFile, finish); // deletes itself at its end
    run->start();
}

} // namespace

QList<Command> doctorCommands()
{
    return {{{{u"doctor"_s},
              u"[FILE]"_s,
              tr("Shows versions, paths and the keychain, and checks the database, the fields of events "
                 "against their JSON, and the index."),
              QList<CommandLine::OptionSpecification>{
                  {u"repair"_s,
                   {},
                   tr("rebuild damaged index segments and search signatures, and restore damaged texts of "
                      "fields from the JSON")},
                  {u"report"_s,
                   {},
                   tr("write a report for a bug report to FILE (default: standard output): versions, sizes, "
                      "counts and kinds of errors, without names, secrets or events")}}
                  + archiveOptions(),
              0,
              1},
             doctor}};
}

} // namespace Trailglass
