// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/emoji.h"
#include "models/core/joiners.h"
#include "tests/runner/testclass.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// A joiner is right where it changes how its neighbours are written, and nowhere else.
class JoinersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsLettersAndEmoji_data();
    void joinsLettersAndEmoji();
    void joinsNothingElsewhere_data();
    void joinsNothingElsewhere();
    void knowsThePictographsOfUnicode();
};

namespace {

const QString NonJoiner = u"\u200C"_s;
const QString Joiner = u"\u200D"_s;

struct Row
{
    const char *name;
    QString before;
    QString after;
    bool joinsWithout; ///< a non-joiner is right here too
};

} // namespace

void JoinersTest::joinsLettersAndEmoji_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("withNonJoiner");

    const QList<Row> rows{
        {"Arabic", u"خانه"_s, u"ها"_s, true},
        {"Arabic, before a letter that joins to the right", u"ه"_s, u"ا"_s, true},
        {"Arabic, with marks on both", u"هِ"_s, u"\u064Eه"_s, true},
        {"Syriac", u"ܒ"_s, u"ܓ"_s, true},
        {"N'Ko", u"ߓ"_s, u"ߓ"_s, true},
        {"Mongolian", u"ᠮ"_s, u"ᠣ"_s, true},
        {"Adlam, beyond 16 bits", u"\U0001E922"_s, u"\U0001E923"_s, true},
        {"Devanagari", u"क्"_s, u"ष"_s, true},
        {"Devanagari with a nukta", u"क़्"_s, u"ष"_s, true},
        {"Bengali, before the virama", u"র"_s, u"্য"_s, true},
        {"Malayalam, at the end", u"ന്"_s, QString(), true},
        {"Brahmi, beyond 16 bits", u"\U00011013\U00011046"_s, u"\U00011013"_s, true},
        {"emoji", u"\U0001F469"_s, u"\U0001F4BB"_s, false},
        {"emoji with a skin tone", u"\U0001F469\U0001F3FD"_s, u"\U0001F4BB"_s, false},
        {"emoji with a selector", u"\u2764\uFE0F"_s, u"\U0001F525"_s, false},
        {"before a sign", u"\U0001F3C3"_s, u"\u2640\uFE0F"_s, false},
    };
    for (const Row &row : rows)
        QTest::newRow(row.name) << row.before << row.after << row.joinsWithout;
}

void JoinersTest::joinsLettersAndEmoji()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, withNonJoiner);

    QVERIFY(joinsSomething(QString(before + Joiner + after), before.size()));
    QCOMPARE(joinsSomething(QString(before + NonJoiner + after), before.size()), withNonJoiner);
}

void JoinersTest::joinsNothingElsewhere_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("alone") << QString() << QString();
    QTest::newRow("Latin letters") << u"ad"_s << u"min"_s;
    QTest::newRow("digits") << u"1"_s << u"2"_s;
    QTest::newRow("Chinese") << u"中"_s << u"文"_s;
    QTest::newRow("at the start of an Arabic word") << QString() << u"ها"_s;
    QTest::newRow("at its end") << u"خانه"_s << u" "_s;
    QTest::newRow("after a letter that does not join to the left") << u"ا"_s << u"ه"_s;
    QTest::newRow("between scripts") << u"ه"_s << u"a"_s;
    QTest::newRow("twice, before another joiner") << u"ه"_s << u"\u200Cه"_s;
    QTest::newRow("twice, after another joiner") << u"ه\u200C"_s << u"ه"_s;
    QTest::newRow("twice after a virama") << u"क्\u200D"_s << u"ष"_s;
    QTest::newRow("a virama of another script") << u"a्"_s << u"b"_s;
    QTest::newRow("a virama without a letter") << u"्"_s << u"ष"_s;
    QTest::newRow("Devanagari without a virama") << u"क"_s << u"ष"_s;
    QTest::newRow("emoji and a letter") << u"\U0001F469"_s << u"a"_s;
    QTest::newRow("emoji at the end") << u"\U0001F469"_s << QString();
    QTest::newRow("a skin tone alone") << u"\U0001F3FD"_s << u"\U0001F4BB"_s;
    QTest::newRow("half an emoji") << QString(QChar(0xD83D)) << u"\U0001F4BB"_s;
}

void JoinersTest::joinsNothingElsewhere()
{
    QFETCH(QString, before);
    QFETCH(QString, after);

    QVERIFY(!joinsSomething(QString(before + Joiner + after), before.size()));
    QVERIFY(!joinsSomething(QString(before + NonJoiner + after), before.size()));
}

void JoinersTest::knowsThePictographsOfUnicode()
{
    const QRegularExpression pictograph(u"^\\p{Extended_Pictographic}$"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    QVERIFY(pictograph.isValid());
    for (char32_t point = 0x20; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF)
            continue;
        if (isPictograph(point) != pictograph.match(QString::fromUcs4(&point, 1)).hasMatch())
            QFAIL(qPrintable(QString::number(point, 16)));
    }
}

TRAILGLASS_TEST(JoinersTest)
#include "tst_joiners.moc"
