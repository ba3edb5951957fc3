// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/checksums.h"
#include "models/merkle/sha256.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;

namespace {

const QByteArray Zeros(64, '0');

} // namespace

class ChecksumsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreThoseOfSha256sum();
    void otherTextsAreNone_data();
    void otherTextsAreNone();
};

void ChecksumsTest::linesAreThoseOfSha256sum()
{
    const std::vector<FileSum> sums{{"a", Sha256().add("").finish()}, {"b c", Sha256().add("x").finish()}};
    const QByteArray text = checksumsText(sums);
    QCOMPARE(text,
             QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
                        "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  b c\n"));
    QVERIFY(parseChecksums(text) == std::optional(sums));
    QVERIFY(parseChecksums("")->empty());
}

void ChecksumsTest::otherTextsAreNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("without a line feed") << QByteArray(Zeros + "  a");
    QTest::newRow("one space") << QByteArray(Zeros + " a\n");
    QTest::newRow("the mark of a binary file") << QByteArray(Zeros + " *a\n");
    QTest::newRow("no name") << QByteArray(Zeros + "  \n");
    QTest::newRow("a short hash") << QByteArray(Zeros.chopped(1) + "  ab\n");
    QTest::newRow("no hash") << QByteArray(QByteArray(64, 'g') + "  a\n");
    QTest::newRow("a name twice") << QByteArray(Zeros + "  a\n" + Zeros + "  a\n");
    QTest::newRow("an empty line") << QByteArray(Zeros + "  a\n\n");
    QByteArray many;
    for (int number = 0; number < 200; ++number)
        many += Zeros + "  " + QByteArray::number(number) + '\n';
    QTest::newRow("more than any bundle has") << many;
}

void ChecksumsTest::otherTextsAreNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseChecksums(text));
}

TRAILGLASS_PURE_TEST(ChecksumsTest)
#include "tst_checksums.moc"
