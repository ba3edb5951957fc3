// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/treecheckpoint.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <limits>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class TreeCheckpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheLinesOfTheStandard();
    void readsCheckpointsOfOtherPrograms();
    void readsWhatItWrites();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
    void saysWhichLineIsWrong();
    void statesItsTime_data();
    void statesItsTime();
};

namespace {

const QByteArray Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

TreeCheckpoint sampleCheckpoint()
{
    const QByteArray root = QByteArray::fromBase64(Root);
    return {.origin = u"trailglass.local/00f1e2d3c4b5a697"_s,
            .size = 20'852'163,
            .root = digestFromBytes({root.constData(), static_cast<std::size_t>(root.size())}).value(),
            .extensions = {timeExtension(*parseTime("2026-11-30T10:00:00Z"))}};
}

} // namespace

void TreeCheckpointTest::writesTheLinesOfTheStandard()
{
    QCOMPARE(text(sampleCheckpoint()),
             QByteArray("trailglass.local/00f1e2d3c4b5a697\n20852163\n" + Root
                        + "\ntime 2026-11-30T10:00:00.000000Z\n"));
}

void TreeCheckpointTest::readsCheckpointsOfOtherPrograms()
{
    // The example of the standard.
    const auto checkpoint = parseTreeCheckpoint("example.com/behind-the-sofa\n20852163\n"
                                                "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
    QVERIFY(checkpoint.hasValue());
    QCOMPARE(checkpoint->origin, u"example.com/behind-the-sofa"_s);
    QCOMPARE(checkpoint->size, qint64{20'852'163});
    QCOMPARE(hex(checkpoint->root),
             QByteArray("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"));
    QVERIFY(checkpoint->extensions.isEmpty());
    // An origin with spaces is allowed, as that of Go's checksum database.
    QVERIFY(parseTreeCheckpoint(QByteArray("go.sum database tree\n0\n" + Root + "\n")).hasValue());
}

void TreeCheckpointTest::readsWhatItWrites()
{
    Support::Random random(1, "checkpoints");
    for (int round = 0; round < generatedCases(2'000, 400); ++round) {
        TreeCheckpoint checkpoint{
            .origin = QString::fromLatin1(random.letters(1 + static_cast<int>(random.below(40)))),
            .size = random.below(std::numeric_limits<qint64>::max()) >> random.below(63),
            .root = naiveHash(QByteArray::number(round))};
        for (qint64 lines = random.below(4); lines > 0; --lines)
            checkpoint.extensions.append(QString(u"Größe "_s + QString::fromLatin1(random.letters(5))));
        const auto again = parseTreeCheckpoint(text(checkpoint));
        QVERIFY2(again.hasValue(), text(checkpoint).constData());
        QVERIFY(*again == checkpoint);
    }
    const TreeCheckpoint marked{.origin = u"\uFEFForigin"_s, .extensions = {u"\uFEFFline"_s}};
    QVERIFY(parseTreeCheckpoint(text(marked)).value() == marked);
    const TreeCheckpoint largest{.origin = u"o"_s, .size = std::numeric_limits<qint64>::max()};
    QVERIFY(parseTreeCheckpoint(text(largest)).value() == largest);
}

void TreeCheckpointTest::refusesAnythingElse_data()
{
    QTest::addColumn<QByteArray>("text");

    const QByteArray head = "origin\n5\n";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one line") << QByteArray("origin\n");
    QTest::newRow("two lines") << head;
    QTest::newRow("no origin") << "\n5\n" + Root + '\n';
    QTest::newRow("last line does not end") << head + Root;
    QTest::newRow("line breaks of Windows") << "origin\r\n5\r\n" + Root + "\r\n";
    QTest::newRow("an empty extension") << head + Root + "\n\n";
    QTest::newRow("an empty line among extensions") << head + Root + "\na\n\nb\n";
    QTest::newRow("a signature line") << head + Root + "\n\xE2\x80\x94 name AAAAAAAA\n";
    QTest::newRow("invalid UTF-8") << "ori\xFFgin\n5\n" + Root + '\n';
    QTest::newRow("a tab") << "ori\tgin\n5\n" + Root + '\n';
    QTest::newRow("no size") << "origin\n\n" + Root + '\n';
    for (const char *size : {"-5", "+5", " 5", "5 ", "05", "00", "0x5", "5.0", "5e3", "five", "\xD9\xA5"})
        QTest::addRow("size “%s”", size) << QByteArray("origin\n" + QByteArray(size) + '\n' + Root + '\n');
    QTest::newRow("one more than the largest size") << "origin\n9223372036854775808\n" + Root + '\n';
    QTest::newRow("size of many digits")
        << QByteArray("origin\n" + QByteArray(50'000, '9') + '\n' + Root + '\n');
    QTest::newRow("no root") << head + "\n";
    QTest::newRow("root without padding") << head + Root.chopped(1) + '\n';
    QTest::newRow("root in digits") << head + QByteArray(64, '0') + '\n';
    QTest::newRow("a byte too few") << head + QByteArray(31, 'r').toBase64() + '\n';
    QTest::newRow("a byte too many") << head + QByteArray(33, 'r').toBase64() + '\n';
    QTest::newRow("unused bits that are set") << head + QByteArray(Root).replace("q2I=", "q2J=") + '\n';
    QTest::newRow("a space after the root") << head + Root + " \n";
}

void TreeCheckpointTest::refusesAnythingElse()
{
    QFETCH(QByteArray, text);

    const auto checkpoint = parseTreeCheckpoint(text);
    QVERIFY(!checkpoint);
    QCOMPARE(checkpoint.error().kind, ErrorKind::Malformed);
    QVERIFY(!checkpoint.error().message.isEmpty());
}

void TreeCheckpointTest::saysWhichLineIsWrong()
{
    const QByteArray noSize = "origin\nfive\n" + Root + '\n';
    QVERIFY(parseTreeCheckpoint(noSize).error().message.contains("second line"_L1));
    QVERIFY(parseTreeCheckpoint("origin\n5\nroot\n").error().message.contains("third line"_L1));
}

void TreeCheckpointTest::statesItsTime_data()
{
    QTest::addColumn<QStringList>("extensions");
    QTest::addColumn<bool>("isStated");

    const QString line = u"time 2026-11-30T10:00:00.000000Z"_s;
    QTest::newRow("one line") << QStringList{line} << true;
    QTest::newRow("among others") << QStringList{u"a"_s, line, u"timer 5"_s} << true;
    QTest::newRow("none") << QStringList{} << false;
    QTest::newRow("two of them") << QStringList{line, line} << false;
    QTest::newRow("one that is none beside it") << QStringList{line, u"time soon"_s} << false;
    QTest::newRow("written in another way") << QStringList{u"time 2026-11-30T10:00:00Z"_s} << false;
    QTest::newRow("another zone") << QStringList{u"time 2026-11-30T10:00:00.000000+00:00"_s} << false;
    QTest::newRow("no day") << QStringList{u"time 2026-11-31T10:00:00.000000Z"_s} << false;
    QTest::newRow("more after it") << QStringList{line + u' '} << false;
}

void TreeCheckpointTest::statesItsTime()
{
    QFETCH(QStringList, extensions);
    QFETCH(bool, isStated);

    const TreeCheckpoint checkpoint{.origin = u"o"_s, .extensions = extensions};
    const auto time = statedTime(checkpoint);
    QCOMPARE(time.has_value(), isStated);
    if (isStated)
        QCOMPARE(*time, *parseTime("2026-11-30T10:00:00Z"));
}

TRAILGLASS_PURE_TEST(TreeCheckpointTest)
#include "tst_treecheckpoint.moc"
