// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanasource.h"
#include "models/sources/datafold/datafoldsource.h"
#include "models/sources/nected/nectedsource.h"
#include "models/sources/paradime/paradimesource.h"
#include "models/sources/secoda/secodasource.h"
#include "models/sources/source.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

/// A vendor is added here.
using Sources = std::tuple<AsanaSource, SecodaSource, DatafoldSource, ParadimeSource, NectedSource>;

} // namespace

std::span<const Source *const> allSources()
{
    static const Sources sources;
    static const std::vector<const Source *> pointers =
        std::apply([](const auto &...each) { return std::vector<const Source *>{&each...}; }, sources);
    return pointers;
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
