// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/samples.h"

#include "models/json/wholedocument.h"
#include "models/sources/source.h"
#include "models/store/eventreader.h"
#include "models/store/migrations.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/treecheck.h"
#include "models/store/workspace.h"
#include "tests/crash/plaindatabase.h"

#include <QFile>
#include <QJsonDocument>

#include <filesystem>
#include <set>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr UtcMicros Noon{1'780'000'000'000'000};
constexpr auto SampleType = "paradime"_L1;

std::string sampleJson(int number, int revision)
{
    return R"({"id":)" + std::to_string(number) + R"(,"createdDttm":")"
        + formatTime(Noon + number * UtcMicros::PerMinute) + R"(","updatedDttm":")"
        + formatTime(Noon + UtcMicros::PerDay + revision) + R"(","eventType":"run_)"
        + std::to_string(number % 50)
        + R"(","actorType":"system","eventSource":"scheduler","workspaceName":"W","metadataJson":"{\"n\":)"
        + std::to_string(number * 7919) + R"(}"})";
}

QByteArray lineOf(const EventRecord &record)
{
    const Event &event = record.event;
    const QByteArray sign = "|";
    return "event|" + QByteArray::fromStdString(record.source) + sign + QByteArray::fromStdString(event.id)
        + sign + QByteArray::number(event.created.value) + sign + QByteArray::number(record.received.value)
        + sign + QByteArray::fromStdString(event.action) + sign + QByteArray::fromStdString(event.raw) + '\n';
}

QByteArray lineOf(const SourceRecord &source, const SourceState &state)
{
    return "source|" + source.name.toUtf8() + '|' + source.type.toUtf8() + '|'
        + QByteArray::number(source.removed ? 1 : 0) + '|' + QByteArray::number(state.events) + '|'
        + QJsonDocument(state.checkpoint).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray lineOf(const Preset &preset)
{
    return "preset|" + preset.name.toUtf8() + '|' + preset.expression.toUtf8() + '\n';
}

QByteArray lineOf(const SourceRecord &source, const TimeWindow &window)
{
    const auto bound = [](const std::optional<UtcMicros> &time) {
        return time ? QByteArray::number(time->value) : QByteArray("unbounded");
    };
    return "covered|" + source.name.toUtf8() + '|' + bound(window.from) + '|' + bound(window.to) + '\n';
}

/// A source with its state. A page that was stored by an attempt before may have added its interval again.
Result<QByteArray> linesOf(const EventReader &reader, const SourceRecord &source)
{
    TRY(const SourceState state, reader.sourceState(source.id));
    TRY(const std::vector<CoverageEntry> coverage, reader.coverage(source.id));
    std::set<QByteArray> lines{lineOf(source, state)};
    for (const CoverageEntry &entry : coverage)
        lines.insert(lineOf(source, entry.window));
    QByteArray text;
    for (const QByteArray &line : lines)
        text += line;
    return text;
}

} // namespace

Event sampleEvent(int number, int revision)
{
    const std::string json = sampleJson(number, revision);
    const Source *source = findSource(SampleType);
    Event event = needed(source->readEvent(needed(wholeDocument(json)), SourceSettings()));
    event.raw = json;
    return event;
}

std::vector<Event> sampleEvents(int first, int count, int revision)
{
    std::vector<Event> events;
    for (int number = first; number < first + count; ++number)
        events.push_back(sampleEvent(number, revision));
    return events;
}

SourceRecord sampleSource(const QString &name)
{
    SourceRecord record;
    record.name = name;
    record.type = SampleType;
    record.settings = {{u"endpoint"_s, u"https://api.paradime.example/v1/graphql"_s}};
    return record;
}

PageCommit samplePage(SourceId source, int checkpoint, std::vector<Event> events)
{
    PageCommit page;
    page.source = source;
    page.received = Noon + 40 * UtcMicros::PerDay;
    page.events = std::move(events);
    page.checkpoint = QJsonObject{{u"page"_s, checkpoint}};
    page.covered.push_back({.window = {.from = Noon + checkpoint * UtcMicros::PerDay, .to = {}},
                            .answered = page.received,
                            .pages = 1});
    return page;
}

void makeVersion(int version, const QString &from, const QString &workspace)
{
    const WorkspacePaths paths = WorkspacePaths::of(workspace);
    needed(prepareWorkspace(paths));
    {
        const auto connection = needed(SqlConnection::openForWriting(paths.database));
        needed(migrate(*connection, paths, migrations().first(static_cast<std::size_t>(version))));
        needed(connection->execute("PRAGMA journal_mode=WAL"));
    }
    PlainDatabase database(paths.database);
    database.execute("ATTACH '" + QFile::encodeName(WorkspacePaths::of(from).database) + "' AS present");
    for (const QByteArray &table : database.texts(
             "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
        const QByteArray columns =
            database.texts("SELECT '\"' || name || '\"' FROM pragma_table_info('" + table + "')").join(", ");
        database.execute("INSERT OR REPLACE INTO main." + table + " (" + columns + ") SELECT " + columns
                         + " FROM present." + table);
    }
}

void fillSegment(const QString &workspace, SourceId source)
{
    PlainDatabase(WorkspacePaths::of(workspace).database)
        .execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'");
    constexpr int Beyond = 100'000; // no other event has this number
    needed(needed(EventWriter::open(workspace))->commit(samplePage(source, 99, sampleEvents(Beyond, 1))));
}

Result<QByteArray> contentsOf(const QString &workspace)
{
    const auto opened = EventReader::open(workspace);
    if (!opened)
        return opened.error().kind == ErrorKind::NotFound ? Result<QByteArray>(QByteArray()) : opened.error();
    const EventReader &reader = **opened;
    QByteArray contents;
    TRY(const QList<SourceRecord> sources, reader.sources());
    for (const SourceRecord &source : sources) {
        TRY(const QByteArray lines, linesOf(reader, source));
        contents += lines;
    }
    TRY(const QList<Preset> presets, reader.presets());
    for (const Preset &preset : presets)
        contents += lineOf(preset);
    TRY(reader.scan(EventReader::WithRaw::Yes, {},
                    [&contents](const EventRecord &record) { contents += lineOf(record); }));
    return contents;
}

QStringList treeProblemsOf(const QString &workspace)
{
    const TreeVerdict verdict = needed(checkTree(workspace, {}, {}));
    QStringList problems;
    if (!verdict.isBuilt)
        problems += u"there is no tree"_s;
    for (const TreeProblem &problem : verdict.problems)
        problems += problem.sentence;
    return problems;
}

void copyFolder(const QString &from, const QString &to)
{
    const std::filesystem::path target(QFile::encodeName(to).toStdString());
    std::filesystem::remove_all(target);
    std::filesystem::copy(QFile::encodeName(from).toStdString(), target,
                          std::filesystem::copy_options::recursive);
}

} // namespace Trailglass::Testing
