// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/match.h"
#include "models/filter/textsearcher.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace Trailglass::Filter {

/// The error for Match::LimitPassed. Kind Usage.
[[nodiscard]] Error matchLimitError();

/// A term on a text field (every field but `created`, `received`, `hour`, `weekday`), compiled to ask about
/// texts.
///
/// For a dictionary-coded field ask once for each distinct value. Knows nothing of negation.
/// \thread any, const
class ValueMatcher
{
public:
    /// \param term  on a Field with text. Addresses and networks compare as AddressMatcher says. Of a term on
    /// an `@path` the text and regex values (the rest is PathMatcher's).
    /// \param cancel  ends a regex or pattern at work
    /// \error Usage for a regex that does not compile
    static Result<ValueMatcher> compile(const Term &term, const CancelToken &cancel = {});

    /// Whether any of the term's values matches. An empty text is "no value": see matchesEmpty().
    [[nodiscard]] Match matches(std::string_view text) const;

    /// Whether rows without a value match: only when one of the values is the empty text itself (`actor:""`).
    [[nodiscard]] bool matchesEmpty() const { return m_matchesEmpty; }

    /// Whether every non-empty text matches (`field:*`).
    [[nodiscard]] bool matchesEveryValue() const { return m_matchesEveryValue; }

    /// Whether texts of which only the signature is at hand may match: of a field kept as text, or raw JSON.
    /// \param signature  bits of a TextSignature
    /// \returns false only when none does
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const;

private:
    using Test = std::function<Match(std::string_view)>;

    ValueMatcher() = default;
    Result<void> add(const Term &term, const Value &value, const CancelToken &cancel);
    void addText(const Term &term, const TextValue &value, const CancelToken &cancel);

    bool m_matchesEmpty = false;
    bool m_matchesEveryValue = false;
    std::unordered_set<std::string> m_exact;
    std::unordered_set<std::string> m_folded;
    std::vector<Test> m_tests;
    std::vector<TextSearcher> m_literals; ///< one of them stands in every text that matches; or none
};

} // namespace Trailglass::Filter
