// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/textsearcher.h"
#include "models/json/jsontokenreader.h"

#include <memory>
#include <string>
#include <vector>

namespace Trailglass {

/// Where a value stands in JsonTreeModel: the row at each level, from the top.
using JsonPlace = std::vector<int>;

/// Looks for a text in the names and values of a document, ignoring case, in steps of bounded work; looks
/// into JSON inside strings as the tree shows it.
/// \thread any, one at a time
class JsonSearch
{
public:
    /// More is not looked for. Matches are kept as places, of which deep ones are long.
    static constexpr std::size_t MaxMatches = 10'000;
    static constexpr std::size_t MaxPlaceNumbers = 1'000'000;

    /// \param raw     not null
    /// \param needle  UTF-8, not empty
    JsonSearch(std::shared_ptr<const std::string> raw, std::string_view needle);

    /// Looks at about \a bytes more.
    /// \returns whether there is anything left to look at
    bool step(std::size_t bytes);

    /// Found so far, in the order of the document.
    [[nodiscard]] const std::vector<JsonPlace> &matches() const { return m_matches; }
    /// The search stopped at a limit: there may be more.
    [[nodiscard]] bool isCut() const { return m_cut; }

private:
    /// The document, or the text of a string in it.
    struct Level
    {
        std::shared_ptr<const std::string> text;
        JsonTokenReader reader;
    };

    void enter(std::shared_ptr<const std::string> text);
    /// \returns bytes looked at
    std::size_t readToken();
    void takeScalar(const JsonValueView &value);
    /// \returns whether the value was reported for its name
    bool startValue();
    void report();
    [[nodiscard]] bool holds(const JsonValueView &value) const;

    Filter::TextSearcher m_searcher;
    std::vector<Level> m_levels;
    JsonPlace m_place; ///< the last number is the row of the value read last, −1 before the first
    bool m_nameMatches = false;
    bool m_cut = false;
    std::size_t m_numbers = 0;
    std::vector<JsonPlace> m_matches;
};

} // namespace Trailglass
