// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundlemembers.h"

#include "models/json/jsonlimits.h"
#include "models/merkle/signednote.h"
#include "models/store/treerecords.h"

#include <algorithm>

namespace Trailglass::BundleMembers {

namespace {

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;

/// What is read by lines, or only hashed.
constexpr qint64 LargeMember = qint64{1} << 36;
/// Texts that people type are a small part of it; the rest is gaps.
constexpr qint64 DescribingMember = 4 * MiB;
/// One line a file of the bundle, or a key.
constexpr qint64 ListingMember = 16 * KiB;
/// Each sync of years has an entry of some two hundred bytes. It is read as a whole when a bundle is opened.
constexpr qint64 CoverageMember = 64 * MiB;

/// JSON, and the fields that are read from it again.
constexpr qint64 EventLineBytes = 64 * MiB;
/// JSON with line breaks is in it once more, as base64.
constexpr qint64 ProofLineBytes = 24 * MiB;
constexpr qint64 RecordLineBytes = 5 * MiB;

constexpr qint64 LineRoom = 512; ///< for all else in such a line
static_assert(4 * ((MaxJsonBytes + 2) / 3) + LineRoom <= ProofLineBytes);
static_assert(TreeRecords::MaxText + LineRoom <= RecordLineBytes);

constexpr std::array AllRules{
    Rule{Readme, DescribingMember, 0, true},
    Rule{Manifest, DescribingMember, 0, true},
    Rule{Events, LargeMember, EventLineBytes, true},
    Rule{Csv, LargeMember, 0, true},
    Rule{Proofs, LargeMember, ProofLineBytes, true},
    Rule{Checkpoint, MaxNoteSize, 0, true},
    Rule{Key, ListingMember, 0, true},
    Rule{Coverage, CoverageMember, 0, true},
    Rule{Quarantine, LargeMember, RecordLineBytes, true},
    Rule{Marks, LargeMember, RecordLineBytes, true},
    Rule{Review, LargeMember, RecordLineBytes, true},
    Rule{History, LargeMember, RecordLineBytes, true},
    Rule{ReportHtml, LargeMember, 0, false},
    Rule{ReportPdf, LargeMember, 0, false},
    Rule{Sums, ListingMember, 0, true},
    Rule{Signature, ListingMember, 0, true},
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
