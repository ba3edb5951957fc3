// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/runjson.h"

#include "models/core/printedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Trailglass::RunJson {

namespace {

using namespace Qt::StringLiterals;

constexpr int LeastHttpStatus = 100;
constexpr int GreatestHttpStatus = 999;

bool isHttpStatus(int number)
{
    return number >= LeastHttpStatus && number <= GreatestHttpStatus;
}

QString cut(const QString &text)
{
    if (text.size() <= MaxLength)
        return text;
    QString part = text.first(MaxLength - 1);
    if (part.back().isHighSurrogate())
        part.chop(1);
    return part + u'…';
}

/// A null document for a text that text() cannot have made.
QJsonDocument parsed(std::string_view text)
{
    if (text.size() > MaxBytes)
        return {};
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace

std::string text(const QStringList &warnings)
{
    if (warnings.isEmpty())
        return {};
    QJsonArray texts;
    for (const QString &warning : warnings.first(std::min(warnings.size(), MaxWarnings)))
        texts.append(cut(warning));
    return printedJson(texts).toStdString();
}

std::string text(const std::optional<RunError> &error)
{
    if (!error)
        return {};
    // A server may send any number.
    const bool isKept = error->httpStatus && isHttpStatus(*error->httpStatus);
    return printedError(error->kind, isKept ? error->httpStatus : std::nullopt, cut(error->message))
        .toStdString();
}

std::optional<QStringList> warnings(std::string_view text)
{
    if (text.empty())
        return QStringList();
    const QJsonDocument document = parsed(text);
    if (!document.isArray())
        return {};
    QStringList warnings;
    const QJsonArray texts = document.array();
    for (const auto &each : texts) {
        if (!each.isString())
            return {};
        warnings.append(each.toString());
    }
    return warnings;
}

std::optional<RunError> error(std::string_view text)
{
    const QJsonDocument document = parsed(text);
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();
    const QJsonValue kind = object.value(u"kind");
    const QJsonValue message = object.value(u"message");
    const QJsonValue status = object.value(u"http_status");
    if (!kind.isString() || !message.isString())
        return {};
    RunError error{.kind = kind.toString(), .httpStatus = {}, .message = message.toString()};
    if (status.isNull() || status.isUndefined())
        return error;
    const int number = status.toInt(); // 0 unless it is a whole number
    if (!isHttpStatus(number))
        return {};
    error.httpStatus = number;
    return error;
}

} // namespace Trailglass::RunJson
