// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/addresstests.h"
#include "models/archive/clientregex.h"
#include "models/archive/texttests.h"
#include "models/core/result.h"

#include <vector>

namespace Trailglass {

/// The values of a term that compare with texts, sorted by what of an event they compare with. One of them must hold.
struct TermTests
{
    bool isPresent = false; ///< any value will do
    bool isEmpty = false; ///< no value will do
    TextTests received; ///< with texts as they are
    TextTests inFormC; ///< with texts in form C
    TextTests spellings; ///< with the spelling of an address in `ip`
    AddressTests addresses;
    /// Those that are left out, as only the client can evaluate them.
    std::vector<ClientRegex> open = {};
};

/// \param term  on a text field or a JsonPath; its times and numbers are left out
/// \param evaluated  of regular expressions that were open
/// \error Usage for a regular expression that does not compile, or that neither the server nor the client can evaluate
[[nodiscard]] Result<TermTests> termTests(const Filter::Term &term,
                                          const std::vector<EvaluatedRegex> &evaluated);

} // namespace Trailglass
