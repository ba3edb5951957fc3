// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/completion.h"

#include "models/core/text.h"
#include "models/filter/completionscanner.h"
#include "models/filter/filter.h"
#include "models/filter/orderedvalues.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

bool isTime(const FieldReference &field)
{
    return field == FieldReference(Field::Created) || field == FieldReference(Field::Received);
}

bool isClosedSet(const FieldReference &field)
{
    return field == FieldReference(Field::Op) || field == FieldReference(Field::Outcome)
        || field == FieldReference(Field::Vendor) || field == FieldReference(DerivedField::Weekday);
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

/// The term for the value, or nothing.
NodePointer termOf(const CompletionPlace &place, const std::string &text)
{
    if (place.kind == CompletionPlace::Kind::NameOfPreset)
        return makeNode(PresetReference{text});
    const auto value = valueOf(place.field, text);
    return value ? makeNode(Term{place.field, place.comparison, {*value}}) : nullptr;
}

/// The text after the operator.
QString valueText(const QString &term)
{
    Scanner scanner(term);
    if (!scanner.takePath())
        scanner.takeName();
    bool isNegated = false;
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

std::optional<QString> completingValue(const CompletionPlace &place, const QString &value)
{
    const NodePointer term = value.isEmpty() ? nullptr : termOf(place, toUtf8(value));
    if (!term)
        return std::nullopt;
    const QString printed = print(term);
    const ParseResult read = parse(printed);
    const auto *tree = std::get_if<NodePointer>(&read);
    if (!tree || !sameTree(*tree, term))
        return std::nullopt;
    return withSpace(place, valueText(printed));
}

QString completingName(const CompletionPlace &place, const QString &name, const QString &operatorText)
{
    return place.hasOperator ? name : withSpace(place, name + operatorText);
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
