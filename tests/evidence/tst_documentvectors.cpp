// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// What docs/evidence.md states is what the program computes.

#include "models/evidence/bundlemembers.h"
#include "models/evidence/bundleverdict.h"
#include "models/evidence/subtrees.h"
#include "models/merkle/signednote.h"
#include "models/merkle/treecheckpoint.h"
#include "models/merkle/treehash.h"
#include "models/store/treerecords.h"
#include "tests/evidence/samplestore.h"
#include "tests/merkle/samplekeys.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QtTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class DocumentVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void leavesAndTheirRoot();
    void aPurgeThatNamesItsRows();
    void aCheckpointAndItsKey();
    void everyFileIsDescribed();
    void everyReasonIsListed();
    void theScriptIsShort();

private:
    [[nodiscard]] static QByteArray fileOf(const QString &name)
    {
        QFile file(QStringLiteral(TRAILGLASS_FIXTURES) + u"/../../docs/"_s + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray m_document;
    EventLeaf m_event{.source = "work",
                      .vendor = "asana",
                      .id = "1001",
                      .created = 1'763'628'900'123'456,
                      .received = 1'763'629'000'000'001,
                      .raw = "{\"gid\":\"1001\",\"n\":1.50}"};
    std::string m_record = "{\"kind\":\"purged\",\"source\":\"work\"}";
    Digest m_root;
};

void DocumentVectorsTest::initTestCase()
{
    m_document = fileOf(u"evidence.md"_s);
    QVERIFY(!m_document.isEmpty());
    EventLeaf replacing = m_event;
    replacing.replaces = 2;
    LeafHasher hasher;
    RootBuilder tree;
    QVERIFY(tree.add({0, 0}, hasher.event(m_event)));
    QVERIFY(tree.add({0, 1}, hasher.event(replacing)));
    QVERIFY(tree.add({0, 2}, hasher.record(m_record)));
    m_root = tree.root();
}

void DocumentVectorsTest::leavesAndTheirRoot()
{
    EventLeaf replacing = m_event;
    replacing.replaces = 2;
    LeafHasher hasher;
    const std::string leaves = "```\n" + leafBytes(m_event) + '\n' + leafBytes(replacing) + '\n'
        + recordLeafBytes(m_record) + "\n```";
    const QByteArray hashes = "```\n" + hex(hasher.event(m_event)) + '\n' + hex(hasher.event(replacing))
        + '\n' + hex(hasher.record(m_record)) + "\n```";
    QVERIFY2(m_document.contains(QByteArray::fromStdString(leaves)), leaves.c_str());
    QVERIFY2(m_document.contains(hashes), hashes.constData());
    QVERIFY2(m_document.contains(QByteArray("three leaves: `" + hex(m_root) + '`')), hex(m_root).constData());
}

void DocumentVectorsTest::aPurgeThatNamesItsRows()
{
    const PurgeNotice purge{.at = *parseTime("2026-11-30T10:00:00.000000Z"),
                            .source = u"work"_s,
                            .leaves = 1'210,
                            .records = 2,
                            .by = u"window"_s,
                            .rows = purgedRows({{RowId{1}, RowId{1'109}}, {RowId{2'000}, RowId{2'100}}})};
    const std::string record = TreeRecords::purged(purge).toStdString();
    const std::string bytes = "```\n" + recordLeafBytes(record) + "\n```";
    QVERIFY2(m_document.contains(QByteArray::fromStdString(bytes)), bytes.c_str());
    const QByteArray hash = "```\n" + hex(LeafHasher().record(record)) + "\n```";
    QVERIFY2(m_document.contains(hash), hash.constData());
}

void DocumentVectorsTest::aCheckpointAndItsKey()
{
    const TreeCheckpoint checkpoint{.origin = QString::fromLatin1(SampleOrigin),
                                    .size = 3,
                                    .root = m_root,
                                    .extensions = {u"time 2026-11-30T10:00:00.000000Z"_s}};
    const auto note = signNote(text(checkpoint), checkpoint.origin, sampleKey(1));
    QVERIFY(note);
    QVERIFY2(m_document.contains(QByteArray("```\n" + *note + "```")), note->constData());
    const NoteVerifier verifier = sampleVerifier(checkpoint.origin, 1);
    const QByteArray keys = "```\n" + verifier.text().toUtf8() + '\n' + publicKeyPem(verifier.key) + "```";
    QVERIFY2(m_document.contains(keys), keys.constData());
}

void DocumentVectorsTest::everyFileIsDescribed()
{
    const QByteArray script = fileOf(u"verify_evidence.py"_s);
    qsizetype place = m_document.indexOf("## A bundle");
    for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
        const QByteArray name(rule.name);
        const qsizetype next = m_document.indexOf(QByteArray('`' + name + '`'), place);
        QVERIFY2(next > place, rule.name);
        QVERIFY2(script.contains(QByteArray('"' + name + '"')), rule.name);
        if (rule.isRequired)
            place = next;
    }
}

void DocumentVectorsTest::everyReasonIsListed()
{
    const QByteArray script = fileOf(u"verify_evidence.py"_s);
    for (int fault = 0; fault <= static_cast<int>(BundleFault::Signature); ++fault) {
        const QByteArray name = faultName(static_cast<BundleFault>(fault)).toLatin1();
        QVERIFY2(m_document.contains(QByteArray('`' + name + '`')), name.constData());
        QVERIFY2(script.contains(QByteArray('"' + name + '"')), name.constData());
    }
}

void DocumentVectorsTest::theScriptIsShort()
{
    const QByteArray script = fileOf(u"verify_evidence.py"_s);
    QVERIFY(script.startsWith("#!/usr/bin/env python3\n"));
    QVERIFY2(script.count('\n') < 200, QByteArray::number(script.count('\n')).constData());
}

TRAILGLASS_TEST(DocumentVectorsTest)
#include "tst_documentvectors.moc"
