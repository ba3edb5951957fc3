// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedtype.h"

#include "models/core/translation.h"
#include "models/sources/commonsettings.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Choices that are offers: Nected's two references list different ones.
SettingField openChoice(SettingField field, const QStringList &choices)
{
    field.choices = choices;
    field.choicesAreOpen = true;
    return field;
}

SettingField generationSetting()
{
    return {.key = u"api_generation"_s,
            .label = tr("API version"),
            .help = tr("Which version of Nected's API your account uses."),
            .defaultValue = u"reference"_s,
            .choices = {u"reference"_s, u"v1"_s}};
}

QList<SettingField> ownSettings()
{
    return {
        baseUrlSetting(u"https://api.nected.ai"_s, tr("Base URL of Nected's API.")),
        {.key = u"module"_s,
         .label = tr("Module"),
         .help = tr("The Nected module whose audit trail to fetch."),
         .defaultValue = u"audit"_s,
         .kind = SettingKind::Word},
        generationSetting(),
        {.key = u"branch"_s,
         .label = tr("Branch"),
         .help = tr("The Nected branch, required with API version v1."),
         .kind = SettingKind::Word},
        initialDaysSetting(),
    };
}

QList<SettingField> scopeSettings()
{
    return {
        scopeSetting(u"search"_s, tr("Search"), tr("Only events that contain this text.")),
        openChoice(scopeSetting(u"type"_s, tr("Type"), tr("Only events on this type of object.")),
                   {u"ruleSet"_s, u"simpleRule"_s, u"dataSet"_s, u"connector"_s, u"globalVar"_s,
                    u"decisionTable"_s, u"systemAPIKey"_s, u"authConfig"_s, u"cron"_s,
                    u"workflow,nectedWorkflow"_s, u"api"_s, u"delay"_s, u"webhook"_s}),
        openChoice(scopeSetting(u"event"_s, tr("Event"), tr("Only events with this event name.")),
                   {u"test"_s, u"api"_s, u"roleRevoke"_s, u"roleUpdate"_s, u"cronTest"_s, u"cron"_s,
                    u"webhook"_s, u"delayedTest"_s, u"delay"_s}),
        openChoice(scopeSetting(u"status"_s, tr("Status"), tr("Only events with this result.")),
                   {u"success,Completed"_s, u"error,Failed"_s}),
        openChoice(scopeSetting(u"environment"_s, tr("Environment"), tr("Only events in this environment.")),
                   {u"production"_s, u"staging"_s}),
        scopeSetting(u"startDate"_s, tr("From"), tr("Only events at or after this time."), SettingKind::Time),
        scopeSetting(u"endDate"_s, tr("Until"), tr("Only events before this time."), SettingKind::Time),
    };
}

Result<void> checkTogether(const SourceSettings &settings)
{
    if (settings.value(u"api_generation"_s) == "v1"_L1 && settings.value(u"branch"_s).isEmpty()) {
        return Error{ErrorKind::Usage, tr("Nected needs the setting branch when api_generation is v1.")};
    }
    return checkOrder(settings, u"startDate"_s, u"endDate"_s);
}

} // namespace

const SourceType &nectedType()
{
    static const SourceType type{
        .name = u"nected"_s,
        .displayName = u"Nected"_s,
        .settings = ownSettings() + scopeSettings(),
        .secrets = {{.key = u"api_key"_s,
                     .label = tr("API key"),
                     .help = tr("In Nected under Settings, Management API keys.")}},
        .checkTogether = checkTogether,
    };
    return type;
}

} // namespace Trailglass
