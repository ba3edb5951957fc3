// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"

#include "models/core/logging.h"
#include "models/core/ownfile.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"
#include "models/store/ledger.h"
#include "models/store/migrations.h"
#include "models/store/pagewriter.h"
#include "models/store/presettable.h"
#include "models/store/purger.h"
#include "models/store/quarantinetable.h"
#include "models/store/runtable.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedvaluecheck.h"
#include "models/store/transaction.h"
#include "models/store/workspace.h"

#include <QFileInfo>

#include <unistd.h>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// SQLite would create the file with the permissions of the umask; the log and its index inherit the file's.
Result<void> createPrivately(const WorkspacePaths &paths)
{
    // An existing file is not opened: SQLite may have it open, and closing it would drop SQLite's locks.
    if (QFileInfo::exists(paths.database))
        return {};
    TRY(const int created, OwnFile::open(paths.database, [](const QString &path, int reason) {
            return Error{
                .kind = ErrorKind::Storage,
                .message = tr("The workspace %1 cannot be created: %2.").arg(path, qt_error_string(reason))};
        }));
    ::close(created);
    return {};
}

Result<std::unique_ptr<SqlConnection>> openMigrated(const WorkspacePaths &paths, const CancelToken &cancel)
{
    TRY(inspectDatabase(paths.database));
    TRY(prepareWorkspace(paths));
    TRY(createPrivately(paths));
    TRY(std::unique_ptr<SqlConnection> connection, SqlConnection::openForWriting(paths.database));
    TRY(migrate(*connection, paths, migrations(), cancel));
    // Fails while another process has the database open; that one has set it, or the next writer will.
    const Result<void> logged = connection->execute("PRAGMA journal_mode=WAL");
    if (!logged && logged.error().kind != ErrorKind::Locked)
        return logged.error();
    TRY(prepareWorkspace(paths));
    return connection;
}

} // namespace

class EventWriter::Private
{
public:
    WorkspacePaths paths;
    std::unique_ptr<SqlConnection> connection;
    std::unique_ptr<PageWriter> pages;
    Statement dataVersion;
    qint64 lastDataVersion = 0;

    Result<void> open(const CancelToken &cancel);
    /// Runs \a work in a transaction of its own; \a work returns a Result.
    template <class Work>
    auto transact(Work work) -> decltype(work());
    Result<void> noticeOthers();
    Result<CommitCounts> write(const PageCommit &page);
    Result<void> quarantineConflicts(const PageCommit &page, std::span<const Event *const> conflicts);
    Result<void> purge(SourceId source, const CancelToken &cancel);
    Result<void> finishPurges(const CancelToken &cancel);
};

Result<void> EventWriter::Private::open(const CancelToken &cancel)
{
    TRY(std::unique_ptr<SqlConnection> opened, openMigrated(paths, cancel));
    connection = std::move(opened);
    TRY(checkSequences(*connection));
    TRY(std::unique_ptr<PageWriter> writer, PageWriter::open(*connection));
    pages = std::move(writer);
    TRY(Statement statement, connection->prepare("PRAGMA data_version"));
    dataVersion = std::move(statement);
    return {};
}

template <class Work>
auto EventWriter::Private::transact(Work work) -> decltype(work())
{
    TRY(WriteTransaction transaction, WriteTransaction::begin(*connection));
    TRY(noticeOthers());
    auto result = work();
    const Result<void> committed = result ? transaction.commit() : Result<void>();
    if (result && committed)
        return result;
    pages->forget();
    return result ? committed.error() : result.error();
}

/// Cached texts and ids may be wrong once another process has deleted some in a purge.
Result<void> EventWriter::Private::noticeOthers()
{
    TRY(dataVersion.firstRow([this](const Statement &row) {
        const qint64 version = row.integer(0);
        if (version != lastDataVersion)
            pages->forget();
        lastDataVersion = version;
    }));
    return {};
}

Result<CommitCounts> EventWriter::Private::write(const PageCommit &page)
{
    TRY(SourceTable::requireExists(*connection, page.source));
    TRY(const WrittenEvents written, pages->write(page.source, page.received, page.events));
    TRY(quarantineConflicts(page, written.conflicts));
    TRY(QuarantineTable::addUnreadable(*connection, page.source, page.received, page.unreadable));
    TRY(Ledger::addCoverage(*connection, page.source, page.covered, page.fingerprint));
    if (page.checkpoint) {
        TRY(SourceTable::setCheckpoint(*connection, page.source, *page.checkpoint, page.fingerprint));
    }
    CommitCounts counts = written.counts;
    counts.unreadable = static_cast<qint64>(page.unreadable.size());
    counts.received += counts.unreadable;
    return counts;
}

Result<void> EventWriter::Private::quarantineConflicts(const PageCommit &page,
                                                       std::span<const Event *const> conflicts)
{
    if (!page.retried.empty())
        return QuarantineTable::resolve(*connection, page, conflicts);
    return QuarantineTable::addConflicts(*connection, page.source, page.received, conflicts, page.place);
}

Result<void> EventWriter::Private::purge(SourceId source, const CancelToken &cancel)
{
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquireUnlessHeldHere(paths, u"purge"_s));
    const LogTimer timer;
    Purger purger(*connection);
    Result<void> done = purger.begin(source);
    if (done)
        done = purger.finish(source, cancel);
    qCDebug(logStore) << "source" << source.value << "purged:" << bool(done) << "in" << timer;
    pages->forget();
    return done;
}

Result<void> EventWriter::Private::finishPurges(const CancelToken &cancel)
{
    Purger purger(*connection);
    TRY(const std::vector<SourceId> sources, purger.unfinished());
    if (sources.empty())
        return {};
    // Another process may be at work on the same purge.
    const auto lock = WorkspaceLock::acquireUnlessHeldHere(paths, u"purge"_s);
    if (!lock)
        return {};
    for (const SourceId source : sources) {
        const Result<void> done = purger.finish(source, cancel);
        pages->forget();
        if (!done)
            return done.error().kind == ErrorKind::Cancelled ? Result<void>() : done;
    }
    return {};
}

EventWriter::EventWriter(std::unique_ptr<Private> content)
    : d(std::move(content))
{
}

EventWriter::~EventWriter() = default;

Result<std::unique_ptr<EventWriter>> EventWriter::open(const QString &workspace, OpenPurges purges,
                                                       const CancelToken &cancel)
{
    const LogTimer timer;
    auto content = std::make_unique<Private>();
    content->paths = WorkspacePaths::of(workspace);
    Result<void> opened = content->open(cancel);
    if (opened && purges == OpenPurges::Finished)
        opened = content->finishPurges(cancel);
    if (!opened) {
        qCInfo(logStore).noquote() << "database not opened for writing:"
                                   << errorKindName(opened.error().kind);
        return opened.error();
    }
    qCDebug(logStore) << "database opened for writing in" << timer;
    return std::unique_ptr<EventWriter>(new EventWriter(std::move(content)));
}

Result<CommitCounts> EventWriter::commit(const PageCommit &page)
{
    const LogTimer timer;
    const auto counts = d->transact([&] { return d->write(page); });
    if (counts) {
        qCDebug(logStore) << "source" << page.source.value << "committed:" << counts->received
                          << "new:" << counts->added << "quarantined:" << counts->unreadable
                          << "checkpoint:" << page.checkpoint.has_value() << "in" << timer;
    } else {
        qCInfo(logStore).noquote() << "source" << page.source.value
                                   << "commit failed:" << errorKindName(counts.error().kind);
    }
    return counts;
}

Result<SourceId> EventWriter::addSource(const SourceRecord &source)
{
    return d->transact([&] { return SourceTable::add(*d->connection, source); });
}

Result<void> EventWriter::takeBackSource(SourceId source, const QMap<QString, SecretReference> &left)
{
    return d->transact([&] {
        return left.isEmpty() ? SourceTable::takeBack(*d->connection, source)
                              : SourceTable::markRemoved(*d->connection, source, left);
    });
}

Result<void> EventWriter::updateSource(const SourceRecord &source, const QByteArray &fingerprint,
                                       Secrets secrets)
{
    return d->transact([&]() -> Result<void> {
        TRY(SourceTable::update(*d->connection, source, fingerprint));
        return secrets == Secrets::Replaced ? SourceTable::resetCheckpoint(*d->connection, source.id)
                                            : Result<void>();
    });
}

Result<void> EventWriter::removeSource(SourceId source, Purge purge, const CancelToken &cancel)
{
    if (purge == Purge::Yes)
        return d->purge(source, cancel);
    return removeSourceKeeping(source, {});
}

Result<void> EventWriter::finishPurges(const CancelToken &cancel)
{
    return d->finishPurges(cancel);
}

Result<void> EventWriter::removeSourceKeeping(SourceId source, const QMap<QString, SecretReference> &secrets)
{
    return d->transact([&] { return SourceTable::markRemoved(*d->connection, source, secrets); });
}

Result<RunId> EventWriter::beginRun(SourceId source, RunKind kind, UtcMicros at)
{
    return d->transact([&] { return RunTable::begin(*d->connection, source, kind, at); });
}

Result<void> EventWriter::finishRun(const RunRecord &run)
{
    return d->transact([&]() -> Result<void> {
        TRY(RunTable::finish(*d->connection, run));
        if (run.kind == RunKind::Import || run.end->status == RunStatus::Cancelled)
            return SourceTable::requireExists(*d->connection, run.source);
        const QString error = run.figures.error ? run.figures.error->message : QString();
        return SourceTable::finishRun(*d->connection, run.source, run.end->at, error);
    });
}

Result<void> EventWriter::savePreset(const Preset &preset)
{
    return d->transact([&] { return PresetTable::save(*d->connection, preset); });
}

Result<void> EventWriter::changePresets(const PresetChanges &changes)
{
    return d->transact([&] { return PresetTable::change(*d->connection, changes); });
}

Result<void>
EventWriter::changePresets(const std::function<Result<PresetChanges>(const QList<Preset> &)> &plan)
{
    return d->transact([&]() -> Result<void> {
        TRY(const QList<Preset> presets, PresetTable::all(*d->connection));
        TRY(const PresetChanges changes, plan(presets));
        return PresetTable::change(*d->connection, changes);
    });
}

} // namespace Trailglass
