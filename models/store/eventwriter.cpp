// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"

#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/store/checkpointtable.h"
#include "models/store/ledger.h"
#include "models/store/migrateddatabase.h"
#include "models/store/pagewriter.h"
#include "models/store/presettable.h"
#include "models/store/purger.h"
#include "models/store/quarantinetable.h"
#include "models/store/reviewwriter.h"
#include "models/store/runtable.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedvaluecheck.h"
#include "models/store/transaction.h"
#include "models/store/treebuilder.h"
#include "models/store/treerecords.h"
#include "models/store/treewriter.h"
#include "models/store/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// What the record of a purge says of who did it.
QString purgingProgram()
{
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    return program == "trailglass"_L1 ? u"window"_s : program;
}

} // namespace

class EventWriter::Private
{
public:
    WorkspacePaths paths;
    const Clock *clock = nullptr; ///< not null once opened
    std::unique_ptr<SqlConnection> connection;
    std::unique_ptr<TreeWriter> tree;
    std::unique_ptr<PageWriter> pages;
    Statement dataVersion;
    qint64 lastDataVersion = 0;

    Result<void> open(const CancelToken &cancel, const TreeProgress &progress);
    /// Runs \a work in a transaction of its own; \a work returns a Result.
    template <class Work>
    auto transact(Work work) -> decltype(work());
    Result<void> noticeOthers();
    /// Clears what is kept in memory.
    void forget();
    Result<CommitCounts> write(const PageCommit &page);
    Result<void> quarantineConflicts(const PageCommit &page, std::span<const Event *const> conflicts);
    Result<void> purge(SourceId source, const CancelToken &cancel);
    Result<void> finishPurges(const CancelToken &cancel);
    Result<void> appendRecord(const QString &kind, const QJsonObject &record);
    [[nodiscard]] ReviewWriter::AppendRecord recordAppender();
};

Result<void> EventWriter::Private::open(const CancelToken &cancel, const TreeProgress &progress)
{
    TRY(connection, openMigrated(paths, cancel));
    TRY(checkSequences(*connection));
    TRY(buildTree(*connection, paths, *clock, cancel, progress));
    TRY(tree, TreeWriter::open(*connection));
    TRY(pages, PageWriter::open(*connection, *tree));
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
    Result<void> committed = result ? tree->finish(clock->now()) : Result<void>();
    if (result && committed)
        committed = transaction.commit();
    if (result && committed)
        return result;
    forget();
    return result ? committed.error() : result.error();
}

/// Cached texts and ids may be wrong once another process has deleted some in a purge, and its leaves are not in the edge
/// of the tree that is kept.
Result<void> EventWriter::Private::noticeOthers()
{
    TRY(dataVersion.firstRow([this](const Statement &row) {
        const qint64 version = row.integer(0);
        if (version != lastDataVersion)
            forget();
        lastDataVersion = version;
    }));
    return {};
}

void EventWriter::Private::forget()
{
    pages->forget();
    tree->forget();
}

Result<CommitCounts> EventWriter::Private::write(const PageCommit &page)
{
    TRY(SourceTable::requireExists(*connection, page.source));
    TRY(const WrittenEvents written, pages->write(page.source, page.received, page.events));
    TRY(quarantineConflicts(page, written.conflicts));
    TRY(QuarantineTable::addUnreadable(*connection, *tree, page.source, page.received, page.unreadable));
    TRY(Ledger::addCoverage(*connection, *tree, page.source, page.covered, page.fingerprint));
    if (page.checkpoint) {
        TRY(SourceTable::setCheckpoint(*connection, page.source, *page.checkpoint, page.fingerprint));
    }
    CommitCounts counts = written.counts;
    counts.unreadable = static_cast<qint64>(page.unreadable.size());
    counts.received += counts.unreadable;
    TRY(tree->finish(page.received));
    return counts;
}

Result<void> EventWriter::Private::quarantineConflicts(const PageCommit &page,
                                                       std::span<const Event *const> conflicts)
{
    if (!page.retried.empty())
        return QuarantineTable::resolve(*connection, *tree, page, conflicts);
    return QuarantineTable::addConflicts(*connection, *tree, page.source, page.received, conflicts,
                                         page.place);
}

Result<void> EventWriter::Private::purge(SourceId source, const CancelToken &cancel)
{
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquireUnlessHeldHere(paths, u"purge"_s));
    const LogTimer timer;
    Purger purger(*connection, *tree);
    Result<void> done = purger.begin(source, clock->now(), purgingProgram());
    if (done)
        done = purger.finish(source, cancel);
    qCDebug(logStore) << "source" << source.value << "purged:" << bool(done) << "in" << timer;
    forget();
    return done;
}

Result<void> EventWriter::Private::finishPurges(const CancelToken &cancel)
{
    Purger purger(*connection, *tree);
    TRY(const std::vector<SourceId> sources, purger.unfinished());
    if (sources.empty())
        return {};
    // Another process may be at work on the same purge.
    const auto lock = WorkspaceLock::acquireUnlessHeldHere(paths, u"purge"_s);
    if (!lock)
        return {};
    for (const SourceId source : sources) {
        const Result<void> done = purger.finish(source, cancel);
        forget();
        if (!done)
            return done.error().kind == ErrorKind::Cancelled ? Result<void>() : done;
    }
    return {};
}

Result<void> EventWriter::Private::appendRecord(const QString &kind, const QJsonObject &record)
{
    const std::string name = toUtf8(kind);
    TRY(tree->appendRecord(name, TreeRecords::text(name, record)));
    return {};
}

ReviewWriter::AppendRecord EventWriter::Private::recordAppender()
{
    return [this](std::string_view kind, const QJsonObject &members) {
        return appendRecord(toQString(kind), members);
    };
}

EventWriter::EventWriter(std::unique_ptr<Private> content)
    : d(std::move(content))
{
}

EventWriter::~EventWriter() = default;

Result<std::unique_ptr<EventWriter>> EventWriter::open(const QString &workspace, OpenPurges purges,
                                                       const CancelToken &cancel,
                                                       const TreeProgress &progress, const Clock *clock)
{
    static const SystemClock machine;
    const LogTimer timer;
    auto content = std::make_unique<Private>();
    content->paths = WorkspacePaths::of(workspace);
    content->clock = clock ? clock : &machine;
    Result<void> opened = content->open(cancel, progress);
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

Result<void> EventWriter::addRecord(const QString &kind, const QJsonObject &record)
{
    return d->transact([&] { return d->appendRecord(kind, record); });
}

Result<ReviewEntry> EventWriter::review(const ReviewEntry &entry)
{
    return d->transact([&]() -> Result<ReviewEntry> {
        ReviewEntry sized = entry;
        TRY(sized.size, d->tree->size());
        return ReviewWriter::review(*d->connection, sized, d->recordAppender());
    });
}

Result<qint64> EventWriter::setMarks(const MarkChange &change)
{
    return d->transact([&] { return ReviewWriter::setMarks(*d->connection, change, d->recordAppender()); });
}

Result<bool> EventWriter::setNote(const NoteChange &change)
{
    return d->transact([&] { return ReviewWriter::setNote(*d->connection, change, d->recordAppender()); });
}

Result<void> EventWriter::addTreeCheckpoint(qint64 size, UtcMicros at, const QByteArray &note)
{
    return d->transact(
        [&] { return CheckpointTable::add(*d->connection, {.size = size, .at = at, .note = note}); });
}

Result<std::vector<SigningKeyRecord>> EventWriter::signingKeys()
{
    return SigningKeyTable::all(*d->connection);
}

Result<qint64> EventWriter::addSigningKey(const SigningKeyRecord &key, std::optional<qint64> replaces,
                                          const QByteArray &signature)
{
    return d->transact([&]() -> Result<qint64> {
        TRY(const qint64 id, SigningKeyTable::replace(*d->connection, key, replaces));
        const NoteVerifier verifier{.name = key.name, .key = key.key};
        TRY(d->tree->appendRecord(TreeRecords::Key, TreeRecords::key(key.created, verifier, signature)));
        return id;
    });
}

Result<void> EventWriter::moveSigningKey(qint64 id, const SecretReference &place)
{
    return d->transact([&] { return SigningKeyTable::move(*d->connection, id, place); });
}

Result<void> EventWriter::retireSigningKey(qint64 id, UtcMicros at)
{
    return d->transact([&] { return SigningKeyTable::retire(*d->connection, id, at); });
}

} // namespace Trailglass
