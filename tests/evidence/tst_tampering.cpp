// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Every change of a bundle is refused for its own reason, by the program and by docs/verify_evidence.py.

#include "models/evidence/bundlearchive.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/bundleverifier.h"
#include "tests/evidence/bundlefile.h"
#include "tests/evidence/samplestore.h"
#include "tests/evidence/tamperings.h"
#include "tests/merkle/samplekeys.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"
#include "tests/support/ziparchive.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <iterator>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Where the bytes of an archive are that are in no file of it: headers of members, the directory and its end.
QList<qsizetype> placesBetweenFiles(const QByteArray &archive)
{
    QList<qsizetype> places;
    qsizetype place = 0;
    const auto addUpTo = [&places, &place](qsizetype end) {
        while (place < end)
            places.append(place++);
    };
    while (archive.sliced(place).startsWith("PK\x03\x04")) {
        const char *const header = archive.constData() + place;
        const auto packed = qFromLittleEndian<quint32>(header + 18);
        addUpTo(place + 30 + qFromLittleEndian<quint16>(header + 26));
        place += static_cast<qsizetype>(packed);
    }
    addUpTo(archive.size());
    return places;
}

/// Where the own header of events.csv is in what archiveOfALargeFile() gives.
qsizetype headerOfLargeFile(const QByteArray &archive)
{
    constexpr qsizetype HeaderSize = 30;
    return archive.indexOf("events.csv0000") - HeaderSize;
}

/// Both headers of events.csv state 2 GiB, of which a small part is there: for the tests that look at headers alone.
QByteArray archiveOfALargeFile(const BundleFiles &files)
{
    constexpr qsizetype Bytes = 9 << 20; // may be 250 times as large when it is unpacked
    constexpr quint32 StatedBytes = quint32{1} << 31;
    constexpr qsizetype EntrySize = 46;
    QList<Support::ZipMember> members;
    for (const auto &[name, content] : files) {
        const bool isLarge = name == BundleMembers::Csv;
        members.append(
            {.name = name, .content = isLarge ? QByteArray(Bytes, '0') : content, .isPacked = !isLarge});
    }
    QByteArray archive = Support::zipArchive(members);
    const qsizetype entry = archive.lastIndexOf(BundleMembers::Csv) - EntrySize;
    qToLittleEndian(StatedBytes, archive.data() + headerOfLargeFile(archive) + 22);
    qToLittleEndian(StatedBytes, archive.data() + entry + 24);
    return archive;
}

} // namespace

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
    void bothReadTheSameFromAnyByteBetweenTheFiles();
    void theHeaderOfALargeFileIsComparedToo_data();
    void theHeaderOfALargeFileIsComparedToo();
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

/// A law: what is changed in the frame of an archive, both verifiers accept or both refuse. What only one of them looks at
/// would be a place for two contents.
void TamperingTest::bothReadTheSameFromAnyByteBetweenTheFiles()
{
    const QByteArray whole = packedBundle(m_files);
    const QList<qsizetype> places = placesBetweenFiles(whole);
    QVERIFY(places.size() > 1'000);
    Support::Random random(1, "between files");
    for (int round = 0; round < generatedCases(60, 15); ++round) {
        QByteArray archive = whole;
        const qsizetype place = places[random.below(places.size())];
        archive[place] =
            static_cast<char>(static_cast<unsigned char>(archive[place]) ^ (1U << random.below(8)));
        QVERIFY(writeBytes(path(), archive));
        const auto verdict = verifyBundle(path(), {}, {});
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().message));
        const ScriptVerdict script = verifiedByScript(path());
        const QByteArray said = "byte " + QByteArray::number(place) + " of "
            + QByteArray::number(whole.size()) + ": " + script.output;
        QVERIFY2(script.exitCode == (verdict->isVerified() ? 0 : 1), said.constData());
    }
}

void TamperingTest::theHeaderOfALargeFileIsComparedToo_data()
{
    QTest::addColumn<qsizetype>("place"); // of a byte that is changed
    QTest::addColumn<bool>("contradicts");
    QTest::newRow("the same") << qsizetype{-1} << false;
    QTest::newRow("another version") << qsizetype{4} << false; // it may need one that reads fields
    QTest::newRow("another flag") << qsizetype{6} << true;
    QTest::newRow("another method") << qsizetype{8} << true;
    QTest::newRow("another time") << qsizetype{10} << true;
    QTest::newRow("another checksum") << qsizetype{17} << true;
    QTest::newRow("another size") << qsizetype{22} << false; // it may be in a field
    QTest::newRow("another name") << qsizetype{30} << true;
}

void TamperingTest::theHeaderOfALargeFileIsComparedToo()
{
    QFETCH(const qsizetype, place);
    QFETCH(const bool, contradicts);
    QByteArray archive = archiveOfALargeFile(m_files);
    const qsizetype changed = headerOfLargeFile(archive) + place;
    if (place >= 0)
        archive[changed] = static_cast<char>(archive[changed] ^ 1);
    QVERIFY(writeBytes(path(), archive));

    const auto opened = BundleArchive::open(path(), {});
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(opened->problem().has_value(), contradicts);
    if (contradicts)
        QCOMPARE(faultName(opened->problem()->fault), faultName(BundleFault::MemberUnreadable));

    // The rest of the file is missing, which is found when it is read.
    const ScriptVerdict script = verifiedByScript(path());
    QCOMPARE(script.kinds.value(0), faultName(BundleFault::MemberUnreadable));
    const char *const said =
        contradicts ? "contradicts the directory" : "is shorter than the directory states";
    QVERIFY2(script.output.contains(said), script.output.constData());
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
