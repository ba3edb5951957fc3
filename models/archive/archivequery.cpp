// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivequery.h"

#include "models/archive/archivesession.h"
#include "models/archive/clientregex.h"
#include "models/archive/rowbinary.h"
#include "models/archive/snapshotsql.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/fieldnames.h"

#include <QLocale>

#include <string>
#include <vector>

namespace Trailglass {

namespace {

Result<std::shared_ptr<const ArchiveEvents>> eventsFor(const QueryContext &context, ArchiveSession &session,
                                                       const CancelToken &cancel)
{
    auto known = std::dynamic_pointer_cast<const ArchiveEvents>(context.state);
    if (known && known->place == session.place())
        return known;
    TRY(auto state, ArchiveLedger::state(session, cancel));
    return std::make_shared<const ArchiveEvents>(session.place(), std::move(state));
}

Error tooManyValues(const ClientRegex &regex)
{
    return {
        ErrorKind::Usage,
        Trailglass::tr("The archive cannot evaluate the regular expression “%1”, and %2 has more than %3 "
                       "different values, too many to look through here. Narrow the time, or use a simpler "
                       "expression.")
            .arg(visibleText(regex.regex.pattern), Filter::fieldReferenceName(regex.field),
                 QLocale().toString(static_cast<qulonglong>(ArchiveQuery::MaxValues)))};
}

Error tooMuchText()
{
    return {
        ErrorKind::Usage,
        Trailglass::tr("The archive cannot evaluate the regular expressions of this filter itself, and they "
                       "match so many values that these are too long to be sent to it. Narrow the time, or "
                       "use simpler expressions.")};
}

/// Evaluates a regular expression on the values that it can meet.
Result<EvaluatedRegex> evaluate(const ClientRegex &regex, const ArchiveSql &from, ArchiveSession &session,
                                const CancelToken &cancel)
{
    TRY(const QByteArray rows,
        session.ask(distinctValuesSql(regex.field, from, ArchiveQuery::MaxValues + 1), cancel));
    RowBinaryReader reader(rows);
    std::vector<std::string> values;
    while (!reader.atEnd()) {
        values.emplace_back(reader.readText());
        TRY(reader.check());
    }
    if (values.size() > ArchiveQuery::MaxValues)
        return tooManyValues(regex);
    return evaluateRegex(regex, values, cancel);
}

} // namespace

Result<ArchiveQuery> prepareArchiveQuery(ArchiveSession &session, const Filter::NodePointer &filter,
                                         const QueryContext &context, const CancelToken &cancel)
{
    TRY(auto events, eventsFor(context, session, cancel));
    const TimeWindow none{UtcMicros{0}, UtcMicros{1}};
    ArchiveQuery query{
        .events = events,
        .filter = filter,
        .context = {.query = context, .events = events->state.created.from ? events->state.created : none},
        .condition = {},
        .from = {}};
    TRY(auto sql, filterSql(filter, query.context));
    const Watermark &watermark = events->state.watermark;
    if (!sql.open.empty()) {
        const ArchiveSql more = fromEvents(watermark, sql.condition);
        for (const ClientRegex &regex : sql.open) {
            TRY(auto evaluated, evaluate(regex, more, session, cancel));
            query.context.evaluated.push_back(std::move(evaluated));
        }
        TRY(sql, filterSql(filter, query.context));
        if (sql.condition.text().size() > ArchiveQuery::MaxEvaluatedBytes)
            return tooMuchText();
    }
    query.from = fromEvents(watermark, sql.condition);
    query.condition = std::move(sql.condition);
    return query;
}

} // namespace Trailglass
