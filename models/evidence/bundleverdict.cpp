// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundleverdict.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QLocale>

namespace Trailglass {

using namespace Qt::StringLiterals;

QString faultName(BundleFault fault)
{
    switch (fault) {
    case BundleFault::Archive:
        return u"archive"_s;
    case BundleFault::MemberName:
        return u"member_name"_s;
    case BundleFault::MemberTwice:
        return u"member_twice"_s;
    case BundleFault::MemberUnknown:
        return u"member_unknown"_s;
    case BundleFault::MemberSize:
        return u"member_size"_s;
    case BundleFault::MemberMissing:
        return u"member_missing"_s;
    case BundleFault::MemberUnreadable:
        return u"member_unreadable"_s;
    case BundleFault::Key:
        return u"key"_s;
    case BundleFault::OtherKey:
        return u"other_key"_s;
    case BundleFault::Checkpoint:
        return u"checkpoint"_s;
    case BundleFault::Manifest:
        return u"manifest"_s;
    case BundleFault::CheckpointTree:
        return u"checkpoint_tree"_s;
    case BundleFault::EventLine:
        return u"event_line"_s;
    case BundleFault::EventAdded:
        return u"event_added"_s;
    case BundleFault::EventMissing:
        return u"event_missing"_s;
    case BundleFault::EventOrder:
        return u"event_order"_s;
    case BundleFault::EventChanged:
        return u"event_changed"_s;
    case BundleFault::Record:
        return u"record"_s;
    case BundleFault::Proof:
        return u"proof"_s;
    case BundleFault::Checksums:
        return u"checksums"_s;
    case BundleFault::Checksum:
        return u"checksum"_s;
    case BundleFault::Signature:
        return u"signature"_s;
    }
    Q_UNREACHABLE();
}

QStringList verdictSentences(const BundleVerdict &verdict)
{
    QStringList sentences;
    if (!verdict.isVerified()) {
        sentences.append(tr("The bundle is not verified."));
        for (const BundleProblem &problem : verdict.problems)
            sentences.append(problem.sentence);
        return sentences;
    }
    const QString origin = verdict.checkpoint ? visibleText(verdict.checkpoint->origin) : QString();
    const qint64 events = verdict.manifest ? verdict.manifest->events : 0;
    const qint64 size = verdict.checkpoint ? verdict.checkpoint->size : 0;
    // The name of a tree is what the bundle says: with a key of their own, anybody can sign in any name.
    sentences.append(
        tr("The bundle is verified: its events (%1) are as they were in the tree of %2 leaves, called %3, "
           "that was signed.",
           nullptr, countArgument(size))
            .arg(QLocale().toString(events), QLocale().toString(size), origin));
    sentences.append(
        verdict.isOfGivenKey
            ? tr("It is signed by the key that you gave.")
            : tr("It is signed by an unknown key, the one in the bundle: anybody can make a key. Whose key "
                 "that is, the bundle cannot prove: compare it with one that you have from elsewhere."));
    sentences.append(tr("The tree binds source, vendor, id, both times and JSON of each event. All else in "
                        "the bundle, such as actors and other fields, events.csv, counts, coverage and "
                        "reports, is only what the owner of the key signed."));
    if (verdict.isWholeTree()) {
        sentences.append(
            tr("Every leaf of the tree is in the bundle, so that nothing of the tree was left out."));
    } else if (verdict.manifest && verdict.manifest->statesCompleteness) {
        sentences.append(
            tr("The bundle shows %1 of the leaves of the tree. That no other event of it that was not "
               "deleted matches the filter is stated by whoever signed it, and not proved.")
                .arg(QLocale().toString(verdict.leaves)));
    } else {
        sentences.append(
            tr("The bundle shows %1 of the leaves of the tree, and does not state that no other event of it "
               "matches the filter.")
                .arg(QLocale().toString(verdict.leaves)));
    }
    return sentences;
}

} // namespace Trailglass
