// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// A whole number of each row: an SQL expression over table `event`, or a field computed from `created`.
struct IntegerColumn
{
    std::string expression; ///< empty for a computed one
    std::optional<Filter::DerivedField> derived;

    friend bool operator==(const IntegerColumn &, const IntegerColumn &) = default;
};

/// What a scan reads of each row, so that a condition or a consumer finds it again by its slot.
///
/// Adding the same thing twice gives the same slot. Slots of each kind count from 0.
class RowLayout
{
public:
    /// What an integer slot holds where SQL says NULL. No time and no code has this value.
    static const qint64 None;

    std::size_t addInteger(std::string_view expression);
    std::size_t addDerived(Filter::DerivedField field);
    std::size_t addText(std::string_view expression);
    /// A text that is only searched for what the raw JSON is searched for too: where all of a row's texts
    /// are in its raw JSON, it need not be read.
    std::size_t addSearchedText(std::string_view expression);

    /// The values at a path in the raw JSON, or without a path the raw JSON itself.
    std::size_t addRawOutput(const std::optional<Filter::JsonPath> &path);

    /// The same without integers; texts keep their slots.
    [[nodiscard]] RowLayout withoutIntegers() const;

    [[nodiscard]] const std::vector<IntegerColumn> &integers() const { return m_integers; }
    [[nodiscard]] const std::vector<std::string> &texts() const { return m_texts; }
    /// Whether a text is needed for another reason than addSearchedText().
    [[nodiscard]] bool needsTexts() const { return m_needsTexts; }
    [[nodiscard]] const std::vector<std::optional<Filter::JsonPath>> &rawOutputs() const
    {
        return m_rawOutputs;
    }

private:
    std::vector<IntegerColumn> m_integers;
    std::vector<std::string> m_texts;
    std::vector<std::optional<Filter::JsonPath>> m_rawOutputs;
    bool m_needsTexts = false;
};

} // namespace Trailglass
