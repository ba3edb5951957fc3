// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Stands in for libFuzzer: `fuzz_filter CORPUS_FOLDER MUTATIONS` runs every file of the folder, generated
// filters and a fixed series of mutations of both. On a failure the input is left in fuzz_filter.failed.

#include "tests/filter/filtergenerator.h"
#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

std::vector<std::string> readCorpus(const std::filesystem::path &folder)
{
    std::vector<std::string> texts;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    std::ranges::sort(texts);
    return texts;
}

void run(const std::string &text)
{
    // Written first: a broken law aborts.
    std::ofstream("fuzz_filter.failed", std::ios::binary) << text;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: fuzz_filter CORPUS_FOLDER MUTATIONS\n", stderr);
        return 2;
    }
    std::vector<std::string> corpus = readCorpus(argv[1]);
    if (corpus.empty()) {
        std::fputs("the corpus folder is empty\n", stderr);
        return 2;
    }
    Trailglass::FilterGenerator filters(21);
    for (int i = 0; i < 300; ++i)
        corpus.push_back(filters.expression().toStdString());
    for (const std::string &text : corpus)
        run(text);
    Trailglass::Mutator mutator(std::move(corpus), 22);
    const int mutations = std::atoi(argv[2]);
    for (int i = 0; i < mutations; ++i)
        run(mutator.next());
    std::filesystem::remove("fuzz_filter.failed");
    std::printf("%d mutations, nothing broken\n", mutations);
    return 0;
}
