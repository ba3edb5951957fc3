// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reviews.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/conjunction.h"
#include "models/filter/surroundings.h"
#include "models/store/eventwriter.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/sourcechoice.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

Filter::NodePointer newEventsTerm()
{
    return Filter::makeNode(
        Filter::Term{Filter::ReviewField::Is, Filter::Comparison::Matches, {Filter::TextValue{"new", {}}}});
}

/// Finds the events that match a filter and came after a row.
class NewEvents
{
public:
    NewEvents(OpenPlace &place, UtcMicros now, const CancelToken &cancel)
        : m_place(place)
        , m_context{now}
        , m_cancel(cancel)
    {
    }

    /// What is counted from now on is of the same state as the result.
    Result<ResultPointer> find(const QString &expression, RowId after)
    {
        TRY(const PreparedQuery query, prepared(expression, after));
        TRY(QueryEngine *const engine, m_place.engine());
        TRY(ResultPointer found, engine->select(query.filter, {}, query.context, m_cancel));
        m_context.state = found->state();
        return found;
    }

    Result<qint64> count(const QString &expression, RowId after)
    {
        TRY(const PreparedQuery query, prepared(expression, after));
        TRY(QueryEngine *const engine, m_place.engine());
        return engine->count(query.filter, query.context, m_cancel);
    }

private:
    Result<PreparedQuery> prepared(const QString &expression, RowId after)
    {
        TRY(PreparedQuery query, prepareQuery(m_place, expression, m_context));
        query.filter = Filter::both(query.filter, newEventsTerm());
        query.context.reviewed = after; // `is:new` of the expression itself is about the same review
        return query;
    }

    OpenPlace &m_place;
    QueryContext m_context;
    const CancelToken &m_cancel;
};

/// Fills in what an entry says of the events. The workspace is closed again: the writer that follows must be the last one
/// to close, which empties the database's log.
Result<ReviewEntry> reviewedEvents(const QString &workspace, const ReviewRequest &request, ReviewEntry entry,
                                   const CancelToken &cancel)
{
    OpenWorkspace open(workspace);
    TRY(EventReader *const reader, open.reader());
    TRY(const RowId before, reader->reviewedRow(entry.reviewer, entry.name));
    TRY(const RowId newest, reader->lastRow());
    entry.row = std::max(before, std::min(request.upTo.value_or(newest), newest));
    NewEvents events(open, entry.at, cancel);
    // What has arrived since it was looked at stays new.
    TRY(const ResultPointer later, events.find(request.expression, entry.row));
    TRY(const qint64 newEvents, events.count(request.expression, before));
    entry.count = std::max<qint64>(0, newEvents - static_cast<qint64>(later->size()));
    return entry;
}

/// What a filter finds is counted as far as it can be run: one review with a deleted preset hides no others.
Result<ReviewStatus> reviewStatusOf(ReviewEntry last, NewEvents &events)
{
    ReviewStatus status{std::move(last)};
    const auto counted = events.count(status.last.filter, status.last.row);
    if (!counted && counted.error().kind != ErrorKind::Usage)
        return counted.error();
    if (counted)
        status.newEvents = *counted;
    else
        status.problem = counted.error().message;
    return status;
}

Error noSuchReview(const QString &name, const std::vector<ReviewEntry> &entries)
{
    QSet<QString> names;
    for (const ReviewEntry &entry : entries)
        names.insert(entry.name);
    QStringList known = names.values();
    known.sort();
    const QString problem = tr("There is no review “%1”.").arg(visibleText(name));
    return {ErrorKind::Usage, known.isEmpty() ? problem : inSequence(problem, nameSuggestion(name, known))};
}

/// The last entries of the reviews with a name, or of all, and one without an id for a review that has none yet.
Result<std::vector<ReviewEntry>> entriesNamed(const std::vector<ReviewEntry> &all, const QString &name,
                                              const QString &reviewer)
{
    const QString everything = reviewOfEverything();
    std::vector<ReviewEntry> entries = all;
    if (!name.isEmpty())
        std::erase_if(entries, [&name](const ReviewEntry &entry) { return entry.name != name; });
    const bool isOwn = std::ranges::any_of(entries, [&](const ReviewEntry &entry) {
        return entry.reviewer == reviewer && entry.name == everything;
    });
    if ((name.isEmpty() || name == everything) && !isOwn) {
        ReviewEntry none;
        none.reviewer = reviewer;
        none.name = everything;
        entries.insert(entries.begin(), none);
    }
    return entries.empty() ? noSuchReview(name, all) : Result(std::move(entries));
}

/// Opens a workspace with events for writing.
/// \error Usage: one of the events is of a source that is not there
Result<std::unique_ptr<EventWriter>> writerFor(const QString &workspace,
                                               const std::vector<NamedEvent> &events)
{
    {
        TRY(const auto reader, EventReader::open(workspace));
        TRY(const auto sources, reader->sources());
        for (const NamedEvent &event : events) {
            TRY(namedSource(sources, event.source));
        }
    }
    return EventWriter::open(workspace, EventWriter::OpenPurges::Left);
}

} // namespace

QString reviewOfEverything()
{
    return QStringLiteral("default");
}

Result<QString> reviewNameOf(const QString &expression)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    const auto rest =
        Filter::replaceConjuncts(std::get<Filter::NodePointer>(parsed), [](const Filter::NodePointer &node) {
            const bool saysNew = Filter::sameTree(node, newEventsTerm());
            return saysNew ? std::vector<Filter::NodePointer>() : std::vector{node};
        });
    const QString text = Filter::print(rest);
    if (text.isEmpty())
        return reviewOfEverything();
    if (text.size() <= ReviewLimits::MaxName)
        return text;
    return Error{
        ErrorKind::Usage,
        tr("A review without a name has its filter as the name, which can have at most %1 characters. "
           "Give it a name, or save the filter as a preset.")
            .arg(ReviewLimits::MaxName)};
}

Result<ReviewEntry> finishReview(const QString &workspace, const ReviewRequest &request,
                                 const ReviewerAction &by, const CancelToken &cancel)
{
    ReviewEntry entry{.at = by.at,
                      .reviewer = by.reviewer,
                      .name = request.name,
                      .filter = request.expression.trimmed(),
                      .note = request.note.trimmed()};
    if (entry.name.isEmpty()) {
        TRY(entry.name, reviewNameOf(request.expression));
    }
    TRY(entry, reviewedEvents(workspace, request, entry, cancel));
    TRY(const auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Left, cancel));
    return writer->review(entry);
}

Result<std::vector<ReviewStatus>> reviewStatus(const QString &workspace, const QString &name,
                                               const ReviewerAction &by, const CancelToken &cancel)
{
    OpenWorkspace open(workspace);
    TRY(EventReader *const reader, open.reader());
    TRY(const auto all, reader->lastReviews());
    TRY(auto entries, entriesNamed(all, name, by.reviewer));
    NewEvents events(open, by.at, cancel);
    std::vector<ReviewStatus> statuses;
    for (ReviewEntry &entry : entries) {
        TRY(auto status, reviewStatusOf(std::move(entry), events));
        statuses.push_back(std::move(status));
    }
    return statuses;
}

Result<std::vector<ReviewEntry>> reviewLog(const QString &workspace, int limit)
{
    TRY(const auto reader, EventReader::open(workspace));
    return reader->reviewLog(limit);
}

Result<RowId> reviewedRow(const QString &workspace, const QString &reviewer, const QString &name)
{
    const auto reader = EventReader::open(workspace);
    if (!reader)
        return reader.error().kind == ErrorKind::NotFound ? Result(RowId()) : reader.error();
    return (*reader)->reviewedRow(reviewer, name);
}

Result<qint64> changeMarks(const QString &workspace, const std::vector<NamedEvent> &events,
                           std::optional<MarkColour> colour, const ReviewerAction &by)
{
    TRY(const auto writer, writerFor(workspace, events));
    return writer->setMarks({.events = events, .colour = colour, .reviewer = by.reviewer, .at = by.at});
}

Result<bool> changeNote(const QString &workspace, const NamedEvent &event, const QString &note,
                        const ReviewerAction &by)
{
    TRY(const auto writer, writerFor(workspace, {event}));
    return writer->setNote({.event = event, .note = note.trimmed(), .reviewer = by.reviewer, .at = by.at});
}

} // namespace Trailglass
