// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/prooflines.h"
#include "models/merkle/treehash.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;

namespace {

const std::string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

Digest sampleHash()
{
    return *digestFromHex(QByteArray::fromStdString(Hash));
}

} // namespace

class ProofLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreWrittenInOneWay();
    void linesAreReadBack();
    void otherLinesAreNone_data();
    void otherLinesAreNone();
    void leavesAreThoseOfTheDocument();
};

void ProofLinesTest::linesAreWrittenInOneWay()
{
    std::string out;
    appendProofLine({.leaf = 7, .received = {2}, .created = {-1}, .replaces = 3, .hash = sampleHash()}, out);
    appendProofLine({.leaf = 8, .received = {2}, .created = {0}, .hash = sampleHash(), .raw = "{\n}"}, out);
    appendNodeLine({{3, 2}, sampleHash()}, out);
    appendSizeLine(24, out);
    appendRecordLine({9, R"({"kind":"key"})"}, out);
    QCOMPARE(out,
             "{\"leaf\":7,\"received\":2,\"created\":-1,\"replaces\":3,\"hash\":\"" + Hash + "\"}\n"
                 + "{\"leaf\":8,\"received\":2,\"created\":0,\"replaces\":null,\"hash\":\"" + Hash
                 + "\",\"raw\":\"ewp9\"}\n" + "{\"level\":3,\"number\":2,\"hash\":\"" + Hash + "\"}\n"
                 + "{\"size\":24}\n" + "{\"leaf\":9,\"record\":{\"kind\":\"key\"}}\n");
}

void ProofLinesTest::linesAreReadBack()
{
    for (const std::optional<qint64> &replaces : {std::optional<qint64>(), std::optional<qint64>(0)}) {
        for (const std::string &raw : {std::string(), std::string("{\r\n\"a\":1}"), std::string("\xFF\n")}) {
            const ProofLine proof{.leaf = 999'999'999'999'999'999,
                                  .received = {-62'135'596'800'000'000},
                                  .created = {253'402'300'799'999'999},
                                  .replaces = replaces,
                                  .hash = sampleHash(),
                                  .raw = raw};
            std::string line;
            appendProofLine(proof, line);
            QCOMPARE(parseProofLine(line), std::optional(proof));
        }
    }
    const NodeLine node{{61, 1}, sampleHash()};
    std::string line;
    appendNodeLine(node, line);
    QCOMPARE(parseNodeLine(line), std::optional(node));
    QCOMPARE(parseSizeLine("{\"size\":0}\n"), std::optional<qint64>(0));
    const auto record = parseRecordLine("{\"leaf\":4,\"record\":{\"a\":\"}\"}}\n");
    QVERIFY(record.has_value());
    QCOMPARE(record->leaf, qint64{4});
    QCOMPARE(record->json, std::string_view("{\"a\":\"}\"}"));
}

void ProofLinesTest::otherLinesAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray good = "{\"leaf\":7,\"received\":2,\"created\":1,\"replaces\":3,\"hash\":\""
        + QByteArray::fromStdString(Hash) + "\"}\n";
    const auto row = [&good](const char *name, const QByteArray &before, const QByteArray &after) {
        QByteArray line = good;
        line.replace(before, after);
        QVERIFY2(line != good, name);
        QTest::newRow(name) << line;
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a line feed") << QByteArray("\n");
    row("without its line feed", "}\n", "}");
    row("with more after it", "}\n", "}\n ");
    row("a leading zero", ":7,", ":07,");
    row("a negative leaf", ":7,", ":-7,");
    row("a minus before zero", "\"created\":1", "\"created\":-0");
    row("a fraction", ":7,", ":7.0,");
    row("too many digits", ":7,", ":1000000000000000000,");
    row("no number", ":7,", ":,");
    row("a space", ",\"received\"", ", \"received\"");
    row("other keys first", "\"leaf\"", "\"Leaf\"");
    row("a digit of a hash in upper case", "abc", "abC");
    row("a short hash", "0123456789abcdef\"", "0123456789abcde\"");
    row("a long hash", "abcdef\"", "abcdef0\"");
    row("raw that is empty", "\"}\n", "\",\"raw\":\"\"}\n");
    row("raw that is no base64", "\"}\n", "\",\"raw\":\"e*\"}\n");
    row("raw without its padding", "\"}\n", "\",\"raw\":\"ew\"}\n");
    row("raw with bits in its padding", "\"}\n", "\",\"raw\":\"ex==\"}\n");
    row("raw without an end", "\"}\n", "\",\"raw\":\"ewp9\n");
}

void ProofLinesTest::otherLinesAreNone()
{
    QFETCH(QByteArray, line);
    const std::string_view text(line.constData(), static_cast<std::size_t>(line.size()));
    QVERIFY(!parseProofLine(text));
    QVERIFY(!parseNodeLine(text));
    QVERIFY(!parseSizeLine(text));
    QVERIFY(!parseRecordLine(text));
}

/// The vectors of docs/evidence.md, which a program in Python has computed.
void ProofLinesTest::leavesAreThoseOfTheDocument()
{
    LeafHasher hasher;
    const EventLeaf event{.source = "work",
                          .vendor = "asana",
                          .id = "1001",
                          .created = 1'763'628'900'123'456,
                          .received = 1'763'629'000'000'001,
                          .raw = R"({"gid":"1001","n":1.50})"};
    QCOMPARE(hex(hasher.event(event)),
             QByteArray("1158f737dff993f37fd4d566256b967993955c6e571e4204d7003cd77c7b8f7b"));
    EventLeaf replacing = event;
    replacing.replaces = 2;
    QCOMPARE(hex(hasher.event(replacing)),
             QByteArray("62cfabf5f779c59690544666b979f10bbffdb1a7a7ca8255137d9fc64836287c"));
    QCOMPARE(hex(hasher.record(R"({"kind":"purged","source":"work"})")),
             QByteArray("c8b7996be9a7fbc73b35f4d54cec1750970443efce63621a16e25272c780b4d6"));
    RootBuilder tree;
    QVERIFY(tree.add({0, 0}, hasher.event(event)));
    QVERIFY(tree.add({0, 1}, hasher.event(replacing)));
    QVERIFY(tree.add({0, 2}, hasher.record(R"({"kind":"purged","source":"work"})")));
    QCOMPARE(hex(tree.root()),
             QByteArray("02d880ab1322055a0249dd8fc2c6749fb1253ea7232b7aafb21354465c3894f9"));
}

TRAILGLASS_PURE_TEST(ProofLinesTest)
#include "tst_prooflines.moc"
