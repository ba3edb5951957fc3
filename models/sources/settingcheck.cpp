// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/settingcheck.h"

#include "models/core/text.h"
#include "models/core/translation.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxDays = 36'500;

Error usage(const QString &sentence)
{
    return Error{ErrorKind::Usage, sentence};
}

bool isDecimalDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// 127.0.0.0/8, ::1 and localhost by name. QUrl has already lower-cased the host and normalised the address.
bool isLoopback(const QString &host)
{
    if (host == "localhost"_L1 || host == "::1"_L1)
        return true;
    const QStringList parts = host.split(u'.');
    return parts.size() == 4 && parts.first() == "127"_L1
        && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
               return !part.isEmpty() && part.size() <= 3
                   && std::all_of(part.begin(), part.end(), isDecimalDigit) && part.toInt() <= 255;
           });
}

Result<QString> checkedUrl(const SettingField &field, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return usage(tr("%1 is not a URL. Enter it with https:// in front.").arg(field.key));
    if (!url.userInfo().isEmpty() || url.authority(QUrl::FullyEncoded).contains(u'@'))
        return usage(tr("%1 must not contain a user name or password.").arg(field.key));
    if (url.hasQuery() || url.hasFragment())
        return usage(tr("%1 must not contain ? or #.").arg(field.key));
    const bool secure = url.scheme() == "https"_L1;
    if (!secure && url.scheme() != "http"_L1)
        return usage(tr("%1 must begin with https://.").arg(field.key));
    if (!secure && !isLoopback(url.host()))
        return usage(tr("%1 uses http, which would send the credential unencrypted. Use https; http is "
                        "allowed for localhost only (127.0.0.1, ::1).")
                         .arg(field.key));
    QString kept = text;
    while (field.kind == SettingKind::BaseUrl && kept.endsWith(u'/'))
        kept.chop(1);
    return kept;
}

Result<QString> checkedDays(const SettingField &field, const QString &text)
{
    bool ok = false;
    const int days = text.toInt(&ok);
    if (!ok || !std::all_of(text.begin(), text.end(), isDecimalDigit) || days > MaxDays)
        return usage(
            tr("%1 must be a whole number of days from 0 to 36500; 0 fetches everything.").arg(field.key));
    return QString::number(days);
}

bool isNameCharacter(QChar character)
{
    return character > u' ' && character < QChar(0x7f);
}

Result<QString> checkedKind(const SettingField &field, const QString &text)
{
    switch (field.kind) {
    case SettingKind::Text:
        return text;
    case SettingKind::BaseUrl:
    case SettingKind::Endpoint:
        return checkedUrl(field, text);
    case SettingKind::Digits:
        if (!std::all_of(text.begin(), text.end(), isDecimalDigit))
            return usage(tr("%1 must contain digits only.").arg(field.key));
        return text;
    case SettingKind::Days:
        return checkedDays(field, text);
    case SettingKind::Word:
        if (!std::all_of(text.begin(), text.end(), isNameCharacter))
            return usage(tr("%1 must be ASCII text without spaces.").arg(field.key));
        return text;
    case SettingKind::Time:
        if (!settingTime(text))
            return usage(tr("%1 is not a time. Enter a date such as 2026-11-20, or a time such as "
                            "2026-11-20T09:15:00Z.")
                             .arg(field.key));
        return text;
    case SettingKind::JsonObject:
        if (!QJsonDocument::fromJson(text.toUtf8()).isObject())
            return usage(tr("%1 must be a JSON object, such as "
                            "{\"operator\":\"exact\",\"field\":\"…\",\"value\":\"…\"}.")
                             .arg(field.key));
        return text;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<QString> checkedSetting(const SettingField &field, const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.size() > MaxSettingLength)
        return usage(tr("%1 is longer than %2 characters. Shorten it.").arg(field.key).arg(MaxSettingLength));
    const auto isControl = [](QChar character) {
        return character.category() == QChar::Other_Control;
    };
    if (std::any_of(text.begin(), text.end(), isControl))
        return usage(tr("%1 contains a line break or control character. Remove it.").arg(field.key));
    if (!field.choices.isEmpty() && !field.choicesAreOpen && !field.choices.contains(text)) {
        return usage(tr("%1 must be one of: %2.").arg(field.key, field.choices.join(u", "_s)));
    }
    return checkedKind(field, text);
}

std::optional<UtcMicros> settingTime(const QString &text)
{
    const std::string utf8 = toUtf8(text);
    if (const auto time = parseTime(utf8))
        return time;
    return parseTime(utf8 + "T00:00:00Z");
}

} // namespace Trailglass
