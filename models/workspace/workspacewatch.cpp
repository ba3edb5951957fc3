// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspacewatch.h"

#include "models/core/result.h"
#include "models/store/workspace.h"
#include "models/workspace/readerthread.h"

#include <QFileInfo>
#include <QTimer>

#include <optional>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Where a workspace stands.
struct Standing
{
    bool exists = false; ///< there is a database
    qint64 dataVersion = 0; ///< another one after each commit of anyone
    RowId lastRow;
    qint64 lastRemoval = 0;
    qint64 reviewVersion = 0; ///< another one after each change of reviews, marks and notes

    [[nodiscard]] bool hasSameEvents(const Standing &other) const
    {
        return exists == other.exists && lastRow == other.lastRow && lastRemoval == other.lastRemoval;
    }
};

/// Where the workspace stands now.
/// \param before  where it stood at the last look
Result<Standing> lookAt(OpenWorkspace &workspace, const Standing &before)
{
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind == ErrorKind::NotFound)
        return Standing();
    if (!reader)
        return reader.error();
    // Read first: what is committed from here on makes the next look look again.
    TRY(const auto version, (*reader)->dataVersion());
    if (before.exists && version == before.dataVersion)
        return before;
    TRY(const auto lastRow, (*reader)->lastRow());
    TRY(const auto removed, (*reader)->removedAfter(before.lastRemoval));
    TRY(const auto reviews, (*reader)->reviewVersion());
    return Standing{.exists = true,
                    .dataVersion = version,
                    .lastRow = lastRow,
                    .lastRemoval = removed.sequence,
                    .reviewVersion = reviews};
}

} // namespace

class WorkspaceWatch::Private
{
public:
    Private(WorkspaceWatch *watch, const QString &workspace)
        : q(watch)
        , thread(workspace, u"watch"_s)
    {
        // A database made before the first look is news too.
        if (QFileInfo(WorkspacePaths::of(workspace).database).size() == 0)
            last = Standing();
    }

    void look();
    void end(const Result<Standing> &now);

    WorkspaceWatch *q;
    QTimer timer;
    std::optional<Standing> last; ///< nothing: a database is there, the first look tells where it stands
    bool unreadable = false; ///< at the last look
    bool looking = false;
    bool again = false; ///< a look was requested while one was on
    ReaderThread thread; // last: its work uses everything above
};

void WorkspaceWatch::Private::look()
{
    looking = true;
    again = false;
    thread.post([this, before = last.value_or(Standing())](OpenWorkspace &workspace, const CancelToken &) {
        thread.postToOwner([this, now = lookAt(workspace, before)] { end(now); });
    });
}

void WorkspaceWatch::Private::end(const Result<Standing> &now)
{
    looking = false;
    // Whoever reads the workspace for the user says what is wrong; here the next look tries again.
    const bool wasUnreadable = std::exchange(unreadable, !now);
    const std::optional<Standing> before = now ? std::exchange(last, *now) : std::nullopt;
    if (again)
        look();
    if (!now || (!before && !wasUnreadable))
        return;
    const bool hasNewEvents = wasUnreadable || !now->hasSameEvents(*before);
    const bool hasCommits = hasNewEvents || now->dataVersion != before->dataVersion;
    if (hasNewEvents)
        Q_EMIT q->eventsChanged();
    if (wasUnreadable || now->reviewVersion != before->reviewVersion)
        Q_EMIT q->reviewsChanged();
    if (hasCommits)
        Q_EMIT q->changed();
}

WorkspaceWatch::WorkspaceWatch(const QString &workspace, int interval, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, workspace))
{
    connect(&d->timer, &QTimer::timeout, this, [this] {
        if (!d->looking)
            d->look();
    });
    d->timer.start(interval);
    d->look();
}

WorkspaceWatch::~WorkspaceWatch() = default;

void WorkspaceWatch::look()
{
    if (d->looking)
        d->again = true;
    else
        d->look();
}

} // namespace Trailglass

#include "moc_workspacewatch.cpp"
