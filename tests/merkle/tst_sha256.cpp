// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/sha256.h"
#include "tests/merkle/naivetree.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

using namespace Trailglass;

class Sha256Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheStandard_data();
    void agreesWithTheStandard();
    void isThatOfAllPartsInTheirOrder();
    void beginsAgainAfterEachMessage();
    void goesOnWhereItWasMovedTo();
    void hashesOnSeveralThreads();
};

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

void Sha256Test::agreesWithTheStandard_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("digits");

    // FIPS 180-4's example values
    QTest::newRow("nothing") << QByteArray()
                             << QByteArray(
                                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("one block") << QByteArray(
        "abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray(
                                       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million bytes") << QByteArray(
        1'000'000, 'a') << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void Sha256Test::agreesWithTheStandard()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, digits);

    QCOMPARE(hex(Sha256().add(viewOf(message)).finish()), digits);
}

void Sha256Test::isThatOfAllPartsInTheirOrder()
{
    Support::Random random(1, "sha256");
    Sha256 sha;
    for (int round = 0; round < generatedCases(2'000, 500); ++round) {
        QByteArray message;
        for (qint64 parts = random.below(6); parts > 0; --parts) {
            const QByteArray part = random.hex(static_cast<int>(random.below(200)));
            sha.add(viewOf(part));
            message += part;
        }
        QCOMPARE(hex(sha.finish()), hex(naiveHash(message)));
    }
}

void Sha256Test::beginsAgainAfterEachMessage()
{
    Sha256 sha;
    const QByteArray nothing = hex(sha.finish());
    const QByteArray letters = hex(sha.add("abc").finish());
    QCOMPARE(hex(sha.finish()), nothing);
    QCOMPARE(hex(sha.add("abc").finish()), letters);
    QVERIFY(nothing != letters);
}

void Sha256Test::goesOnWhereItWasMovedTo()
{
    Sha256 first;
    first.add("ab");
    Sha256 second = std::move(first);
    second.add("c");
    first = std::move(second);
    QCOMPARE(hex(first.finish()), hex(naiveHash("abc")));
}

void Sha256Test::hashesOnSeveralThreads()
{
    std::array<bool, 4> agree{};
    std::vector<std::thread> threads;
    for (std::size_t index = 0; index < agree.size(); ++index) {
        threads.emplace_back([&agree, index] {
            Sha256 sha;
            bool isSame = true;
            for (int round = 0; round < 1'000; ++round) {
                const QByteArray message =
                    QByteArray::number(round) + QByteArray::number(static_cast<int>(index));
                isSame = isSame && sha.add(viewOf(message)).finish() == naiveHash(message);
            }
            agree[index] = isSame;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(std::ranges::all_of(agree, [](bool isSame) { return isSame; }));
}

TRAILGLASS_PURE_TEST(Sha256Test)
#include "tst_sha256.moc"
