// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {
class JsonTokenReader;
}

namespace Trailglass::Filter {

/// Collects the paths at which JSON values have strings, numbers or booleans.
///
/// Steps are names only: they go through arrays and through JSON inside strings, as filters do. What is nested
/// more than MaxSteps names deep, has a name longer than MaxName or comes after MaxPaths others is left out.
/// \thread any, one at a time
class JsonPathCollector
{
public:
    struct CountedPath
    {
        JsonPath path;
        qint64 values = 0; ///< how many have something there
    };

    static constexpr int MaxSteps = 12;
    static constexpr std::size_t MaxName = 200; ///< bytes
    static constexpr std::size_t MaxPaths = 2'000;

    /// \param raw  one JSON value; of invalid JSON what comes before the first error
    void add(std::string_view raw);

    /// Those in the most values first, then by name.
    [[nodiscard]] std::vector<CountedPath> counted() const;
    /// The same without counts.
    [[nodiscard]] std::vector<JsonPath> paths() const;

private:
    struct Place
    {
        std::map<std::string, Place, std::less<>> members;
        qint64 values = 0; ///< how many have something here
        qint64 last = 0; ///< of these
    };

    bool walkValue(JsonTokenReader &reader, Place &place, int depth);
    bool walkRest(JsonTokenReader &reader, Place &place, int depth);
    bool walkMembers(JsonTokenReader &reader, Place &place, int depth);
    Place *member(Place &place, std::string_view token, int depth);
    void note(Place &place);

    Place m_root;
    std::size_t m_places = 0;
    qint64 m_values = 0;
};

} // namespace Trailglass::Filter
