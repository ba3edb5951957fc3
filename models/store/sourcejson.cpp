// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sourcejson.h"

#include <QJsonDocument>

namespace Trailglass::SourceJson {

std::string text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::string text(const QMap<QString, QString> &settings)
{
    QJsonObject object;
    for (auto entry = settings.begin(); entry != settings.end(); ++entry)
        object.insert(entry.key(), entry.value());
    return text(object);
}

std::string text(const QMap<QString, SecretReference> &secrets)
{
    QJsonObject object;
    for (auto entry = secrets.begin(); entry != secrets.end(); ++entry)
        object.insert(entry.key(), printSecretReference(entry.value()));
    return text(object);
}

std::optional<QJsonObject> object(std::string_view text)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QMap<QString, QString>> settings(std::string_view text)
{
    const std::optional<QJsonObject> stored = object(text);
    if (!stored)
        return std::nullopt;
    QMap<QString, QString> settings;
    for (auto entry = stored->begin(); entry != stored->end(); ++entry) {
        if (!entry.value().isString())
            return std::nullopt;
        settings.insert(entry.key(), entry.value().toString());
    }
    return settings;
}

std::optional<QMap<QString, SecretReference>> secrets(std::string_view text)
{
    const std::optional<QJsonObject> stored = object(text);
    if (!stored)
        return std::nullopt;
    QMap<QString, SecretReference> secrets;
    for (auto entry = stored->begin(); entry != stored->end(); ++entry) {
        const Result<SecretReference> reference = parseSecretReference(entry.value().toString());
        if (reference)
            secrets.insert(entry.key(), *reference);
    }
    return secrets;
}

} // namespace Trailglass::SourceJson
