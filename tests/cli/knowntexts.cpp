// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/knowntexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace Trailglass::Support {
namespace {

constexpr qsizetype ShortestString = 10;

void visitStrings(const QJsonValue &value, const std::function<void(const QString &)> &visit)
{
    if (value.isString())
        visit(value.toString());
    for (const QJsonValue &element : value.toArray())
        visitStrings(element, visit);
    for (const QJsonValue &member : value.toObject())
        visitStrings(member, visit);
}

} // namespace

void KnownTexts::add(const QByteArray &text)
{
    Q_ASSERT(!text.isEmpty());
    if (!m_texts.contains(text))
        m_texts.append(text);
}

void KnownTexts::addStringsOf(const QByteArray &json)
{
    visitStrings(QJsonDocument::fromJson(json).object(), [this](const QString &text) {
        const bool isTime = text.startsWith(QLatin1String("20"));
        if (text.size() >= ShortestString && !isTime)
            add(text.toUtf8());
    });
}

QByteArrayList KnownTexts::foundIn(const QByteArray &output) const
{
    QByteArrayList found;
    for (const QByteArray &text : m_texts) {
        if (output.contains(text))
            found.append(text);
    }
    return found;
}

} // namespace Trailglass::Support
