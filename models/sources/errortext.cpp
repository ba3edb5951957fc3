// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/errortext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype LongestWords = 1'000;

/// FastAPI's place of a mistake: ["query", "start_date", 0] → `query.start_date.0`.
QString placeText(const QJsonValue &loc)
{
    QStringList parts;
    for (const QJsonValue part : loc.toArray())
        parts.append(part.isString() ? part.toString() : QString::number(part.toInteger()));
    return parts.join(u'.');
}

QString wordsOf(const QJsonValue &value);

QString wordsOfObject(const QJsonObject &object)
{
    const QString phrase = object.value(u"phrase").toString();
    const QString place = placeText(object.value(u"loc"));
    for (const QLatin1StringView key : {"message"_L1, "msg"_L1, "detail"_L1, "error"_L1}) {
        QString words = wordsOf(object.value(key));
        if (words.isEmpty())
            continue;
        if (!place.isEmpty())
            words = place + u": "_s + words;
        return phrase.isEmpty() ? words : QString(words + u" ("_s + phrase + u')');
    }
    return phrase;
}

QString wordsOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().simplified();
    if (value.isObject())
        return wordsOfObject(value.toObject());
    QStringList words;
    for (const QJsonValue element : value.toArray()) {
        const QString text = wordsOf(element);
        if (!text.isEmpty() && !words.contains(text))
            words.append(text);
    }
    return words.join(u"; "_s);
}

} // namespace

QString vendorErrorText(const QJsonObject &body)
{
    QString words;
    for (const QLatin1StringView key : {"errors"_L1, "detail"_L1, "message"_L1, "error"_L1}) {
        words = wordsOf(body.value(key));
        if (!words.isEmpty())
            break;
    }
    return words.size() > LongestWords ? QString(words.left(LongestWords) + u'…') : words;
}

QString vendorErrorText(QByteArrayView body)
{
    return vendorErrorText(QJsonDocument::fromJson(body.toByteArray()).object());
}

} // namespace Trailglass
