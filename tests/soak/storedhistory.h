// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/soak/law.h"
#include "tests/sources/history.h"

#include <span>

namespace Trailglass::Soak {

/// Lives a history beside a real database, which is closed and opened again after each run: what it holds then is what the
/// pages brought, by the rules of EventWriter::commit() (DeliveredVersions), with the checkpoint of the last one. At the end
/// its tree is checked.
/// \param weathers  of which the seed chooses one
[[nodiscard]] Report liveInDatabase(Vendor vendor, quint64 seed, std::span<const Weather> weathers);

} // namespace Trailglass::Soak
