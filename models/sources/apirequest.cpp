// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/apirequest.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qint64 MicrosAMilli = 1'000;

} // namespace

HttpRequest jsonGet(const QString &base, const QByteArray &path, const QueryItems &query)
{
    QByteArray address = base.toUtf8() + path;
    char separator = '?';
    for (const auto &[name, value] : query) {
        if (value.isEmpty())
            continue;
        address += separator + name + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    HttpRequest request;
    request.url = QUrl::fromEncoded(address, QUrl::StrictMode);
    request.headers.append(plainHeader("Accept", "application/json"));
    return request;
}

Result<QByteArray> pathSegment(const QString &text)
{
    QString slashes = text;
    const QStringList parts = slashes.replace(u'\\', u'/').split(u'/');
    if (text.isEmpty() || parts.contains("."_L1) || parts.contains(".."_L1)) {
        return Error{
            ErrorKind::Usage,
            tr("“%1” cannot be a part of a URL; nothing was requested. Check the settings of the source, or "
               "the ID of the event.")
                .arg(visibleText(text))};
    }
    return QUrl::toPercentEncoding(text);
}

RequestHeader plainHeader(const QByteArray &name, const QByteArray &value)
{
    return {name, Secret::fromText(value).value()};
}

Result<RequestHeader> secretHeader(const QByteArray &name, const QByteArray &prefix, const SourceType &type,
                                   const SecretValues &secrets, const QString &key)
{
    const Secret secret = secrets.value(key);
    if (secret.isEmpty()) {
        const SecretField *field = type.secret(key);
        return Error{ErrorKind::SecretUnavailable,
                     tr("%1 needs its secret %2 (%3). Set it and sync again.")
                         .arg(type.displayName, key, field ? field->label : key)};
    }
    if (prefix.isEmpty())
        return RequestHeader{name, secret};
    TRY(Secret value, Secret::fromText(prefix + secret.reveal()));
    return RequestHeader{name, value};
}

QString millisText(UtcMicros time)
{
    QString text = QString::fromStdString(formatTime(floorToMillis(time)));
    constexpr qsizetype MicroDigits = 3;
    text.remove(text.size() - 1 - MicroDigits, MicroDigits);
    return text;
}

UtcMicros floorToMillis(UtcMicros time)
{
    const qint64 rest = time.value % MicrosAMilli;
    return {time.value - (rest < 0 ? rest + MicrosAMilli : rest)};
}

UtcMicros ceilToMillis(UtcMicros time)
{
    return floorToMillis(time + (MicrosAMilli - 1));
}

} // namespace Trailglass
