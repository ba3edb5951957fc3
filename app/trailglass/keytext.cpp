// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/keytext.h"

#include "models/core/translation.h"
#include "models/merkle/digest.h"
#include "models/table/timeformatter.h"
#include "models/workspace/signingkeys.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace Trailglass {

namespace {

constexpr qsizetype MaxListedCheckpoints = 1'000;

QString keyLine(const SigningKeyRecord &key, const QTimeZone &zone)
{
    const QString id = keyIdText(verifierOf(key));
    if (key.retired) {
        return tr("%1: made %2, replaced %3", "number of a key, two times")
            .arg(id, exactTime(key.created, zone), exactTime(*key.retired, zone));
    }
    return tr("%1: made %2, signs, kept in: %3", "number of a key, time, place")
        .arg(id, exactTime(key.created, zone), placeText(key));
}

QString checkpointLine(const KeptCheckpoint &kept, const QTimeZone &zone)
{
    const QString time = exactTime(kept.at, zone);
    const QString leaves = QLocale().toString(kept.size);
    if (!kept.checkpoint)
        return tr("%1: leaves: %2, not signed by a key of the workspace", "time, number").arg(time, leaves);
    return tr("%1: leaves: %2, key: %3, root: %4", "time, number, number of a key, hash")
        .arg(time, leaves, kept.signer, QString::fromLatin1(hex(kept.checkpoint->root)));
}

} // namespace

QString keyChangeText(const KeyChange &change)
{
    const QString id = keyIdText(verifierOf(change.key));
    QString text = change.isNew
        ? tr("The key %1 signs from now on. Give its public half to those who verify.").arg(id)
        : tr("The signing key %1 is the same as before. It is kept in: %2.").arg(id, placeText(change.key));
    for (const QString &notice : change.notices)
        text = inSequence(text, notice);
    return text;
}

EvidenceHistory historyOf(const CheckpointOverview &overview, const QTimeZone &zone)
{
    EvidenceHistory history;
    for (auto key = overview.keys.rbegin(); key != overview.keys.rend(); ++key)
        history.keys << keyLine(*key, zone) << verifierOf(*key).text();
    const auto all = static_cast<qsizetype>(overview.checkpoints.size());
    const qsizetype listed = std::min(all, MaxListedCheckpoints);
    const auto end = std::next(overview.checkpoints.rbegin(), listed);
    for (auto kept = overview.checkpoints.rbegin(); kept != end; ++kept)
        history.checkpoints << checkpointLine(*kept, zone);
    if (listed < all)
        history.checkpoints << tr("Earlier checkpoints: %1").arg(QLocale().toString(all - listed));
    return history;
}

} // namespace Trailglass
