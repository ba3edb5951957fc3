// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/sync/importshape.h"

#include <memory>
#include <string_view>

namespace Trailglass {

class EventFinder;

/// Cuts a text into JSON values and gives each to an EventFinder. Byte order marks between values are skipped, as they
/// are left where files were joined. Chunks make no difference.
/// \thread any, one at a time
class ValueReader
{
public:
    virtual ~ValueReader() = default;

    virtual void feed(std::string_view text) = 0;

    /// Ends the text; to be called once.
    /// \error Malformed, TooLarge: the text itself is broken off or no JSON; what was read before stands
    [[nodiscard]] virtual Result<void> finish() = 0;
};

/// \param finder  outlives the reader
[[nodiscard]] std::unique_ptr<ValueReader> makeValueReader(ImportShape shape, EventFinder &finder);

} // namespace Trailglass
