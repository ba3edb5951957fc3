// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/keytext.h"
#include "models/workspace/signingkeys.h"
#include "tests/runner/testclass.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMicros Made{1'763'720'000 * UtcMicros::PerSecond}; // 2025-11-21T10:13:20Z

SigningKeyRecord keyOf(unsigned char number)
{
    SigningKeyRecord key{.id = number, .name = u"trailglass.local/ff"_s, .created = Made};
    key.key.bytes.fill(number);
    return key;
}

} // namespace

/// Signing keys in words.
class KeyTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecameOfTheKey()
    {
        const SigningKeyRecord key = keyOf(1);
        const QString id = keyIdText(verifierOf(key));
        const QString made = keyChangeText({.key = key, .isNew = true, .notices = {u"A notice."_s}});
        QVERIFY2(made.contains(id) && made.contains(u"signs from now on"_s) && made.endsWith(u" A notice."_s),
                 qPrintable(made));
        SigningKeyRecord moved = key;
        moved.reference = {SecretReference::Kind::File, u"/home/ann/\u202Ekey"_s};
        const QString said = keyChangeText({.key = moved});
        QVERIFY2(said.contains(u"the same as before"_s) && said.contains(u"file:/home/ann/<U+202E>key"_s),
                 qPrintable(said));
    }

    void listsKeysAndCheckpointsNewestFirst()
    {
        CheckpointOverview overview{.identity = u"ff"_s, .keys = {keyOf(1), keyOf(2)}};
        overview.keys.front().retired = Made + UtcMicros::PerDay;
        const TreeCheckpoint checkpoint{.origin = u"trailglass.local/ff"_s, .size = 1'300};
        overview.checkpoints = {{.size = 7, .at = Made},
                                {.size = 1'300,
                                 .at = Made + UtcMicros::PerDay,
                                 .checkpoint = checkpoint,
                                 .signer = u"0123abcd"_s}};
        const EvidenceHistory history = historyOf(overview, QTimeZone::utc());
        QCOMPARE(history.keys.size(), 4);
        QVERIFY2(history.keys[0].startsWith(keyIdText(verifierOf(keyOf(2))))
                     && history.keys[0].contains(u"kept in: keychain"_s),
                 qPrintable(history.keys[0]));
        QCOMPARE(history.keys[1], verifierOf(keyOf(2)).text());
        QVERIFY2(history.keys[2].contains(u"replaced 2025-11-22 10:13:20 UTC"_s),
                 qPrintable(history.keys[2]));
        QCOMPARE(history.keys[3], verifierOf(keyOf(1)).text());
        QCOMPARE(history.checkpoints.size(), 2);
        QVERIFY2(history.checkpoints[0].startsWith(u"2025-11-22"_s)
                     && history.checkpoints[0].contains(QLocale().toString(1'300))
                     && history.checkpoints[0].contains(u"0123abcd"_s)
                     && history.checkpoints[0].contains(QString(64, u'0')),
                 qPrintable(history.checkpoints[0]));
        QVERIFY2(history.checkpoints[1].contains(u"not signed by a key of the workspace"_s),
                 qPrintable(history.checkpoints[1]));
    }

    void listsNoMoreCheckpointsThanSomebodyReads()
    {
        CheckpointOverview overview;
        for (int number = 0; number < 1'500; ++number)
            overview.checkpoints.push_back({.size = number, .at = Made + number * UtcMicros::PerDay});
        const EvidenceHistory history = historyOf(overview, QTimeZone::utc());
        QCOMPARE(history.checkpoints.size(), 1'001);
        QVERIFY(history.checkpoints.constFirst().contains(QLocale().toString(1'499)));
        QVERIFY2(history.checkpoints.constLast().contains(u"500"_s),
                 qPrintable(history.checkpoints.constLast()));
    }
};

TRAILGLASS_GUI_TEST(KeyTextTest)
#include "tst_keytext.moc"
