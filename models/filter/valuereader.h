// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"
#include "models/filter/orderedvalues.h"
#include "models/filter/scanner.h"

namespace Trailglass::Filter {

/// Reads one value after an operator and interprets it by the field's type.
/// \thread any
class ValueReader
{
public:
    using Outcome = std::variant<Value, SyntaxError>;

    /// \param scanner  at the first character of a value; must outlive this object
    ValueReader(Scanner &scanner, const FieldReference &field, Comparison comparison);

    /// Reads one value and moves past it.
    Outcome read();

private:
    enum class Kind
    {
        Time,
        Hour,
        Weekday,
        State,
        Path,
        Ip,
        ClosedSet,
        Text
    };

    [[nodiscard]] static Kind kindOf(ReviewField field);
    [[nodiscard]] static Kind kindOf(const FieldReference &field);
    [[nodiscard]] bool comparesSizes() const;
    [[nodiscard]] std::optional<SyntaxError> refuseComparison() const;

    std::optional<RangeWords> takeRangeWords();
    std::optional<Outcome> readRange();
    Outcome weekdayRange(const RangeWords &ends) const;
    Outcome rising(Outcome outcome) const;
    Outcome readRegex();
    Outcome readQuoted();
    Outcome interpret(Word word, bool quoted);
    Outcome addressValue(Word word) const;
    Outcome closedSetValue(Word word) const;
    Outcome textValue(Word word) const;
    Outcome outcomeOf(OrderedValue value) const;

    [[nodiscard]] SyntaxError fail(const QString &message, const QString &suggestion = {}) const;

    Scanner &m_scanner;
    const FieldReference &m_field;
    Comparison m_comparison;
    Kind m_kind;
    qsizetype m_start = 0;
};

} // namespace Trailglass::Filter
