// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/completion.h"
#include "models/query/queryengine.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// Something that may stand where one types, as it is: not safe to show.
struct CompletionValue
{
    QString text;
    std::optional<qint64> count; ///< how many events have it, of those that were counted
    QString note = {}; ///< translated; where there is no count

    friend bool operator==(const CompletionValue &, const CompletionValue &) = default;
};

/// A CompletionValue with how it is written in the filter.
struct CompletionCandidate
{
    CompletionValue value;
    Filter::Replacement replacement;

    friend bool operator==(const CompletionCandidate &, const CompletionCandidate &) = default;
};

/// At most so many are offered at once.
inline constexpr std::size_t MaxCandidates = 50;

/// What the language itself knows of a field: the members of closed sets, and words for times.
[[nodiscard]] std::vector<CompletionValue> knownValues(const Filter::FieldReference &field);

/// Counted values, most frequent first, and then those of \a known that were not counted. What is too long to
/// be typed again is left out.
[[nodiscard]] std::vector<CompletionValue> countedValues(const Facet &facet,
                                                         const std::vector<CompletionValue> &known);

/// Names of fields that begin, or have a part that begins, with what is typed: fields first, then aliases;
/// after a complete name the operators that go with it.
/// \pre a NameOfField
[[nodiscard]] std::vector<CompletionCandidate> nameCandidates(const Filter::CompletionPlace &place);

/// Those of \a paths, as a filter has them, that begin with what is typed, then those that hold it, ignoring case and
/// quotes, in order; for one that is typed in full the operators that go with it.
/// \pre a NameOfPath
[[nodiscard]] std::vector<CompletionCandidate> pathCandidates(const Filter::CompletionPlace &place,
                                                              const std::vector<CompletionValue> &paths);

/// Those of \a values that begin with what is typed, then those that hold it, ignoring case, in order.
/// Nothing when the only one is what is typed already.
/// \pre a ValueOfField or NameOfPreset
[[nodiscard]] std::vector<CompletionCandidate> valueCandidates(const Filter::CompletionPlace &place,
                                                               const std::vector<CompletionValue> &values);

} // namespace Trailglass
