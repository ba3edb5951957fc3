// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/commands.h"
#include "app/cli/sourcechoice.h"
#include "app/cli/sourcedraft.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/credentials/secretreplacement.h"
#include "models/store/eventwriter.h"
#include "models/store/workspace.h"
#include "models/workspace/sourcename.h"
#include "models/workspace/sourceplan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// A change of a connection that also touches the keychain; lives until the command is over.
class SourceEdit : public QObject
{
public:
    SourceEdit(Session &session, std::unique_ptr<EventWriter> writer, QString identity, Finish finish)
        : m_session(session)
        , m_finish(std::move(finish))
        , m_writer(std::move(writer))
        , m_identity(std::move(identity))
    {
        connect(&session.interrupt, &InterruptSignal::interrupted, this, [this] { interrupt(); });
    }

    /// Stores a new connection, then its secrets; without them it is taken back.
    /// \param before  what a removed connection of this name has left in the keychain
    void add(const SourceDraft &draft, const SourceSecrets::References &before)
    {
        const auto id = m_writer->addSource(draft.record);
        if (!id)
            return leave(m_session.fail(id.error()));
        m_added = *id;
        m_before = before;
        const QString account = SecretLookup::account(m_identity, *id);
        m_replacement = SecretReplacement::make(m_secrets.secrets(), account, before, draft.record.secrets);
        m_replacement->write(filed(draft), [this, account, draft](const Result<void> &done) {
            if (!done)
                return putBack(done.error());
            m_added.reset();
            noteApproval(draft.record, draft.givenReferences);
            removeLeftBehind(account, SourceSecrets::leftBehind(m_before, draft.record.secrets));
        });
    }

    /// Stores changed secrets first: settings that point to a key that is not there would fail the next sync.
    /// When either fails everything is as it was.
    void set(const SourceDraft &draft, const SourceSecrets::References &before)
    {
        const QString account = SecretLookup::account(m_identity, draft.record.id);
        m_replacement = SecretReplacement::make(m_secrets.secrets(), account, before, draft.record.secrets);
        m_replacement->write(filed(draft), [this, draft, account, before](const Result<void> &done) {
            if (!done)
                return putBack(done.error());
            const auto secrets =
                draft.secrets.isEmpty() ? EventWriter::Secrets::Kept : EventWriter::Secrets::Replaced;
            const auto updated = m_writer->updateSource(draft.record, draft.settings.fingerprint(), secrets);
            if (!updated)
                return putBack(updated.error());
            noteApproval(draft.record, draft.givenReferences);
            removeLeftBehind(account, SourceSecrets::leftBehind(before, draft.record.secrets));
        });
    }

    /// Removes the secrets, then the connection: a key must not outlive it. While one cannot be removed the
    /// connection remembers it, and keeps its events, so that removing it again can try again.
    void remove(const SourceRecord &source, EventWriter::Purge purge, std::unique_ptr<WorkspaceLock> lock)
    {
        m_lock = std::move(lock);
        const QString account = SecretLookup::account(m_identity, source.id);
        m_secrets.secrets().remove(account, source.secrets, [this, source, purge](const Result<void> &done) {
            // Once more in vain, on a machine that has no keychain, where the key cannot be either.
            const bool isHopeless =
                !done && source.removed && done.error().kind == ErrorKind::SecretUnavailable;
            const bool purges = purge == EventWriter::Purge::Yes;
            const auto removed = done || (purges && isHopeless)
                ? m_writer->removeSource(source.id, purge)
                : m_writer->removeSourceKeeping(source.id, SourceSecrets::stored(source.secrets));
            if (!removed)
                return leave(m_session.fail(removed.error()));
            if (done)
                return leave(ExitCode::Done);
            tellKeyIsLeft(done.error());
            if (!(purges && isHopeless)) {
                m_session.console.tell(
                    purges ? Trailglass::tr("The connection is removed, its events are kept. Run the "
                                            "command again to remove the key and the events.")
                           : Trailglass::tr("The connection is removed. Run the command again to remove "
                                            "the key."));
            }
            leave(ExitCode::Partial);
        });
    }

private:
    static SourceSecrets::Filed filed(const SourceDraft &draft)
    {
        return SourceSecrets::filed(draft.secrets, draft.settings.origin());
    }

    /// Approves what the user has just typed, and tells what a sync will still ask for.
    void noteApproval(const SourceRecord &source, const QStringList &given)
    {
        const auto use = SecretLookup::use(m_identity, source);
        if (!use)
            return;
        const QList<ReferenceUse> uses = ReferenceApprovals::usesOf(*use, source.secrets);
        QList<ReferenceUse> typed;
        std::ranges::copy_if(uses, std::back_inserter(typed),
                             [&given](const ReferenceUse &each) { return given.contains(each.key); });
        const ReferenceApprovals approvals;
        const auto approved = approvals.approve(typed);
        const auto open = approved ? approvals.unapproved(uses) : approved.error();
        if (!open)
            tellPartly(open.error().message);
        else if (!open->isEmpty())
            m_session.console.tell(ReferenceApprovals::notApproved(*open).message);
    }

    /// The source is as it was asked for, but for something that \a message says.
    void tellPartly(const QString &message)
    {
        m_session.console.tell(message);
        m_isPartial = true;
    }

    /// Of several secrets the first may have been written before one failed.
    void putBack(const Error &why)
    {
        m_replacement->putBack([this, why](const Result<void> &done) {
            takeBack();
            const ExitCode code = m_session.fail(why);
            if (!done)
                tellKeyIsLeft(done.error());
            leave(code);
        });
    }

    /// A connection that is not whole yet is none.
    void takeBack()
    {
        if (!m_added)
            return;
        const auto taken = m_writer->takeBackSource(*m_added, m_before);
        if (!taken)
            m_session.fail(taken.error());
        m_added.reset();
    }

    void interrupt()
    {
        takeBack();
        leave(ExitCode::Interrupted);
    }

    void removeLeftBehind(const QString &account, const SourceSecrets::References &left)
    {
        m_secrets.secrets().remove(account, left, [this](const Result<void> &done) {
            if (!done)
                tellKeyIsLeft(done.error());
            leave(done && !m_isPartial ? ExitCode::Done : ExitCode::Partial);
        });
    }

    void tellKeyIsLeft(const Error &error)
    {
        m_session.console.tell(Trailglass::tr("A key may still be in the keychain: %1").arg(error.message));
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
    std::unique_ptr<EventWriter> m_writer;
    const QString m_identity; ///< of the workspace
    std::unique_ptr<WorkspaceLock> m_lock;
    bool m_isPartial = false; ///< what could not be done beside the change was told
    std::optional<SourceId> m_added; ///< while its secrets are being written
    SourceSecrets::References m_before; ///< what the added one's name had left in the keychain
    TerminalSecrets m_secrets;
    std::shared_ptr<SecretReplacement> m_replacement; ///< null until secrets are being written
};

/// EventReader::identity() of the workspace.
Result<QString> workspaceIdentity(const QString &folder)
{
    TRY(const auto reader, EventReader::open(folder));
    return (reader)->identity();
}

/// Opens the writer, or ends the command.
/// \returns null when it ended
SourceEdit *startEdit(Session &session, const Finish &finish)
{
    auto writer = EventWriter::open(session.workspace);
    if (!writer) {
        finish(session.fail(writer.error()));
        return nullptr;
    }
    const auto identity = workspaceIdentity(session.workspace);
    if (!identity) {
        finish(session.fail(identity.error()));
        return nullptr;
    }
    return new SourceEdit(session, std::move(*writer), *identity, finish); // deletes itself at its end
}

/// A removed connection can still be purged, so any that is listed will do.
Result<SourceRecord> removableSource(const Session &session, const QString &name)
{
    const auto reader = EventReader::open(session.workspace);
    return reader ? listedSource(**reader, name) : reader.error();
}

void add(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    SourceRecord record;
    record.type = arguments.positional[0];
    record.name = arguments.positional[1];
    if (const auto named = checkSourceName(record.name); !named)
        return finish(session.fail(named.error()));
    const auto draft = draftSource(session, arguments, std::move(record));
    if (!draft)
        return finish(session.fail(draft.error()));
    const auto before = removableSource(session, draft->record.name); // none, as a rule
    if (SourceEdit *edit = startEdit(session, finish))
        edit->add(*draft, before ? before->secrets : SourceSecrets::References());
}

/// A key is sent to the address it was entered for: one that is moved with its source is to be entered again.
/// \error Usage
Result<void> checkKeptKeys(const SourceRecord &stored, const SourceDraft &draft)
{
    if (!movesElsewhere(stored, draft.settings.origin()))
        return {};
    const QStringList kept = SourceSecrets::stored(draft.record.secrets).keys();
    for (const QString &key : kept) {
        if (!draft.secrets.contains(key)) {
            return Error{ErrorKind::Usage,
                         tr("%1 was entered for another address and is only sent there. Enter it again: "
                            "--secret %1=keychain. Nothing was changed.")
                             .arg(visibleText(key))};
        }
    }
    return {};
}

void set(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    if (arguments.values.isEmpty()) {
        return finish(session.fail({ErrorKind::Usage,
                                    tr("Say what to change: --set KEY=VALUE (an empty VALUE is the default) "
                                       "or --secret KEY=REF.")}));
    }
    auto record = namedSource(session, arguments.positional.first());
    if (!record)
        return finish(session.fail(record.error()));
    auto draft = draftSource(session, arguments, *record);
    if (!draft)
        return finish(session.fail(draft.error()));
    if (const auto kept = checkKeptKeys(*record, *draft); !kept)
        return finish(session.fail(kept.error()));
    if (arguments.has(u"trust"_s))
        draft->givenReferences = draft->record.secrets.keys(); // as if all were typed
    if (SourceEdit *edit = startEdit(session, finish))
        edit->set(*draft, record->secrets);
}

void remove(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto source = removableSource(session, arguments.positional.first());
    if (!source)
        return finish(session.fail(source.error()));
    const bool purges = arguments.has(u"purge"_s);
    std::unique_ptr<WorkspaceLock> lock;
    if (purges) {
        auto acquired = WorkspaceLock::acquire(WorkspacePaths::of(session.workspace), u"purge"_s);
        if (!acquired)
            return finish(session.fail(acquired.error()));
        lock = std::move(*acquired);
    }
    if (SourceEdit *edit = startEdit(session, finish))
        edit->remove(*source, purges ? EventWriter::Purge::Yes : EventWriter::Purge::No, std::move(lock));
}

QList<CommandLine::OptionSpecification> editOptions()
{
    return {{u"set"_s, u"KEY=VALUE"_s, tr("a setting; \"source types\" lists them"), true},
            {u"secret"_s, u"KEY=REF"_s, tr("a key: keychain (asked for), env:VARIABLE or file:PATH"), true}};
}

} // namespace

QList<Command> sourceEditCommands()
{
    return {
        {{{u"source"_s, u"add"_s}, u"TYPE NAME"_s, tr("Adds a connection."), editOptions(), 2, 2}, add},
        {{{u"source"_s, u"set"_s},
          u"NAME"_s,
          tr("Changes settings or keys of a connection."),
          editOptions() + QList{trustOption()},
          1,
          1},
         set},
        {{{u"source"_s, u"remove"_s},
          u"NAME"_s,
          tr("Removes a connection and its keys; its events stay."),
          {{u"purge"_s, {}, tr("delete its events too")}},
          1,
          1},
         remove},
    };
}

} // namespace Trailglass
