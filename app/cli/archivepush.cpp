// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archivepush.h"

#include "app/cli/archiveaccess.h"
#include "app/cli/jsonline.h"

#include "models/commandline/sharedoptions.h"
#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/archivekeys.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/pushtargets.h"

#include <QDir>
#include <QLocale>

#include <optional>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

QString reportText(const PushReport &report)
{
    const QLocale locale;
    QString text = tr("events pushed: %1 · superseded or removed: %2")
                       .arg(locale.toString(report.events), locale.toString(report.takenBack));
    if (report.leftOut > 0)
        text += u'\n'
            + tr("%Ln event(s) are too large for an archive and were left out.", nullptr,
                 countArgument(report.leftOut));
    return text;
}

/// The value of `--after-sync`; nothing without it.
Result<std::optional<bool>> afterSyncChoice(const CommandLine::Arguments &arguments)
{
    if (!arguments.has(u"after-sync"_s))
        return std::optional<bool>();
    const QString choice = arguments.value(u"after-sync"_s);
    if (choice != u"on"_s && choice != u"off"_s)
        return Error{ErrorKind::Usage, tr("--after-sync takes “on” or “off”.")};
    return std::optional(choice == u"on"_s);
}

void reportAfterSync(Session &session, const ArchivePlace &place, bool isOn, const QString &sentence)
{
    session.console.report(jsonText({{u"archive"_s, place.text()}, {u"after_sync"_s, isOn}}), sentence);
}

/// `--after-sync off`: pushes nothing, and asks no server.
ExitCode stopAfterSync(Session &session, const QString &url)
{
    const auto place = ArchivePlace::parse(url);
    if (!place)
        return session.fail(place.error());
    const auto wasOn = stopPushingAfterSync(session.workspace, *place);
    if (!wasOn)
        return session.fail(wasOn.error());
    reportAfterSync(session, *place, false,
                    *wasOn ? tr("This workspace is no longer pushed into %1 after syncs.").arg(place->text())
                           : tr("This workspace was not pushed into %1 after syncs.").arg(place->text()));
    return ExitCode::Done;
}

/// The place of the key as settings keep it, with an absolute path.
Result<QString> keptKey(const CommandLine::Arguments &arguments)
{
    if (!arguments.has(u"archive-key"_s))
        return QString();
    TRY(const auto reference, parseKeyReference(arguments.value(u"archive-key"_s), QDir::currentPath()));
    return printSecretReference(reference);
}

/// After a push that went through, so that what is kept is known to work.
ExitCode startAfterSync(Session &session, const ArchivePlace &place, const CommandLine::Arguments &arguments)
{
    const auto key = keptKey(arguments);
    if (!key)
        return session.fail(key.error());
    const auto kept = pushAfterSync(session.workspace, place, *key);
    if (!kept)
        return session.fail(kept.error());
    reportAfterSync(session, place, true,
                    tr("From now on this workspace is pushed into %1 after each sync.").arg(place.text()));
    return ExitCode::Done;
}

void push(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto afterSync = afterSyncChoice(arguments);
    if (!afterSync)
        return finish(session.fail(afterSync.error()));
    const QString &url = arguments.positional.first();
    if (*afterSync == std::optional(false))
        return finish(stopAfterSync(session, url));
    const bool isKept = afterSync->has_value();
    const auto use = [&session, arguments, isKept](const ArchiveAccess &access, const Finish &end) {
        const ExitCode pushed = pushAndReport(session, access);
        const bool wentThrough = pushed == ExitCode::Done || pushed == ExitCode::Partial;
        if (!isKept || !wentThrough)
            return end(pushed);
        const ExitCode kept = startAfterSync(session, access.place, arguments);
        end(kept == ExitCode::Done ? pushed : kept);
    };
    withArchive(session, arguments, url, use, finish);
}

} // namespace

void showPush(Session &session, qint64 done, qint64 all)
{
    session.console.progress(tr("%1 of %2 row(s) pushed", nullptr, countArgument(all))
                                 .arg(QLocale().toString(done), QLocale().toString(all)));
}

void reportPush(Session &session, const QString &archive, const PushReport &report)
{
    session.console.report(jsonText({{u"archive"_s, archive},
                                     {u"events"_s, report.events},
                                     {u"taken_back"_s, report.takenBack},
                                     {u"left_out"_s, report.leftOut},
                                     {u"batches"_s, report.batches},
                                     {u"void_numbers"_s, report.voidNumbers}}),
                           reportText(report));
}

ExitCode pushAndReport(Session &session, const ArchiveAccess &access)
{
    const auto progress = [&session](qint64 done, qint64 all) {
        showPush(session, done, all);
    };
    const auto report =
        pushWorkspace(session.workspace, access, session.clock, session.interrupt.token(), progress);
    session.console.endProgress();
    if (!report)
        return session.fail(report.error());
    reportPush(session, access.place.text(), *report);
    return report->leftOut > 0 ? ExitCode::Partial : ExitCode::Done;
}

Command archivePushCommand()
{
    return {
        {{u"archive"_s, u"push"_s},
         u"URL"_s,
         tr("Brings an archive up to the present state of the workspace."),
         {{u"after-sync"_s, u"CHOICE"_s,
           tr("on: also after each sync from now on, by this user of this machine; off: no longer, and push "
              "nothing")},
          CommandLine::archiveKeyOption()},
         1,
         1},
        push};
}

} // namespace Trailglass
