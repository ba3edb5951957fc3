// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/texttable.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::CommandLine;

class TextTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignsColumns()
    {
        TextTable table({u"source"_s, u"events"_s}, {TextTable::Align::Left, TextTable::Align::Right});
        table.addRow({u"work"_s, u"7"_s});
        table.addRow({u"data platform"_s, u"1200"_s});
        QCOMPARE(table.take(),
                 u"source         events\n"
                 "─────────────  ──────\n"
                 "work                7\n"
                 "data platform    1200\n"_s);
    }

    void countsWideAndCombiningCharactersAsATerminalDoes()
    {
        QCOMPARE(displayWidth(u"日本"_s), 4);
        QCOMPARE(displayWidth(u"e\u0301"_s), 1);
        QCOMPARE(displayWidth(u"😀"_s), 2);
    }

    void cutsTheWidestColumnToFit()
    {
        TextTable table({u"id"_s, u"message"_s});
        table.addRow({u"1"_s, QString(100, u'x')});
        const QString text = table.take(40);
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            QVERIFY(displayWidth(line) <= 40);
        QVERIFY(text.contains(u"x…"_s));
    }

    void leavesNoJoinerWhereACellIsCut()
    {
        TextTable table({u"message"_s});
        table.addRow({u"12345\U0001F469\u200D\U0001F4BB works"_s});
        QVERIFY(table.take(8).endsWith(u"12345\U0001F469…\n"_s));
        table.addRow({u"12345\U0001F469\u200D\U0001F4BB works"_s});
        QVERIFY(table.take().endsWith(u"12345\U0001F469\u200D\U0001F4BB works\n"_s));
    }

    void cutsAColumnToKeepWholeOnlyWhenNothingElseIsLeft()
    {
        const auto narrow = [](int width) {
            TextTable table({u"created"_s, u"message"_s});
            table.keepWhole(0);
            table.addRow({u"2026-10-01T08:00:00.000000Z"_s, QString(27, u'x')});
            return table.take(width);
        };
        QVERIFY(narrow(40).contains(u"2026-10-01T08:00:00.000000Z  xxxxxxxxxx…"_s));
        QVERIFY(narrow(30).contains(u"2026-10-01T08:00:00…  xxxxxxx…"_s));
        for (const QString &line : narrow(30).split(u'\n'))
            QVERIFY(displayWidth(line) <= 30);
    }

    void cutsNothingWithoutALimitAndPadsOnlySoFar()
    {
        TextTable table({u"raw"_s, u"id"_s});
        table.addRow({QString(5'000, u'x'), u"1"_s});
        table.addRow({u"y"_s, u"2"_s});
        const QStringList lines = table.take().split(u'\n');
        QCOMPARE(lines[2], QString(QString(5'000, u'x') + u"  1"_s));
        QCOMPARE(lines[3], QString(u"y"_s.leftJustified(80) + u"  2"_s));
    }

    void printsALongTablePieceByPiece()
    {
        TextTable table({u"id"_s, u"action"_s});
        table.addRow({u"10000"_s, u"a"_s});
        QCOMPARE(table.take(), u"id     action\n─────  ──────\n10000  a\n"_s);
        QCOMPARE(table.take(), QString());
        table.addRow({u"2"_s, u"b"_s});
        QCOMPARE(table.take(), u"2      b\n"_s);
    }

    void showsControlCharactersAsTokens()
    {
        TextTable table({u"name"_s});
        table.addRow({u"a\u001b[31m\nb\u202e"_s});
        const QString text = table.take();
        QVERIFY(!text.contains(QChar(0x1b)));
        QVERIFY(!text.contains(QChar(0x202e)));
        QVERIFY(text.contains(u"<U+202E>"_s));
        QCOMPARE(text.count(u'\n'), 3);
    }
};

TRAILGLASS_TEST(TextTableTest)
#include "tst_texttable.moc"
