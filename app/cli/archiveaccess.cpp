// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveaccess.h"

#include "app/cli/commandrun.h"
#include "app/cli/terminalsecrets.h"

#include "models/commandline/sharedoptions.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/archivekeys.h"

#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// The value of `--archive-key`; nothing without it.
Result<std::optional<SecretReference>> keyReference(const CommandLine::Arguments &arguments)
{
    if (!arguments.has(u"archive-key"_s))
        return std::optional<SecretReference>();
    TRY(const auto reference, parseKeyReference(arguments.value(u"archive-key"_s), QDir::currentPath()));
    return std::optional(reference);
}

/// Reads the key of an archive and goes on with it. Lives until then.
class KeyLookup : public CommandRun
{
public:
    KeyLookup(Session &commandSession, ArchivePlace place, UseArchive use, const Finish &finish)
        : CommandRun(commandSession, finish)
        , m_place(std::move(place))
        , m_use(std::move(use))
        , m_end(finish)
        , m_keys(m_secrets.places().keychain)
    {
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void start(const std::optional<SecretReference> &reference)
    {
        m_keys.read(m_place, reference, [this](const Result<Secret> &key) {
            if (!key)
                return fail(key.error());
            // What uses the key ends the command in place of this object.
            disconnect(&session().interrupt, nullptr, this, nullptr);
            deleteLater();
            m_use({m_place, *key}, m_end);
        });
    }

private:
    const ArchivePlace m_place;
    const UseArchive m_use;
    const Finish m_end;
    TerminalSecrets m_secrets;
    ArchiveKeys m_keys;
};

} // namespace

QList<CommandLine::OptionSpecification> archiveOptions()
{
    return {{u"archive"_s, u"URL"_s,
             tr("read the archive at https://USER@HOST:PORT/DATABASE in place of the workspace")},
            CommandLine::archiveKeyOption()};
}

Result<bool> readsArchive(const Session &session, const CommandLine::Arguments &arguments)
{
    const bool isArchive = arguments.has(u"archive"_s);
    if (isArchive && !session.workspace.isEmpty())
        return Error{ErrorKind::Usage, tr("Give either --workspace or --archive.")};
    return isArchive;
}

void withArchive(Session &session, const CommandLine::Arguments &arguments, const QString &url,
                 const UseArchive &use, const Finish &finish)
{
    const auto place = ArchivePlace::parse(url);
    if (!place)
        return finish(session.fail(place.error()));
    const auto reference = keyReference(arguments);
    if (!reference)
        return finish(session.fail(reference.error()));
    auto *lookup = new KeyLookup(session, *place, use, finish); // deletes itself at its end
    lookup->start(*reference);
}

Command
archiveCommand(CommandLine::CommandSpecification specification,
               std::function<ExitCode(Session &, const ArchiveAccess &, const CommandLine::Arguments &)> run)
{
    specification.options.append(CommandLine::archiveKeyOption());
    return {std::move(specification),
            [run = std::move(run)](Session &session, const CommandLine::Arguments &arguments,
                                   const Finish &finish) {
                const auto use = [&session, run, arguments](const ArchiveAccess &access, const Finish &end) {
                    end(run(session, access, arguments));
                };
                withArchive(session, arguments, arguments.positional.first(), use, finish);
            }};
}

} // namespace Trailglass
