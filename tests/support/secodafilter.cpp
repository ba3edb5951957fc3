// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/secodafilter.h"

#include <QJsonArray>

#include <algorithm>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

namespace {

bool isLogic(const QString &operation)
{
    return operation == u"and" || operation == u"or" || operation == u"not";
}

QString operandsError(const QJsonObject &filter, const QStringList &fields)
{
    const QJsonArray operands = filter.value(u"operands").toArray();
    if (operands.isEmpty() || filter.size() != 2)
        return u"a logical operator takes operands and nothing else"_s;
    if (filter.value(u"operator").toString() == u"not" && operands.size() != 1)
        return u"not takes one operand"_s;
    for (const QJsonValue &operand : operands) {
        if (const QString error = secodaFilterError(operand.toObject(), fields); !error.isEmpty())
            return error;
    }
    return {};
}

bool valueMatches(const QString &operation, const QJsonValue &actual, const QJsonValue &wanted)
{
    if (operation == u"exact")
        return actual == wanted;
    if (operation == u"contains")
        return actual.toString().contains(wanted.toString(), Qt::CaseInsensitive);
    if (operation == u"in")
        return wanted.toArray().contains(actual);
    return !actual.isNull() && !actual.isUndefined();
}

} // namespace

QString secodaFilterError(const QJsonObject &filter, const QStringList &fields)
{
    const QString operation = filter.value(u"operator").toString();
    if (isLogic(operation))
        return operandsError(filter, fields);
    const QJsonValue value = filter.value(u"value");
    const bool valueFits = operation == u"exact"
        ? !value.isArray() && !value.isObject() && !value.isUndefined()
        : operation == u"contains" ? value.isString()
        : operation == u"in"       ? value.isArray()
        : operation == u"is_set"   ? value.isNull() || value.isUndefined()
                                   : false;
    if (!valueFits)
        return u"unknown operator, or a value that does not fit it: "_s + operation;
    if (!fields.contains(filter.value(u"field").toString()))
        return u"unknown field: "_s + filter.value(u"field").toString();
    return {};
}

bool secodaFilterMatches(const QJsonObject &filter, const QJsonObject &event)
{
    const QString operation = filter.value(u"operator").toString();
    const QJsonArray operands = filter.value(u"operands").toArray();
    const auto matches = [&event](const QJsonValue &operand) {
        return secodaFilterMatches(operand.toObject(), event);
    };
    if (operation == u"and")
        return std::all_of(operands.begin(), operands.end(), matches);
    if (operation == u"or")
        return std::any_of(operands.begin(), operands.end(), matches);
    if (operation == u"not")
        return !matches(operands.first());
    return valueMatches(operation, event.value(filter.value(u"field").toString()), filter.value(u"value"));
}

} // namespace Trailglass::Support
