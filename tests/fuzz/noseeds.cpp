// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/seeds.h"

std::vector<std::string> Trailglass::Fuzz::generatedSeeds()
{
    return {};
}
