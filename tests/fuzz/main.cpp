// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Stands in for libFuzzer where the compiler has none, and is fast enough for every test run:
//   fuzz_<target> --runs MUTATIONS PATH…   the files, those of the folders, generated inputs, and a fixed series of mutations
//                                          of all of them
//   fuzz_<target> FILE…                    only these, to see a failure again
// On a failure the input is left in fuzz_<target>.failed.

#include "tests/fuzz/fuzztarget.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/seeds.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>

namespace {

using namespace Trailglass;

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "%s cannot be read\n", path.c_str());
        std::exit(2);
    }
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A file, or the files of a folder in the order of their names.
std::vector<std::filesystem::path> filesOf(const std::filesystem::path &path)
{
    if (!std::filesystem::is_directory(path))
        return {path};
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(path))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

class Driver
{
public:
    explicit Driver(const std::filesystem::path &program)
        : m_failed(program.filename().string() + ".failed")
    {
    }

    void run(const std::string &input)
    {
        // Written first: a broken law aborts.
        std::ofstream(m_failed, std::ios::binary) << input;
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
        ++m_inputs;
    }

    /// \returns whether the inputs have shown something
    bool finish() const
    {
        std::filesystem::remove(m_failed);
        std::printf("%zu inputs, no law is broken\n", m_inputs);
        for (const auto &[outcome, count] : Fuzz::outcomes())
            std::printf("%8zu %s\n", count, outcome.c_str());
        return Fuzz::outcomes().size() > 1;
    }

private:
    std::string m_failed;
    std::size_t m_inputs = 0;
};

} // namespace

int main(int argc, char **argv)
{
    std::span<char *> arguments(argv + 1, static_cast<std::size_t>(argc - 1));
    std::optional<int> mutations;
    if (arguments.size() >= 2 && std::string_view(arguments[0]) == "--runs") {
        mutations = std::atoi(arguments[1]);
        arguments = arguments.subspan(2);
    }
    std::vector<std::string> seeds;
    for (const char *argument : arguments) {
        for (const auto &path : filesOf(argument))
            seeds.push_back(readFile(path));
    }
    if (mutations)
        std::ranges::move(Fuzz::generatedSeeds(), std::back_inserter(seeds));
    if (seeds.empty()) {
        std::fprintf(stderr, "usage: %s [--runs MUTATIONS] PATH...\n", argv[0]);
        return 2;
    }
    Driver driver(argv[0]);
    for (const std::string &seed : seeds)
        driver.run(seed);
    if (mutations) {
        Mutator mutator(std::move(seeds), 12);
        for (int i = 0; i < *mutations; ++i)
            driver.run(mutator.next());
    }
    if (driver.finish() || !mutations)
        return 0;
    std::fputs("every input had the same outcome: they show nothing\n", stderr);
    return 1;
}
