// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Measures how fast responses are read on one core: `bench_parse [MB per vendor [vendor]]`, default 40 of each. Prints a
// Markdown table.

#include "models/sources/rowreader.h"
#include "tests/benchmarks/pagemaker.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <vector>

using namespace Trailglass;

namespace {

constexpr int RowsInAPage = 500;
constexpr std::size_t BytesInAChunk = 64 * 1024; // about what a network reply hands out at a time
constexpr int Rounds = 3;

struct Pages
{
    std::vector<std::string> texts;
    qint64 bytes = 0;
};

Pages makePages(Vendor vendor, qint64 bytes)
{
    PageMaker maker(vendor, 7);
    Pages pages;
    while (pages.bytes < bytes) {
        pages.texts.push_back(maker.page(RowsInAPage));
        pages.bytes += static_cast<qint64>(pages.texts.back().size());
    }
    return pages;
}

template <class Reader>
void feedInChunks(Reader &reader, std::string_view page)
{
    for (std::size_t at = 0; at < page.size(); at += BytesInAChunk)
        reader.feed(page.substr(at, BytesInAChunk));
}

/// \returns good elements
qint64 sliceAll(const Source &source, const Pages &pages)
{
    std::vector<std::vector<std::string>> paths;
    for (const auto &path : source.rowPaths())
        paths.emplace_back(path.begin(), path.end());
    qint64 good = 0;
    for (const std::string &page : pages.texts) {
        JsonSlicer slicer(JsonSlicer::Shape::Envelope, paths);
        feedInChunks(slicer, page);
        for (const Slice &slice : slicer.take())
            good += !slice.error;
    }
    return good;
}

/// \returns events
qint64 readAll(const Source &source, const Pages &pages)
{
    qint64 events = 0;
    for (const std::string &page : pages.texts) {
        RowReader reader(source, {});
        feedInChunks(reader, page);
        events += static_cast<qint64>(reader.take().events.size());
    }
    return events;
}

/// The best of a few rounds, in MB/s; leaves the program when a row was lost, since the figure would mean
/// nothing.
double speed(const Pages &pages, const std::function<qint64()> &work)
{
    double best = 0;
    for (int round = 0; round < Rounds; ++round) {
        const std::clock_t begin = std::clock();
        const qint64 rows = work();
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        if (rows != RowsInAPage * static_cast<qint64>(pages.texts.size())) {
            std::fprintf(stderr, "only %lld rows were read\n", static_cast<long long>(rows));
            std::exit(EXIT_FAILURE);
        }
        best = std::max(best, static_cast<double>(pages.bytes) / 1e6 / seconds);
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 megabytes = argc > 1 ? std::max(1, std::atoi(argv[1])) : 40;
    std::printf("| vendor | bytes an event | slicer, MB/s | slicer and events, MB/s | events/s |\n"
                "|---|---|---|---|---|\n");
    for (const Source *source : allSources()) {
        if (argc > 2 && name(source->vendor()) != argv[2])
            continue;
        const Pages pages = makePages(source->vendor(), megabytes * 1'000'000);
        const double eventBytes =
            static_cast<double>(pages.bytes) / RowsInAPage / static_cast<double>(pages.texts.size());
        const double slicing = speed(pages, [&] { return sliceAll(*source, pages); });
        const double reading = speed(pages, [&] { return readAll(*source, pages); });
        std::printf("| %s | %.0f | %.0f | %.0f | %.0f |\n", std::string(name(source->vendor())).c_str(),
                    eventBytes, slicing, reading, reading * 1e6 / eventBytes);
    }
    return EXIT_SUCCESS;
}
