// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/filter/filtergenerator.h"
#include "tests/fuzz/seeds.h"

std::vector<std::string> Trailglass::Fuzz::generatedSeeds()
{
    constexpr int Filters = 300;
    FilterGenerator filters(21);
    std::vector<std::string> seeds;
    for (int i = 0; i < Filters; ++i)
        seeds.push_back(filters.expression().toStdString());
    return seeds;
}
