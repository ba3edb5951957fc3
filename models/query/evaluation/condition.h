// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/valuematcher.h"
#include "models/query/index/rowbits.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// What is known without looking at texts and raw JSON.
enum class Truth : quint8
{
    No,
    Yes,
    Unknown
};

/// An SQL expression in the making, every value of it bound.
struct SqlText
{
    // Beyond these it is left to C++: SQLite parses and evaluates expressions of limited depth (its parser's
    // stack has 100 places, a nested expression takes three), and its IN lists slow down.
    static constexpr int MaxTerms = 200;
    static constexpr int MaxDepth = 20;
    static constexpr std::size_t MaxParameters = 2'000;

    std::string text;
    std::vector<qint64> parameters = {}; ///< for the `?` in text, in order
    int terms = 0;
    int depth = 0; ///< of the operators around what is appended next
};

/// One row, as a condition sees it. Valid during one call.
struct RowView
{
    std::span<const qint64> integers; ///< by slot of the RowLayout
    std::span<const std::string_view> texts; ///< by slot; empty where there is no value
    const std::function<std::string_view()> &raw; ///< unpacked when first asked for
    std::string &scratch; ///< working memory, kept from row to row
};

class SegmentColumns;

/// What is known of the rows of a segment without looking at texts and raw JSON. The rest is No.
struct RowTruths
{
    RowBits yes;
    RowBits unknown; ///< disjoint from yes
};

/// A filter or a part of it, compiled for scanning.
///
/// Two-valued, as filters are: a row without a value is a plain No (or Yes) for a term, so that negation is
/// complement.
/// \thread any, const
class Condition
{
public:
    /// What an answer costs; cheap parts of a conjunction are asked first.
    enum class Cost : quint8
    {
        Integers,
        Texts,
        Raw,
        Path
    };

    virtual ~Condition() = default;

    [[nodiscard]] virtual Cost cost() const = 0;

    /// Appends SQL that is 1 exactly where the condition is true and 0 elsewhere, never NULL.
    /// \returns false when SQL cannot say it within the limits; \a sql holds rubbish then
    [[nodiscard]] virtual bool appendSql(SqlText &sql) const = 0;

    /// \returns Unknown only when texts or raw JSON decide
    [[nodiscard]] virtual Truth fromIntegers(std::span<const qint64> integers) const = 0;

    /// The same as fromIntegers() for many rows at once.
    /// \returns subsets of \a asked
    [[nodiscard]] virtual RowTruths fromColumns(const SegmentColumns &columns,
                                                const RowBits &asked) const = 0;

    [[nodiscard]] virtual Filter::Match matches(const RowView &row) const = 0;

    /// Whether any row of a block may match, as one look at all their raw JSON tells.
    /// \param raws  the raw JSON of rows without texts, one after the other
    /// \returns false only when none does
    [[nodiscard]] virtual bool mayMatchAny(std::string_view raws, std::string &scratch) const
    {
        Q_UNUSED(raws)
        Q_UNUSED(scratch)
        return true;
    }

    /// Whether any row of a block may match, of which only the signature of its texts and raw JSON is at
    /// hand.
    ///
    /// \pre asked of an openPart(), about rows that whole numbers do not decide
    /// \param signature  bits of a TextSignature
    /// \returns false only when none does
    [[nodiscard]] virtual bool mayMatchSigned(std::span<const quint8> signature) const
    {
        Q_UNUSED(signature)
        return true;
    }

    /// Whether matches() looks at RowView::integers.
    [[nodiscard]] virtual bool readsIntegers() const { return false; }
};

using ConditionPointer = std::shared_ptr<const Condition>;

} // namespace Trailglass
