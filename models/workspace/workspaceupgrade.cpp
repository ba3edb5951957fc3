// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspaceupgrade.h"

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/store/counters.h"
#include "models/store/databasefile.h"
#include "models/store/eventwriter.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/treeedge.h"
#include "models/store/workspace.h"

#include <QFileInfo>
#include <QTimer>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

constexpr int ProgressInterval = 200; // ms

/// Whether what an earlier version has stored is not hashed to its end.
bool isHalfHashed(SqlConnection &connection)
{
    const Result<TreeEdge> edge = readTreeEdge(connection);
    const Result<RowId> lastRow = readLastRow(connection);
    return edge && !edge->isBuilt && lastRow && *lastRow;
}

std::optional<UpgradeNeed> upgradeNeed(const WorkspacePaths &paths)
{
    const auto file = inspectDatabase(paths.database);
    // Version 0 is a database that is just being made.
    if (!file || !file->exists || file->version == 0 || file->version > Schema::Version)
        return std::nullopt;
    if (!QFileInfo(paths.folder).isWritable())
        return std::nullopt;
    const qint64 bytes = QFileInfo(paths.database).size();
    // The file's header tells the version of the last checkpoint, which readers may have delayed.
    if (const auto connection = SqlConnection::openForReading(paths.folder)) {
        const Result<qint64> version = (*connection)->integer("PRAGMA user_version");
        if (version && *version >= Schema::Version) {
            return isHalfHashed(**connection) ? std::optional(UpgradeNeed{Schema::Version, bytes, {}, true})
                                              : std::nullopt;
        }
    }
    if (file->version == Schema::Version)
        return std::nullopt;
    return UpgradeNeed{file->version, bytes, u"%1.v%2.backup"_s.arg(paths.database).arg(file->version),
                       false};
}

} // namespace

class WorkspaceUpgrade::Private
{
public:
    explicit Private(const QString &workspace)
        : paths(WorkspacePaths::of(workspace))
        , thread(u"upgrade"_s)
    {
    }

    const WorkspacePaths paths;
    QString unfinished; ///< the copy while it is written
    QTimer progress;
    bool isRunning = false;
    CancelSource cancel;
    WorkerThread thread; // last: its work uses everything above
};

WorkspaceUpgrade::WorkspaceUpgrade(const QString &workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(workspace))
{
    d->progress.setInterval(ProgressInterval);
    connect(&d->progress, &QTimer::timeout, this, [this] {
        if (const qint64 bytes = QFileInfo(d->unfinished).size(); bytes > 0)
            Q_EMIT progressed(bytes);
    });
}

WorkspaceUpgrade::~WorkspaceUpgrade()
{
    d->cancel.cancel();
}

void WorkspaceUpgrade::check()
{
    d->thread.post([this] {
        d->thread.postToOwner([this, need = upgradeNeed(d->paths)] {
            if (d->isRunning)
                return;
            if (!need) {
                Q_EMIT notNeeded();
                return;
            }
            d->unfinished = need->isBegun ? QString() : QString(need->backup + ".part"_L1);
            Q_EMIT needed(*need);
        });
    });
}

void WorkspaceUpgrade::start()
{
    if (std::exchange(d->isRunning, true))
        return;
    d->progress.start();
    d->thread.post([this, cancel = d->cancel.token()] {
        const auto note = [this](qint64 rows, qint64 ofRows) {
            d->thread.postToOwner([this, rows, ofRows] { Q_EMIT hashed(rows, ofRows); });
        };
        // Opening for writing is what upgrades.
        auto opened = EventWriter::open(d->paths.folder, EventWriter::OpenPurges::Finished, cancel, note);
        const Result<void> upgraded = opened ? Result<void>() : opened.error();
        d->thread.postToOwner([this, upgraded] {
            d->isRunning = false;
            d->progress.stop();
            if (upgraded)
                Q_EMIT finished();
            else
                Q_EMIT failed(upgraded.error());
        });
    });
}

bool WorkspaceUpgrade::isRunning() const
{
    return d->isRunning;
}

} // namespace Trailglass

#include "moc_workspaceupgrade.cpp"
