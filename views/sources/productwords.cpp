// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/productwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProductWords)
};

} // namespace

QString productDescription(const QString &typeName)
{
    if (typeName == "asana"_L1)
        return Words::tr("Work management: logins, exports, and changes to people, roles and settings.");
    if (typeName == "secoda"_L1)
        return Words::tr("Data catalogue: what people and integrations do to resources and their metadata.");
    if (typeName == "datafold"_L1)
        return Words::tr("Data testing: every request to the application, by whom and with what result.");
    if (typeName == "paradime"_L1)
        return Words::tr("Analytics platform: work in the code editor, schedules, connections and members.");
    if (typeName == "nected"_L1)
        return Words::tr("Rules and workflows: edits, tests, publishing, roles and executions.");
    return {};
}

QString credentialAdvice(const QString &typeName)
{
    if (typeName == "paradime"_L1)
        return Words::tr("Paradime has two kinds of credentials. A pair: fill in both fields. Or a single "
                         "key of the newer "
                         "kind, which begins with prdm_wsp_ or prdm_cmp_: put it under API secret and leave "
                         "API key empty; "
                         "one that begins with prdm_cmp_ needs the workspace UID above as well.");
    return {};
}

} // namespace Trailglass
