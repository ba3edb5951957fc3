// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/clientregex.h"

#include "models/archive/eventtable.h"
#include "models/archive/pathvalues.h"
#include "models/filter/regex.h"
#include "models/filter/valuematcher.h"
#include "models/query/evaluation/querystopped.h"

namespace Trailglass {

ArchiveSql distinctValuesSql(const Filter::FieldReference &field, const ArchiveSql &from, quint64 limit)
{
    const auto *path = std::get_if<Filter::JsonPath>(&field);
    if (!path) {
        const ArchiveSql column = ArchiveSql::identifier(archiveColumnName(std::get<Field>(field)));
        return "SELECT DISTINCT " + column + from + " AND " + column + " != '' LIMIT "
            + ArchiveSql::number(limit);
    }
    const PathValues values(*path);
    const auto texts = [&values](PathValues::Place place) {
        return values.texts(place, PathValues::Spelling::AsReceived);
    };
    return "SELECT DISTINCT value FROM (SELECT arrayJoin(arrayConcat(" + texts(PathValues::Place::Bucket)
        + ", " + texts(PathValues::Place::Objects) + ")) AS value" + from + ") WHERE value != '' LIMIT "
        + ArchiveSql::number(limit);
}

Result<EvaluatedRegex> evaluateRegex(const ClientRegex &regex, const std::vector<std::string> &values,
                                     const CancelToken &cancel)
{
    TRY(const auto compiled, Filter::Regex::compile(regex.regex));
    EvaluatedRegex evaluated{regex, {}};
    for (const std::string &value : values) {
        Filter::SearchTime time;
        const Filter::Match match = compiled.search(value, cancel, time);
        if (cancel.isCancelled())
            return queryStopped();
        if (match == Filter::Match::LimitPassed)
            return Filter::matchLimitError();
        if (match == Filter::Match::Yes)
            evaluated.values.push_back(value);
    }
    return evaluated;
}

} // namespace Trailglass
