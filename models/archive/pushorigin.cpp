// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pushorigin.h"

#include "models/archive/archiverow.h"
#include "models/archive/archivesession.h"
#include "models/archive/nativeblock.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <map>
#include <optional>
#include <set>
#include <span>

namespace Trailglass {

namespace {

/// Which workspaces have which numbers.
using OriginHolders = std::map<quint32, std::set<std::string>>;

Result<OriginHolders> readHolders(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const QByteArray bytes,
        session.ask("SELECT toUInt32(origin), workspace FROM (SELECT DISTINCT origin, workspace, attempt, "
                    "held FROM origin) "
                    "GROUP BY origin, workspace HAVING sum(held) > 0",
                    cancel));
    RowBinaryReader reader(bytes);
    OriginHolders holders;
    while (!reader.atEnd()) {
        const quint32 origin = reader.readUInt32();
        const std::string_view workspace = reader.readText();
        TRY(reader.check());
        holders[origin].emplace(workspace);
    }
    return holders;
}

std::optional<quint32> originOf(const OriginHolders &holders, const std::string &workspace)
{
    for (const auto &[origin, workspaces] : holders) {
        if (workspaces.contains(workspace))
            return origin;
    }
    return {};
}

/// \returns 0 when all are taken
quint32 firstFreeOrigin(const OriginHolders &holders)
{
    for (quint32 origin = 1; origin <= ArchiveRow::MaxOrigin; ++origin) {
        if (!holders.contains(origin))
            return origin;
    }
    return 0;
}

QByteArray originBlock(quint32 origin, const PushingWorkspace &workspace, quint64 attempt, qint8 held,
                       UtcMicros at)
{
    NativeTexts identity(NativeTexts::Coding::Plain);
    NativeTexts name(NativeTexts::Coding::Plain);
    identity.append(workspace.identity);
    name.append(toUtf8(workspace.name));
    NativeBlock block(OriginColumns.size(), 1, 1024);
    block.addNumbers("origin", std::span(&origin, 1));
    block.addTexts("workspace", identity);
    block.addTexts("name", name);
    block.addNumbers("attempt", std::span(&attempt, 1));
    block.addNumbers("held", std::span(&held, 1));
    block.addNumbers("at", std::span(&at.value, 1));
    return std::move(block).take();
}

} // namespace

Result<quint32> pushOrigin(ArchiveSession &session, const PushingWorkspace &workspace, quint64 attempt,
                           UtcMicros at, const ArchiveRetry &retry, const CancelToken &cancel)
{
    const auto holders = [&] {
        return retry.untilKnown<OriginHolders>([&] { return readHolders(session, cancel); }, cancel);
    };
    const auto enter = [&](quint32 origin, qint8 held) {
        const QByteArray block = originBlock(origin, workspace, attempt, held, at);
        return retry.untilKnown<void>(
            [&] {
                return session.insert(
                    "INSERT INTO origin FORMAT Native", block,
                    QStringLiteral("tg-origin-%1-%2").arg(attempt, 16, 16, QLatin1Char('0')).arg(held),
                    cancel);
            },
            cancel);
    };
    TRY(const OriginHolders before, holders());
    if (const auto origin = originOf(before, workspace.identity))
        return *origin;
    const quint32 origin = firstFreeOrigin(before);
    if (origin == 0) {
        return Error{.kind = ErrorKind::TooLarge,
                     .message = Trailglass::tr("%Ln workspace(s) push into this archive already, which is "
                                               "the limit. Push into another archive.",
                                               nullptr, static_cast<int>(ArchiveRow::MaxOrigin))};
    }
    TRY(enter(origin, 1));
    TRY(const OriginHolders after, holders());
    const auto found = after.find(origin);
    if (found != after.end() && found->second.size() == 1)
        return origin;
    TRY(enter(origin, -1));
    return Error{.kind = ErrorKind::Locked,
                 .message = Trailglass::tr(
                     "Another workspace pushed into the archive for the first time at the same moment. "
                     "Push again.")};
}

Result<quint32> existingOrigin(ArchiveSession &session, const PushingWorkspace &workspace,
                               const CancelToken &cancel)
{
    TRY(const OriginHolders holders, readHolders(session, cancel));
    if (const auto origin = originOf(holders, workspace.identity))
        return *origin;
    return Error{.kind = ErrorKind::NotFound,
                 .message =
                     Trailglass::tr("This workspace has not pushed into the archive at %1 yet. Push first.")
                         .arg(session.place().server())};
}

} // namespace Trailglass
