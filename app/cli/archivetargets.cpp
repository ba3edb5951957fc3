// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archivetargets.h"

#include "app/cli/commandrun.h"
#include "app/cli/jsonline.h"
#include "app/cli/terminalsecrets.h"

#include "models/commandline/texttable.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sync/syncreport.h"
#include "models/workspace/pushtargetservice.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

/// An archive that is pushed into after each sync, and what it said.
struct ListedTarget
{
    PushTarget target;
    Result<std::optional<UtcMicros>> lastPush; ///< nothing: there was none
};

QJsonObject targetJson(const ListedTarget &listed)
{
    const QString &key = listed.target.key;
    const auto time = listed.lastPush ? *listed.lastPush : std::nullopt;
    return {{u"archive"_s, listed.target.archive},
            {u"key"_s, key.isEmpty() ? u"keychain"_s : key},
            {u"last_push"_s, time ? QJsonValue(toQString(formatTime(*time))) : QJsonValue()},
            {u"error"_s,
             listed.lastPush
                 ? QJsonValue()
                 : QJsonValue(QJsonDocument::fromJson(toJson(listed.lastPush.error())).object())}};
}

QString lastPushText(const ListedTarget &listed)
{
    if (!listed.lastPush)
        return Trailglass::tr("unknown");
    return *listed.lastPush ? toQString(formatTime(**listed.lastPush)) : Trailglass::tr("never");
}

void printTargets(Session &session, const std::vector<ListedTarget> &targets)
{
    TextTable table(
        {Trailglass::tr("archive"), Trailglass::tr("last push"), Trailglass::tr("place of the key")});
    table.keepWhole(1);
    QJsonArray array;
    for (const ListedTarget &listed : targets) {
        const QString &key = listed.target.key;
        table.addRow({listed.target.archive, lastPushText(listed), key.isEmpty() ? u"keychain"_s : key});
        array.append(targetJson(listed));
    }
    if (session.json)
        return session.console.print(jsonLine(array));
    if (targets.empty()) {
        session.console.tell(
            Trailglass::tr("This workspace is not pushed into an archive after its syncs. To have it pushed: "
                           "trailglass-cli archive push URL --after-sync on"));
        return;
    }
    session.console.print(table.take(session.console.outputWidth()));
    for (const ListedTarget &listed : targets) {
        if (!listed.lastPush) {
            session.console.tell(Trailglass::tr("%1: %2").arg(visibleText(listed.target.archive),
                                                              listed.lastPush.error().message));
        }
    }
}

/// One `archive after-sync`: asks one archive after the other when the workspace was pushed into it. Lives until the command is
/// over.
class TargetListing : public CommandRun
{
public:
    TargetListing(Session &commandSession, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_service(commandSession.workspace, m_secrets.places().keychain, commandSession.clock)
    {
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, this,
                [this] { leave(ExitCode::Interrupted); });
    }

    void start()
    {
        m_service.list([this](const Result<PushTargetList> &list) {
            if (!list)
                return fail(list.error());
            if (!list->notice.isEmpty())
                session().console.tell(list->notice);
            m_waiting = list->targets;
            askNext();
        });
    }

private:
    void askNext()
    {
        if (m_waiting.isEmpty())
            return end();
        const PushTarget target = m_waiting.takeFirst();
        session().console.progress(
            Trailglass::tr("Reading from %1 when this workspace was last pushed into it…")
                .arg(target.archive));
        m_service.lastPush(target, [this, target](const Result<std::optional<UtcMicros>> &time) {
            m_targets.push_back({target, time});
            askNext();
        });
    }

    void end()
    {
        session().console.endProgress();
        printTargets(session(), m_targets);
        const bool isKnown = std::ranges::all_of(
            m_targets, [](const ListedTarget &listed) { return listed.lastPush.hasValue(); });
        leave(isKnown ? ExitCode::Done : ExitCode::Partial);
    }

    TerminalSecrets m_secrets;
    PushTargetService m_service;
    QList<PushTarget> m_waiting; ///< those that were not asked yet
    std::vector<ListedTarget> m_targets;
};

void listTargets(Session &session, const CommandLine::Arguments &, const Finish &finish)
{
    auto *listing = new TargetListing(session, finish); // deletes itself at its end
    listing->start();
}

} // namespace

Command archiveTargetsCommand()
{
    return {
        {{u"archive"_s, u"after-sync"_s},
         {},
         tr("Lists the archives that the workspace is pushed into after each sync, with the last push into "
            "each; “archive push” adds one and takes one off."),
         {},
         0,
         0},
        listTargets};
}

} // namespace Trailglass
