// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/redundanttexts.h"

#include "models/json/jsonstring.h"

namespace Trailglass {

std::array<std::string_view, 4> plainTexts(const Event &event)
{
    return {event.id, event.target.id, event.correlation, event.message};
}

bool textsAreInRaw(const Event &event, std::string &scratch)
{
    scratch.clear();
    const std::string_view raw = event.raw;
    for (const std::string_view text : plainTexts(event)) {
        if (raw.find(text) != std::string_view::npos)
            continue;
        if (scratch.empty() && raw.find('\\') != std::string_view::npos)
            appendDecodedJsonString(scratch, raw);
        if (scratch.find(text) == std::string::npos)
            return false;
    }
    return true;
}

} // namespace Trailglass
