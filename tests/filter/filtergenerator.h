// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QString>

#include <random>

namespace Trailglass {

/// Makes filter trees and expressions, the same ones for the same seed.
class FilterGenerator
{
public:
    explicit FilterGenerator(std::uint64_t seed)
        : m_random(seed)
    {
    }

    /// A tree within the rules of ast.h, with every kind of node, field and value, and nasty texts.
    [[nodiscard]] Filter::NodePointer tree();

    /// Words, operators, quotes and brackets in any order; about half of them are valid filters.
    [[nodiscard]] QString expression();

    /// A text of letters with odd folds, quotes, brackets, spaces, wildcards and operators. May be empty.
    [[nodiscard]] std::string text();

    [[nodiscard]] std::size_t below(std::size_t end) { return m_random() % end; }

private:
    [[nodiscard]] bool oneIn(std::size_t chances) { return below(chances) == 0; }
    [[nodiscard]] Filter::NodePointer node(int depth);
    [[nodiscard]] std::vector<Filter::NodePointer> nodes(int depth);
    [[nodiscard]] Filter::Term term();
    [[nodiscard]] Filter::Term timeTerm();
    [[nodiscard]] Filter::Term derivedTerm();
    [[nodiscard]] Filter::Term reviewTerm();
    [[nodiscard]] Filter::Term pathTerm();
    [[nodiscard]] Filter::Term textTerm(Filter::FieldReference field);
    [[nodiscard]] Filter::Value textOrPattern();
    [[nodiscard]] Filter::TextValue pattern();
    [[nodiscard]] Filter::TimeValue time();
    [[nodiscard]] Filter::NumberValue number();
    [[nodiscard]] Filter::JsonPath path();
    [[nodiscard]] Filter::Comparison size();

    template <class Item>
    [[nodiscard]] Filter::RangeOf<Item> range(const Item &from, const Item &to)
    {
        switch (below(3)) {
        case 0:
            return {from, {}};
        case 1:
            return {{}, to};
        default:
            return {from, to};
        }
    }

    std::mt19937_64 m_random;
};

} // namespace Trailglass
