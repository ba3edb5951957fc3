// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/seeds.h"
#include "tests/support/sanitizers.h"

#include <random>

/// Random bytes, for targets that take them as Choices.
std::vector<std::string> Trailglass::Fuzz::generatedSeeds()
{
    // Of 24, fuzz_database takes five for changed bytes and the others for some forty changes of rows, in tables of every
    // kind. It takes seconds for each; scripts/fuzz has as many as there is time for.
    constexpr std::size_t Inputs = generatedCases<std::size_t>(60, 24);
    constexpr std::size_t Bytes = 64;
    std::vector<std::string> seeds;
    for (std::size_t number = 0; number < Inputs; ++number) {
        std::mt19937_64 random(number + 1);
        std::string &seed = seeds.emplace_back(Bytes, '\0');
        for (char &byte : seed)
            byte = static_cast<char>(random());
    }
    return seeds;
}
