// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/digest.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;

class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndReadAsDigits();
    void isWrittenAndReadAsBytes();
    void refusesOtherDigits_data();
    void refusesOtherDigits();
    void refusesAnotherNumberOfBytes();
    void isOrderedByBytes();
};

namespace {

const QByteArray Digits = "00017f80ff0000000000000000000000000000000000000000000000000000fe";

} // namespace

void DigestTest::isWrittenAndReadAsDigits()
{
    const auto digest = digestFromHex(Digits);
    QVERIFY(digest.has_value());
    QCOMPARE(digest->bytes[3], static_cast<unsigned char>(0x80));
    QCOMPARE(hex(*digest), Digits);
    QCOMPARE(hex(Digest()), QByteArray(64, '0'));
}

void DigestTest::isWrittenAndReadAsBytes()
{
    const Digest digest = digestFromHex(Digits).value();
    const QByteArray bytes = toBytes(digest);
    QCOMPARE(bytes, QByteArray::fromHex(Digits));
    QVERIFY(digestFromBytes({bytes.constData(), 32}) == digest);
}

void DigestTest::refusesOtherDigits_data()
{
    QTest::addColumn<QByteArray>("digits");

    QTest::newRow("none") << QByteArray();
    QTest::newRow("one too few") << Digits.chopped(1);
    QTest::newRow("a byte too many") << Digits + "00";
    QTest::newRow("upper case") << Digits.toUpper();
    QTest::newRow("a space in front") << ' ' + Digits.chopped(1);
    QTest::newRow("a sign") << '-' + Digits.chopped(1);
    QTest::newRow("passed over by the decoder") << Digits + "\n";
    QTest::newRow("NUL") << Digits.chopped(1) + '\0';
}

void DigestTest::refusesOtherDigits()
{
    QFETCH(QByteArray, digits);

    QVERIFY(!digestFromHex(digits));
}

void DigestTest::refusesAnotherNumberOfBytes()
{
    const QByteArray bytes(64, 'x');
    for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}, std::size_t{64}})
        QVERIFY2(!digestFromBytes({bytes.constData(), size}),
                 QByteArray::number(static_cast<int>(size)).constData());
}

void DigestTest::isOrderedByBytes()
{
    const Digest small = digestFromHex(Digits).value();
    Digest large = small;
    ++large.bytes[31];
    QVERIFY(small < large);
    large = small;
    ++large.bytes[0];
    QVERIFY(small < large);
    QVERIFY(small != large);
}

TRAILGLASS_PURE_TEST(DigestTest)
#include "tst_digest.moc"
