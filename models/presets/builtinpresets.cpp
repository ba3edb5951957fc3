// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/builtinpresets.h"

#include "models/core/translation.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

struct Entry
{
    const char *title = nullptr;
    QLatin1StringView name;
    QLatin1StringView expression;
};

/// Vendors name the same thing differently; what is common to all is `op`, `outcome` and parts of words.
constexpr std::array Entries{
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Failed logins"), "failed-logins"_L1, "op:auth outcome:failure"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Logins outside working hours"), "logins-outside-working-hours"_L1,
          "op:auth preset:nights-and-weekends -preset:by-service-accounts"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Passwords and second factors"), "passwords-and-second-factors"_L1,
          "action:~password,two_factor,2fa,mfa,saml,sso"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Roles and access granted or changed"), "role-grants"_L1,
          "op:grant OR action:~role"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "People invited or removed"), "members"_L1,
          "action:~invited,provisioned,member_added,member_removed"_L1},
    Entry{
        QT_TRANSLATE_NOOP("Trailglass", "New API keys and authorised apps"), "new-api-keys"_L1,
        "op:create,grant (target.type:~api_key,api-key,token OR action:~api_key,access_token,app_authorized)"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Sharing and visibility"), "sharing"_L1,
          "action:~share,privacy,public,visibility"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Exports and downloads"), "exports"_L1,
          "op:export OR action:~export,download"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Deletions"), "deletions"_L1, "op:delete"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Deletions by service accounts"),
          "deletions-by-service-accounts"_L1, "op:delete preset:by-service-accounts"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "By service accounts, keys and the system"),
          "by-service-accounts"_L1,
          "actor.type:~service,api,system,automation,integration,extraction,bot,app "
          "OR actor:svc-*,svc_*,service-*,bot-*,*-bot,*-bot@*"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "By the vendor's support"), "by-support"_L1,
          "actor.type:~support,asana OR channel:~support"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Changes in production"), "production-changes"_L1,
          "environment:~prod op:create,update,delete,grant"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Everything that failed"), "failures"_L1, "outcome:failure"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Changes and exports by people outside working hours"),
          "outside-working-hours"_L1,
          "op:create,update,delete,grant,export preset:nights-and-weekends -preset:by-service-accounts"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "Nights and weekends"), "nights-and-weekends"_L1,
          "weekday:sat,sun OR hour:0..5 OR hour:22..23"_L1},
    Entry{QT_TRANSLATE_NOOP("Trailglass", "The last seven days"), "last-seven-days"_L1, "created:-7d"_L1},
};

} // namespace

QList<BuiltInPreset> builtInPresets()
{
    QList<BuiltInPreset> presets;
    for (const Entry &entry : Entries)
        presets.append({{.name = entry.name, .expression = entry.expression}, tr(entry.title)});
    return presets;
}

QList<Preset> withBuiltInPresets(QList<Preset> presets)
{
    const QList<Preset> own = presets;
    for (const BuiltInPreset &builtIn : builtInPresets()) {
        if (std::ranges::find(own, builtIn.preset.name, &Preset::name) == own.end())
            presets.append(builtIn.preset);
    }
    return presets;
}

} // namespace Trailglass
