// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/sourceinput.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/sources/sourcename.h"
#include "models/workspace/sourcechoice.h"
#include "models/workspace/sourcereading.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One change of a source; lives until the command is over.
class SourceEdit : public CommandRun
{
public:
    SourceEdit(Session &commandSession, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_service(std::make_unique<SourceService>(commandSession.workspace, m_secrets.places(),
                                                    commandSession.clock))
    {
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, this, [this] {
            m_service.reset(); // rolls back a source whose credentials are not stored yet
            leave(ExitCode::Interrupted);
        });
    }

    /// \param arguments  `--trust` approves the stored references too, and prints them
    void save(const SourceInput &input, const CommandLine::Arguments &arguments)
    {
        const bool isTrusted = arguments.has(u"trust"_s);
        m_service->save(input, [this, name = input.name, isTrusted](const Result<QStringList> &warnings) {
            if (!warnings)
                return fail(warnings.error());
            leaveWith(*warnings + approveOrTell(name, isTrusted));
        });
    }

    void remove(SourceId source, bool withEvents)
    {
        m_service->remove(source, withEvents, [this](const Result<QStringList> &warnings) {
            if (!warnings)
                return fail(warnings.error());
            leaveWith(*warnings);
        });
    }

private:
    /// \returns why the references could not be approved, if so
    QStringList approveOrTell(const QString &name, bool isTrusted)
    {
        OpenWorkspace workspace(session().workspace);
        const auto unapproved = readUnapproved(workspace, ReferenceApprovals(), name);
        if (!unapproved)
            return {unapproved.error().message};
        if (unapproved->isEmpty())
            return {};
        if (isTrusted) {
            const auto approved = approveAndTell(session(), *unapproved);
            return approved ? QStringList() : QStringList{approved.error().message};
        }
        session().console.tell(ReferenceApprovals::notApproved(*unapproved).message);
        return {};
    }

    void leaveWith(const QStringList &warnings)
    {
        for (const QString &warning : warnings)
            session().console.tell(warning);
        leave(warnings.isEmpty() ? ExitCode::Done : ExitCode::Partial);
    }

    TerminalSecrets m_secrets;
    std::unique_ptr<SourceService> m_service; ///< null after an interrupt
};

void save(Session &session, const CommandLine::Arguments &arguments, const Result<SourceInput> &input,
          const Finish &finish)
{
    if (!input)
        return finish(session.fail(input.error()));
    auto *edit = new SourceEdit(session, finish); // deletes itself at its end
    edit->save(*input, arguments);
}

void add(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const SourceInput input{.id = {},
                            .name = arguments.positional[1],
                            .type = arguments.positional[0],
                            .settings = {},
                            .secrets = {}};
    if (const auto named = checkSourceName(input.name); !named) // before any secret is requested
        return finish(session.fail(named.error()));
    save(session, arguments, readSourceInput(session, arguments, input), finish);
}

Result<SourceInput> changedInput(Session &session, const CommandLine::Arguments &arguments)
{
    if (arguments.values.isEmpty()) {
        return Error{ErrorKind::Usage,
                     tr("Name a change: --set KEY=VALUE (an empty VALUE resets the setting) or --secret "
                        "KEY=REF.")};
    }
    TRY(const auto stored, activeSource(session.workspace, arguments.positional.first()));
    return readSourceInput(session, arguments, SourceInput::of(stored));
}

void set(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    save(session, arguments, changedInput(session, arguments), finish);
}

void remove(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    // A removed source too: its events can still be deleted.
    const auto source = listedSource(session.workspace, arguments.positional.first());
    if (!source)
        return finish(session.fail(source.error()));
    auto *edit = new SourceEdit(session, finish); // deletes itself at its end
    edit->remove(source->id, arguments.has(u"purge"_s));
}

QList<CommandLine::OptionSpecification> editOptions()
{
    return {{u"set"_s, u"KEY=VALUE"_s, tr("a setting; “trailglass-cli source types” lists them"), true},
            {u"secret"_s, u"KEY=REF"_s,
             tr("where a secret is: keychain (asks for it), env:VARIABLE or file:PATH"), true}};
}

} // namespace

QList<Command> sourceEditCommands()
{
    return {
        {{{u"source"_s, u"add"_s}, u"TYPE NAME"_s, tr("Adds a source."), editOptions(), 2, 2}, add},
        {{{u"source"_s, u"set"_s},
          u"NAME"_s,
          tr("Changes settings or secrets of a source."),
          editOptions() + QList{trustOption()},
          1,
          1},
         set},
        {{{u"source"_s, u"remove"_s},
          u"NAME"_s,
          tr("Removes a source and its secrets; its events are kept."),
          {{u"purge"_s, {}, tr("delete its events too; this cannot be undone")}},
          1,
          1},
         remove},
    };
}

} // namespace Trailglass
