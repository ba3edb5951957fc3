// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/filter/pathmatcher.h"
#include "models/filter/textsearcher.h"
#include "models/filter/valuematcher.h"
#include "models/query/evaluation/condition.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace Trailglass {

/// Needs texts or raw JSON, so columns decide nothing.
class SlowCondition : public Condition
{
public:
    [[nodiscard]] RowTruths fromColumns(const SegmentColumns &, const RowBits &candidates) const final
    {
        return {RowBits(candidates.size()), candidates};
    }
};

/// A term on a field that is kept as plain text, or on `raw`.
class TextCondition final : public SlowCondition
{
public:
    /// \param slot  of the text; nothing for raw
    TextCondition(std::optional<std::size_t> slot, Filter::ValueMatcher matcher);

    [[nodiscard]] Cost cost() const override { return m_slot ? Cost::Texts : Cost::Raw; }
    [[nodiscard]] Filter::Match matches(const RowView &row) const override;
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const override
    {
        return m_matcher.mayMatchSigned(signature);
    }

private:
    std::optional<std::size_t> m_slot;
    Filter::ValueMatcher m_matcher;
};

/// A literal somewhere in a plain text, or in the raw JSON.
class SearchCondition final : public SlowCondition
{
public:
    /// \param slot  of the text; nothing for raw
    /// \param cancel  looked at before each search: a filter may have a thousand of them for a large JSON value
    SearchCondition(std::optional<std::size_t> slot, std::shared_ptr<const Filter::TextSearcher> searcher,
                    CancelToken cancel);

    [[nodiscard]] Cost cost() const override { return m_slot ? Cost::Texts : Cost::Raw; }
    [[nodiscard]] Filter::Match matches(const RowView &row) const override;
    [[nodiscard]] bool mayMatchAny(std::string_view raws, std::string &scratch) const override;
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const override
    {
        return m_searcher->mayOccurInSigned(signature);
    }

private:
    std::optional<std::size_t> m_slot;
    std::shared_ptr<const Filter::TextSearcher> m_searcher;
    CancelToken m_cancel;
};

/// A term on an `@path`.
class PathCondition final : public SlowCondition
{
public:
    explicit PathCondition(Filter::PathMatcher matcher);

    [[nodiscard]] Cost cost() const override { return Cost::Path; }
    [[nodiscard]] Filter::Match matches(const RowView &row) const override;
    [[nodiscard]] bool mayMatchAny(std::string_view raws, std::string &scratch) const override;
    [[nodiscard]] bool mayMatchSigned(std::span<const quint8> signature) const override
    {
        return m_matcher.mayMatchSigned(signature);
    }

private:
    Filter::PathMatcher m_matcher;
};

} // namespace Trailglass
