// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secret.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAGoodSecret_data();
    void keepsAGoodSecret();
    void refusesABadSecret_data();
    void refusesABadSecret();
    void neverQuotesTheTextItRefuses();
    void printsDotsOnly();
    void wipesABufferNobodyElseReads();
    void leavesASharedBufferAlone();
    void copiesShareOneBuffer();
    void assignsByCopyAndByMove();
    void doesNotTouchTheBufferOfTheCaller();
    void comparesByValue();
};

void SecretTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void SecretTest::keepsAGoodSecret_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("a token") << QByteArray("2/1199/abcDEF:0123456789._~+/=-");
    QTest::newRow("one character") << QByteArray("x");
    QTest::newRow("spaces inside") << QByteArray("correct horse battery");
    QTest::newRow("other scripts") << QByteArray("пароль-密码-\U0001F511");
    QTest::newRow("the longest") << QByteArray(8 * 1024, 'k');
    QTest::newRow("last before DEL, first after C1") << QByteArray("~\u00A1");
}

void SecretTest::keepsAGoodSecret()
{
    QFETCH(QByteArray, text);

    const Result<Secret> secret = Secret::fromText(text);
    QVERIFY(secret.hasValue());
    QCOMPARE(secret->reveal(), text);
    QVERIFY(!secret->isEmpty());
}

void SecretTest::refusesABadSecret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");

    QTest::newRow("empty") << QByteArray("") << u"empty"_s;
    QTest::newRow("null") << QByteArray() << u"empty"_s;
    QTest::newRow("too long") << QByteArray(8 * 1024 + 1, 'k') << u"8 KiB"_s;
    QTest::newRow("header injection") << QByteArray("key\r\nX-Admin: 1") << u"line break"_s;
    QTest::newRow("trailing line feed") << QByteArray("key\n") << u"line break"_s;
    QTest::newRow("tab") << QByteArray("ke\ty") << u"tab"_s;
    QTest::newRow("NUL") << QByteArray("ke\0y", 4) << u"control character"_s;
    QTest::newRow("escape") << QByteArray("\x1B[31mkey") << u"control character"_s;
    QTest::newRow("unit separator") << QByteArray("key\x1F") << u"control character"_s;
    QTest::newRow("DEL") << QByteArray("key\x7F") << u"control character"_s;
    QTest::newRow("first of C1") << QByteArray("key\u0080") << u"control character"_s;
    QTest::newRow("last of C1") << QByteArray("key\u009F") << u"control character"_s;
    QTest::newRow("next line") << QByteArray("key\u0085") << u"control character"_s;
    QTest::newRow("byte of no character") << QByteArray("ke\xFFy") << u"UTF-8"_s;
    QTest::newRow("cut in a character") << QByteArray("key\xC3") << u"UTF-8"_s;
    QTest::newRow("encoded surrogate") << QByteArray("\xED\xA0\x80") << u"UTF-8"_s;
    QTest::newRow("overlong line feed") << QByteArray("key\xC0\x8A") << u"UTF-8"_s;
    QTest::newRow("leading space") << QByteArray(" key") << u"space"_s;
    QTest::newRow("trailing space") << QByteArray("key ") << u"space"_s;
    QTest::newRow("only a space") << QByteArray(" ") << u"space"_s;
    QTest::newRow("trailing no-break space") << QByteArray("key\u00A0") << u"space"_s;
}

void SecretTest::refusesABadSecret()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);

    const Result<Secret> secret = Secret::fromText(text);
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::Usage);
    QVERIFY2(secret.error().message.contains(named), qPrintable(secret.error().message));
}

void SecretTest::neverQuotesTheTextItRefuses()
{
    for (const char *text : {"sEcReT\n", "sEcReT\t", "sEcReT\x7F", "sEcReT\xFF", "sEcReT "}) {
        const Result<Secret> secret = Secret::fromText(text);
        QVERIFY(!secret.hasValue());
        QVERIFY(!secret.error().message.contains("sEcReT"_L1));
        QVERIFY(!secret.error().detail.contains("sEcReT"_L1));
    }
}

void SecretTest::printsDotsOnly()
{
    const Secret secret = Secret::fromText("sEcReT").value();
    QString text;
    QDebug(&text) << "key" << secret << 7;
    QVERIFY(text.contains(u"•••"));
    QVERIFY(!text.contains("sEcReT"_L1));

    QString empty;
    QDebug(&empty).nospace() << Secret();
    QCOMPARE(empty, u"•••"_s);
}

void SecretTest::wipesABufferNobodyElseReads()
{
    QByteArray bytes("sEcReT");
    bytes.detach();
    wipe(bytes);
    QCOMPARE(bytes, QByteArray(6, '\0'));

    QByteArray nothing;
    wipe(nothing);
    QVERIFY(nothing.isNull());
}

void SecretTest::leavesASharedBufferAlone()
{
    QByteArray bytes("sEcReT");
    bytes.detach();
    const QByteArray reader = bytes;
    wipe(bytes);
    QCOMPARE(reader, QByteArray("sEcReT"));

    QByteArray constant = QByteArray::fromRawData("sEcReT", 6);
    wipe(constant);
    QCOMPARE(constant, QByteArray("sEcReT"));
}

void SecretTest::copiesShareOneBuffer()
{
    std::optional<Secret> first = Secret::fromText("sEcReT").value();
    const Secret second = *first;
    QCOMPARE(static_cast<const void *>(second.reveal().constData()),
             static_cast<const void *>(first->reveal().constData()));
    first.reset();
    QCOMPARE(second.reveal(), QByteArray("sEcReT"));
}

void SecretTest::assignsByCopyAndByMove()
{
    Secret secret = Secret::fromText("first").value();
    const Secret kept = secret;
    secret = Secret::fromText("second").value();
    QCOMPARE(kept.reveal(), QByteArray("first"));
    QCOMPARE(secret.reveal(), QByteArray("second"));
    const Secret &same = secret;
    secret = same;
    QCOMPARE(secret.reveal(), QByteArray("second"));
    secret = kept;
    QCOMPARE(secret.reveal(), QByteArray("first"));
}

void SecretTest::doesNotTouchTheBufferOfTheCaller()
{
    const QByteArray mine("sEcReT");
    {
        const Result<Secret> secret = Secret::fromText(mine);
        QVERIFY(secret->reveal().constData() != mine.constData());
    }
    QCOMPARE(mine, QByteArray("sEcReT"));

    static const char constant[] = "sEcReT";
    {
        const Result<Secret> secret = Secret::fromText(QByteArray::fromRawData(constant, 6));
        QVERIFY(secret.hasValue());
    }
    QCOMPARE(constant[0], 's');
}

void SecretTest::comparesByValue()
{
    QCOMPARE(Secret::fromText("same").value() == Secret::fromText("same").value(), true);
    QCOMPARE(Secret::fromText("same").value() == Secret::fromText("other").value(), false);
    QVERIFY(Secret().isEmpty());
}

TRAILGLASS_TEST(SecretTest)
#include "tst_secret.moc"
