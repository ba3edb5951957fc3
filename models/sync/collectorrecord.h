// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

// Records in which a log collector keeps what it was sent: Splunk in a string `_raw`, also below `result`; Elastic in a
// string `event.original`, also below the `_source` of a hit.

/// A string in which a collector keeps the text that it was sent.
struct CollectedText
{
    std::string text; ///< decoded
    /// U+FFFD is in the place of half a surrogate pair, which UTF-8 cannot have.
    bool hasLoneSurrogate = false;
};

/// \param object  valid JSON
/// \returns nothing when it has no such string
/// \thread any
[[nodiscard]] std::optional<CollectedText> collectedText(std::string_view object);

/// The object that a hit of Elastic holds, as it is written; empty when there is none.
/// \param object  as for collectedText()
/// \thread any
[[nodiscard]] std::string_view hitSource(std::string_view object);

/// Where responses of collectors have their lists of records, as JsonSlicer takes it: `hits.hits` of Elastic,
/// `results` of Splunk.
/// \thread any
[[nodiscard]] std::vector<std::vector<std::string>> collectorRowPaths();

} // namespace Trailglass
