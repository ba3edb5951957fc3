// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/ed25519.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <algorithm>
#include <type_traits>

using namespace Trailglass;
using namespace Qt::StringLiterals;

// A private key can be handed on, but neither copied nor printed.
static_assert(!std::is_copy_constructible_v<SigningKey> && !std::is_copy_assignable_v<SigningKey>);
static_assert(std::is_nothrow_move_constructible_v<SigningKey>);
static_assert(!QTypeTraits::has_ostream_operator_v<QDebug, SigningKey>);

class Ed25519Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheRfc_data();
    void agreesWithTheRfc();
    void generatesKeysThatDiffer();
    void isMadeAgainFromItsSeed();
    void handsOnTheKeyInAMove();
    void refusesWhatIsNoSeed_data();
    void refusesWhatIsNoSeed();
    void verifiesNothingThatWasChanged();
    void verifiesNothingOfAnotherSize();
    void refusesTheSecondFormOfASignature();
    void takesAnyBytesAsAKey();
};

namespace {

Result<SigningKey> keyOfSeed(const QByteArray &seed)
{
    return SigningKey::fromSeed(Secret::fromText(seed.toBase64()).value());
}

PublicKey keyOfBytes(const QByteArray &bytes)
{
    PublicKey key;
    std::copy(bytes.begin(), bytes.end(), key.bytes.begin());
    return key;
}

} // namespace

void Ed25519Test::agreesWithTheRfc_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");

    // RFC 8032 7.1
    QTest::newRow("nothing")
        << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << QByteArray()
        << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                      "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("one byte")
        << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << QByteArray("72")
        << QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                      "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    QTest::newRow("two bytes")
        << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        << QByteArray("af82")
        << QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                      "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    QTest::newRow("a hash of SHA-512")
        << QByteArray("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42")
        << QByteArray("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf")
        << QByteArray("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a8"
                      "36ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
        << QByteArray("dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ec"
                      "fdfbc7c66431e0303dca179c138ac17ad9bef1177331a704");
}

void Ed25519Test::agreesWithTheRfc()
{
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);

    const auto key = keyOfSeed(QByteArray::fromHex(seed));
    QVERIFY(key.hasValue());
    QVERIFY(key->publicKey() == keyOfBytes(QByteArray::fromHex(publicKey)));
    const auto made = key->sign(QByteArray::fromHex(message));
    QVERIFY(made.hasValue());
    QCOMPARE(made->toHex(), signature);
    QVERIFY(verifies(key->publicKey(), QByteArray::fromHex(message), *made));
    QCOMPARE(key->seed().reveal(), QByteArray::fromHex(seed).toBase64());
}

void Ed25519Test::generatesKeysThatDiffer()
{
    const auto first = SigningKey::generate();
    const auto second = SigningKey::generate();
    QVERIFY(first.hasValue() && second.hasValue());
    QVERIFY(!(first->publicKey() == second->publicKey()));
    QVERIFY(!(first->seed() == second->seed()));
    QCOMPARE(first->seed().reveal().size(), qsizetype{44});
}

void Ed25519Test::isMadeAgainFromItsSeed()
{
    const auto key = SigningKey::generate();
    QVERIFY(key.hasValue());
    const auto again = SigningKey::fromSeed(key->seed());
    QVERIFY(again.hasValue());
    QVERIFY(again->publicKey() == key->publicKey());
    QCOMPARE(again->sign("text").value(), key->sign("text").value());
}

void Ed25519Test::handsOnTheKeyInAMove()
{
    auto made = SigningKey::generate();
    QVERIFY(made.hasValue());
    const PublicKey publicKey = made->publicKey();
    SigningKey first = *std::move(made);
    SigningKey second = std::move(first);
    first = std::move(second);
    QVERIFY(first.publicKey() == publicKey);
    QVERIFY(verifies(publicKey, "text", first.sign("text").value()));
}

void Ed25519Test::refusesWhatIsNoSeed_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("no base64") << QByteArray("a password");
    QTest::newRow("one byte too few") << QByteArray(31, 'k').toBase64();
    QTest::newRow("one byte too many") << QByteArray(33, 'k').toBase64();
    QTest::newRow("as digits") << QByteArray(32, 'k').toHex();
    QTest::newRow("in the other alphabet") << QByteArray(32, '\xFB').toBase64(QByteArray::Base64UrlEncoding);
    QTest::newRow("another character") << '*' + QByteArray(32, 'k').toBase64().sliced(1);
    QTest::newRow("twice") << QByteArray(32, 'k').toBase64() + QByteArray(32, 'k').toBase64();
}

void Ed25519Test::refusesWhatIsNoSeed()
{
    QFETCH(QByteArray, text);

    const auto key = SigningKey::fromSeed(Secret::fromText(text).value());
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::Malformed);
    QVERIFY(key.error().message.contains("32"_L1));
    QVERIFY(!key.error().message.contains(QString::fromLatin1(text)));
    QVERIFY(!key.error().detail.contains(QString::fromLatin1(text)));
    QVERIFY(!SigningKey::fromSeed(Secret()));
}

void Ed25519Test::verifiesNothingThatWasChanged()
{
    const auto key = SigningKey::generate();
    const auto other = SigningKey::generate();
    QVERIFY(key.hasValue() && other.hasValue());
    const QByteArray message = "the text of a note\n";
    const QByteArray signature = key->sign(message).value();
    for (qsizetype place = 0; place < message.size(); ++place) {
        QByteArray changed = message;
        changed[place] = static_cast<char>(changed.at(place) ^ 1);
        QVERIFY(!verifies(key->publicKey(), changed, signature));
    }
    for (qsizetype place = 0; place < signature.size(); ++place) {
        QByteArray changed = signature;
        changed[place] = static_cast<char>(changed.at(place) ^ 1);
        QVERIFY(!verifies(key->publicKey(), message, changed));
    }
    QVERIFY(!verifies(other->publicKey(), message, signature));
    QVERIFY(!verifies(key->publicKey(), message.chopped(1), signature));
    QVERIFY(verifies(key->publicKey(), message, signature));
}

void Ed25519Test::verifiesNothingOfAnotherSize()
{
    const auto key = SigningKey::generate();
    QVERIFY(key.hasValue());
    const QByteArray signature = key->sign("text").value();
    QVERIFY(!verifies(key->publicKey(), "text", {}));
    QVERIFY(!verifies(key->publicKey(), "text", signature.chopped(1)));
    QVERIFY(!verifies(key->publicKey(), "text", QByteArray(signature + '\0')));
    QVERIFY(!verifies(key->publicKey(), "text", QByteArray(100'000, 'x')));
}

void Ed25519Test::refusesTheSecondFormOfASignature()
{
    // S plus the order of the group (RFC 8032 5.1) solves the same equation; whoever took it would see two signatures.
    const QByteArray order =
        QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    const auto key = SigningKey::generate();
    QVERIFY(key.hasValue());
    QByteArray signature = key->sign("text").value();
    int carried = 0;
    for (qsizetype place = 0; place < order.size(); ++place) {
        const int sum = static_cast<unsigned char>(signature.at(32 + place))
            + static_cast<unsigned char>(order.at(place)) + carried;
        signature[32 + place] = static_cast<char>(sum & 0xFF);
        carried = sum >> 8;
    }
    QVERIFY(!verifies(key->publicKey(), "text", signature));
}

void Ed25519Test::takesAnyBytesAsAKey()
{
    const auto key = SigningKey::generate();
    QVERIFY(key.hasValue());
    const QByteArray signature = key->sign("text").value();
    for (int value = 0; value < 256; ++value)
        QVERIFY(!verifies(keyOfBytes(QByteArray(32, static_cast<char>(value))), "text", signature));
}

TRAILGLASS_PURE_TEST(Ed25519Test)
#include "tst_ed25519.moc"
