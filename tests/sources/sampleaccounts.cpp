// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/sampleaccounts.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

const Source &asana()
{
    return *findSource(Vendor::Asana);
}

const Source &secoda()
{
    return *findSource(Vendor::Secoda);
}

const Source &datafold()
{
    return *findSource(Vendor::Datafold);
}

const Source &paradime()
{
    return *findSource(Vendor::Paradime);
}

const Source &nected()
{
    return *findSource(Vendor::Nected);
}

QMap<QString, QString> asanaSettings()
{
    return {{u"workspace_gid"_s, u"1337"_s}};
}

QMap<QString, QString> paradimeSettings()
{
    return {{u"endpoint"_s, u"https://api.paradime.io/api/v1/token123/graphql"_s}};
}

QMap<QString, QString> requiredSettings(Vendor vendor)
{
    if (vendor == Vendor::Asana)
        return asanaSettings();
    return vendor == Vendor::Paradime ? paradimeSettings() : QMap<QString, QString>();
}

QMap<QString, QByteArray> asanaToken()
{
    return {{u"access_token"_s, "2/1337/secret"}};
}

QMap<QString, QByteArray> paradimeKeyPair()
{
    return {{u"api_key"_s, "key"}, {u"api_secret"_s, "secret"}};
}

QMap<QString, QByteArray> apiKey()
{
    return {{u"api_key"_s, "secret"}};
}

QMap<QString, QByteArray> secretsOf(Vendor vendor)
{
    if (vendor == Vendor::Asana)
        return asanaToken();
    return vendor == Vendor::Paradime ? paradimeKeyPair() : apiKey();
}

} // namespace Trailglass
