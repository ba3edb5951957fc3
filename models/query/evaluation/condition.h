// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/filter/valuematcher.h"
#include "models/query/index/rowbits.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace Trailglass {

/// One row, as a condition sees it. Valid during one call.
struct RowView
{
    std::span<const qint64> integers; ///< by slot of the RowLayout
    std::span<const std::string_view> texts; ///< by slot; empty where there is no value
    const std::function<std::string_view()> &raw; ///< unpacked at the first call
    std::string &scratch; ///< working memory, kept from row to row
    Filter::SearchTime &time; ///< of regexes and patterns, fresh for each row
    RowId row = {};
};

class SegmentColumns;

/// What columns alone tell of the rows of a segment, without texts and raw JSON. The other rows do not match.
struct RowTruths
{
    RowBits yes;
    RowBits unknown; ///< disjoint from yes
};

/// A filter or a part of it, compiled.
///
/// Two-valued, as filters are: a row without a value is a plain No (or Yes) for a term, so that negation is
/// complement.
/// \thread any, const
class Condition
{
public:
    /// What evaluation costs; cheap parts of a conjunction are evaluated first.
    enum class Cost : quint8
    {
        Integers,
        Texts,
        Raw,
        Path
    };

    virtual ~Condition() = default;

    [[nodiscard]] virtual Cost cost() const = 0;

    /// \returns subsets of \a candidates; a row is unknown only where its texts or raw JSON decide
    [[nodiscard]] virtual RowTruths fromColumns(const SegmentColumns &columns,
                                                const RowBits &candidates) const = 0;

    [[nodiscard]] virtual Filter::Match matches(const RowView &row) const = 0;

    /// Whether any row of a block may match, by one pass over all their raw JSON.
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
    /// \pre the condition is an openPart(), and columns do not decide the rows
    /// \param signature  bits of a TextSignature
    /// \returns false only when none does
    [[nodiscard]] virtual bool mayMatchSigned(std::span<const quint8> signature) const
    {
        Q_UNUSED(signature)
        return true;
    }

    /// Whether matches() reads RowView::integers.
    [[nodiscard]] virtual bool readsIntegers() const { return false; }
};

using ConditionPointer = std::shared_ptr<const Condition>;

} // namespace Trailglass
