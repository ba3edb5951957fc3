// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/bugreportoutput.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/credentials/keychainsecretstore.h"
#include "models/store/workspace.h"
#include "models/workspace/workspacecheck.h"

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

/// Looks the program over; lives until the command is over.
class Doctor : public QObject
{
public:
    /// Whether what can be rebuilt is.
    enum class Repair
    {
        No,
        Yes
    };

    /// \param reportFile  writeBugReport() instead of the checks
    Doctor(Session &session, Repair repair, std::optional<QString> reportFile, Finish finish)
        : m_session(session)
        , m_repair(repair)
        , m_reportFile(std::move(reportFile))
        , m_finish(std::move(finish))
        , m_paths(WorkspacePaths::of(session.workspace))
    {
        connect(&session.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void start()
    {
        // A keychain that works reports that this entry does not exist.
        m_keychain.read(u"doctor"_s, [this](const Result<FiledSecret> &read) {
            const bool works = read || read.error().kind == ErrorKind::NotFound;
            if (m_reportFile) {
                return leave(writeBugReport(m_session, *m_reportFile,
                                            works ? std::optional<ErrorKind>() : read.error().kind));
            }
            m_keychainError = works ? QString() : read.error().message;
            finishReport();
        });
    }

private:
    void finishReport()
    {
        const bool databaseExists = hasDatabase(m_session.workspace);
        if (databaseExists && m_repair == Repair::Yes) {
            if (const auto repaired = repair(); !repaired)
                return leave(m_session.fail(repaired.error()));
        }
        const auto checked = check();
        if (!checked && checked.error().kind == ErrorKind::Cancelled)
            return leave(m_session.fail(checked.error()));
        const QStringList problems = checked ? *checked : QStringList{checked.error().message};
        if (m_session.json)
            m_session.console.print(jsonLine(json(databaseExists, problems)));
        else
            m_session.console.print(text(databaseExists, problems));
        leave(problems.isEmpty() ? ExitCode::Done : ExitCode::Failed);
    }

    Result<QStringList> check() const
    {
        return checkWorkspace(m_session.workspace, m_session.interrupt.token(),
                              [this](const QString &activity) { m_session.console.progress(activity); });
    }

    Result<void> repair()
    {
        TRY(const auto repaired, repairWorkspace(m_session.workspace, m_session.interrupt.token()));
        m_repaired = QJsonObject{{u"texts"_s, repaired.texts},
                                 {u"index_parts"_s, repaired.indexSegments},
                                 {u"signatures"_s, repaired.signatures}};
        if (m_session.json)
            return {};
        if (repaired.texts > 0) {
            m_session.console.tell(
                Trailglass::tr("Texts of fields restored from the JSON of events: %1").arg(repaired.texts));
        }
        m_session.console.tell(Trailglass::tr("Index segments rebuilt: %1").arg(repaired.indexSegments));
        if (repaired.signatures > 0)
            m_session.console.tell(Trailglass::tr("Search signatures rebuilt: %1").arg(repaired.signatures));
        return {};
    }

    [[nodiscard]] QJsonObject json(bool databaseExists, const QStringList &problems) const
    {
        return {{u"versions"_s, versions()},
                {u"workspace"_s, m_paths.folder},
                {u"database"_s, databaseExists ? QJsonValue(m_paths.database) : QJsonValue()},
                {u"repaired"_s, m_repair == Repair::Yes ? QJsonValue(m_repaired) : QJsonValue()},
                {u"keychain"_s, m_keychainError.isEmpty() ? u"ok"_s : m_keychainError},
                {u"problems"_s, QJsonArray::fromStringList(problems)}};
    }

    [[nodiscard]] QString text(bool databaseExists, const QStringList &problems) const
    {
        QString text;
        const QJsonObject numbers = versions();
        for (auto version = numbers.begin(); version != numbers.end(); ++version)
            text += version.key().leftJustified(12) + version.value().toString() + u'\n';
        text += Trailglass::tr("workspace").leftJustified(12) + visibleText(m_paths.folder) + u'\n';
        text += Trailglass::tr("keychain").leftJustified(12)
            + (m_keychainError.isEmpty() ? Trailglass::tr("ok") : m_keychainError) + u'\n';
        text += Trailglass::tr("database").leftJustified(12);
        if (!databaseExists)
            return text + Trailglass::tr("not created yet\n");
        if (problems.isEmpty())
            return text + Trailglass::tr("ok\n");
        return text + Trailglass::tr("problems: %1\n").arg(problems.size()) + u"  "_s
            + problems.join("\n  "_L1) + u'\n';
    }

    void leave(ExitCode code)
    {
        if (const Finish finish = std::exchange(m_finish, {})) {
            deleteLater();
            finish(code);
        }
    }

    Session &m_session;
    Repair m_repair;
    const std::optional<QString> m_reportFile;
    Finish m_finish;
    const WorkspacePaths m_paths;
    KeychainSecretStore m_keychain;
    QString m_keychainError;
    QJsonObject m_repaired; ///< what was rebuilt, by kind
};

void doctor(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const bool reports = arguments.has(u"report"_s);
    if (!reports && !arguments.positional.isEmpty())
        return finish(session.fail({ErrorKind::Usage, tr("A FILE is for --report: doctor --report FILE.")}));
    if (reports && arguments.has(u"repair"_s))
        return finish(session.fail({ErrorKind::Usage, tr("--report cannot be combined with --repair.")}));
    const auto repair = arguments.has(u"repair"_s) ? Doctor::Repair::Yes : Doctor::Repair::No;
    const auto reportFile = reports ? std::optional(arguments.positional.value(0)) : std::nullopt;
    auto *run = new Doctor(session, repair, reportFile, finish); // deletes itself at its end
    run->start();
}

} // namespace

QList<Command> doctorCommands()
{
    return {{{{u"doctor"_s},
              u"[FILE]"_s,
              tr("Shows versions, paths and the keychain, and checks the database, the fields of events "
                 "against their JSON, and the index."),
              {{u"repair"_s,
                {},
                tr("rebuild damaged index segments and search signatures, and restore damaged texts of "
                   "fields from the JSON")},
               {u"report"_s,
                {},
                tr("write a report for a bug report to FILE (default: standard output): versions, sizes, "
                   "counts and kinds of errors, without names, secrets or events")}},
              0,
              1},
             doctor}};
}

} // namespace Trailglass
