// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

namespace Trailglass {

// One for each vendor, see sourceregistry.cpp. Stateless; they live as long as the program.
// \thread any

[[nodiscard]] const Source &asanaSource();
[[nodiscard]] const Source &datafoldSource();
[[nodiscard]] const Source &nectedSource();
[[nodiscard]] const Source &paradimeSource();
[[nodiscard]] const Source &secodaSource();

} // namespace Trailglass
