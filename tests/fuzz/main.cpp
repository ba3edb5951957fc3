// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Stands in for libFuzzer: `fuzz_jsonslicer CORPUS_FOLDER MUTATIONS` runs every file of the folder, generated
// documents and a fixed series of mutations of both. On a failure the input is left in
// fuzz_jsonslicer.failed.

#include "tests/fuzz/mutator.h"
#include "tests/json/jsongenerator.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace Trailglass;

std::vector<std::string> readCorpus(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

void run(const std::string &text)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: fuzz_jsonslicer CORPUS_FOLDER MUTATIONS\n", stderr);
        return 2;
    }
    std::vector<std::string> corpus = readCorpus(argv[1]);
    if (corpus.empty()) {
        std::fputs("the corpus folder is empty\n", stderr);
        return 2;
    }
    JsonGenerator json(11);
    for (int i = 0; i < 50; ++i)
        corpus.push_back(R"(x{"data":[)" + json.value() + "," + json.value() + R"(],"next":)" + json.value()
                         + "}");
    for (const std::string &text : corpus)
        run(text);
    Mutator mutator(std::move(corpus), 12);
    const int mutations = std::atoi(argv[2]);
    for (int i = 0; i < mutations; ++i)
        run(mutator.next());
    std::printf("%d mutations, nothing broken\n", mutations);
    return 0;
}
