// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/ed25519.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class PublicKeyPemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatOfTheRfc();
    void isReadWithOtherLineBreaksAndSpaceAround_data();
    void isReadWithOtherLineBreaksAndSpaceAround();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
};

namespace {

// RFC 8410 10.1
const QByteArray Example = "-----BEGIN PUBLIC KEY-----\n"
                           "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
                           "-----END PUBLIC KEY-----\n";
const QByteArray ExampleBytes =
    QByteArray::fromHex("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");

QByteArray pemOf(const QByteArray &der)
{
    return "-----BEGIN PUBLIC KEY-----\n" + der.toBase64() + "\n-----END PUBLIC KEY-----\n";
}

} // namespace

void PublicKeyPemTest::isThatOfTheRfc()
{
    PublicKey key;
    std::copy(ExampleBytes.begin(), ExampleBytes.end(), key.bytes.begin());
    QCOMPARE(publicKeyPem(key), Example);
    const auto read = publicKeyFromPem(Example);
    QVERIFY(read.hasValue());
    QVERIFY(*read == key);
}

void PublicKeyPemTest::isReadWithOtherLineBreaksAndSpaceAround_data()
{
    QTest::addColumn<QByteArray>("pem");

    QTest::newRow("of Windows") << QByteArray(Example).replace("\n", "\r\n");
    QTest::newRow("without the last one") << Example.chopped(1);
    QTest::newRow("empty lines around") << QByteArray("\n\n " + Example + "\r\n\n");
}

void PublicKeyPemTest::isReadWithOtherLineBreaksAndSpaceAround()
{
    QFETCH(QByteArray, pem);

    const auto key = publicKeyFromPem(pem);
    QVERIFY(key.hasValue());
    QCOMPARE(publicKeyPem(*key), Example);
}

void PublicKeyPemTest::refusesAnythingElse_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("named");

    const QByteArray der = QByteArray::fromHex("302a300506032b6570032100") + ExampleBytes;
    QTest::newRow("nothing") << QByteArray() << u"not a file with a public key"_s;
    QTest::newRow("any text") << QByteArray("hello") << u"not a file with a public key"_s;
    QTest::newRow("the key alone") << der.toBase64() << u"not a file with a public key"_s;
    QTest::newRow("cut") << Example.chopped(5) << u"not a file with a public key"_s;
    QTest::newRow("beginning and end share a line break")
        << QByteArray("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n")
        << u"not a file with a public key"_s;
    QTest::newRow("text in front") << QByteArray("My key:\n" + Example) << u"not a file with a public key"_s;
    QTest::newRow("too large") << QByteArray(Example + QByteArray(5'000, '\n'))
                               << u"not a file with a public key"_s;
    QTest::newRow("two keys") << QByteArray(Example + Example) << u"damaged"_s;
    QTest::newRow("no bytes") << pemOf({}) << u"damaged"_s;
    QTest::newRow("a byte too few") << pemOf(der.chopped(1)) << u"damaged"_s;
    QTest::newRow("a byte too many") << pemOf(QByteArray(der + 'x')) << u"damaged"_s;
    QTest::newRow("X25519") << pemOf(QByteArray::fromHex("302a300506032b656e032100") + ExampleBytes)
                            << u"Ed25519"_s;
    QTest::newRow("in two lines") << QByteArray(Example).replace("Z9w7", "Z9\nw7") << u"damaged"_s;
    QTest::newRow("without padding") << QByteArray(Example).replace("=", "") << u"damaged"_s;
    QTest::newRow("private") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
        "-----END PRIVATE KEY-----\n")
                             << u"private key"_s;
    QTest::newRow("another program's private key") << QByteArray(
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n")
                                                   << u"private key"_s;
}

void PublicKeyPemTest::refusesAnythingElse()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, named);

    const auto key = publicKeyFromPem(pem);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::Malformed);
    QVERIFY2(key.error().message.contains(named), qPrintable(key.error().message));
}

TRAILGLASS_PURE_TEST(PublicKeyPemTest)
#include "tst_publickeypem.moc"
