// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/paradime/paradimeauthorization.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/sources/apirequest.h"
#include "models/sources/paradime/paradimetype.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr QByteArrayView WorkspacePrefix = "prdm_wsp_";
constexpr QByteArrayView CompanyPrefix = "prdm_cmp_";

bool isCompanyKey(const Secret &secret)
{
    return secret.reveal().startsWith(CompanyPrefix);
}

bool isBearerKey(const Secret &secret)
{
    return isCompanyKey(secret) || secret.reveal().startsWith(WorkspacePrefix);
}

Result<QList<RequestHeader>> bearerHeaders(const SourceSettings &settings, const SecretValues &secrets,
                                           const QString &key)
{
    TRY(RequestHeader authorization, secretHeader("Authorization", "Bearer ", paradimeType(), secrets, key));
    QList<RequestHeader> headers{authorization};
    if (!isCompanyKey(secrets.value(key)))
        return headers;
    const QString workspace = settings.value(u"workspace_uid"_s);
    if (workspace.isEmpty()) {
        return Error{ErrorKind::Usage,
                     tr("A Paradime company key needs the setting workspace_uid: the UID of the workspace to "
                        "read.")};
    }
    headers.append(plainHeader("X-Paradime-Workspace", workspace.toUtf8()));
    return headers;
}

} // namespace

Result<QList<RequestHeader>> paradimeAuthorization(const SourceSettings &settings,
                                                   const SecretValues &secrets)
{
    for (const QString &key : {u"api_secret"_s, u"api_key"_s}) {
        if (isBearerKey(secrets.value(key)))
            return bearerHeaders(settings, secrets, key);
    }
    TRY(RequestHeader apiKey, secretHeader("X-API-KEY", {}, paradimeType(), secrets, u"api_key"_s));
    TRY(RequestHeader apiSecret, secretHeader("X-API-SECRET", {}, paradimeType(), secrets, u"api_secret"_s));
    return QList<RequestHeader>{apiKey, apiSecret};
}

} // namespace Trailglass
