// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Takes every path of reading and repairing over workspaces whose rows or bytes were changed. Nothing may
// crash, hang or fill the memory; what cannot be done is an error with a message.

#include "models/filter/filter.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/index/savedindex.h"
#include "models/query/storerecordsource.h"
#include "models/sources/source.h"
#include "models/store/coveragegaps.h"
#include "models/store/eventwriter.h"
#include "models/store/integrity.h"
#include "models/store/signaturecheck.h"
#include "models/store/treecheck.h"
#include "models/store/treereader.h"
#include "models/sync/fieldcheck.h"
#include "tests/fuzz/damagedworkspace.h"
#include "tests/fuzz/fuzztarget.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Fuzz::require;

namespace {

constexpr std::size_t PageOfRecords = 50;

template <class Value>
const Result<Value> &checked(const Result<Value> &result)
{
    Fuzz::reached(result ? "done" : "damage reported");
    if (!result) {
        require(!result.error().message.isEmpty(), "an error has a message");
        require(result.error().kind != ErrorKind::Internal, "damage is no programming error");
    }
    return result;
}

Filter::NodePointer filterOf(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

void driveSource(const SourceRecord &record, const SourceState &state)
{
    const Source *source = findSource(record.type);
    if (!source)
        return;
    const auto settings = checked(SourceSettings::fromValues(source->type(), record.settings));
    if (!settings)
        return;
    const UtcMicros now{1'790'000'000'000'000};
    RunOptions options;
    options.checkpoint = state.checkpoint;
    options.now = now;
    options.earliest = state.earliest;
    options.latest = state.latest;
    const Checkpoint begun = source->begin(*settings, options);
    for (const Checkpoint &checkpoint : {begun, state.checkpoint}) {
        static_cast<void>(source->request(*settings, {}, checkpoint));
        static_cast<void>(source->advance(*settings, checkpoint, {}));
        static_cast<void>(
            source->recover(*settings, checkpoint, {.kind = ErrorKind::TooLarge, .message = u"."_s}));
    }
}

void readSources(const EventReader &reader)
{
    const auto sources = checked(reader.sources());
    if (!sources)
        return;
    for (const SourceRecord &source : *sources) {
        const auto state = checked(reader.sourceState(source.id));
        if (state)
            driveSource(source, *state);
        const auto coverage = checked(reader.coverage(source.id));
        if (coverage)
            static_cast<void>(
                uncoveredTimes(*coverage, {.from = UtcMicros{0}, .to = UtcMicros{2'000'000'000'000'000}}));
        checked(reader.quarantine({.source = source.id}));
        checked(reader.runs(source.id, 0));
        checked(reader.lastCompleteSync(source.id));
    }
}

void ask(QueryEngine &engine, const EventReader &reader)
{
    const QueryContext context{UtcMicros{1'790'000'000'000'000}, QByteArrayLiteral("America/St_Johns")};
    std::vector<Filter::FieldReference> fields{Filter::DerivedField::Hour};
    for (const Field field : allFields()) {
        if (field != Field::Raw)
            fields.emplace_back(field);
    }
    for (const QString &expression : {u""_s, u"action:task_*"_s, u"hour:0..12 outcome:success"_s,
                                      u"\"Task 7\""_s, u"created:>2026-06"_s, u"@details.n:>5"_s}) {
        const auto filter = filterOf(expression);
        checked(engine.count(filter, context, {}));
        const auto found = checked(engine.select(filter, {{Field::Created, true}}, context, {}));
        checked(engine.select(filter, {{Field::Actor, false}, {Field::Message, true}}, context, {}));
        checked(engine.histogram(filter, {EqualBins{10}}, context, {}));
        checked(engine.histogram(filter, {IntervalBins{UtcMicros::PerHour}}, context, {}));
        checked(engine.histogram(filter, {RoundBins{}, Field::Outcome}, context, {}));
        if (!found)
            continue;
        StoreRecordSource records(reader);
        const auto drop = [](std::size_t, EventRecord &&) {
        };
        checked(records.read(**found, {0, PageOfRecords}, true, drop, {}));
    }
    checked(engine.facets(filterOf({}), {fields}, context, {}));
    static_cast<void>(engine.notice());
}

template <class Engine>
void query(const QString &folder)
{
    const auto reader = EventReader::open(folder);
    const auto engine = Engine::open(folder);
    checked(engine);
    if (reader && engine)
        ask(**engine, **reader);
}

void readTree(const QString &folder)
{
    const auto tree = TreeReader::open(folder);
    checked(tree);
    if (!tree)
        return;
    const auto size = checked((*tree)->size());
    checked((*tree)->lastHead());
    checked((*tree)->checkpoints());
    checked((*tree)->signingKeys());
    checked((*tree)->records({}, 0, 0));
    for (const qint64 leaf : {qint64(0), qint64(7), qint64(301), size ? *size - 1 : qint64(0)}) {
        checked((*tree)->leaf(leaf));
        checked((*tree)->rowOf(leaf));
        checked((*tree)->node(3, leaf / 8));
        checked((*tree)->node(8, leaf / 256));
    }
    for (const qint64 row : {qint64(1), qint64(300), qint64(70'400)})
        checked((*tree)->leafOf({row}));
}

void read(const QString &folder)
{
    readTree(folder);
    const auto reader = EventReader::open(folder);
    checked(reader);
    if (!reader)
        return;
    readSources(**reader);
    checked((*reader)->presets());
    checked((*reader)->runs({}, 0));
    checked((*reader)->identity());
    checked((*reader)->lastRow());
    checked((*reader)->removedAfter(0));
    checked((*reader)->find(u"team"_s, "a7"));
    checked((*reader)->find(u"runs"_s, "3"));
    checked((*reader)->scan(EventReader::WithRaw::Yes, {}, [](const EventRecord &) {}));
}

void check(const QString &folder)
{
    checked(readStatistics(folder, {}));
    checked(checkIntegrity(folder, {}));
    checked(checkFields(folder, {}, {}));
    checked(checkSavedIndex(folder, {}));
    checked(checkTree(folder, {}, {}));
}

void write(const QString &folder)
{
    const auto writer = EventWriter::open(folder, EventWriter::OpenPurges::Finished);
    checked(writer);
    if (!writer)
        return;
    checked(repairTexts(folder, {}));
    checked(repairSavedIndex(folder, {}));
    checked(repairSignatures(folder, {}));
    PageCommit page;
    page.source = {1};
    page.received = UtcMicros{1'790'000'000'000'000};
    for (const char *id : {"a7", "new"}) {
        Event event;
        event.id = id;
        event.created = page.received;
        event.action = "another";
        event.raw = R"({"gid":"a7"})";
        event.revised = page.received;
        page.events.push_back(event);
    }
    checked((*writer)->beginRun({1}, RunKind::Sync, page.received));
    checked((*writer)->commit(page));
    checked((*writer)->removeSource({2}, EventWriter::Purge::Yes));
}

} // namespace

/// The bytes are the choices of what is changed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QByteArray whole = wholeDatabase();
    const QTemporaryDir folder;
    const QString database = folder.filePath(u"trailglass.sqlite"_s);
    Choices choices({data, size});
    QByteArray bytes = whole;
    const bool inBytes = choices.below(4) == 0;
    if (inBytes)
        damageBytes(bytes, choices);
    {
        QFile file(database);
        require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
                "the copy can be written");
    }
    if (!inBytes)
        damageRows(database, choices);
    read(folder.path());
    query<IndexQueryEngine>(folder.path());
    check(folder.path());
    write(folder.path());
    read(folder.path());
    query<IndexQueryEngine>(folder.path());
    return 0;
}
