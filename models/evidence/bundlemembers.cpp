// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundlemembers.h"

#include <algorithm>

namespace Trailglass::BundleMembers {

namespace {

constexpr std::array AllRules{
    Rule{Readme, SmallMember, true},      Rule{Manifest, SmallMember, true},
    Rule{Events, LargeMember, true},      Rule{Csv, LargeMember, true},
    Rule{Proofs, LargeMember, true},      Rule{Checkpoint, SmallMember, true},
    Rule{Key, SmallMember, true},         Rule{Coverage, LargeMember, true},
    Rule{Quarantine, LargeMember, true},  Rule{Marks, LargeMember, true},
    Rule{Review, LargeMember, true},      Rule{History, LargeMember, true},
    Rule{ReportHtml, LargeMember, false}, Rule{ReportPdf, LargeMember, false},
    Rule{Sums, SmallMember, true},        Rule{Signature, SmallMember, true},
};

} // namespace

std::span<const Rule> rules()
{
    return AllRules;
}

const Rule *ruleOf(QByteArrayView name)
{
    const auto *const rule = std::ranges::find_if(
        AllRules, [name](const Rule &each) { return name == QByteArrayView(each.name); });
    return rule == AllRules.end() ? nullptr : rule;
}

} // namespace Trailglass::BundleMembers
