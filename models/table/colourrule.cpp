// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/colourrule.h"

#include "models/filter/filter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype LongestName = 200; // characters

} // namespace

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

QList<ColourRule> readColourRules(const QString &text)
{
    QList<ColourRule> rules;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const QJsonValue filter = object.value("filter"_L1);
        const int colour = object.value("colour"_L1).toInt(-1);
        const bool isRule = filter.isString() && filter.toString().size() <= Filter::MaxBytes && colour >= 0
            && colour < RuleColours;
        if (!isRule || rules.size() == MaxColourRules)
            continue;
        rules.append({object.value("name"_L1).toString().left(LongestName), filter.toString(), colour,
                      object.value("on"_L1).toBool(true)});
    }
    return rules;
}

} // namespace Trailglass
