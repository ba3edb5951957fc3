// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcetypetext.h"

#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

QString sourceTypeDescription(const QString &typeName)
{
    if (typeName == "asana"_L1)
        return tr("Work management: logins, exports, and changes to people, roles and settings.");
    if (typeName == "secoda"_L1)
        return tr("Data catalogue: what people and integrations do to resources and their metadata.");
    if (typeName == "datafold"_L1)
        return tr("Data testing: every request to the application, its user and its result.");
    if (typeName == "paradime"_L1)
        return tr("Analytics platform: work in the code editor, schedules, connections and members.");
    if (typeName == "nected"_L1)
        return tr("Rules and workflows: edits, tests, publishing, roles and executions.");
    return {};
}

QString credentialAdvice(const QString &typeName)
{
    if (typeName == "paradime"_L1)
        return tr("Paradime has two kinds of credentials. For a key and secret pair, fill in both fields. A "
                  "newer key (prdm_wsp_… or prdm_cmp_…) goes under API secret, with API key left empty; a "
                  "company key (prdm_cmp_…) also requires the workspace UID above.");
    return {};
}

} // namespace Trailglass
