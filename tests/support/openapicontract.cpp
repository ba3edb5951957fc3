// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/openapicontract.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

namespace {

bool hasType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return type == u"null";
    case QJsonValue::Bool:
        return type == u"boolean";
    case QJsonValue::Double:
        return type == u"number"
            || (type == u"integer" && value.toDouble() == static_cast<double>(value.toInteger()));
    case QJsonValue::String:
        return type == u"string";
    case QJsonValue::Array:
        return type == u"array";
    case QJsonValue::Object:
        return type == u"object";
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

/// `type` is a name or, in JSON Schema, a list of names.
bool hasOneTypeOf(const QJsonValue &value, const QJsonValue &type)
{
    if (!type.isArray())
        return hasType(value, type.toString());
    const QJsonArray types = type.toArray();
    return std::any_of(types.begin(), types.end(),
                       [&](const QJsonValue &each) { return hasType(value, each.toString()); });
}

bool isDateTime(const QString &text)
{
    static const QRegularExpression Rfc3339(
        uR"(^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]\d\d:\d\d)$)"_s);
    return Rfc3339.match(text).hasMatch();
}

/// A query parameter's text as the value that its schema speaks of; undefined when it is no such value.
QJsonValue typed(const QByteArray &text, const QString &type)
{
    if (type != u"integer")
        return QString::fromUtf8(text);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
}

QJsonObject readDocument(const QString &file)
{
    QFile source(QStringLiteral(TRAILGLASS_SUPPORT_DATA "/../") + file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(source.fileName()), qPrintable(source.errorString()));
    return QJsonDocument::fromJson(source.readAll()).object();
}

} // namespace

OpenApiContract::OpenApiContract(const QString &file)
    : m_document(readDocument(file))
{
}

QStringList OpenApiContract::requestViolations(const QString &pathTemplate, const Request &request) const
{
    const QJsonObject path = m_document.value(u"paths").toObject().value(pathTemplate).toObject();
    QJsonArray declared = path.value(u"parameters").toArray();
    const QJsonArray ofOperation = path.value(u"get").toObject().value(u"parameters").toArray();
    for (const QJsonValue &parameter : ofOperation)
        declared.append(parameter);

    QMap<QByteArray, QByteArray> left;
    QStringList violations;
    for (const Parameter &parameter : request.parameters()) {
        if (left.contains(parameter.name))
            violations.append(QString::fromUtf8(parameter.name) + u": given twice"_s);
        left.insert(parameter.name, parameter.value);
    }
    for (const QJsonValue &item : std::as_const(declared)) {
        const QJsonObject parameter = resolved(item.toObject());
        if (parameter.value(u"in").toString() != u"query")
            continue;
        const QString name = parameter.value(u"name").toString();
        if (!left.contains(name.toUtf8())) {
            if (parameter.value(u"required").toBool())
                violations.append(name + u": Missing input"_s);
            continue;
        }
        const QJsonObject schema = resolved(parameter.value(u"schema").toObject());
        check(typed(left.take(name.toUtf8()), schema.value(u"type").toString()), schema, name, violations);
    }
    for (const QByteArray &name : left.keys())
        violations.append(QString::fromUtf8(name) + u": not a parameter of this request"_s);
    return violations;
}

QStringList OpenApiContract::valueViolations(const QJsonValue &value, const QString &schemaName) const
{
    return valueViolations(value, QJsonObject{{u"$ref"_s, QString(u"#/components/schemas/" + schemaName)}});
}

QStringList OpenApiContract::valueViolations(const QJsonValue &value, const QJsonObject &schema) const
{
    QStringList violations;
    check(value, schema, u"$"_s, violations);
    return violations;
}

QJsonObject OpenApiContract::resolved(const QJsonObject &object) const
{
    const QString reference = object.value(u"$ref").toString();
    if (reference.isEmpty())
        return object;
    QJsonObject target = m_document;
    const QStringList steps = reference.split(u'/').sliced(1);
    for (const QString &step : steps)
        target = target.value(step).toObject();
    Q_ASSERT_X(!target.isEmpty(), "OpenApiContract", qPrintable(reference));
    return target;
}

void OpenApiContract::check(const QJsonValue &value, const QJsonObject &unresolved, const QString &place,
                            QStringList &violations) const
{
    const QJsonObject schema = resolved(unresolved);
    if (value.isNull() && schema.value(u"nullable").toBool())
        return;
    if (const QJsonArray choices = schema.value(u"anyOf").toArray(); !choices.isEmpty()) {
        const bool fits = std::any_of(choices.begin(), choices.end(), [&](const QJsonValue &choice) {
            return valueViolations(value, choice.toObject()).isEmpty();
        });
        if (!fits)
            violations.append(place + u": fits none of the allowed schemas"_s);
    }
    const QJsonArray parts = schema.value(u"allOf").toArray();
    for (const QJsonValue &part : parts)
        check(value, part.toObject(), place, violations);
    if (const QJsonValue type = schema.value(u"type"); !type.isUndefined() && !hasOneTypeOf(value, type)) {
        violations.append(place + u": not of type "_s
                          + QString::fromUtf8(QJsonDocument({type}).toJson(QJsonDocument::Compact)));
        return;
    }
    if (const QJsonArray allowed = schema.value(u"enum").toArray();
        !allowed.isEmpty() && !allowed.contains(value))
        violations.append(place + u": not one of the listed values"_s);
    if (schema.value(u"format").toString() == u"date-time" && value.isString()
        && !isDateTime(value.toString()))
        violations.append(place + u": not an RFC 3339 date-time"_s);
    if (value.isDouble()
        && (value.toDouble() < schema.value(u"minimum").toDouble(value.toDouble())
            || value.toDouble() > schema.value(u"maximum").toDouble(value.toDouble())))
        violations.append(place + u": out of range"_s);
    const QJsonObject itemSchema = schema.value(u"items").toObject();
    const QJsonArray items = value.toArray();
    for (qsizetype index = 0; index < items.size(); ++index)
        check(items.at(index), itemSchema, place + u'[' + QString::number(index) + u']', violations);
    if (value.isObject())
        checkObject(value.toObject(), schema, place, violations);
}

void OpenApiContract::checkObject(const QJsonObject &value, const QJsonObject &schema, const QString &place,
                                  QStringList &violations) const
{
    const QJsonArray required = schema.value(u"required").toArray();
    for (const QJsonValue &name : required) {
        if (!value.contains(name.toString()))
            violations.append(place + u": lacks "_s + name.toString());
    }
    if (!schema.contains(u"properties"))
        return;
    const QJsonObject properties = schema.value(u"properties").toObject();
    for (auto member = value.begin(); member != value.end(); ++member) {
        if (properties.contains(member.key()))
            check(member.value(), properties.value(member.key()).toObject(), place + u'.' + member.key(),
                  violations);
        else if (!schema.value(u"additionalProperties").toBool())
            violations.append(place + u'.' + member.key() + u": undeclared"_s);
    }
}

} // namespace Trailglass::Support
