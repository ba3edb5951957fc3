// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanatype.h"

#include "models/core/translation.h"
#include "models/sources/commonsettings.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QList<SettingField> settingFields()
{
    SettingField actorType =
        scopeSetting(u"actor_type"_s, tr("Actor type"),
                     tr("Only events by this type of actor (for actors without an ID)."));
    actorType.choices = {u"user"_s, u"asana"_s, u"asana_support"_s, u"anonymous"_s,
                         u"external_administrator"_s};
    return {
        baseUrlSetting(u"https://app.asana.com/api/1.0"_s,
                       tr("Base URL of Asana's API. Rarely needs changing.")),
        {.key = u"workspace_gid"_s,
         .label = tr("Workspace ID"),
         .help = tr("The number of the workspace or organization, as shown in its address in Asana."),
         .required = true,
         .kind = SettingKind::Digits},
        initialDaysSetting(),
        scopeSetting(u"start_at"_s, tr("From"), tr("Only events at or after this time."), SettingKind::Time),
        scopeSetting(u"end_at"_s, tr("Until"), tr("Only events before this time."), SettingKind::Time),
        scopeSetting(u"event_type"_s, tr("Event type"), tr("Only events of this type."), SettingKind::Word),
        actorType,
        scopeSetting(u"actor_gid"_s, tr("Actor ID"), tr("Only events by this actor."), SettingKind::Digits),
        scopeSetting(u"resource_gid"_s, tr("Resource ID"), tr("Only events on this resource."),
                     SettingKind::Digits),
    };
}

Result<void> checkTogether(const SourceSettings &settings)
{
    if (!settings.value(u"actor_type"_s).isEmpty() && !settings.value(u"actor_gid"_s).isEmpty()) {
        return Error{ErrorKind::Usage,
                     tr("Set either actor_type or actor_gid: Asana accepts only one of them.")};
    }
    return checkOrder(settings, u"start_at"_s, u"end_at"_s);
}

} // namespace

const SourceType &asanaType()
{
    static const SourceType type{
        .name = u"asana"_s,
        .displayName = u"Asana"_s,
        .settings = settingFields(),
        .secrets = {{.key = u"access_token"_s,
                     .label = tr("Service account token"),
                     .help = tr("In Asana's admin console under Apps, Service accounts. Audit logs need an "
                                "Enterprise plan.")}},
        .retentionDays = 90, // developers.asana.com/docs/audit-log-api, read 2026-08
        .scopeEnd = u"end_at"_s,
        .checkTogether = checkTogether,
    };
    return type;
}

} // namespace Trailglass
