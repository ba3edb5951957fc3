// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/valuereader.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/casefold.h"
#include "models/filter/fieldnames.h"
#include "models/filter/ipaddress.h"
#include "models/filter/rangeorder.h"
#include "models/filter/regex.h"
#include "models/filter/reviewstates.h"
#include "models/filter/weekdays.h"
#include "models/filter/wildcardpattern.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

/// The names a closed set allows, in order.
std::vector<std::string_view> allowedNames(const FieldReference &field)
{
    std::vector<std::string_view> names;
    const auto addAll = [&names]<class Enumeration>(Enumeration last) {
        for (int value = 0; value <= static_cast<int>(last); ++value)
            names.push_back(name(static_cast<Enumeration>(value)));
    };
    if (std::holds_alternative<DerivedField>(field))
        names.assign(Weekdays.begin(), Weekdays.end());
    else if (field == FieldReference(ReviewField::Is))
        names.assign(ReviewStates.begin(), ReviewStates.end());
    else if (field == FieldReference(ReviewField::Mark))
        names.assign(MarkColourNames.begin(), MarkColourNames.end());
    else if (field == FieldReference(Field::Op))
        addAll(Operation::Other);
    else if (field == FieldReference(Field::Outcome))
        addAll(Outcome::Unknown);
    else
        addAll(Vendor::Nected);
    return names;
}

QStringList toStringList(const std::vector<std::string_view> &names)
{
    QStringList list;
    for (const std::string_view name : names)
        list += toQString(name);
    return list;
}

bool isPresent(const Word &word)
{
    return word.text == "*" && !word.wildcards.empty();
}

} // namespace

ValueReader::ValueReader(Scanner &scanner, const FieldReference &field, Comparison comparison)
    : m_scanner(scanner)
    , m_field(field)
    , m_comparison(comparison)
    , m_kind(kindOf(field))
{
}

ValueReader::Kind ValueReader::kindOf(ReviewField field)
{
    switch (field) {
    case ReviewField::Is:
        return Kind::State;
    case ReviewField::Mark:
        return Kind::ClosedSet;
    case ReviewField::Note:
        break;
    }
    return Kind::Text;
}

ValueReader::Kind ValueReader::kindOf(const FieldReference &field)
{
    if (std::holds_alternative<JsonPath>(field))
        return Kind::Path;
    if (const auto *derived = std::get_if<DerivedField>(&field))
        return *derived == DerivedField::Hour ? Kind::Hour : Kind::Weekday;
    if (const auto *review = std::get_if<ReviewField>(&field))
        return kindOf(*review);
    switch (std::get<Field>(field)) {
    case Field::Created:
    case Field::Received:
        return Kind::Time;
    case Field::Op:
    case Field::Outcome:
    case Field::Vendor:
        return Kind::ClosedSet;
    case Field::Ip:
        return Kind::Ip;
    default:
        return Kind::Text;
    }
}

bool ValueReader::comparesSizes() const
{
    return m_comparison != Comparison::Matches && m_comparison != Comparison::Exactly
        && m_comparison != Comparison::Contains;
}

SyntaxError ValueReader::fail(const QString &message, const QString &suggestion) const
{
    return {m_start, m_scanner.position() - m_start, message, suggestion};
}

std::optional<SyntaxError> ValueReader::refuseComparison() const
{
    const bool ordered = m_kind == Kind::Time || m_kind == Kind::Hour || m_kind == Kind::Path;
    if (comparesSizes() && !ordered)
        return fail(
            Trailglass::tr("“%1” has no order. Only times, hours and @paths can be compared with < and >.")
                .arg(fieldReferenceName(m_field)));
    if (m_comparison == Comparison::Contains
        && (m_kind == Kind::Time || m_kind == Kind::Hour || m_kind == Kind::Weekday || m_kind == Kind::State))
        return fail(
            Trailglass::tr("“:~” needs a text field; “%1” is not one.").arg(fieldReferenceName(m_field)));
    return std::nullopt;
}

ValueReader::Outcome ValueReader::read()
{
    m_start = m_scanner.position();
    if (const auto refused = refuseComparison())
        return *refused;
    if (m_scanner.isAtValueEnd())
        return fail(Trailglass::tr("“%1” needs a value directly after the operator.")
                        .arg(fieldReferenceName(m_field)));
    if (auto range = readRange())
        return *std::move(range);
    if (m_scanner.isAt(u'/'))
        return readRegex();
    if (m_scanner.isAtQuote())
        return readQuoted();
    return interpret(m_scanner.takeBareValue(), false);
}

std::optional<RangeWords> ValueReader::takeRangeWords()
{
    const auto giveUp = [this] {
        m_scanner.moveTo(m_start);
        return std::nullopt;
    };
    const auto takeEnd = [this]() -> std::optional<std::optional<Word>> {
        const qsizetype before = m_scanner.position();
        auto word = m_scanner.takeRangeEnd();
        if (!word)
            return std::nullopt;
        return m_scanner.position() > before ? std::optional(*std::move(word)) : std::optional<Word>();
    };
    const auto from = takeEnd();
    if (!from || !m_scanner.isAt(u".."))
        return giveUp();
    m_scanner.moveTo(m_scanner.position() + 2);
    const auto to = takeEnd();
    if (!to || !m_scanner.isAtValueEnd() || (!*from && !*to))
        return giveUp();
    return RangeWords{*from, *to};
}

std::optional<ValueReader::Outcome> ValueReader::readRange()
{
    const bool takesRange =
        m_kind == Kind::Time || m_kind == Kind::Hour || m_kind == Kind::Weekday || m_kind == Kind::Path;
    if (!takesRange || m_comparison != Comparison::Matches)
        return std::nullopt;
    const auto ends = takeRangeWords();
    if (!ends)
        return std::nullopt;
    if (m_kind == Kind::Time)
        return rising(outcomeOf(timeRange(*ends)));
    if (m_kind == Kind::Hour) // wraps
        return outcomeOf(hourRange(*ends));
    if (m_kind == Kind::Weekday)
        return weekdayRange(*ends);
    if (auto range = sizeRange(*ends))
        return rising(*std::move(range));
    m_scanner.moveTo(m_start); // the dots are literal then
    return std::nullopt;
}

ValueReader::Outcome ValueReader::weekdayRange(const RangeWords &ends) const
{
    RangeOf<TextValue> range;
    for (const auto &[word, end] : {std::pair(&ends.from, &range.from), std::pair(&ends.to, &range.to)}) {
        if (!*word)
            continue;
        Outcome day = closedSetValue(**word);
        if (auto *error = std::get_if<SyntaxError>(&day)) {
            error->suggestion.clear(); // it would replace both ends
            return day;
        }
        *end = std::get<TextValue>(std::get<Value>(std::move(day)));
    }
    return range;
}

/// \returns the range, or the error that it ends before it starts
ValueReader::Outcome ValueReader::rising(Outcome outcome) const
{
    const auto *value = std::get_if<Value>(&outcome);
    const auto refuse = [this]<class End>(const RangeOf<End> *range) -> std::optional<Outcome> {
        if (!range || orderOf(*range) != RangeOrder::Falling)
            return std::nullopt;
        const SyntaxError error = fallingRange(*range);
        return fail(error.message, error.suggestion);
    };
    auto refused = value ? refuse(std::get_if<RangeOf<TimeValue>>(value)) : std::nullopt;
    if (value && !refused)
        refused = refuse(std::get_if<RangeOf<NumberValue>>(value));
    return refused ? *std::move(refused) : std::move(outcome);
}

ValueReader::Outcome ValueReader::readRegex()
{
    const auto pattern = m_scanner.takeRegex();
    RegexValue regex;
    if (pattern) {
        regex.pattern = toUtf8(*pattern);
        regex.ignoreCase = m_scanner.take(u'i');
    }
    if (!pattern || pattern->isEmpty() || !m_scanner.isAtValueEnd()) {
        m_scanner.takeBareValue();
        return fail(Trailglass::tr(
            "A regular expression starts with “/” and must end with “/” or “/i”. Put a path in quotes."));
    }
    if (m_kind == Kind::Time || m_kind == Kind::Hour || m_kind == Kind::Weekday || m_kind == Kind::State
        || m_comparison != Comparison::Matches)
        return fail(Trailglass::tr("A regular expression needs a text field and “:”. Put a path in quotes."));
    if (pattern->size() > MaxRegexLength)
        return fail(
            Trailglass::tr("A regular expression can have at most %1 characters.").arg(MaxRegexLength));
    if (const auto compiled = Regex::compile(regex); !compiled)
        return fail(compiled.error().message);
    return regex;
}

ValueReader::Outcome ValueReader::readQuoted()
{
    auto word = m_scanner.takeQuoted();
    if (!word) {
        m_scanner.moveTo(m_start + 1);
        return fail(Trailglass::tr("This quote is not closed."));
    }
    if (!m_scanner.isAtValueEnd()) {
        const qsizetype end = m_scanner.position();
        m_scanner.takeBareValue();
        return SyntaxError{
            end,
            m_scanner.position() - end,
            Trailglass::tr("Unexpected text after the closing quote. Double a quote to include it."),
            {}};
    }
    return interpret(*std::move(word), true);
}

ValueReader::Outcome ValueReader::interpret(Word word, bool quoted)
{
    // Every event has a state, so that `is:*` would say nothing.
    if (m_comparison == Comparison::Matches && !quoted && isPresent(word) && m_kind != Kind::State)
        return PresentValue{};
    switch (m_kind) {
    case Kind::Time:
        return outcomeOf(timeValue(word));
    case Kind::Hour:
        return outcomeOf(hourValue(word));
    case Kind::Weekday:
    case Kind::State:
    case Kind::ClosedSet:
        return closedSetValue(std::move(word));
    case Kind::Path:
        return comparesSizes() ? outcomeOf(sizeValue(word)) : textValue(std::move(word));
    case Kind::Ip:
        return addressValue(std::move(word));
    case Kind::Text:
        break;
    }
    return textValue(std::move(word));
}

ValueReader::Outcome ValueReader::outcomeOf(OrderedValue value) const
{
    if (const auto *problem = std::get_if<QString>(&value))
        return fail(*problem);
    return std::get<Value>(std::move(value));
}

ValueReader::Outcome ValueReader::addressValue(Word word) const
{
    const bool isNetwork = m_comparison == Comparison::Matches && word.text.find('/') != std::string::npos;
    if (isNetwork && !parseIpNetwork(word.text)) {
        return fail(Trailglass::tr("“%1” is not a network. Use a form like 10.0.0.0/8 or 2001:db8::/32.")
                        .arg(toQString(word.text)));
    }
    return textValue(std::move(word));
}

ValueReader::Outcome ValueReader::textValue(Word word) const
{
    if (m_comparison == Comparison::Contains && word.text.empty())
        return fail(Trailglass::tr("“:~” needs a text to search for."));
    if (m_comparison != Comparison::Matches)
        word.wildcards.clear();
    return TextValue{std::move(word.text), std::move(word.wildcards)};
}

ValueReader::Outcome ValueReader::closedSetValue(Word word) const
{
    const auto names = allowedNames(m_field);
    const QStringList known = toStringList(names);
    const bool isPattern = m_comparison == Comparison::Matches && !word.wildcards.empty();
    const TextValue pattern{word.text, word.wildcards};
    bool found = m_comparison == Comparison::Contains;
    if (isPattern && m_kind == Kind::ClosedSet) {
        const WildcardPattern wildcard(pattern);
        SearchTime time;
        found = std::ranges::any_of(
            names, [&](std::string_view name) { return wildcard.matches(name, {}, time) == Match::Yes; });
    } else if (m_comparison == Comparison::Exactly) {
        found = std::ranges::find(names, word.text) != names.end();
    } else if (m_comparison == Comparison::Matches) {
        word.text = foldedText(word.text);
        found = std::ranges::find(names, word.text) != names.end();
    }
    if (!found)
        return fail(Trailglass::tr("“%1” is not a value of “%2”. The values are: %3.")
                        .arg(toQString(word.text), fieldReferenceName(m_field), known.join(", "_L1)),
                    nearestName(toQString(word.text), known));
    return textValue(std::move(word));
}

} // namespace Trailglass::Filter
