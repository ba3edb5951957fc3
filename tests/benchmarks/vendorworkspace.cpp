// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/vendorworkspace.h"

#include "models/sources/rowreader.h"
#include "models/store/eventwriter.h"
#include "tests/benchmarks/pagemaker.h"

#include <algorithm>
#include <chrono>

namespace Trailglass::Benchmarks {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsInAPage = 2000;

/// Without them the events of a source are not compared with their JSON.
QMap<QString, QString> requiredSettings(const SourceType &type)
{
    QMap<QString, QString> settings;
    for (const SettingField &field : type.settings) {
        if (field.required && field.defaultValue.isEmpty()) {
            const bool isAddress = field.key == type.address().key;
            settings.insert(field.key, isAddress ? u"https://api.example.com/graphql"_s : u"1"_s);
        }
    }
    return settings;
}

} // namespace

std::vector<SourceId> addVendors(EventWriter &writer)
{
    std::vector<SourceId> ids;
    for (const Source *source : allSources()) {
        SourceRecord record;
        record.type = source->type().name;
        record.name = record.type;
        record.settings = requiredSettings(source->type());
        ids.push_back(orExit(writer.addSource(record)));
    }
    return ids;
}

Cost fillWorkspace(const QString &folder, qint64 events, const AfterCommit &afterCommit)
{
    using Seconds = std::chrono::duration<double>;
    constexpr qint64 Million = 1'000'000;
    Cost all;
    Cost first;
    Cost last;
    const auto writer = orExit(EventWriter::open(folder));
    const std::vector<SourceId> sources = addVendors(*writer);
    std::vector<PageMaker> makers;
    for (const Source *source : allSources())
        makers.push_back(PageMaker(source->vendor(), 7));
    for (qint64 done = 0; done < events; done += RowsInAPage) {
        const auto turn = static_cast<std::size_t>(done / RowsInAPage) % makers.size();
        RowReader reader(*allSources()[turn], {});
        reader.feed(makers[turn].page(RowsInAPage));
        PageCommit page;
        page.source = sources[turn];
        page.received = UtcMicros{done};
        page.events = reader.take().events;
        const Cost cost = costOf([&] { orExit(writer->commit(page)); });
        all += cost;
        first += done < Million ? cost : Cost();
        last += done >= events - Million ? cost : Cost();
        if (afterCommit)
            afterCommit(page);
    }
    printRate("ingest, events a second", events, Seconds(all.seconds));
    printRate("ingest, events a second, first million", std::min(events, Million), Seconds(first.seconds));
    printRate("ingest, events a second, last million", std::min(events, Million), Seconds(last.seconds));
    return all;
}

} // namespace Trailglass::Benchmarks
