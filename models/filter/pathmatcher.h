// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/jsonpathreader.h"
#include "models/filter/memberprobe.h"
#include "models/filter/textsearcher.h"
#include "models/filter/valuematcher.h"

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
    /// \param cancel  stops a running regex
    static Result<PathMatcher> compile(const Term &term, const QueryContext &context,
                                       const CancelToken &cancel = {});

    /// Whether any value at the path matches any of the term's values.
    /// \param time  what regexes and patterns may take, for all values of one event together
    [[nodiscard]] Match matches(std::string_view raw, SearchTime &time) const;

    /// Whether any of several JSON values, one after the other, may match.
    /// \returns false only when none does
    [[nodiscard]] bool mayMatchAny(std::string_view raws) const;

    /// The same by the signature of the JSON.
    /// \param signature  bits of a TextSignature
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const;

private:
    using Test = std::function<bool(const JsonValueView &)>;

    explicit PathMatcher(JsonPath path, ValueMatcher texts);
    [[nodiscard]] Match test(const JsonValueView &value, SearchTime &time) const;

    JsonPath m_path;
    MemberProbe m_probe;
    ValueMatcher m_texts;
    std::vector<Test> m_tests; ///< numbers, times, presence
    /// At least one of these texts occurs in every JSON that matches; empty if there are no such texts.
    std::vector<TextSearcher> m_literals;
};

} // namespace Trailglass::Filter
