// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/conditioncompiler.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/filter/derivedmatcher.h"
#include "models/filter/pathmatcher.h"
#include "models/filter/textsearcher.h"
#include "models/filter/timewindows.h"
#include "models/query/evaluation/dictionaries.h"
#include "models/query/evaluation/integerconditions.h"
#include "models/query/evaluation/logicalconditions.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/evaluation/reviewconditions.h"
#include "models/query/evaluation/textconditions.h"
#include "models/store/schema.h"

namespace Trailglass {

using Filter::Match;
using Filter::ValueMatcher;
using Schema::Storage;

namespace {

/// The column with the codes of a field: that of the source for `vendor`, which depends on it alone.
const std::string &codeExpression(Field field)
{
    return Schema::valueExpression(field == Field::Vendor ? Field::Source : field);
}

/// A moment with the given hour or weekday, in UTC. 1970-01-05 was a Monday.
UtcMicros sample(Filter::DerivedField field, std::size_t code)
{
    const auto number = static_cast<qint64>(code);
    return {field == Filter::DerivedField::Hour ? number * UtcMicros::PerHour
                                                : (4 + number) * UtcMicros::PerDay};
}

} // namespace

ConditionCompiler::ConditionCompiler(const QueryContext &context, Dictionaries &dictionaries,
                                     RowLayout &layout, const CancelToken &cancel)
    : m_context(context)
    , m_dictionaries(dictionaries)
    , m_layout(layout)
    , m_cancel(cancel)
{
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::NodePointer &tree)
{
    return std::visit([this](const auto &content) { return compile(content); }, tree->content);
}

ConditionCompiler::Children ConditionCompiler::compileAll(const std::vector<Filter::NodePointer> &nodes)
{
    std::vector<ConditionPointer> conditions;
    for (const Filter::NodePointer &node : nodes) {
        TRY(auto condition, compile(node));
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::All &)
{
    return constantCondition(true);
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::Not &node)
{
    TRY(auto child, compile(node.child));
    return negation(std::move(child));
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::And &node)
{
    TRY(auto children, compileAll(node.children));
    return conjunction(std::move(children));
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::Or &node)
{
    TRY(auto children, compileAll(node.children));
    return disjunction(std::move(children));
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::PresetReference &preset)
{
    return Error{ErrorKind::Usage,
                 QStringLiteral("Internal error: preset “%1” was not expanded before the query ran.")
                     .arg(QString::fromStdString(preset.name))};
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::Text &text)
{
    const auto searcher = std::make_shared<const Filter::TextSearcher>(text.text);
    std::vector<ConditionPointer> places{std::make_shared<SearchCondition>(std::nullopt, searcher, m_cancel)};
    for (const Field field : allFields()) {
        // What `actor` and `target` show is in one of their parts.
        if (Schema::storage(field) == Storage::Text) {
            const std::size_t slot = m_layout.addSearchedText(Schema::valueExpression(field));
            places.push_back(std::make_shared<SearchCondition>(slot, searcher, m_cancel));
        } else if (Schema::storage(field) == Storage::Code && field != Field::Actor) {
            TRY(auto place, codes(field, false, [&](std::string_view known) {
                    return Filter::matchIf(searcher->contains(known));
                }));
            places.push_back(std::move(place));
        }
    }
    return disjunction(std::move(places));
}

Result<ConditionPointer> ConditionCompiler::compile(const Filter::Term &term)
{
    if (const auto *derived = std::get_if<Filter::DerivedField>(&term.field))
        return derivedTerm(*derived, term);
    if (const auto *field = std::get_if<Field>(&term.field))
        return fieldTerm(*field, term);
    if (std::holds_alternative<Filter::ReviewField>(term.field))
        return reviewCondition(m_dictionaries.connection(), term, m_context.reviewed, m_cancel);
    TRY(auto matcher, Filter::PathMatcher::compile(term, m_context, m_cancel));
    return ConditionPointer(std::make_shared<PathCondition>(std::move(matcher)));
}

Result<ConditionPointer> ConditionCompiler::fieldTerm(Field field, const Filter::Term &term)
{
    if (Schema::storage(field) == Storage::Integer)
        return timeTerm(field, term);
    TRY(const auto matcher, ValueMatcher::compile(term, m_cancel));
    if (Schema::storage(field) == Storage::Composed)
        return targetTerm(matcher);
    return textTerm(field, matcher);
}

Result<ConditionPointer> ConditionCompiler::textTerm(Field field, const ValueMatcher &matcher)
{
    switch (Schema::storage(field)) {
    case Storage::Code:
        return codes(field, matcher.matchesEmpty(),
                     [&](std::string_view text) { return matcher.matches(text); });
    case Storage::Text:
        return ConditionPointer(
            std::make_shared<TextCondition>(m_layout.addText(Schema::valueExpression(field)), matcher));
    default:
        return ConditionPointer(std::make_shared<TextCondition>(std::nullopt, matcher));
    }
}

Result<ConditionPointer> ConditionCompiler::timeTerm(Field field, const Filter::Term &term)
{
    TRY(auto windows, Filter::resolveTimes(term, m_context));
    return ConditionPointer(std::make_shared<TimeCondition>(
        m_layout.addInteger(Schema::valueExpression(field)), std::move(windows)));
}

Result<ConditionPointer> ConditionCompiler::derivedTerm(Filter::DerivedField field, const Filter::Term &term)
{
    // The slot already holds the hour or weekday of the display zone, so the term is evaluated for samples
    // in UTC.
    TRY(const auto calendar, Filter::ZoneCalendar::open(QByteArrayLiteral("UTC")));
    const Filter::DerivedMatcher matcher(term, calendar);
    std::vector<bool> accepted(Dictionaries::texts(field).size());
    for (std::size_t code = 0; code < accepted.size(); ++code)
        accepted[code] = matcher.matches(sample(field, code));
    return ConditionPointer(std::make_shared<CodeCondition>(m_layout.addDerived(field), accepted, false));
}

/// `target` is its name, else its id, else its type: a match of the name, or of the id where there is no
/// name, or of the type where there is neither.
Result<ConditionPointer> ConditionCompiler::targetTerm(const ValueMatcher &matcher)
{
    TRY(const auto name,
        codes(Field::TargetName, false, [&](std::string_view text) { return matcher.matches(text); }));
    TRY(const auto type, textTerm(Field::TargetType, matcher));
    TRY(const auto id, textTerm(Field::TargetId, matcher));
    const ConditionPointer noName = negation(presence(Field::TargetName));
    const ConditionPointer hasId = presence(Field::TargetId);
    return disjunction(
        {name, conjunction({noName, hasId, id}), conjunction({noName, negation(hasId), type})});
}

ConditionPointer ConditionCompiler::presence(Field field)
{
    return std::make_shared<PresenceCondition>(m_layout.addInteger(Schema::presenceExpression(field)));
}

Result<ConditionPointer> ConditionCompiler::codes(Field field, bool acceptsNone, const Test &test)
{
    TRY(const auto texts, m_dictionaries.texts(field, m_cancel));
    std::vector<bool> accepted(texts.size());
    bool any = acceptsNone;
    for (std::size_t code = 0; code < accepted.size(); ++code) {
        if (m_cancel.isCancelled())
            return queryStopped();
        const std::string_view text = texts[code];
        const Match match = text.empty() ? Match::No : test(text);
        if (match == Match::LimitPassed)
            return m_cancel.isCancelled() ? queryStopped() : Filter::matchLimitError();
        accepted[code] = match == Match::Yes;
        any = any || accepted[code];
    }
    if (!any)
        return constantCondition(false);
    return ConditionPointer(
        std::make_shared<CodeCondition>(m_layout.addInteger(codeExpression(field)), accepted, acceptsNone));
}

} // namespace Trailglass
