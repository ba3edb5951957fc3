// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/credentials/keychainsecretstore.h"
#include "models/query/index/savedindex.h"
#include "models/store/eventwriter.h"
#include "models/store/integrity.h"
#include "models/store/signaturecheck.h"
#include "models/store/workspace.h"
#include "models/sync/fieldcheck.h"

#include <QCoreApplication>
#include <QFileInfo>

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
    /// Whether what can be made anew is.
    enum class Repair
    {
        No,
        Yes
    };

    Doctor(Session &session, Repair repair, Finish finish)
        : m_session(session)
        , m_repair(repair)
        , m_finish(std::move(finish))
        , m_paths(WorkspacePaths::of(session.workspace))
    {
        connect(&session.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void start()
    {
        // A key nobody has: "not found" is the answer of a keychain that works.
        m_keychain.read(u"doctor"_s, [this](const Result<FiledSecret> &answer) {
            m_keychainError =
                answer || answer.error().kind == ErrorKind::NotFound ? QString() : answer.error().message;
            finishReport();
        });
    }

private:
    void finishReport()
    {
        const QFileInfo database(m_paths.database);
        const bool hasDatabase = database.exists() || database.isSymLink(); // a link is a problem to tell
        if (hasDatabase && m_repair == Repair::Yes) {
            if (const auto repaired = repair(); !repaired)
                return leave(m_session.fail(repaired.error()));
        }
        const auto checked = hasDatabase ? check() : Result<QStringList>(QStringList());
        if (!checked && checked.error().kind == ErrorKind::Cancelled)
            return leave(m_session.fail(checked.error()));
        const QStringList problems = checked ? *checked : QStringList{checked.error().message};
        if (m_session.json)
            m_session.console.print(jsonLine(json(hasDatabase, problems)));
        else
            m_session.console.print(text(hasDatabase, problems));
        leave(problems.isEmpty() ? ExitCode::Done : ExitCode::Failed);
    }

    /// The database in itself, the fields of events against their JSON, and the saved index against the
    /// events.
    [[nodiscard]] Result<QStringList> check() const
    {
        const CancelToken token = m_session.interrupt.token();
        m_session.console.progress(Trailglass::tr("Checking the database …"));
        auto problems = checkIntegrity(m_session.workspace, token);
        if (!problems)
            return problems;
        const auto fields = checkFields(m_session.workspace, token, [this](qint64 events) {
            m_session.console.progress(Trailglass::tr("Comparing events with their JSON: %1").arg(events));
        });
        if (!fields)
            return fields;
        *problems += *fields;
        problems->removeDuplicates();
        if (!problems->isEmpty())
            return problems; // what the index says of a damaged database is worth nothing
        m_session.console.progress(Trailglass::tr("Comparing the saved index with the events …"));
        return checkSavedIndex(m_session.workspace, token);
    }

    Result<void> repair()
    {
        TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquire(m_paths, u"repair"_s));
        // An older database is brought up to date first: it has no place for an index.
        TRY(EventWriter::open(m_session.workspace));
        // First: what is rebuilt below is built from the right texts.
        const auto texts = repairTexts(m_session.workspace, m_session.interrupt.token());
        if (!texts)
            return texts.error();
        m_repaired.insert(u"texts"_s, *texts);
        if (*texts > 0 && !m_session.json)
            m_session.console.tell(
                Trailglass::tr("Texts of fields restored from the JSON of events: %1").arg(*texts));
        TRY(const auto saved, repairSavedIndex(m_session.workspace, m_session.interrupt.token()));
        m_repaired.insert(u"index_parts"_s, saved);
        if (!m_session.json)
            m_session.console.tell(Trailglass::tr("Parts of the index made anew: %1").arg(saved));
        const auto made = repairSignatures(m_session.workspace, m_session.interrupt.token());
        if (!made)
            return made.error();
        m_repaired.insert(u"signatures"_s, *made);
        if (*made > 0 && !m_session.json)
            m_session.console.tell(Trailglass::tr("Signatures for searches made anew: %1").arg(*made));
        return {};
    }

    [[nodiscard]] QJsonObject json(bool hasDatabase, const QStringList &problems) const
    {
        return {{u"versions"_s, versions()},
                {u"workspace"_s, m_paths.folder},
                {u"database"_s, hasDatabase ? QJsonValue(m_paths.database) : QJsonValue()},
                {u"repaired"_s, m_repair == Repair::Yes ? QJsonValue(m_repaired) : QJsonValue()},
                {u"keychain"_s, m_keychainError.isEmpty() ? u"ok"_s : m_keychainError},
                {u"problems"_s, QJsonArray::fromStringList(problems)}};
    }

    [[nodiscard]] QString text(bool hasDatabase, const QStringList &problems) const
    {
        QString text;
        const QJsonObject numbers = versions();
        for (auto version = numbers.begin(); version != numbers.end(); ++version)
            text += version.key().leftJustified(12) + version.value().toString() + u'\n';
        text += Trailglass::tr("workspace").leftJustified(12) + visibleText(m_paths.folder) + u'\n';
        text += Trailglass::tr("keychain").leftJustified(12)
            + (m_keychainError.isEmpty() ? Trailglass::tr("ok") : m_keychainError) + u'\n';
        text += Trailglass::tr("database").leftJustified(12);
        if (!hasDatabase)
            return text + Trailglass::tr("none yet; adding a source makes it\n");
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
    Finish m_finish;
    const WorkspacePaths m_paths;
    KeychainSecretStore m_keychain;
    QString m_keychainError;
    QJsonObject m_repaired; ///< what was rebuilt, by kind
};

void doctor(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto repair = arguments.has(u"repair"_s) ? Doctor::Repair::Yes : Doctor::Repair::No;
    auto *run = new Doctor(session, repair, finish); // deletes itself at its end
    run->start();
}

} // namespace

QList<Command> doctorCommands()
{
    return {{{{u"doctor"_s},
              {},
              tr("Shows versions, paths and the keychain, and checks the database, the fields of events "
                 "against their JSON, and the index."),
              {{u"repair"_s,
                {},
                tr("make damaged parts of the index and of the search signatures anew, and "
                   "restore damaged texts of fields from the JSON")}},
              0,
              0},
             doctor}};
}

} // namespace Trailglass
