// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// What a small file could make a verifier read into memory is refused, by the program and by docs/verify_evidence.py.

#include "models/evidence/bundlemembers.h"
#include "models/evidence/bundleverifier.h"
#include "models/evidence/coveragefile.h"
#include "tests/evidence/bundlefile.h"
#include "tests/evidence/samplestore.h"
#include "tests/evidence/tamperings.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;
namespace Members = Trailglass::BundleMembers;

namespace {

constexpr qsizetype KiB = 1024;
constexpr qsizetype MiB = 1024 * KiB;

auto growing(const char *file, qsizetype bytes)
{
    return [file, bytes](BundleFiles &files) {
        files[file] += QByteArray(bytes, ' ');
    };
}

/// The number at the beginning of a line of proofs or records; -1 for another line.
qint64 leafOf(const QByteArray &line)
{
    const QByteArray start("{\"leaf\":");
    return line.startsWith(start) ? line.sliced(start.size(), line.indexOf(',') - start.size()).toLongLong()
                                  : -1;
}

/// Hashes of single leaves between those that are shown, and after them.
void addHashes(BundleFiles &files)
{
    std::set<qint64> shown;
    QByteArray proofs;
    for (const QByteArray &line : linesOf(files[Members::Proofs])) {
        if (leafOf(line) < 0)
            continue;
        shown.insert(leafOf(line));
        proofs += line + '\n';
    }
    for (const char *const file : Members::WithRecords) {
        for (const QByteArray &line : linesOf(files[file]))
            shown.insert(leafOf(line));
    }
    for (qint64 leaf = 0; leaf < 5'000; ++leaf) {
        if (!shown.contains(leaf))
            proofs += "{\"level\":0,\"number\":" + QByteArray::number(leaf) + ",\"hash\":\""
                + QByteArray(64, '0') + "\"}\n";
    }
    files[Members::Proofs] = proofs;
}

/// The lines with signatures, once more for each time.
void repeatSignatures(BundleFiles &files)
{
    QByteArray &note = files[Members::Checkpoint];
    const QByteArray signature = note.sliced(note.indexOf("\n\n") + 2);
    note += signature.repeated(16);
}

/// One of the right key that is wrong, beside the right one.
void addWrongSignature(BundleFiles &files)
{
    QByteArray &note = files[Members::Checkpoint];
    QByteArray signature = note.sliced(note.indexOf("\n\n") + 2);
    const qsizetype place = signature.size() - 20;
    signature[place] = signature[place] == 'A' ? 'B' : 'A';
    note += signature;
}

const std::vector<Tampering> &hostileBundles()
{
    static const std::vector<Tampering> All{
        {"a large manifest", BundleFault::MemberSize, growing(Members::Manifest, 5 * MiB)},
        {"a large text for people", BundleFault::MemberSize, growing(Members::Readme, 5 * MiB)},
        {"a large checkpoint", BundleFault::MemberSize, growing(Members::Checkpoint, 65 * KiB)},
        {"a large key", BundleFault::MemberSize, growing(Members::Key, 17 * KiB)},
        {"a large list of hashes", BundleFault::MemberSize, growing(Members::Sums, 17 * KiB)},
        {"a large signature", BundleFault::MemberSize, growing(Members::Signature, 17 * KiB)},
        {"a long line of proofs", BundleFault::MemberUnreadable,
         [](BundleFiles &files) {
             files[Members::Proofs].prepend(QByteArray(QByteArray(24 * MiB, 'x') + '\n'));
         }},
        {"a long record", BundleFault::MemberUnreadable,
         [](BundleFiles &files) {
             files[Members::Marks] +=
                 "{\"leaf\":1,\"record\":{\"note\":\"" + QByteArray(5 * MiB, 'x') + "\"}}\n";
         }},
        {"an event with a million lists", BundleFault::EventLine,
         [](BundleFiles &files) {
             replaceOnce(files[Members::Events], "\"actor\":",
                         "\"more\":[" + QByteArray("[],").repeated(1'000'000) + "[]],\"actor\":");
         }},
        {"an event with a thousand texts", BundleFault::EventLine,
         [](BundleFiles &files) {
             const QByteArray texts = QByteArray("\"\\\\\",").repeated(1'000);
             replaceOnce(files[Members::Events], "\"actor\":", "\"more\":[" + texts + "\"\"],\"actor\":");
         }},
        {"more records than fit into its bytes", BundleFault::MemberSize,
         [](BundleFiles &files) {
             files[Members::History] = QByteArray("{\"leaf\":7,\"record\":{}}\n").repeated(270'000);
         }},
        {"more proofs than fit into its bytes", BundleFault::MemberSize,
         [](BundleFiles &files) {
             files[Members::Proofs].prepend(
                 QByteArray(linesOf(files[Members::Proofs]).constFirst() + '\n').repeated(350'000));
         }},
        {"more hashes than its leaves need", BundleFault::Proof, addHashes},
        {"more signatures than a note has", BundleFault::Checkpoint, repeatSignatures},
        {"a wrong signature beside the right one", BundleFault::Checkpoint, addWrongSignature},
    };
    return All;
}

} // namespace

class HostileBundlesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SampleStore store(TamperedEvents);
        QVERIFY(store.write(path(), store.rows(TamperedStep)));
        m_files = unpackedBundle(path());
        QVERIFY(!m_files.empty());
    }

    void areRefusedByBothForOneReason_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < hostileBundles().size(); ++index)
            QTest::newRow(hostileBundles()[index].name) << static_cast<int>(index);
    }

    void areRefusedByBothForOneReason()
    {
        QFETCH(const int, index);
        const Tampering &hostile = hostileBundles()[static_cast<std::size_t>(index)];
        BundleFiles files = m_files;
        hostile.change(files);
        QVERIFY(writeBytes(path(), packedBundle(files)));

        const auto verdict = verifyBundle(path(), {}, {});
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().message));
        QVERIFY(!verdict->isVerified());
        QCOMPARE(faultName(verdict->problems.front().fault), faultName(hostile.fault));
        const ScriptVerdict script = verifiedByScript(path());
        QVERIFY2(script.exitCode == 1, script.output.constData());
        QVERIFY2(script.kinds.value(0) == faultName(hostile.fault), script.output.constData());
    }

    /// Before all of them are read: a bundle may state any size of its tree.
    void hashesThatNoProofNeedsAreNamed()
    {
        BundleFiles files = m_files;
        addHashes(files);
        QVERIFY(writeBytes(path(), packedBundle(files)));
        const auto verdict = verifyBundle(path(), {}, {});
        QVERIFY(verdict && !verdict->isVerified());
        QVERIFY2(verdict->problems.front().sentence.contains(u"than they need"_s),
                 qPrintable(verdict->problems.front().sentence));
    }

    /// The limit itself is not over it.
    void aLineOfTheGreatestLengthIsRead()
    {
        BundleFiles files = m_files;
        QByteArray record = "{\"leaf\":1,\"record\":{\"note\":\"";
        const QByteArray end = "\"}}\n";
        record += QByteArray(5 * MiB - record.size() - end.size(), 'x') + end;
        QCOMPARE(record.size(), Members::ruleOf(Members::Marks)->maxLine);
        files[Members::Marks] += record;
        QVERIFY(writeBytes(path(), packedBundle(files)));
        const auto verdict = verifyBundle(path(), {}, {});
        QVERIFY(verdict && !verdict->isVerified());
        QCOMPARE(faultName(verdict->problems.front().fault), faultName(BundleFault::Proof));
        QCOMPARE(verifiedByScript(path()).kinds.value(0), faultName(BundleFault::Proof));
    }

    void whatNoVerifierReadsMakesNoBundle()
    {
        const QTemporaryDir folder;
        SampleStore store(2);
        BundleContent content = SampleStore::content();
        content.manifest.note = QString(5 * MiB, u'x');
        VERIFY_REFUSED(store.write(folder.filePath(u"b.zip"_s), store.rows(), 1, content),
                       ErrorKind::TooLarge, u"manifest.json"_s);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    /// It is read when a bundle that verifies is opened.
    void coverageWithMillionsOfListsIsNotRead()
    {
        const QByteArray lists = QByteArray("[],").repeated(2'000'000);
        VERIFY_REFUSED(parseCoverageFile("{\"sources\":[" + lists + "[]]}"), ErrorKind::Malformed,
                       u"coverage.json"_s);
        const QByteArray texts = QByteArray("[{,").repeated(1'000'000);
        VERIFY_RESULT(parseCoverageFile("{\"sources\":[{\"source\":\"" + texts + "\",\"asked\":[]}]}"));
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"b.zip"_s); }

    QTemporaryDir m_folder;
    BundleFiles m_files;
};

TRAILGLASS_TEST(HostileBundlesTest)
#include "tst_hostilebundles.moc"
