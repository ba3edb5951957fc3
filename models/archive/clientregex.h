// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/filter/ast.h"

#include <string>
#include <vector>

namespace Trailglass {

/// A regular expression that only this program can evaluate: on the distinct values of a field or path, which it reads
/// first.
struct ClientRegex
{
    Filter::FieldReference field; ///< one with isCodedColumn(), or a JsonPath
    Filter::RegexValue regex;

    friend bool operator==(const ClientRegex &, const ClientRegex &) = default;
};

/// The values on which it matches, of all that the events may have.
struct EvaluatedRegex
{
    ClientRegex regex;
    std::vector<std::string> values;
};

/// The query for the values that a ClientRegex is evaluated on.
/// \param from  fromEvents(); more events than the filter finds do no harm
/// \param limit  values at most
/// \returns columns: value String; distinct, none empty
/// \thread any
[[nodiscard]] ArchiveSql distinctValuesSql(const Filter::FieldReference &field, const ArchiveSql &from,
                                           quint64 limit);

/// \error Usage if the pattern does not compile, or passes its match limit on a value; Cancelled
/// \thread any
[[nodiscard]] Result<EvaluatedRegex>
evaluateRegex(const ClientRegex &regex, const std::vector<std::string> &values, const CancelToken &cancel);

} // namespace Trailglass
