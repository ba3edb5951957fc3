// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"
#include "models/sources/vendorsources.h"

#include <algorithm>
#include <array>

namespace Trailglass {

std::span<const Source *const> allSources()
{
    // A vendor is added here.
    static const std::array sources{&asanaSource(), &secodaSource(), &datafoldSource(), &paradimeSource(),
                                    &nectedSource()};
    return sources;
}

const Source *findSource(const QString &typeName)
{
    const auto sources = allSources();
    const auto found =
        std::ranges::find_if(sources, [&](const Source *each) { return each->type().name == typeName; });
    return found == sources.end() ? nullptr : *found;
}

const Source *findSource(Vendor vendor)
{
    const auto sources = allSources();
    const auto found =
        std::ranges::find_if(sources, [&](const Source *each) { return each->vendor() == vendor; });
    return found == sources.end() ? nullptr : *found;
}

} // namespace Trailglass
