// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/httpmessage.h"

#include <QJsonObject>
#include <QStringList>

namespace Trailglass::Support {

/// A vendor's published OpenAPI 3 document, used as a judge: of requests by its parameters, of values by its
/// schemas.
///
/// Understands what the vendors' audit-log documents use: `$ref` inside the document, type (also a list of
/// types), nullable, enum, anyOf, allOf, properties, required, items, additionalProperties, minimum, maximum,
/// date-time. Stricter than OpenAPI in one point: an undeclared property or parameter is a violation, unless
/// additionalProperties is true.
class OpenApiContract
{
public:
    /// Reads \a file, a path below `tests/`. Ends the program when it is not there: a stand-in without its
    /// contract is worth nothing.
    explicit OpenApiContract(const QString &file);

    /// What is wrong with the request as a GET of \a pathTemplate (a key of `paths`): query parameters only.
    /// Empty when nothing is.
    [[nodiscard]] QStringList requestViolations(const QString &pathTemplate, const Request &request) const;

    /// What is wrong with \a value as `components/schemas/NAME`, each with its place in the value. Empty when
    /// nothing is.
    [[nodiscard]] QStringList valueViolations(const QJsonValue &value, const QString &schemaName) const;

    /// Likewise, with the schema itself; it may refer into this document.
    [[nodiscard]] QStringList valueViolations(const QJsonValue &value, const QJsonObject &schema) const;

    [[nodiscard]] const QJsonObject &document() const { return m_document; }

private:
    [[nodiscard]] QJsonObject resolved(const QJsonObject &object) const;
    void check(const QJsonValue &value, const QJsonObject &schema, const QString &place,
               QStringList &violations) const;
    void checkObject(const QJsonObject &value, const QJsonObject &schema, const QString &place,
                     QStringList &violations) const;

    QJsonObject m_document;
};

} // namespace Trailglass::Support
