// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Every change of a bundle is refused for its own reason, by the program and by docs/verify_evidence.py.

#include "models/evidence/bundlemembers.h"
#include "models/evidence/bundleverifier.h"
#include "tests/evidence/bundlefile.h"
#include "tests/evidence/samplestore.h"
#include "tests/evidence/tamperings.h"
#include "tests/merkle/samplekeys.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QTemporaryDir>
#include <QtTest>

#include <iterator>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class TamperingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isRefusedForItsOwnReason_data();
    void isRefusedForItsOwnReason();
    void aBundleWhollyOfAnotherKeyIsRefusedWithTheRightOne();
    void whatTheTreeDoesNotBindIsTheWordOfTheSigner_data();
    void whatTheTreeDoesNotBindIsTheWordOfTheSigner();
    void anySpoiledByteIsNoticed();
    void hostileTextsAreShownAsTokens();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"b.zip"_s); }

    QTemporaryDir m_folder;
    BundleFiles m_files;
};

void TamperingTest::initTestCase()
{
    SampleStore store(TamperedEvents);
    QVERIFY(store.write(path(), store.rows(TamperedStep)));
    m_files = unpackedBundle(path());
    QCOMPARE(linesOf(m_files[BundleMembers::Events]).size(), 8);
    // Unchanged, and packed by other code, it verifies.
    QVERIFY(writeBytes(path(), packedBundle(m_files)));
    const auto verdict = verifyBundle(path(), {}, {});
    QVERIFY2(verdict && verdict->isVerified(),
             verdict ? qPrintable(verdictSentences(*verdict).join(u'\n')) : "");
    QCOMPARE(verifiedByScript(path()).exitCode, 0);
}

void TamperingTest::isRefusedForItsOwnReason_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t index = 0; index < tamperings().size(); ++index)
        QTest::newRow(tamperings()[index].name) << static_cast<int>(index);
}

void TamperingTest::isRefusedForItsOwnReason()
{
    QFETCH(int, index);
    const Tampering &tampering = tamperings()[static_cast<std::size_t>(index)];
    BundleFiles files = m_files;
    if (tampering.change)
        tampering.change(files);
    QByteArray archive = packedBundle(files);
    if (tampering.damage)
        tampering.damage(archive);
    QVERIFY(writeBytes(path(), archive));

    const auto verdict = verifyBundle(path(), {}, {});
    QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().message));
    QVERIFY(!verdict->isVerified());
    const BundleProblem &first = verdict->problems.front();
    QCOMPARE(faultName(first.fault), faultName(tampering.fault));
    QCOMPARE(first.event, tampering.event);
    QVERIFY(!first.sentence.isEmpty());
    QCOMPARE(verdictSentences(*verdict).at(1), first.sentence);

    const ScriptVerdict script = verifiedByScript(path());
    QVERIFY2(script.exitCode == 1, script.output.constData());
    QVERIFY2(script.kinds.value(0) == faultName(first.fault), script.output.constData());
}

void TamperingTest::aBundleWhollyOfAnotherKeyIsRefusedWithTheRightOne()
{
    SampleStore store(TamperedEvents);
    QVERIFY(store.write(path(), store.rows(TamperedStep), 2));
    const auto alone = verifyBundle(path(), {}, {});
    QVERIFY(alone && alone->isVerified());
    QVERIFY(
        verdictSentences(*alone).join(u' ').contains(u"compare it with one that you have from elsewhere"_s));
    QVERIFY(verdictSentences(*alone).join(u' ').contains(u"an unknown key"_s));
    QVERIFY(verifiedByScript(path()).output.contains("UNKNOWN"));
    const auto compared = verifyBundle(path(), sampleKey(1).publicKey(), {});
    QVERIFY(compared && !compared->isVerified());
    QCOMPARE(faultName(compared->problems.front().fault), u"other_key"_s);
    const ScriptVerdict script =
        verifiedByScript(path(), sampleVerifier(QString::fromLatin1(SampleOrigin), 1).text());
    QCOMPARE(script.kinds, QStringList{u"other_key"_s});
}

void TamperingTest::whatTheTreeDoesNotBindIsTheWordOfTheSigner_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("an actor") << QByteArray(BundleMembers::Events) << QByteArray("\"Ann\"")
                              << QByteArray("\"Bob\"");
    QTest::newRow("the table") << QByteArray(BundleMembers::Csv) << QByteArray("created")
                               << QByteArray("Created");
    QTest::newRow("a case") << QByteArray(BundleMembers::Manifest) << QByteArray("4711")
                            << QByteArray("4712");
    QTest::newRow("coverage") << QByteArray(BundleMembers::Coverage) << QByteArray("\"pages\": 2")
                              << QByteArray("\"pages\": 3");
}

/// Whoever has the key can write something else there, and both verifiers say so.
void TamperingTest::whatTheTreeDoesNotBindIsTheWordOfTheSigner()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    BundleFiles files = m_files;
    replaceOnce(files[file], before, after);
    QVERIFY(writeBytes(path(), packedBundle(files)));
    const auto changed = verifyBundle(path(), {}, {});
    QVERIFY(changed && !changed->isVerified());
    QCOMPARE(verifiedByScript(path()).exitCode, 1);

    sealAgain(files, 1);
    QVERIFY(writeBytes(path(), packedBundle(files)));
    const auto sealed = verifyBundle(path(), {}, {});
    QVERIFY(sealed && sealed->isVerified());
    QVERIFY(verdictSentences(*sealed).join(u' ').contains(u"is only what the owner of the key signed"_s));
    const ScriptVerdict script = verifiedByScript(path());
    QVERIFY2(script.exitCode == 0, script.output.constData());
    QVERIFY2(script.output.contains("is only what the owner of the key signed"), script.output.constData());
}

/// A law: whatever byte of whatever file is another one, the bundle is not verified. The script, which takes a start of Python
/// for each, looks at some of them.
void TamperingTest::anySpoiledByteIsNoticed()
{
    constexpr int RoundsOfScript = 12; // the first ones
    Support::Random random(1, "spoiled");
    for (int round = 0; round < generatedCases(300, 40); ++round) {
        BundleFiles files = m_files;
        auto file = files.begin();
        std::advance(file, random.below(static_cast<qint64>(files.size())));
        QByteArray &content = file->second;
        if (content.isEmpty())
            continue;
        const qint64 place = random.below(content.size());
        content[place] =
            static_cast<char>(static_cast<unsigned char>(content[place]) ^ (1U << random.below(8)));
        QVERIFY(writeBytes(path(), packedBundle(files)));
        const auto verdict = verifyBundle(path(), {}, {});
        QVERIFY(verdict);
        QVERIFY2(!verdict->isVerified(),
                 QByteArray(file->first + ' ' + QByteArray::number(place)).constData());
        if (round >= RoundsOfScript)
            continue;
        const ScriptVerdict script = verifiedByScript(path());
        QVERIFY2(script.exitCode == 1 && !script.kinds.isEmpty(),
                 QByteArray(file->first + ' ' + QByteArray::number(place) + ' ' + script.output).constData());
    }
}

void TamperingTest::hostileTextsAreShownAsTokens()
{
    BundleFiles files = m_files;
    replaceOnce(files[BundleMembers::Events], "\"id\":\"e17\"",
                "\"id\":\"\xE2\x80\xAE" + QByteArray(5000, 'x') + "\\u001b[2J\"");
    QVERIFY(writeBytes(path(), packedBundle(files)));
    const auto verdict = verifyBundle(path(), {}, {});
    QVERIFY(verdict && !verdict->isVerified());
    const QString sentence = verdict->problems.front().sentence;
    QVERIFY2(sentence.contains(u"<U+202E>xxx"), qPrintable(sentence));
    QVERIFY(sentence.size() < 500);
    QVERIFY(!verifiedByScript(path()).output.contains('\x1b'));

    QByteArray archive = packedBundle(m_files);
    addMember(archive, "a\x1b[2J");
    QVERIFY(writeBytes(path(), archive));
    const auto named = verifyBundle(path(), {}, {});
    QVERIFY(named && !named->problems.front().sentence.contains(u'\x1b'));
    QVERIFY(!verifiedByScript(path()).output.contains('\x1b'));
}

TRAILGLASS_TEST(TamperingTest)
#include "tst_tampering.moc"
