// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Stands in for libFuzzer: `fuzz_database CASES [FIRST]` changes the database in a fixed series of ways. On a
// failure the number of the case is the last that was printed.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
std::size_t fuzzReportedErrors();
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        std::fputs("usage: fuzz_database CASES [FIRST]\n", stderr);
        return 2;
    }
    const int cases = std::atoi(argv[1]);
    const int first = argc == 3 ? std::atoi(argv[2]) : 0;
    LLVMFuzzerInitialize(&argc, &argv);
    for (int number = first; number < first + cases; ++number) {
        std::printf("%d\n", number);
        std::fflush(stdout);
        std::mt19937_64 random(static_cast<std::uint64_t>(number) + 1);
        std::array<std::uint8_t, 64> choices{};
        for (std::uint8_t &choice : choices)
            choice = static_cast<std::uint8_t>(random());
        LLVMFuzzerTestOneInput(choices.data(), choices.size());
    }
    std::printf("%d databases, nothing broken, %zu kinds of damage reported\n", cases, fuzzReportedErrors());
    return fuzzReportedErrors() > 0 ? 0 : 1;
}
