// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/vendorworkspace.h"

#include "models/sources/rowreader.h"
#include "models/store/eventwriter.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/pagemaker.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace Trailglass::Benchmarks {

namespace {

constexpr int RowsInAPage = 2000;

} // namespace

void fillWorkspace(const QString &folder, qint64 events)
{
    using Clock = std::chrono::steady_clock;
    constexpr qint64 Million = 1'000'000;
    Clock::duration all{};
    Clock::duration first{};
    Clock::duration last{};
    const auto writer = orExit(EventWriter::open(folder));
    std::vector<std::pair<SourceId, PageMaker>> makers;
    for (const Source *source : allSources()) {
        SourceRecord record;
        record.type = QString::fromUtf8(std::string(name(source->vendor())));
        record.name = record.type;
        makers.emplace_back(orExit(writer->addSource(record)), PageMaker(source->vendor(), 7));
    }
    for (qint64 done = 0; done < events; done += RowsInAPage) {
        const auto turn = static_cast<std::size_t>(done / RowsInAPage) % makers.size();
        RowReader reader(*allSources()[turn], {});
        reader.feed(makers[turn].second.page(RowsInAPage));
        PageCommit page;
        page.source = makers[turn].first;
        page.received = UtcMicros{done};
        page.events = reader.take().events;
        const auto begin = Clock::now();
        orExit(writer->commit(page));
        const auto took = Clock::now() - begin;
        all += took;
        first += done < Million ? took : Clock::duration();
        last += done >= events - Million ? took : Clock::duration();
    }
    printRate("ingest, events a second", events, all);
    printRate("ingest, events a second, first million", std::min(events, Million), first);
    printRate("ingest, events a second, last million", std::min(events, Million), last);
}

} // namespace Trailglass::Benchmarks
