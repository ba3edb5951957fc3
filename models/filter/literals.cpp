// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/literals.h"

#include "models/filter/addressmatcher.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

/// The longest part without wildcards of \a value.
std::string literalOf(const TextValue &value)
{
    std::string longest;
    std::size_t begin = 0;
    const auto take = [&](std::size_t end) {
        if (end - begin > longest.size())
            longest = value.text.substr(begin, end - begin);
        begin = end + 1;
    };
    for (const qsizetype wildcard : value.wildcards)
        take(static_cast<std::size_t>(wildcard));
    take(value.text.size());
    return longest;
}

} // namespace

std::vector<TextSearcher> literalsOf(const Term &term)
{
    std::vector<TextSearcher> literals;
    for (const Value &value : term.values) {
        const auto *text = std::get_if<TextValue>(&value);
        const std::string literal = text ? literalOf(*text) : std::string();
        // An address has other spellings, a network none.
        if (literal.empty() || AddressMatcher::isAddressValue(term, *text))
            return {};
        literals.emplace_back(literal);
    }
    return literals;
}

bool mayHoldAny(const std::vector<TextSearcher> &literals, std::span<const quint8> signature)
{
    const auto mayHold = [signature](const TextSearcher &literal) {
        return literal.mayOccurInSigned(signature);
    };
    return literals.empty() || std::ranges::any_of(literals, mayHold);
}

} // namespace Trailglass::Filter
