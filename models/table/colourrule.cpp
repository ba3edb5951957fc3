// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/colourrule.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/filter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype LongestName = 200; // characters

/// Not cut between the two halves of a character.
QString cutName(const QString &name)
{
    const bool isHalf = name.size() > LongestName && name[LongestName - 1].isHighSurrogate();
    return name.left(isHalf ? LongestName - 1 : LongestName);
}

/// \returns nothing when it is not a rule
std::optional<ColourRule> readRule(const QJsonObject &object)
{
    const QJsonValue name = object.value("name"_L1);
    const QJsonValue filter = object.value("filter"_L1);
    const QJsonValue isOn = object.value("on"_L1);
    const int colour = object.value("colour"_L1).toInt(-1);
    const bool isRule = (name.isUndefined() || name.isString()) && filter.isString()
        && filter.toString().size() <= Filter::MaxBytes && colour >= 0 && colour < RuleColours
        && (isOn.isUndefined() || isOn.isBool());
    if (!isRule)
        return std::nullopt;
    return ColourRule{cutName(name.toString()), filter.toString(), colour, isOn.toBool(true)};
}

QString leftOutRuleText(qsizetype number, const QString &name)
{
    const QString place = QString::number(number);
    const QString greatest = QString::number(RuleColours - 1);
    return name.isEmpty()
        ? Trailglass::tr("Colour rule %1 is left out: a rule needs a filter and a colour from 0 to %2.")
              .arg(place, greatest)
        : Trailglass::tr(
              "Colour rule %1 (“%2”) is left out: a rule needs a filter and a colour from 0 to %3.")
              .arg(place, visibleText(name), greatest);
}

} // namespace

QString ruleColourName(int colour)
{
    const std::array<QString, RuleColours> names{
        Trailglass::tr("Red"),  Trailglass::tr("Orange"), Trailglass::tr("Yellow"), Trailglass::tr("Green"),
        Trailglass::tr("Teal"), Trailglass::tr("Blue"),   Trailglass::tr("Violet"), Trailglass::tr("Grey")};
    return names[static_cast<std::size_t>(colour) % names.size()];
}

QString colourRulesText(const QList<ColourRule> &rules)
{
    QJsonArray array;
    for (const ColourRule &rule : rules) {
        array.append(QJsonObject{{u"name"_s, rule.name},
                                 {u"filter"_s, rule.filter},
                                 {u"colour"_s, rule.colour},
                                 {u"on"_s, rule.isOn}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<ParsedColourRules> parseColourRules(const QString &text)
{
    const QJsonDocument document =
        text.size() > MaxColourRulesText ? QJsonDocument() : QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray()) {
        return Error{.kind = ErrorKind::Malformed,
                     .message = Trailglass::tr("These are not colour rules: they have to be a JSON array.")};
    }
    ParsedColourRules parsed;
    const QJsonArray array = document.array();
    for (qsizetype place = 0; place < array.size(); ++place) {
        if (place == MaxColourRules) {
            parsed.leftOut.append(
                Trailglass::tr("There can be at most %1 colour rules. Those after them are left out.")
                    .arg(MaxColourRules));
            break;
        }
        const QJsonObject object = array.at(place).toObject();
        const QString name = cutName(object.value("name"_L1).toString());
        const auto rule = readRule(object);
        if (!rule) {
            parsed.leftOut.append(leftOutRuleText(place + 1, name));
            continue;
        }
        if (const auto filter = parseRuleFilter(rule->filter); !filter)
            parsed.broken.append(ignoredRuleText(place + 1, name, filter.error().message));
        parsed.rules.append(*rule);
    }
    return parsed;
}

QList<ColourRule> readColourRules(const QString &text)
{
    Result<ParsedColourRules> parsed = parseColourRules(text);
    return parsed ? std::move(parsed->rules) : QList<ColourRule>();
}

Result<Filter::NodePointer> parseRuleFilter(const QString &filter)
{
    if (filter.trimmed().isEmpty()) {
        return Error{ErrorKind::Usage, Trailglass::tr("The filter is empty: it would colour every event.")};
    }
    const Filter::ParseResult parsed = Filter::parse(filter);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, filter);
    return std::get<Filter::NodePointer>(parsed);
}

QString ignoredRuleText(qsizetype number, const QString &name, const QString &reason)
{
    const QString place = QString::number(number);
    return name.isEmpty()
        ? Trailglass::tr("Colour rule %1 is ignored: %2", "a number, a sentence").arg(place, reason)
        : Trailglass::tr("Colour rule %1 (“%2”) is ignored: %3", "a number, a name, a sentence")
              .arg(place, visibleText(name), reason);
}

} // namespace Trailglass
