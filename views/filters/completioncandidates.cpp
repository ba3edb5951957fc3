// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/completioncandidates.h"

#include "models/core/markcolour.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/casefold.h"
#include "models/filter/fieldnames.h"
#include "models/filter/weekdays.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Bytes. Nobody completes more, and each is looked at with every key.
constexpr std::size_t LongestCandidate = 1'000;

std::vector<CompletionValue> times()
{
    return {{u"today"_s, {}, {}},
            {u"yesterday"_s, {}, {}},
            {u"-1h"_s, {}, Trailglass::tr("1 hour ago")},
            {u"-24h"_s, {}, Trailglass::tr("24 hours ago")},
            {u"-7d"_s, {}, Trailglass::tr("7 days ago")},
            {u"-30d"_s, {}, Trailglass::tr("30 days ago")},
            {u"-90d"_s, {}, Trailglass::tr("90 days ago")}};
}

template <class Enumeration>
std::vector<CompletionValue> namesUpTo(Enumeration last)
{
    std::vector<CompletionValue> values;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        values.push_back({toQString(name(static_cast<Enumeration>(value))), {}});
    return values;
}

std::vector<CompletionValue> valuesOf(std::span<const std::string_view> names)
{
    std::vector<CompletionValue> values;
    for (const std::string_view name : names)
        values.push_back({toQString(name), {}});
    return values;
}

/// What `is` can ask for, and what that means.
std::vector<CompletionValue> states()
{
    return {{u"new"_s, {}, Trailglass::tr("arrived after the last review")},
            {u"marked"_s, {}, Trailglass::tr("has a mark")},
            {u"noted"_s, {}, Trailglass::tr("has a note")}};
}

QString meaningOf(const QString &operatorText, bool isOrdered)
{
    if (operatorText == ":="_L1)
        return tr("is exactly");
    if (operatorText == ":~"_L1)
        return tr("contains");
    if (operatorText == ":>="_L1)
        return tr("from");
    if (operatorText == ":<="_L1)
        return tr("up to");
    if (operatorText == ":>"_L1)
        return tr("after");
    if (operatorText == ":<"_L1)
        return tr("before");
    return isOrdered ? tr("is in") : tr("is");
}

/// A name a filter takes, and what it stands for.
struct FieldName
{
    QString name;
    std::optional<Filter::FieldReference> field; ///< nothing for `preset`
    QString aliasOf = {};
};

/// Fields first, then aliases.
const std::vector<FieldName> &fieldNames()
{
    static const std::vector<FieldName> All = [] {
        std::vector<FieldName> names;
        for (const QString &name : Filter::knownFieldNames()) {
            const auto field = Filter::fieldByName(name);
            const QString canonical = field ? Filter::fieldReferenceName(*field) : name;
            names.push_back({name, field, name == canonical ? QString() : canonical});
        }
        std::stable_partition(names.begin(), names.end(),
                              [](const FieldName &name) { return name.aliasOf.isEmpty(); });
        return names;
    }();
    return All;
}

bool beginsPartOf(const QString &name, const QString &typed)
{
    return name.contains(u'.' + typed, Qt::CaseInsensitive)
        || name.contains(u'_' + typed, Qt::CaseInsensitive);
}

CompletionCandidate nameCandidate(const Filter::CompletionPlace &place, const FieldName &name)
{
    const QString note = name.aliasOf.isEmpty() ? QString() : tr("same as %1").arg(name.aliasOf);
    const QString text = place.hasOperator ? name.name : QString(name.name + u':');
    return {{text, {}, note}, Filter::completingName(place, name.name, u":"_s)};
}

QString withoutQuotes(const QString &path)
{
    return QString(path).remove(u'"');
}

/// Of a name that is typed in full.
std::vector<CompletionCandidate> operatorCandidates(const Filter::CompletionPlace &place,
                                                    const FieldName &name)
{
    std::vector<CompletionCandidate> candidates;
    if (place.hasOperator)
        return candidates;
    if (!name.field)
        return {{{name.name + u':', {}, {}}, Filter::completingName(place, name.name, u":"_s)}};
    const QStringList operators = Filter::operatorsOf(*name.field);
    const bool isOrdered = operators.contains(u":>"_s);
    for (const QString &each : operators) {
        candidates.push_back({{name.name + each, {}, meaningOf(each, isOrdered)},
                              Filter::completingName(place, name.name, each)});
    }
    return candidates;
}

} // namespace

std::vector<CompletionValue> knownValues(const Filter::FieldReference &field)
{
    if (field == Filter::FieldReference(Filter::DerivedField::Weekday))
        return valuesOf(Filter::Weekdays);
    if (field == Filter::FieldReference(Filter::ReviewField::Is))
        return states();
    if (field == Filter::FieldReference(Filter::ReviewField::Mark))
        return valuesOf(MarkColourNames);
    const auto *stored = std::get_if<Field>(&field);
    if (!stored)
        return {};
    switch (*stored) {
    case Field::Created:
    case Field::Received:
        return times();
    case Field::Op:
        return namesUpTo(Operation::Other);
    case Field::Outcome:
        return namesUpTo(Outcome::Unknown);
    case Field::Vendor:
        return namesUpTo(Vendor::Nected);
    default:
        return {};
    }
}

std::vector<CompletionValue> countedValues(const Facet &facet, const std::vector<CompletionValue> &known)
{
    std::vector<CompletionValue> values;
    for (const FacetValue &counted : facet.values) {
        if (counted.value && !counted.value->empty() && counted.value->size() <= LongestCandidate)
            values.push_back({toQString(*counted.value), counted.count});
    }
    for (const CompletionValue &value : known) {
        if (std::ranges::find(values, value.text, &CompletionValue::text) == values.end())
            values.push_back(value);
    }
    return values;
}

std::vector<CompletionCandidate> nameCandidates(const Filter::CompletionPlace &place)
{
    std::vector<CompletionCandidate> first;
    std::vector<CompletionCandidate> others;
    for (const FieldName &name : fieldNames()) {
        if (name.name.compare(place.typed, Qt::CaseInsensitive) == 0) {
            const auto operators = operatorCandidates(place, name);
            first.insert(first.begin(), operators.begin(), operators.end());
        } else if (name.name.startsWith(place.typed, Qt::CaseInsensitive)) {
            first.push_back(nameCandidate(place, name));
        } else if (beginsPartOf(name.name, place.typed)) {
            others.push_back(nameCandidate(place, name));
        }
    }
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

std::vector<CompletionCandidate> pathCandidates(const Filter::CompletionPlace &place,
                                                const std::vector<CompletionValue> &paths)
{
    std::vector<CompletionCandidate> candidates;
    std::vector<CompletionCandidate> others;
    const QString typed = withoutQuotes(place.typed);
    const QString part = typed.mid(1);
    for (const CompletionValue &path : paths) {
        const QString name = withoutQuotes(path.text);
        if (name == typed) {
            const auto operators = operatorCandidates(place, {path.text, Filter::JsonPath{}});
            candidates.insert(candidates.begin(), operators.begin(), operators.end());
            continue;
        }
        const bool begins = name.startsWith(typed, Qt::CaseInsensitive);
        if (!begins && !name.contains(part, Qt::CaseInsensitive))
            continue;
        const QString text = place.hasOperator ? path.text : QString(path.text + u':');
        (begins ? candidates : others)
            .push_back({{text, path.count, path.note}, Filter::completingName(place, path.text, u":"_s)});
    }
    candidates.insert(candidates.end(), others.begin(), others.end());
    if (candidates.size() > MaxCandidates)
        candidates.resize(MaxCandidates);
    return candidates;
}

std::vector<CompletionCandidate> valueCandidates(const Filter::CompletionPlace &place,
                                                 const std::vector<CompletionValue> &values)
{
    std::vector<const CompletionValue *> matching;
    std::vector<const CompletionValue *> holding;
    const std::string typed = Filter::foldedText(toUtf8(place.typed));
    for (const CompletionValue &value : values) {
        const std::string text = Filter::foldedText(toUtf8(value.text));
        if (text.starts_with(typed))
            matching.push_back(&value);
        else if (text.find(typed) != std::string::npos)
            holding.push_back(&value);
    }
    matching.insert(matching.end(), holding.begin(), holding.end());
    if (matching.size() == 1 && matching.front()->text == place.typed)
        return {};
    std::vector<CompletionCandidate> candidates;
    for (const CompletionValue *value : matching) {
        if (candidates.size() == MaxCandidates)
            break;
        if (const auto written = Filter::completingValue(place, value->text))
            candidates.push_back({*value, *written});
    }
    return candidates;
}

} // namespace Trailglass
