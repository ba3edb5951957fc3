// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <vector>

namespace Trailglass::Fuzz {

/// Inputs beside the files, for the CTest: defined by one of the files *seeds.cpp. The same ones each time.
[[nodiscard]] std::vector<std::string> generatedSeeds();

} // namespace Trailglass::Fuzz
