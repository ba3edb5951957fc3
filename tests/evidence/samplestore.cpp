// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/evidence/samplestore.h"

#include "models/core/text.h"
#include "models/evidence/coveragefile.h"
#include "models/merkle/signednote.h"
#include "models/merkle/treehash.h"
#include "tests/merkle/samplekeys.h"
#include "tests/support/evidencescript.h"

#include <string>
#include <string_view>
#include <utility>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMicros Start{1'763'628'900'123'456};
constexpr UtcMicros Received{1'763'629'000'000'001};
constexpr qint64 ReplacedLeaf = 1;

EventRecord eventOf(qint64 row)
{
    const std::string number = std::to_string(row);
    EventRecord record;
    record.row = RowId{row};
    record.source = row % 2 == 0 ? "team, “one”" : "jobs";
    record.vendor = row % 2 == 0 ? Vendor::Asana : Vendor::Paradime;
    record.received = Received + row / 100;
    Event &event = record.event;
    event.id = "e" + number;
    event.created = Start + row * 1'000'000;
    event.action = "changed\t\"it\"";
    event.operation = Operation::Update;
    event.outcome = Outcome::Failure;
    event.actor = {"a" + number, "ann@example.com", "Ann", "user"};
    event.target = {"t" + number, "=1+1", "job"};
    event.ip = "192.0.2.1";
    event.message = "line one\nline two ,\"raw\":{ é";
    event.raw = row % 5 == 4 ? "{\r\n  \"gid\": \"e" + number + "\"\n}"
                             : R"({"gid":"e)" + number + R"(","n":)" + number + R"(,"text":",\"raw\":"})";
    return record;
}

std::optional<qint64> replacedBy(RowId row)
{
    return row == ReplacingRow ? std::optional(ReplacedLeaf) : std::nullopt;
}

Digest leafOf(const EventRecord &record)
{
    return LeafHasher().event({.source = record.source,
                               .vendor = name(record.vendor),
                               .id = record.event.id,
                               .created = record.event.created.value,
                               .received = record.received.value,
                               .raw = record.event.raw,
                               .replaces = replacedBy(record.row)});
}

QByteArray remark(const char *kind, const char *id, const char *what)
{
    return QByteArray("{\"at\":\"2026-11-30T09:00:00.000000Z\",\"id\":\"") + id + "\",\"kind\":\"" + kind
        + "\",\"reviewer\":\"ann\",\"source\":\"jobs\"," + what + "}";
}

} // namespace

SampleStore::SampleStore(qint64 events)
    : SampleStore(events, "jobs")
{
}

SampleStore::SampleStore(qint64 events, const std::string &source, const std::string &raw)
{
    std::vector<Digest> leaves;
    for (qint64 row = 1; row <= events; ++row) {
        m_events.push_back(eventOf(row));
        if (row % 2 == 1)
            m_events.back().source = source;
        if (row == 1 && !raw.empty())
            m_events.back().event.raw = raw;
        leaves.push_back(leafOf(m_events.back()));
    }
    const std::vector<std::pair<std::string, QByteArray>> texts{
        {"started",
         R"({"at":"2026-11-01T00:00:00.000000Z","identity":"0123456789abcdef","kind":"started","skipped":0})"},
        {"quarantined", R"({"kind":"quarantined","reason":"no id","sha256":"00","source":"jobs"})"},
        {"quarantined", R"({"event":"e1","kind":"quarantined","reason":"","sha256":"01","source":"jobs"})"},
        {"quarantined", R"({"kind":"quarantined","reason":"no id","sha256":"02","source":"another"})"},
        {"coverage", R"({"kind":"coverage","pages":1,"source":"jobs"})"},
        {"marked", remark("marked", "e5", "\"colour\":\"red\"")},
        {"noted", remark("noted", "e5", "\"note\":\"seen\\nby ann\"")},
        {"marked", remark("marked", "e0", "\"colour\":\"blue\"")},
        {"reviewed", R"({"count":1,"kind":"reviewed","name":"default","reviewer":"ann"})"},
        {"purged",
         R"({"at":"2026-11-02T00:00:00.000000Z","by":"window","kind":"purged","leaves":3,"source":"old"})"},
        {"key", R"({"key":"k","kind":"key","name":"n","signature":null})"}};
    for (const auto &[kind, bytes] : texts) {
        const std::string_view json(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        m_records.push_back({static_cast<qint64>(leaves.size()), kind, bytes});
        leaves.push_back(LeafHasher().record(json));
    }
    m_tree = std::make_unique<NaiveTree>(std::move(leaves));
}

BundleSeal SampleStore::seal(int key, std::optional<qint64> size) const
{
    const qint64 leaves = size.value_or(m_tree->size());
    const TreeCheckpoint checkpoint{.origin = QString::fromLatin1(SampleOrigin),
                                    .size = leaves,
                                    .root = m_tree->root(leaves),
                                    .extensions = {timeExtension(Received)}};
    const auto note = signNote(text(checkpoint), checkpoint.origin, sampleKey(key));
    return {.checkpoint = checkpoint,
            .note = note ? *note : QByteArray(),
            .signer = sampleVerifier(checkpoint.origin, key),
            .sign = [key](QByteArrayView message) {
                return sampleKey(key).sign(message);
            }};
}

BundleContent SampleStore::content()
{
    BundleContent said{.manifest = {}, .columns = defaultColumns(), .coverage = {}};
    BundleManifest &manifest = said.manifest;
    manifest.version = u"0.1.0"_s;
    manifest.schema = 6;
    manifest.made = Received;
    manifest.by = u"ann"_s;
    manifest.caseText = u"4711"_s;
    manifest.note = u"first line\nsecond line"_s;
    manifest.typed = u"source:jobs"_s;
    manifest.canonical = u"source:jobs"_s;
    manifest.resolved = u"source:jobs"_s;
    manifest.now = Received;
    manifest.sources.push_back(
        {.name = u"jobs"_s, .vendor = u"paradime"_s, .isRemoved = false, .address = u"https://a.example"_s});
    manifest.sources.push_back({.name = u"team, “one”"_s,
                                .vendor = u"asana"_s,
                                .isRemoved = true,
                                .address = u"https://b.example"_s});
    manifest.sources.back().settings.insert(u"workspace_gid"_s, u"1"_s);
    manifest.statesCompleteness = true;
    said.coverage = [](const std::optional<TimeWindow> &events) -> Result<BundleCoverage> {
        const TimeWindow interval{Start, events ? events->to : std::optional(Received)};
        const CoverageEntry entry{.window = interval, .answered = Received, .pages = 2};
        const BundleManifest::Gap gap{u"jobs"_s, {Start, Start + 5}};
        return BundleCoverage{.interval = interval,
                              .gaps = {gap},
                              .unknownGaps = {},
                              .file = coverageFile({BundledCoverage{u"jobs"_s, {entry}}})};
    };
    said.quarantineSources.append(u"jobs"_s);
    return said;
}

Result<BundleSummary> SampleStore::write(const QString &fileName, RowList listed, int key,
                                         const BundleContent &said)
{
    const MemoryResult result(RowId{static_cast<qint64>(m_events.size())}, std::move(listed));
    const BundleSeal sealed = seal(key);
    auto summary = writeBundle(
        fileName, {}, {.rows = result, .records = *this, .tree = *this, .content = said, .seal = sealed});
    if (!summary)
        return summary;
    const Support::ScriptVerdict script = Support::verifiedByScript(fileName);
    if (script.exitCode != 0)
        return Error{.kind = ErrorKind::Internal, .message = QString::fromUtf8(script.output)};
    return summary;
}

RowList SampleStore::rows(qint64 step) const
{
    RowList all;
    for (auto row = static_cast<qint64>(m_events.size()); row > 0; row -= step)
        all.push_back(RowId{row});
    return all;
}

Result<std::optional<LeafPlace>> SampleStore::placeOf(RowId row)
{
    return std::optional(LeafPlace{row.value - 1, replacedBy(row)});
}

Result<Digest> SampleStore::hashOf(const Subtree &part)
{
    return m_tree->reader(m_tree->size())(part.level, part.number);
}

Result<std::vector<TreeRecord>> SampleStore::records(const QString &kind, qint64 first, int limit)
{
    std::vector<TreeRecord> found;
    for (const TreeRecord &record : m_records) {
        const bool isWanted = record.leaf >= first && toQString(record.kind) == kind;
        if (isWanted && static_cast<int>(found.size()) < limit)
            found.push_back(record);
    }
    return found;
}

Result<void> SampleStore::read(const ResultRows &listed, PlaceRange part, bool, const Take &take,
                               const CancelToken &)
{
    std::size_t place = 0;
    for (const RowId row : listedRows(listed, part)) {
        if (row != m_lost)
            take(place, EventRecord(event(row)));
        ++place;
    }
    return {};
}

Result<std::vector<EventRecord>> SampleStore::records(const ResultSnapshot &, std::span<const RowId>, bool,
                                                      const CancelToken &)
{
    return std::vector<EventRecord>();
}

Result<std::optional<std::size_t>> SampleStore::placeOf(const ResultSnapshot &result, RowId row,
                                                        const CancelToken &)
{
    return result.find(row);
}

Result<void> SampleStore::sample(const std::function<void(const EventRecord &)> &, const CancelToken &)
{
    return {};
}

} // namespace Trailglass::Testing
