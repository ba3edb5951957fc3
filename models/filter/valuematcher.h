// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/filter/addressmatcher.h"
#include "models/filter/ast.h"
#include "models/filter/match.h"
#include "models/filter/searchtime.h"
#include "models/filter/textsearcher.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace Trailglass::Filter {

/// The error for Match::LimitPassed. Kind Usage.
[[nodiscard]] Error matchLimitError();

/// A term on a text field (every field except `created`, `received`, `hour`, `weekday`), compiled to test
/// texts.
///
/// For a dictionary-coded field, test each distinct value once. Negation is the caller's.
/// \thread any, const
class ValueMatcher
{
public:
    /// \param term  on a text field; addresses and networks are compared by AddressMatcher. Of a term on an
    /// `@path` the text and regex values (PathMatcher tests the others)
    /// \param cancel  stops matches(), also a running regex or pattern
    /// \error Usage for a regex that does not compile
    static Result<ValueMatcher> compile(const Term &term, const CancelToken &cancel = {});

    /// Whether any of the term's values matches. An empty text is "no value": see matchesEmpty().
    /// \param time  what regexes and patterns may take, for all texts of one event together
    [[nodiscard]] Match matches(std::string_view text, SearchTime &time) const;

    /// The same for a text by itself, such as one of a dictionary.
    [[nodiscard]] Match matches(std::string_view text) const;

    /// Whether rows without a value match: only if one of the values is the empty text (`actor:""`).
    [[nodiscard]] bool matchesEmpty() const { return m_matchesEmpty; }

    /// Whether texts with this signature may match: of a field stored as text, or raw JSON.
    /// \param signature  bits of a TextSignature
    /// \returns false only if none does
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const;

private:
    using Test = std::function<Match(std::string_view, SearchTime &)>;

    ValueMatcher() = default;
    Result<void> add(const Term &term, const Value &value, const CancelToken &cancel);
    void addText(const Term &term, const TextValue &value, const CancelToken &cancel);
    [[nodiscard]] bool isEqual(std::string_view text) const;

    bool m_matchesEmpty = false;
    bool m_matchesEveryValue = false;
    std::unordered_set<std::string> m_exact;
    std::unordered_set<std::string> m_folded;
    AddressMatcher m_addresses;
    CancelToken m_cancel;
    std::vector<Test> m_tests;
    std::vector<TextSearcher> m_literals; ///< one of them occurs in every text that matches; may be empty
};

} // namespace Trailglass::Filter
