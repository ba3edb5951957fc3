// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/origin.h"
#include "models/core/result.h"
#include "models/core/secret.h"
#include "models/core/utcmicros.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace Trailglass {

class SourceSettings;

/// What a setting's text must look like; decides the check and, in a form, the kind of input.
enum class SettingKind : quint8
{
    Text, ///< one line without control characters
    BaseUrl, ///< https, or http to this machine; kept without a trailing slash
    Endpoint, ///< the same, kept exactly as typed: a whole address (Paradime's identifies the account: never
    ///< print it)
    Digits, ///< 0-9 only, of any length
    Days, ///< a whole number from 0 to 36,500
    Word, ///< printable ASCII without spaces: it becomes a header value or part of a path
    Time, ///< what parseTime() reads, or a plain date, which is its midnight in UTC
    JsonObject, ///< sent to the server as it is typed
};

/// One setting of a source, as a form or `source types` shows it.
struct SettingField
{
    QString key; ///< stable, e.g. `base_url`
    QString label; ///< translated
    QString help; ///< translated, one sentence
    QString defaultValue = {};
    bool required = false;
    bool scope = false; ///< an optional restriction that is sent to the server
    QStringList choices = {}; ///< closed set when not empty, unless \a choicesAreOpen
    bool choicesAreOpen = false; ///< choices are offers only (Secoda's hosts)
    SettingKind kind = SettingKind::Text;
};

/// One credential of a source.
struct SecretField
{
    QString key; ///< stable, e.g. `access_token`
    QString label; ///< translated
    QString help; ///< translated: where to find the key
    bool required = true;
};

/// What a source of this type needs: enough to build a form, check input and print `source types`.
struct SourceType
{
    QString name; ///< `asana`
    QString displayName; ///< `Asana`
    QList<SettingField> settings; ///< `initial_days` included
    QList<SecretField> secrets;

    /// After how many days the vendor deletes an event, as its API's documentation says; nothing where it says
    /// nothing.
    std::optional<int> retentionDays = {};
    QString scopeEnd = {}; ///< key of the setting that excludes later events; empty: there is none

    /// Checks settings against each other (v1 needs a branch). Null where there is nothing to check.
    Result<void> (*checkTogether)(const SourceSettings &settings) = nullptr;

    [[nodiscard]] const SettingField *setting(const QString &key) const;
    [[nodiscard]] const SecretField *secret(const QString &key) const;

    /// The setting that says where requests go: the one of kind BaseUrl or Endpoint, which every type has.
    [[nodiscard]] const SettingField &address() const;

    /// Whether \a origin is one that the type itself offers: the address setting's default or choices.
    [[nodiscard]] bool isVendorsOwn(const Origin &origin) const;
};

/// The checked settings of one source. A value type.
class SourceSettings
{
public:
    SourceSettings() = default;

    /// Checks what was typed against the type: unknown keys (with a suggestion), missing required ones,
    /// closed choices, the look of each value (SettingKind), and what must fit together. Whitespace around a
    /// value are dropped; an empty value is as good as none.
    ///
    /// \error Usage, naming the setting and what to do; never quotes a URL
    static Result<SourceSettings> fromValues(const SourceType &type, const QMap<QString, QString> &values);

    /// The value, or the type's default. Empty where neither is there.
    [[nodiscard]] QString value(const QString &key) const;

    /// Where requests go, and so the one place for the source's credentials.
    [[nodiscard]] Origin origin() const;

    /// The moment a setting of SettingKind::Time names. Nothing when it is not set.
    [[nodiscard]] std::optional<UtcMicros> time(const QString &key) const;

    /// Only what was set, for storing.
    [[nodiscard]] const QMap<QString, QString> &values() const { return m_values; }

    /// Days a first sync goes back; 0 is everything.
    [[nodiscard]] int initialDays() const;

    /// Changes whenever URL, account or scope change, and only then: a stored checkpoint is good for one
    /// fingerprint.
    ///
    /// SHA-256 over the type and every effective setting but `initial_days`, as 64 lower-case hex digits. A
    /// default that is typed out changes nothing.
    [[nodiscard]] QByteArray fingerprint() const;

private:
    QString m_type;
    QString m_address; ///< key of SourceType::address()
    QMap<QString, QString> m_values;
    QMap<QString, QString> m_defaults;
};

/// Credentials by key, in memory for the length of a run.
using SecretValues = QMap<QString, Secret>;

/// Credentials with the one place that they may be sent to.
struct BoundSecrets
{
    Origin origin = {};
    SecretValues values = {};
};

} // namespace Trailglass
