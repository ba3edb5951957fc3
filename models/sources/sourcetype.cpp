// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/sourcetype.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/settingcheck.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto InitialDays = u"initial_days"_s;

template <class List>
auto findByKey(const List &list, const QString &key) -> decltype(&list.front())
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto &field) { return field.key == key; });
    return found == list.end() ? nullptr : &*found;
}

Error unknownSetting(const SourceType &type, const QString &key)
{
    QStringList known;
    for (const SettingField &field : type.settings)
        known.append(field.key);
    const QString sentence = tr("%1 has no setting “%2”.").arg(type.displayName, visibleText(key));
    return Error{ErrorKind::Usage, inSequence(sentence, nameSuggestion(key, known))};
}

std::optional<Error> missingSetting(const SourceType &type, const QMap<QString, QString> &values)
{
    for (const SettingField &field : type.settings) {
        if (field.required && field.defaultValue.isEmpty() && !values.contains(field.key)) {
            return Error{ErrorKind::Usage,
                         tr("%1 needs the setting %2: %3").arg(type.displayName, field.key, field.help)};
        }
    }
    return {};
}

} // namespace

const SettingField *SourceType::setting(const QString &key) const
{
    return findByKey(settings, key);
}

const SecretField *SourceType::secret(const QString &key) const
{
    return findByKey(secrets, key);
}

const SettingField &SourceType::address() const
{
    const auto found = std::ranges::find_if(settings, [](const SettingField &field) {
        return field.kind == SettingKind::BaseUrl || field.kind == SettingKind::Endpoint;
    });
    Q_ASSERT(found != settings.end());
    return *found;
}

bool SourceType::isVendorsOwn(const Origin &origin) const
{
    const SettingField &field = address();
    const QStringList offered = field.choices + QStringList{field.defaultValue};
    return std::ranges::any_of(offered, [&](const QString &url) { return origin.admits(QUrl(url)); });
}

Result<SourceSettings> SourceSettings::fromValues(const SourceType &type,
                                                  const QMap<QString, QString> &values)
{
    SourceSettings settings;
    settings.m_type = type.name;
    settings.m_address = type.address().key;
    for (const SettingField &field : type.settings)
        settings.m_defaults.insert(field.key, field.defaultValue);
    for (auto value = values.begin(); value != values.end(); ++value) {
        const SettingField *field = type.setting(value.key());
        if (!field)
            return unknownSetting(type, value.key());
        if (value.value().trimmed().isEmpty())
            continue;
        TRY(QString checked, checkedSetting(*field, value.value()));
        settings.m_values.insert(value.key(), checked);
    }
    if (auto missing = missingSetting(type, settings.m_values))
        return *missing;
    if (type.checkTogether) {
        TRY(type.checkTogether(settings));
    }
    return settings;
}

QString SourceSettings::value(const QString &key) const
{
    const auto set = m_values.constFind(key);
    return set != m_values.constEnd() ? *set : m_defaults.value(key);
}

Origin SourceSettings::origin() const
{
    return Origin::of(QUrl(value(m_address), QUrl::StrictMode));
}

std::optional<UtcMicros> SourceSettings::time(const QString &key) const
{
    const QString text = value(key);
    return text.isEmpty() ? std::nullopt : settingTime(text);
}

int SourceSettings::initialDays() const
{
    return value(InitialDays).toInt();
}

QByteArray SourceSettings::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // Every text ends with a NUL, which no setting can hold, so that no two sets of settings read the same.
    const auto add = [&hash](const QString &text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    add(m_type);
    for (auto setting = m_defaults.begin(); setting != m_defaults.end(); ++setting) {
        if (setting.key() == InitialDays || value(setting.key()).isEmpty())
            continue;
        add(setting.key());
        add(value(setting.key()));
    }
    return hash.result().toHex();
}

} // namespace Trailglass
