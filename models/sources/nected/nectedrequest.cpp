// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedrequest.h"

#include "models/core/result.h"
#include "models/sources/nected/nectedtype.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

Result<HttpRequest> nectedGet(const SourceSettings &settings, const SecretValues &secrets,
                              const QByteArray &what, const QueryItems &query)
{
    TRY(RequestHeader key, secretHeader("nected-api-key", {}, nectedType(), secrets, u"api_key"_s));
    const QByteArray root = isNectedV1(settings) ? "/dev/v1/audit/" : "/dev/audit/";
    TRY(const QByteArray area, pathSegment(settings.value(u"module"_s)));
    const QByteArray path = root + area + '/' + what;
    HttpRequest request = jsonGet(settings.value(u"base_url"_s), path, query);
    request.headers.append(key);
    if (isNectedV1(settings))
        request.headers.append(plainHeader("Nected-Branch", settings.value(u"branch"_s).toUtf8()));
    return request;
}

bool isNectedV1(const SourceSettings &settings)
{
    return settings.value(u"api_generation"_s) == "v1"_L1;
}

} // namespace Trailglass
