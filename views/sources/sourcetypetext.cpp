// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcetypetext.h"

#include "models/core/translation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

QString sourceTypeDescription(const QString &typeName)
{
    if (typeName == "asana"_L1)
        return tr("Work management: logins, exports, and changes to people, roles and settings.");
    if (typeName == "secoda"_L1)
        return tr("Data catalogue: what people and integrations do to resources and their metadata.");
    if (typeName == "datafold"_L1)
        return tr("Data testing: every request to the application, by whom and with what result.");
    if (typeName == "paradime"_L1)
        return tr("Analytics platform: work in the code editor, schedules, connections and members.");
    if (typeName == "nected"_L1)
        return tr("Rules and workflows: edits, tests, publishing, roles and executions.");
    return {};
}

QString credentialAdvice(const QString &typeName)
{
    if (typeName == "paradime"_L1)
        return tr("Paradime has two kinds of credentials. A pair: fill in both fields. Or a single "
                  "key of the newer "
                  "kind, which begins with prdm_wsp_ or prdm_cmp_: put it under API secret and leave "
                  "API key empty; "
                  "one that begins with prdm_cmp_ needs the workspace UID above as well.");
    return {};
}

} // namespace Trailglass
