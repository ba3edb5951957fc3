// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/rowevaluator.h"

#include "models/core/result.h"
#include "models/core/timefield.h"
#include "models/core/translation.h"
#include "models/filter/derivedmatcher.h"
#include "models/filter/pathmatcher.h"
#include "models/filter/querycontext.h"
#include "models/filter/reviewstates.h"
#include "models/filter/textsearcher.h"
#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

using Predicate = std::function<Match(const EventRecord &, SearchTime &)>;

Predicate timePredicate(Field field, std::vector<TimeWindow> windows)
{
    return [field, windows = std::move(windows)](const EventRecord &record, SearchTime &) {
        const UtcMicros time = field == Field::Created ? record.event.created : record.received;
        return matchIf(
            std::ranges::any_of(windows, [time](const TimeWindow &window) { return window.contains(time); }));
    };
}

Result<Predicate> fieldPredicate(const Term &term, Field field, const QueryContext &context)
{
    if (isTime(field)) {
        TRY(auto windows, resolveTimes(term, context));
        return timePredicate(field, std::move(windows));
    }
    TRY(auto matcher, ValueMatcher::compile(term));
    return Predicate([field, matcher = std::move(matcher)](const EventRecord &record, SearchTime &time) {
        std::string scratch;
        return matcher.matches(fieldText(record, field, scratch), time);
    });
}

Predicate statePredicate(const Term &term, const QueryContext &context)
{
    return
        [wanted = wantedStates(term), reviewed = context.reviewed](const EventRecord &record, SearchTime &) {
            return matchIf((wanted.isNew && record.row > reviewed) || (wanted.isMarked && record.mark)
                           || (wanted.isNoted && !record.note.empty()));
        };
}

Result<Predicate> reviewPredicate(const Term &term, ReviewField field, const QueryContext &context)
{
    if (field == ReviewField::Is)
        return statePredicate(term, context);
    TRY(auto matcher, ValueMatcher::compile(term));
    return Predicate([field, matcher = std::move(matcher)](const EventRecord &record, SearchTime &time) {
        if (field == ReviewField::Note)
            return matcher.matches(record.note, time);
        return matcher.matches(record.mark ? name(*record.mark) : std::string_view(), time);
    });
}

Result<Predicate> termPredicate(const Term &term, const QueryContext &context)
{
    if (const auto *field = std::get_if<Field>(&term.field))
        return fieldPredicate(term, *field, context);
    if (const auto *review = std::get_if<ReviewField>(&term.field))
        return reviewPredicate(term, *review, context);
    if (std::holds_alternative<DerivedField>(term.field)) {
        TRY(auto calendar, ZoneCalendar::open(context.displayZone));
        return Predicate(
            [matcher = DerivedMatcher(term, std::move(calendar))](const EventRecord &record, SearchTime &) {
                return matchIf(matcher.matches(record.event.created));
            });
    }
    TRY(auto matcher, PathMatcher::compile(term, context));
    return Predicate([matcher = std::move(matcher)](const EventRecord &record, SearchTime &time) {
        return matcher.matches(record.event.raw, time);
    });
}

Predicate textPredicate(const Text &text)
{
    return [searcher = TextSearcher(text.text)](const EventRecord &record, SearchTime &) {
        std::string scratch;
        const auto inField = [&](Field field) {
            return !isTime(field) && field != Field::Raw
                && searcher.contains(fieldText(record, field, scratch));
        };
        return matchIf(std::ranges::any_of(allFields(), inField)
                       || searcher.containsInJson(record.event.raw, scratch));
    };
}

Predicate negation(Predicate child)
{
    return [child = std::move(child)](const EventRecord &record, SearchTime &time) {
        const Match match = child(record, time);
        return match == Match::LimitPassed ? match : matchIf(match == Match::No);
    };
}

/// Tests one child after the other until one decides the result or fails.
Predicate combination(std::vector<Predicate> children, Match deciding, Match otherwise)
{
    return
        [children = std::move(children), deciding, otherwise](const EventRecord &record, SearchTime &time) {
            for (const Predicate &child : children) {
                const Match match = child(record, time);
                if (match == deciding || match == Match::LimitPassed)
                    return match;
            }
            return otherwise;
        };
}

class Compiler
{
public:
    explicit Compiler(const QueryContext &context)
        : m_context(context)
    {
    }

    Result<Predicate> operator()(const All &) const
    {
        return Predicate([](const EventRecord &, SearchTime &) { return Match::Yes; });
    }
    Result<Predicate> operator()(const Term &term) const { return termPredicate(term, m_context); }
    Result<Predicate> operator()(const Text &text) const { return textPredicate(text); }
    Result<Predicate> operator()(const PresetReference &preset) const
    {
        return Error{
            ErrorKind::Usage,
            Trailglass::tr("Preset “%1” was not expanded.").arg(QString::fromStdString(preset.name))};
    }
    Result<Predicate> operator()(const Not &node) const
    {
        TRY(auto child, compile(*node.child));
        return negation(std::move(child));
    }
    Result<Predicate> operator()(const And &node) const
    {
        return combine(node.children, Match::No, Match::Yes);
    }
    Result<Predicate> operator()(const Or &node) const
    {
        return combine(node.children, Match::Yes, Match::No);
    }

    [[nodiscard]] Result<Predicate> compile(const Node &node) const
    {
        return std::visit(*this, node.content);
    }

private:
    [[nodiscard]] Result<Predicate> combine(const std::vector<NodePointer> &nodes, Match deciding,
                                            Match otherwise) const
    {
        std::vector<Predicate> children;
        for (const NodePointer &node : nodes) {
            TRY(auto child, compile(*node));
            children.push_back(std::move(child));
        }
        return combination(std::move(children), deciding, otherwise);
    }

    const QueryContext &m_context;
};

} // namespace

Result<RowEvaluator> RowEvaluator::compile(const NodePointer &tree, const QueryContext &context)
{
    TRY(auto predicate, Compiler(context).compile(*tree));
    return RowEvaluator(std::move(predicate));
}

Result<bool> RowEvaluator::matches(const EventRecord &record) const
{
    SearchTime time;
    const Match match = m_predicate(record, time);
    if (match == Match::LimitPassed)
        return matchLimitError();
    return match == Match::Yes;
}

} // namespace Trailglass::Filter
