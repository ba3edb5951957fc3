// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/sourceclaims.h"

#include "models/archive/archivesession.h"
#include "models/archive/nativeblock.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <vector>

namespace Trailglass {

namespace {

Error claimedByOther(const std::string &source, const std::string &workspace)
{
    return {
        .kind = ErrorKind::Rejected,
        .message =
            Trailglass::tr(
                "The source “%1” belongs to the workspace “%2”, which pushes its events into this "
                "archive. If both sync the same account, push from one of them only; to make it this one: in "
                "the window File → Manage archive… → Claim a source…, on the command line trailglass-cli "
                "archive claim URL SOURCE --take-over. If they sync different ones, rename the source here.")
                .arg(visibleText(source), visibleText(workspace))};
}

Error claimedAtOnce(const std::string &source)
{
    return {.kind = ErrorKind::Locked,
            .message = Trailglass::tr(
                           "Another workspace began to push a source “%1” at the same moment. Push again.")
                           .arg(visibleText(source))};
}

} // namespace

SourceClaims::SourceClaims(ArchiveSession &session, const PushIdentity &identity, const ArchiveRetry &retry)
    : m_session(session)
    , m_identity(identity)
    , m_retry(retry)
{
}

Result<void> SourceClaims::claim(const Sources &sources, UtcMicros at, const CancelToken &cancel)
{
    Sources unclaimed = sources;
    std::erase_if(unclaimed, [this](const auto &source) { return m_claimed.contains(source.first); });
    if (unclaimed.empty())
        return {};
    const auto readClaims = [&] {
        return m_retry.untilKnown<Claims>([&] { return read(unclaimed, cancel); }, cancel);
    };
    TRY(const Claims before, readClaims());
    if (!before.others.empty())
        return claimedByOther(before.others.begin()->first, before.others.begin()->second);
    std::erase_if(unclaimed, [&before](const auto &source) { return before.ours.contains(source.first); });
    if (!unclaimed.empty()) {
        TRY(enter(unclaimed, 1, at, cancel));
        TRY(const Claims after, readClaims());
        if (!after.others.empty()) {
            TRY(enter(unclaimed, -1, at, cancel));
            return claimedAtOnce(after.others.begin()->first);
        }
    }
    for (const auto &[source, vendor] : sources)
        m_claimed.insert(source);
    return {};
}

Result<SourceClaims::Claims> SourceClaims::read(const Sources &sources, const CancelToken &cancel) const
{
    std::vector<std::string> names;
    for (const auto &[source, vendor] : sources)
        names.push_back(source);
    const ArchiveSql sql = "SELECT toUInt32(origin), source FROM (SELECT DISTINCT source, origin, attempt, "
                           "held FROM claim WHERE "
        + isOneOf("source", names) + ") GROUP BY origin, source HAVING sum(held) > 0";
    TRY(const QByteArray bytes, m_session.ask(sql, cancel));
    TRY(const QByteArray workspaces,
        m_session.ask(
            "SELECT toUInt32(origin), name FROM (SELECT DISTINCT origin, name, attempt, held FROM origin) "
            "GROUP BY origin, name HAVING sum(held) > 0",
            cancel));
    std::map<quint32, std::string> workspaceNames;
    RowBinaryReader workspaceReader(workspaces);
    while (!workspaceReader.atEnd()) {
        const quint32 origin = workspaceReader.readUInt32();
        workspaceNames.insert_or_assign(origin, std::string(workspaceReader.readText()));
        TRY(workspaceReader.check());
    }
    RowBinaryReader reader(bytes);
    Claims claims;
    while (!reader.atEnd()) {
        const quint32 origin = reader.readUInt32();
        const std::string source(reader.readText());
        TRY(reader.check());
        if (origin == m_identity.origin)
            claims.ours.insert(source);
        else
            claims.others.insert_or_assign(source, workspaceNames[origin]);
    }
    return claims;
}

Result<void> SourceClaims::enter(const Sources &sources, qint8 held, UtcMicros at, const CancelToken &cancel)
{
    NativeTexts names(NativeTexts::Coding::Plain);
    NativeTexts vendors(NativeTexts::Coding::Plain);
    for (const auto &[source, vendor] : sources) {
        names.append(source);
        vendors.append(name(vendor));
    }
    const std::size_t count = sources.size();
    NativeBlock block(ClaimColumns.size(), count, 1024);
    block.addTexts("source", names);
    block.addTexts("vendor", vendors);
    block.addNumbers("origin", std::vector<quint32>(count, m_identity.origin));
    block.addNumbers("attempt", std::vector<quint64>(count, m_identity.attempt));
    block.addNumbers("held", std::vector<qint8>(count, held));
    block.addNumbers("at", std::vector<qint64>(count, at.value));
    const QByteArray bytes = std::move(block).take();
    return m_retry.untilKnown<void>(
        [&] {
            const QString queryId = QStringLiteral("tg-%1-claims-%2-%3")
                                        .arg(m_identity.origin)
                                        .arg(m_identity.attempt, 16, 16, QLatin1Char('0'))
                                        .arg(++m_statements);
            return m_session.insert("INSERT INTO claim FORMAT Native", bytes, queryId, cancel);
        },
        cancel);
}

} // namespace Trailglass
