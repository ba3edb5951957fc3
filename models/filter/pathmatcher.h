// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/match.h"
#include "models/filter/memberprobe.h"
#include "models/filter/searchtime.h"
#include "models/filter/textsearcher.h"
#include "models/filter/valuematcher.h"
#include "models/json/jsonvalue.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

/// A term on an `@path`, compiled to ask about raw JSON.
/// \thread any, const
class PathMatcher
{
public:
    /// \param term  on a JsonPath
    /// \error Usage for a regex that does not compile, a range that ends before it starts, an unknown display
    /// zone
    /// \param cancel  stops matches(), also in the middle of a large JSON value
    static Result<PathMatcher> compile(const Term &term, const QueryContext &context,
                                       const CancelToken &cancel = {});

    /// Whether any value at the path matches any of the term's values.
    /// \param time  what regexes and patterns may take, for all values of one event together
    [[nodiscard]] Match matches(std::string_view raw, SearchTime &time) const;

    /// Whether any of several JSON values, one after the other, may match.
    /// \returns false only when none does; true after a cancel
    [[nodiscard]] bool mayMatchAny(std::string_view raws) const;

    /// The same by the signature of the JSON.
    /// \param signature  bits of a TextSignature
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const;

private:
    using Test = std::function<bool(const JsonValueView &)>;

    PathMatcher(JsonPath path, ValueMatcher texts, CancelToken cancel);
    [[nodiscard]] Match test(const JsonValueView &value, SearchTime &time) const;

    JsonPath m_path;
    MemberProbe m_probe;
    ValueMatcher m_texts;
    CancelToken m_cancel;
    std::vector<Test> m_tests; ///< numbers, times, presence
    /// At least one of these texts occurs in every JSON that matches; empty if there are no such texts.
    std::vector<TextSearcher> m_literals;
};

} // namespace Trailglass::Filter
