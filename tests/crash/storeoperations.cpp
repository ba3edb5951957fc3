// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/storeoperations.h"

#include "models/presets/presetstorage.h"
#include "models/query/index/savedindex.h"
#include "models/store/databasefile.h"
#include "models/store/schema.h"
#include "models/store/workspace.h"
#include "models/workspace/quarantineretry.h"
#include "models/workspace/workspacecheck.h"
#include "tests/crash/plaindatabase.h"
#include "tests/crash/samples.h"
#include "tests/network/manualclock.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr SourceId Work{1};
constexpr SourceId Leaving{2};

QString databaseOf(const QString &workspace)
{
    return WorkspacePaths::of(workspace).database;
}

/// A workspace with a source and a page of events.
void prepareSource(const QString &workspace)
{
    const auto writer = needed(EventWriter::open(workspace));
    needed(writer->addSource(sampleSource(u"work"_s)));
    needed(writer->commit(samplePage(Work, 1, sampleEvents(0, 40))));
}

void prepareTwoSources(const QString &workspace)
{
    prepareSource(workspace);
    const auto writer = needed(EventWriter::open(workspace));
    needed(writer->addSource(sampleSource(u"leaving"_s)));
    // Some texts are of both sources, some of one.
    needed(writer->commit(samplePage(Leaving, 1, sampleEvents(20, 60))));
    needed(writer->savePreset({.name = u"mine"_s, .expression = u"outcome:success"_s}));
}

void prepareFullSegment(const QString &workspace)
{
    prepareTwoSources(workspace);
    fillSegment(workspace, Work);
}

void prepareDamage(const QString &workspace)
{
    prepareFullSegment(workspace);
    needed(saveIndex(workspace, {}));
    PlainDatabase database(databaseOf(workspace));
    database.execute("UPDATE dictionary SET text = text || '?' WHERE dictionary = 1 AND code % 3 = 0");
    database.execute("UPDATE index_part SET data = x'00' WHERE key = 5");
    database.execute("DELETE FROM raw_signature");
}

/// New events, some that replace others, some that are stored already, one that cannot be read.
Result<void> commitPage(const QString &workspace)
{
    PageCommit page = samplePage(Work, 2, sampleEvents(0, 10, 1));
    for (Event &event : sampleEvents(30, 40))
        page.events.push_back(std::move(event));
    page.unreadable.push_back({.bytes = "?", .length = 1, .offset = 3, .reason = u"broken"_s});
    TRY(const auto writer, EventWriter::open(workspace));
    TRY(writer->commit(page));
    return {};
}

/// Each is a transaction of its own. Done again, the marks and the note change nothing, and there is one more review.
Result<void> reviewMarkAndNote(const QString &workspace)
{
    const UtcMicros at = samplePage(Work, 1, {}).received;
    TRY(const auto writer, EventWriter::open(workspace));
    TRY(writer->setMarks({.events = {{u"work"_s, "1"}, {u"work"_s, "2"}},
                          .colour = MarkColour::Red,
                          .reviewer = u"ann"_s,
                          .at = at}));
    TRY(writer->setNote({.event = {u"work"_s, "2"}, .note = u"why?"_s, .reviewer = u"ann"_s, .at = at}));
    TRY(writer->review(
        {.at = at, .reviewer = u"ann"_s, .name = u"default"_s, .row = RowId{40}, .count = 40}));
    return {};
}

/// Whether the tree has their records, treeProblemsOf() says.
QStringList missingOfReview(const QString &workspace)
{
    QStringList missing;
    PlainDatabase database(databaseOf(workspace));
    if (database.texts("SELECT count(*) FROM event_mark") != QList<QByteArray>{"2"})
        missing += u"there are other marks"_s;
    if (database.texts("SELECT note FROM event_note") != QList<QByteArray>{"why?"})
        missing += u"there are other notes"_s;
    if (database.texts("SELECT DISTINCT reviewer FROM review") != QList<QByteArray>{"ann"})
        missing += u"there is no review"_s;
    return missing;
}

/// Rows that can be read now, one of them a newer version of a stored event, and one that cannot.
void prepareQuarantine(const QString &workspace)
{
    prepareSource(workspace);
    PageCommit page = samplePage(Work, 2, {});
    for (const Event &event : sampleEvents(39, 30, 1)) {
        const QByteArray bytes = QByteArray::fromStdString(event.raw);
        page.unreadable.push_back(
            {.bytes = bytes, .length = bytes.size(), .offset = 0, .reason = u"not readable yet"_s});
    }
    page.unreadable.push_back({.bytes = "?", .length = 1, .offset = 3, .reason = u"broken"_s});
    needed(needed(EventWriter::open(workspace))->commit(page));
}

Result<void> retry(const QString &workspace)
{
    const ManualClock clock("2026-11-20T12:00:00Z");
    TRY(const QuarantineRetryReport report, retryQuarantine(workspace, {}, clock, {}));
    for (const QuarantineRetry &source : report.sources) {
        if (source.error)
            return *source.error;
    }
    return {};
}

QStringList leftOfRetry(const QString &workspace)
{
    const QList<QByteArray> left = PlainDatabase(databaseOf(workspace)).texts("SELECT bytes FROM quarantine");
    return left == QList<QByteArray>{"?"} ? QStringList()
                                          : QStringList(u"%1 rows are left"_s.arg(left.size()));
}

Result<void> addFirstSource(const QString &workspace)
{
    TRY(const auto writer, EventWriter::open(workspace));
    const Result<SourceId> added = writer->addSource(sampleSource(u"work"_s));
    // The name is taken: an attempt before has added it.
    return added || added.error().kind == ErrorKind::Usage ? Result<void>() : added.error();
}

Result<void> changePresets(const QString &workspace)
{
    return changeStoredPresets(workspace, [](const QList<Preset> &) -> Result<PresetChanges> {
        return PresetChanges{.deleted = {u"mine"_s},
                             .saved = {{.name = u"yours"_s, .expression = u"outcome:failure"_s},
                                       {.name = u"ours"_s, .expression = u"preset:yours"_s}}};
    });
}

Result<void> save(const QString &workspace)
{
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquire(WorkspacePaths::of(workspace), u"sync"_s));
    TRY(saveIndex(workspace, {}));
    return {};
}

QStringList unsavedSegments(const QString &workspace)
{
    const SavedIndexSize size = needed(savedIndexSize(workspace));
    QStringList problems = needed(checkSavedIndex(workspace, {}));
    if (size.fullSegments != 1 || size.savedSegments != 1)
        problems += u"%1 of %2 segments are saved"_s.arg(size.savedSegments).arg(size.fullSegments);
    return problems;
}

Result<void> purge(const QString &workspace)
{
    TRY(const auto writer, EventWriter::open(workspace)); // finishes one that was begun
    const Result<void> removed = writer->removeSource(Leaving, EventWriter::Purge::Yes);
    return removed || removed.error().kind == ErrorKind::NotFound ? Result<void>() : removed.error();
}

QStringList leftOfPurge(const QString &workspace)
{
    QStringList left;
    PlainDatabase database(databaseOf(workspace));
    for (const QByteArray &count : database.texts(
             "SELECT count(*) || ' in event' FROM event WHERE source = 2 HAVING count(*) > 0 UNION ALL "
             "SELECT count(*) || ' in raw_block' FROM raw_block WHERE source = 2 HAVING count(*) > 0 "
             "UNION ALL SELECT count(*) || ' in coverage' FROM coverage WHERE source = 2 HAVING "
             "count(*) > 0 UNION ALL SELECT 'text ' || text FROM dictionary WHERE dictionary = 1 AND code "
             "NOT IN (SELECT action FROM event)"))
        left += QString::fromUtf8(count);
    return left;
}

Result<void> repair(const QString &workspace)
{
    TRY(repairWorkspace(workspace, {}));
    return {};
}

QStringList problemsOf(const QString &workspace)
{
    return needed(checkWorkspace(workspace, {}, [](const QString &) {}));
}

void prepareVersion(int version, const QString &workspace)
{
    const QTemporaryDir present;
    prepareTwoSources(present.path());
    makeVersion(version, present.path(), workspace);
}

Result<void> openForWriting(const QString &workspace)
{
    TRY(EventWriter::open(workspace));
    return {};
}

QStringList otherVersion(const QString &workspace)
{
    const int version = needed(inspectDatabase(databaseOf(workspace))).version;
    return version == Schema::Version ? QStringList() : QStringList(u"version %1"_s.arg(version));
}

std::vector<StoreOperation> allOperations()
{
    std::vector<StoreOperation> operations{
        {"page", prepareSource, commitPage},
        {"first source", [](const QString &) {}, addFirstSource},
        {"presets", prepareTwoSources, changePresets},
        {"review, marks and note", prepareSource, reviewMarkAndNote, missingOfReview},
        {"retry", prepareQuarantine, retry, leftOfRetry},
        {"saved index", prepareFullSegment, save, unsavedSegments},
        {"purge", prepareTwoSources, purge, leftOfPurge},
        {"repair", prepareDamage, repair, problemsOf},
    };
    for (int version = 1; version < Schema::Version; ++version) {
        operations.push_back({"migration from version " + QByteArray::number(version),
                              [version](const QString &workspace) { prepareVersion(version, workspace); },
                              openForWriting, otherVersion});
    }
    return operations;
}

} // namespace

const std::vector<StoreOperation> &storeOperations()
{
    static const std::vector<StoreOperation> Operations = allOperations();
    return Operations;
}

const StoreOperation &storeOperation(const QByteArray &name)
{
    const auto found = std::ranges::find_if(
        storeOperations(), [&name](const StoreOperation &each) { return each.name == name; });
    if (found == storeOperations().end())
        qFatal("there is no operation %s", name.constData());
    return *found;
}

} // namespace Trailglass::Testing
