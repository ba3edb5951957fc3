// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/seeds.h"
#include "tests/json/jsongenerator.h"

/// Responses with whatever JSON there is.
std::vector<std::string> Trailglass::Fuzz::generatedSeeds()
{
    constexpr int Documents = 50;
    JsonGenerator json(11);
    std::vector<std::string> seeds;
    for (int i = 0; i < Documents; ++i)
        seeds.push_back(R"({"data":[)" + json.value() + "," + json.value() + R"(],"next":)" + json.value()
                        + "}");
    return seeds;
}
