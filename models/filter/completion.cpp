// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/completion.h"

#include "models/core/text.h"
#include "models/filter/completionscanner.h"
#include "models/filter/conjunction.h"
#include "models/filter/filter.h"
#include "models/filter/orderedvalues.h"
#include "models/filter/timereference.h"
#include "models/filter/valueterm.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

bool isClosedSet(const FieldReference &field)
{
    return field == FieldReference(Field::Op) || field == FieldReference(Field::Outcome)
        || field == FieldReference(Field::Vendor) || field == FieldReference(DerivedField::Weekday)
        || field == FieldReference(ReviewField::Is) || field == FieldReference(ReviewField::Mark);
}

std::optional<Value> valueOf(const FieldReference &field, const std::string &text)
{
    const bool isHour = field == FieldReference(DerivedField::Hour);
    if (!isTime(field) && !isHour)
        return TextValue{text, {}};
    const OrderedValue read = isHour ? hourValue({text, {}}) : timeValue({text, {}});
    const auto *value = std::get_if<Value>(&read);
    return value ? std::optional(*value) : std::nullopt;
}

/// Whether the value is written with an operator of its own.
bool replacesOperator(const CompletionPlace &place, const std::string &text)
{
    return place.operatorStart && isWritable(place.field, text);
}

/// The term for the value, or nothing.
NodePointer termOf(const CompletionPlace &place, const std::string &text)
{
    if (place.kind == CompletionPlace::Kind::NameOfPreset)
        return makeNode(PresetReference{text});
    if (replacesOperator(place, text))
        return makeNode(valueTerm(place.field, {text}));
    const auto value = valueOf(place.field, text);
    return value ? makeNode(Term{place.field, place.comparison, {*value}}) : nullptr;
}

/// What of a printed term replaces what is being typed.
QString replacingText(const QString &term, bool withOperator)
{
    Scanner scanner(term);
    if (!scanner.takePath())
        scanner.takeName();
    bool isNegated = false;
    if (!withOperator)
        scanner.takeComparison(isNegated);
    return term.mid(scanner.position());
}

QString withSpace(const CompletionPlace &place, const QString &text)
{
    return place.needsSpace ? QString(text + u' ') : text;
}

} // namespace

CompletionPlace completionPlace(const QString &text, qsizetype cursor)
{
    return CompletionScanner(text, cursor).place();
}

std::optional<Replacement> completingValue(const CompletionPlace &place, const QString &value)
{
    const std::string text = toUtf8(value);
    const NodePointer term = value.isEmpty() ? nullptr : termOf(place, text);
    if (!term)
        return std::nullopt;
    const QString printed = print(term);
    const ParseResult read = parse(printed);
    const auto *tree = std::get_if<NodePointer>(&read);
    if (!tree || !sameTree(*tree, term))
        return std::nullopt;
    const bool withOperator =
        place.kind == CompletionPlace::Kind::ValueOfField && replacesOperator(place, text);
    const qsizetype start = withOperator ? *place.operatorStart : place.start;
    return Replacement{start, place.start + place.length - start,
                       withSpace(place, replacingText(printed, withOperator))};
}

Replacement completingName(const CompletionPlace &place, const QString &name, const QString &operatorText)
{
    return {place.start, place.length, place.hasOperator ? name : withSpace(place, name + operatorText)};
}

NodePointer restOfFilter(const QString &text, const CompletionPlace &place)
{
    // The term may be broken: a text in its place is not.
    QString readable = text;
    readable.replace(place.termStart, place.termLength, u"\"x\""_s);
    SourceRanges ranges;
    const ParseResult read = parse(readable, {}, &ranges);
    const auto *tree = std::get_if<NodePointer>(&read);
    if (!tree)
        return nullptr;
    return replaceConjuncts(*tree, [&](const NodePointer &node) -> std::vector<NodePointer> {
        const auto found = ranges.find(node.get());
        const SourceRange range = found != ranges.end() ? found->second : SourceRange{0, readable.size()};
        const bool isTyped =
            range.position <= place.termStart && place.termStart < range.position + range.length;
        return isTyped ? std::vector<NodePointer>() : std::vector{node};
    });
}

QStringList operatorsOf(const FieldReference &field)
{
    if (isTime(field) || field == FieldReference(DerivedField::Hour))
        return {u":"_s, u":>="_s, u":<="_s, u":>"_s, u":<"_s};
    if (isClosedSet(field))
        return {u":"_s};
    QStringList operators{u":"_s, u":="_s, u":~"_s};
    if (std::holds_alternative<JsonPath>(field))
        operators << u":>="_s << u":<="_s << u":>"_s << u":<"_s;
    return operators;
}

} // namespace Trailglass::Filter
